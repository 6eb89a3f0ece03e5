const PROPERTIES = [
  'display', 'position', 'margin', 'padding', 'border-width', 'border-radius', 'background-color', 'color', 'opacity', 'appearance',
  'font-family', 'font-size', 'font-weight', 'text-transform', 'text-decoration-line',
] as const

/** What a person sees of a widget: drawings, and inputs that lie unseen over what is drawn for them, are as they are. */
const SEEN = `.audiopod, .audiopod :is(button:not(.audiopod-voice-toggle), h2, h3, p, td, th, li, select, textarea, a, table, section),
  .audiopod input:not([type=radio], [type=range])`

/** Remembers how what is seen in the widgets below an element looks; what it gives tells what has changed since. */
export function unlike(root: HTMLElement): () => string[] {
  const look = (element: Element) => PROPERTIES.map((name) => getComputedStyle(element).getPropertyValue(name))
  const before = [...root.querySelectorAll(SEEN)].map((element) => ({ element, then: look(element) }))
  return () =>
    before.flatMap(({ element, then }) => {
      const now = look(element)
      return PROPERTIES.flatMap((name, at) =>
        now[at] === then[at] ? [] : [`${element.tagName} ${element.className} ${name}: ${then[at]} → ${now[at]}`],
      )
    })
}
