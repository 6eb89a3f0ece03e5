import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const proofs = [...read('../../docs/security.md').matchAll(/\| `(?<file>[a-zA-Z]+)`: (?<name>.+) \|$/gm)].map(({ groups }) => ({
  file: groups?.['file'] ?? '',
  name: groups?.['name'] ?? '',
}))

test.each(proofs)('docs/security.md names a test that there is: $file: $name', ({ file, name }) => {
  expect(read(`./${file}.test.ts`)).toContain(name)
})

test('every attack in docs/security.md has its proof', () => {
  const rows = read('../../docs/security.md').match(/^\| (?!attack|---).+\|$/gm) ?? []
  expect(proofs).toHaveLength(rows.length)
  expect(rows.length).toBeGreaterThan(25)
})
