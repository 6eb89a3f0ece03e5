import fc from 'fast-check'
import { expect, test } from 'vitest'
import { familyOf, minifiedStyles, ordered, rulesOf } from '../../scripts/styles.mjs'

const nameIn = (text: string) => text.slice(0, text.indexOf(':'))

function grouped(texts: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const text of texts) groups.set(familyOf(nameIn(text)), [...(groups.get(familyOf(nameIn(text))) ?? []), text])
  return groups
}

test.each([
  ['border', 'border-block-start-width'],
  ['padding', 'padding-inline-end'],
  ['font', 'line-height'],
  ['place-items', 'align-items'],
  ['gap', 'row-gap'],
  ['flex-flow', 'flex-direction'],
  ['text-decoration', 'text-decoration-color'],
  ['display', 'display'],
])('%s and %s keep their order', (one, other) => {
  expect(familyOf(one)).toBe(familyOf(other))
})

test('in any order each rule keeps its declarations, and those that may set the same thing their order', () => {
  for (const css of minifiedStyles(['styles.css', 'looks.css']).values()) {
    const rules = rulesOf(css)
    const keys = rules.flatMap((rule) => (typeof rule === 'string' ? [] : rule.map(({ key }) => key)))
    // Nothing is lost where nothing is moved.
    expect(ordered(rules, [])).toBe(css)
    fc.assert(
      fc.property(fc.shuffledSubarray([...new Set(keys)]), (order) => {
        const written = rulesOf(ordered(rules, order))
        for (const [at, rule] of rules.entries()) {
          const now = written[at]
          if (typeof rule === 'string' || typeof now !== 'object') {
            expect(now).toBe(rule)
            continue
          }
          const after = grouped(now.map(({ text }) => text))
          for (const [family, texts] of grouped(rule.map(({ text }) => text))) expect(after.get(family)).toEqual(texts)
          expect(now).toHaveLength(rule.length)
        }
      }),
      { numRuns: 20 },
    )
  }
})
