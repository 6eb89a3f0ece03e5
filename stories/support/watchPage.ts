/** The page as it is around the widgets. */
export function recordPage() {
  const { documentElement, body, head } = document
  const attributes = (element: Element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')
  const { overflow, position, paddingRight } = getComputedStyle(body)
  return {
    html: attributes(documentElement),
    body: attributes(body),
    // A catalogue in many files fetches them by links of its bundler's.
    styles: head.querySelectorAll('style, link:not([rel=modulepreload])').length,
    children: body.childElementCount,
    title: document.title,
    history: history.length,
    scroll: [overflow, position, paddingRight, getComputedStyle(documentElement).overflow].join(),
    globals: Object.keys(window).filter((name) => name !== 'IS_REACT_ACT_ENVIRONMENT').sort().join(),
  }
}

/** From now on notes what is put into the page beside the widgets, or set on it, if only for a moment. */
export function watchPage(): () => string[] {
  const observer = new MutationObserver(() => {})
  observer.observe(document.documentElement, { childList: true, attributes: true })
  observer.observe(document.body, { childList: true, attributes: true })
  return () =>
    observer.takeRecords().map(({ type, target, attributeName, addedNodes }) => {
      const names = [...addedNodes].map(({ nodeName }) => nodeName)
      return `${type} of ${target.nodeName}: ${attributeName ?? names.join()}`
    })
}

const happenings = [
  ...['Escape', 'Tab', 'Enter', ' ', 'ArrowDown', 'Home', 'a'].map((key) => () => new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  ...['pointerdown', 'mousedown', 'mouseup', 'click', 'contextmenu', 'wheel', 'touchstart', 'touchmove', 'dragover', 'copy', 'paste', 'selectstart'].map(
    (type) => () => new Event(type, { bubbles: true, cancelable: true }),
  ),
]

/** Of what a person may do in an element of the page's own, what somebody keeps the browser from doing. */
export function prevented(element: Element): string[] {
  const events = happenings.map((make) => make())
  for (const event of events) element.dispatchEvent(event)
  return events.filter(({ defaultPrevented }) => defaultPrevented).map(({ type }) => type)
}
