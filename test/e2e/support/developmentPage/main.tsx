/** A small app as its developer has it before them: many widgets, StrictMode, React's development build. */
import { ApiKeys, AudioPodProvider, CreditBalance, WalletBalance } from 'audiopod-react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const query = new URLSearchParams(location.search)

const widgets = (
  <>
    <CreditBalance />
    <CreditBalance />
    <WalletBalance />
    <ApiKeys />
  </>
)

function Page() {
  if (query.has('outside')) return widgets
  return (
    <AudioPodProvider
      endpoint={query.get('endpoint') ?? '/api/audiopod'}
      credentials={query.has('credentials') ? 'include' : 'same-origin'}
      locale="en-US"
    >
      {widgets}
    </AudioPodProvider>
  )
}

const place = document.createElement('div')
if (query.has('closed')) {
  const host = document.createElement('div')
  host.attachShadow({ mode: 'closed' }).append(place)
  document.body.append(host)
} else document.body.append(place)

const show = () =>
  createRoot(place).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  )
show()
