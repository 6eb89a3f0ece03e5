/** The tables of docs/theming.md, held against the stylesheets and the types. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const doc = read('docs/theming.md')
const styles = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => read(`src/${path}`))
  .join('\n')

/** The rows of the table under a head that begins so, each with the code in each of its cells. */
function table(head: string): string[][][] {
  const [, rest = ''] = doc.split(`\n| ${head} |`)
  const rows = rest.split('\n').slice(2)
  const end = rows.findIndex((row) => !row.startsWith('|'))
  return rows.slice(0, end).map((row) => {
    const cells = row.split('|').slice(1, -1)
    return cells.map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code))
  })
}

describe('the table of variables', () => {
  const rows = table('Variable')
  const named = rows.flatMap(([names = []]) => names)
  // With an underscore they are the kit's own, and so is what a slider says of itself.
  const readByUs = new Set([...styles.matchAll(/var\(--audiopod-([a-z][\w-]*)/g)].map(([, name = '']) => name))
  readByUs.delete('slider-at')

  test('has every variable that the stylesheets read, once, and no other', () => {
    expect([...named].sort()).toEqual([...readByUs].sort())
  })

  test('has the colours of the stylesheet, light and dark', () => {
    const tokens = read('src/theme/css/tokens.css')
    const pair = /var\(--audiopod-([a-z][\w-]*), var\(--audiopod-_light, (#\w+)\) var\(--audiopod-_dark, (#\w+)\)\)/g
    const written = [...tokens.matchAll(pair)].map(([, name = '', light = '', dark = '']) => [name, light, dark])
    const told = rows
      .filter(([, light = [], dark = []]) => light.length > 0 && dark.length > 0)
      .flatMap(([names = [], light = [], dark = []]) => names.map((name, at) => [name, light[at], dark[at]]))
    expect(written.length).toBeGreaterThan(20)
    expect(told.sort()).toEqual(written.sort())
  })
})

test('the table of slots has every slot, once, and no other', () => {
  const [, union = ''] = read('src/theme/appearance.ts').split('export type Slot =')
  const slots = [...(union.split('\n\n')[0] ?? '').matchAll(/'(\w+)'/g)].map(([, name = '']) => name)
  expect(slots.length).toBeGreaterThan(5)
  expect(table('Slot').flatMap(([names = []]) => names)).toEqual(slots)
})

test('the table of looks has every look, and no other', () => {
  const [, object = ''] = read('src/looks.ts').split('export const looks')
  const names = [...object.matchAll(/^ {2}(\w+): look\(/gm)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(3)
  expect(table('Look').flatMap(([told = []]) => told)).toEqual(names)
})
