/**
 * Hears what happens in the page and in a root, `getRootNode()` of an element; what happens within a shadow root from that root,
 * with its true target, since the page names the root's host for it. Returns the undo.
 */
export function listenAround(
  root: Node,
  type: string,
  listener: (event: Event) => void,
  options?: AddEventListenerOptions,
): () => void {
  const page = root.ownerDocument ?? root
  let host: Element | undefined
  for (let each: Node & Partial<Pick<ShadowRoot, 'host'>> = root; each.host; each = each.host.getRootNode()) host = each.host
  const onPage = (event: Event) => {
    if (event.target !== host) listener(event)
  }
  page.addEventListener(type, onPage, options)
  if (host) root.addEventListener(type, listener, options)
  return () => {
    page.removeEventListener(type, onPage, options)
    root.removeEventListener(type, listener, options)
  }
}
