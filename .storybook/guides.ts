import keyboard from '../docs/keyboard.md?raw'

const examples: Readonly<Record<string, string>> = import.meta.glob('../stories/examples/*.tsx', {
  eager: true,
  import: 'default',
  query: '?raw',
})

/** `Widgets/AudioPlayer/Words` is a page of the AudioPlayer. */
function widgetOf(title: string): string {
  return title.split('/')[1] ?? title
}

/** The code to paste of a page with this title. Examples are files, so that `npm run typecheck` reads them. */
export function exampleOf(title: string): string | undefined {
  return examples[`../stories/examples/${widgetOf(title)}.tsx`]
}

/** What docs/keyboard.md says of a page's widget: the sections whose heading or first paragraph names it. */
export function keysOf(title: string): string | undefined {
  const named = new RegExp(`\\b${widgetOf(title)}\\b`)
  const sections = keyboard.split(/^(?=## )/m).slice(1)
  const own = sections.filter((section) => {
    const [heading = '', first = ''] = section.split(/\n\s*\n/)
    return named.test(heading) || (named.test(first) && !first.startsWith('|'))
  })
  return own.length > 0 ? own.join('').replaceAll(/^## /gm, '### ') : undefined
}
