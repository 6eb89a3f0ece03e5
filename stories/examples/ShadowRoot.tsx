import { AudioPodProvider, CreditBalance } from 'audiopod-react'
import styles from 'audiopod-react/styles.css?inline' // with Vite; else a <link> in the root does it
import { createRoot } from 'react-dom/client'

class AudioPodBalance extends HTMLElement {
  connectedCallback() {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    shadow.adoptedStyleSheets = [sheet]
    createRoot(shadow).render(
      <AudioPodProvider endpoint="/api/audiopod">
        <CreditBalance />
      </AudioPodProvider>,
    )
  }
}

customElements.define('audiopod-balance', AudioPodBalance)
