/** docs/troubleshooting.md, held against what the kit says in development. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** The name that GitHub gives a heading. */
const slug = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-')

test('each message has a section of the page, and each section a message', () => {
  const sources = readdirSync(new URL('../../src/development', import.meta.url)).map((file) => read(`src/development/${file}`))
  const named = sources.flatMap((text) => [...text.matchAll(/(?:section: |page\()'([^']+)'/g)].map(([, section = '']) => section))
  const headings = [...read('docs/troubleshooting.md').matchAll(/^## (.+)$/gm)].map(([, heading = '']) => slug(heading))
  expect(headings.length).toBeGreaterThan(5)
  expect([...new Set(named)].sort()).toEqual(headings.sort())
})
