import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Selector, transform } from 'lightningcss'
import { expect, test } from 'vitest'
import { dist } from './support/dist.js'

type Part = Selector[number]

/** The words that stand for an element of the kit's, or of a page's own within a class of the kit's. */
function isOurs(part: Part): boolean {
  if (part.type === 'class') return part.name.startsWith('audiopod')
  if (part.type !== 'pseudo-class' || !('selectors' in part)) return false
  return (part.kind === 'is' || part.kind === 'where') && part.selectors.every((selector) => staysWithin(selector))
}

/** Whether what it finds is an element of the kit's, or within one: `.audiopod + p` and `:has(.audiopod)` are not. */
function staysWithin(selector: Selector): boolean {
  return selector.some((part, at) => {
    if (!isOurs(part)) return false
    const next = selector.slice(at).find(({ type }) => type === 'combinator')
    return next === undefined || (next.type === 'combinator' && (next.value === 'descendant' || next.value === 'child'))
  })
}

/** What reaches out of the widgets, and each kind of rule there is. */
function read(css: string) {
  const leaks: string[] = []
  const kinds = new Set<string>()
  transform({
    filename: 'a.css',
    code: Buffer.from(css),
    visitor: {
      Rule(rule) {
        kinds.add(rule.type)
        if (rule.type === 'style') leaks.push(...rule.value.selectors.filter((each) => !staysWithin(each)).map((each) => JSON.stringify(each)))
        if (rule.type === 'keyframes' && !rule.value.name.value.startsWith('audiopod-')) leaks.push(`@keyframes ${rule.value.name.value}`)
        return undefined
      },
    },
  })
  return { leaks, kinds: [...kinds].sort() }
}

test.each([
  'p { color: red }',
  '.audiopod + p { color: red }',
  ':root:has(.audiopod) { color: red }',
  '* .dark { color: red }',
  ':is(.audiopod, p) { color: red }',
  ':not(.audiopod) { color: red }',
  '@keyframes turn { to { opacity: 0 } }',
])('would be seen: %s', (css) => {
  expect(read(css).leaks).toHaveLength(1)
})

test.each(['styles.css', 'looks.css'])('%s reaches nothing outside of the widgets', (name) => {
  const css = readFileSync(join(dist, name), 'utf8')
  const { leaks, kinds } = read(css)
  expect(leaks).toEqual([])
  // No @font-face, @property or @import: those are the whole page's.
  expect(['container', 'keyframes', 'layer-block', 'media', 'style', 'supports']).toEqual(expect.arrayContaining(kinds))
  expect(css.replace(/^@layer audiopod\{/, '')).not.toBe(css)
  expect(css.match(/(?<![\w-])--(?!audiopod-|ap-)[\w-]+(?=:)/g)).toBeNull()
})
