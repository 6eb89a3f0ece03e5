/** Links between the pages: each leads to a file that is there, and to a heading that is in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'llms.txt', 'bench/README.md'],
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).map((file) => join('docs', file)),
]

const withoutCode = (text: string) => text.replaceAll(/^(`{3,})[^]*?^\1$/gm, '')

/** As GitHub makes them; a heading that comes twice has a number behind its second. */
function anchorsOf(file: string): Set<string> {
  const anchors = new Set<string>()
  for (const [, heading = ''] of withoutCode(readFileSync(file, 'utf8')).matchAll(/^#{1,6} (.+)$/gm)) {
    const plain = heading.trim().replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const anchor = plain.replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '').replaceAll(' ', '-')
    let unique = anchor
    for (let count = 1; anchors.has(unique); count++) unique = `${anchor}-${count}`
    anchors.add(unique)
  }
  return anchors
}

test('every link of a page leads to a file, and to a heading in it', () => {
  const links = pages.flatMap((page) => {
    const text = withoutCode(readFileSync(join(root, page), 'utf8'))
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page, target }))
  })
  expect(links.length).toBeGreaterThan(100)
  const dead = links.filter(({ page, target }) => {
    if (/^[a-z]+:/.test(target)) return false
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? join(root, page) : join(root, dirname(page), path)
    if (!existsSync(file)) return true
    return anchor !== undefined && !anchorsOf(file).has(anchor)
  })
  expect(dead.map(({ page, target }) => `${page}: ${target}`)).toEqual([])
})

test('every page of docs is linked from docs/README.md', () => {
  const index = readFileSync(join(root, 'docs/README.md'), 'utf8')
  const alone = pages.filter((page) => /^docs\/(?:recipes\/)?[\w-]+\.md$/.test(page) && page !== 'docs/README.md')
  expect(alone.filter((page) => !index.includes(`(${relative('docs', page)})`))).toEqual([])
})
