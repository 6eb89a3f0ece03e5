const PROPERTIES = [
  'display', 'position', 'margin', 'padding', 'border-width', 'border-radius', 'background-color', 'color', 'opacity', 'appearance',
  'font-family', 'font-size', 'font-weight', 'text-transform', 'text-decoration-line',
] as const

/** What comes down from the page where nobody says otherwise. */
export const INHERITED = [
  'color', 'color-scheme', 'font-size', 'font-style', 'font-weight', 'font-variant-caps', 'letter-spacing', 'line-height', 'text-align',
  'text-indent', 'text-shadow', 'text-transform', 'white-space-collapse', 'text-wrap-mode', 'word-break', 'word-spacing',
] as const

/** What a person sees of a widget: drawings, what holds words of another look, and inputs that lie unseen over what is drawn, are as they are. */
const SEEN = `.audiopod, .audiopod :is(button:not(.audiopod-voice-toggle), h2, h3, p, td, th, li, select, textarea, a, table, section,
  dialog, dl, dt, dd, ol, ul, code, label:not(.audiopod-hidden, .audiopod-choice), legend, fieldset, [role=menu], [role=listbox], [role=option]),
  .audiopod input:not([type=radio], [type=range])`

/** Remembers how what is seen in the widgets below an element looks; what it gives tells what has changed since. */
export function unlike(root: HTMLElement, properties: readonly string[] = PROPERTIES): () => string[] {
  const look = (element: Element) => properties.map((name) => getComputedStyle(element).getPropertyValue(name))
  const before = [...root.querySelectorAll(SEEN)].map((element) => ({ element, was: look(element) }))
  return () =>
    before.flatMap(({ element, was }) => {
      const now = look(element)
      return properties.flatMap((name, at) =>
        now[at] === was[at] ? [] : [`${element.tagName} ${element.className} ${name}: ${was[at]} → ${now[at]}`],
      )
    })
}
