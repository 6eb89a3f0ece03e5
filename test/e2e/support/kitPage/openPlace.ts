/** Makes the element that the widgets are to stand in, in what a page may have them in. */
export async function openPlace(host: string | null): Promise<HTMLElement> {
  const box = document.body.appendChild(document.createElement('div'))
  switch (host) {
    case 'shadow': {
      const root = box.attachShadow({ mode: 'open' })
      const inside = document.createElement('div')
      root.append(await stylesheet(document), inside)
      return inside
    }
    case 'frame': {
      const frame = document.createElement('iframe')
      frame.style.cssText = 'width: 900px; height: 900px; border: 0'
      box.append(frame)
      const inner = frame.contentDocument
      if (!inner) throw new Error('a frame without a document')
      inner.head.append(await stylesheet(inner))
      return inner.body.appendChild(inner.createElement('div'))
    }
    default:
      return box
  }
}

/** The kit's, as a link: the page has it there. */
async function stylesheet(page: Document): Promise<HTMLLinkElement> {
  const link = page.createElement('link')
  link.rel = 'stylesheet'
  link.href = new URL('main.css', document.baseURI).href
  return link
}
