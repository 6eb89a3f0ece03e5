import { tellOnce } from './tellOnce.js'

/** Set on each widget by dist/styles.css. Who writes all styles alone sets it too, and is asked no more. */
const MARKER = '--audiopod-styles'

/** How long a stylesheet that comes after its widgets has (ms). */
const PATIENCE = 2000

/** Documents and shadow roots that were looked at: each has stylesheets of its own. */
const seen = new WeakSet<Node>()

/** @param root of a widget */
export async function lookAtStyles(root: Element): Promise<void> {
  const place = root.getRootNode()
  const view = root.ownerDocument.defaultView
  if (!view || seen.has(place)) return
  seen.add(place)
  const isStyled = () => view.getComputedStyle(root).getPropertyValue(MARKER).trim() !== ''
  if (view.document.readyState !== 'complete') await new Promise((resolve) => view.addEventListener('load', resolve, { once: true }))
  await new Promise((resolve) => view.requestAnimationFrame(resolve))
  if (isStyled()) return
  await new Promise((resolve) => setTimeout(resolve, PATIENCE))
  // What has gone meanwhile, or stands where nothing is laid out (jsdom, a hidden frame), says nothing about styles.
  if (!root.isConnected || view.document.documentElement.getClientRects().length === 0) {
    seen.delete(place)
    return
  }
  if (isStyled()) return
  const isShadow = place !== root.ownerDocument
  tellOnce('styles', 'warn', {
    what: `A widget (${root.classList.item(1) ?? 'audiopod'}) is shown without the kit's stylesheet.`,
    fix: isShadow
      ? 'put a <link> to audiopod-react/styles.css into the shadow root too: stylesheets of the page do not reach into it.'
      : 'import "audiopod-react/styles.css" once, where the app begins.',
    section: 'a-widget-has-no-stylesheet',
  })
}
