import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, layOutApp, runIn } from './support/app.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const BLOCKS = 'src/app/routes/blocks'
const entries = { index: 'audiopod-react', server: 'audiopod-react/server', testing: 'audiopod-react/testing' }

/** Every block of TypeScript that a reader may paste, by the page and line where it stands. */
function blocks(): { place: string; code: string }[] {
  const pages = ['README.md', ...['docs', 'docs/errors', 'docs/recipes'].flatMap((folder) =>
    readdirSync(join(root, folder)).filter((file) => file.endsWith('.md')).map((file) => `${folder}/${file}`),
  )]
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8')
    return [...text.matchAll(/^```tsx?\n([^]*?)^```$/gm)].map(({ index, 1: code = '' }) => ({
      place: `${page}:${text.slice(0, index).split('\n').length}`,
      code,
    }))
  })
}

let app: App
beforeAll(async () => {
  const packages = ['react', 'react-dom', 'msw', '@types/react', '@types/react-dom', '@types/node', '@types/express', 'express', 'hono', 'redis']
  app = await layOutApp('docs', [...packages, '@testing-library/react', '@testing-library/dom', '@jest/globals', 'vitest'], { isolated: true })
}, 180_000)
afterAll(() => app?.remove())

/** A block shows what matters: what of ours it names without importing it is imported here. */
async function importsFor(code: string): Promise<string> {
  const lines: string[] = []
  const taken = new Set<string>()
  const dist = join(app.folder, 'node_modules/audiopod-react/dist')
  for (const [entry, name] of Object.entries(entries)) {
    const types = readFileSync(join(dist, `${entry}.d.ts`), 'utf8')
    const values = Object.keys((await import(/* @vite-ignore */ pathToFileURL(join(dist, `${entry}.js`)).href)) as object)
    const typeNames = [...types.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = '']) => list.split(',').map((each) => each.trim().replace(/^type /, '')))
    for (const each of new Set([...values, ...typeNames])) {
      const isUsed = new RegExp(`\\b${each}\\b`).test(code)
      const isThere = new RegExp(`import[^;]*?\\b${each}\\b[^;]*?from|(?:const|function) ${each}\\b`).test(code)
      if (each === '' || !isUsed || isThere || taken.has(each)) continue
      taken.add(each)
      lines.push(values.includes(each) ? `import { ${each} } from '${name}'` : `import type { ${each} } from '${name}'`)
    }
  }
  return lines.join('; ')
}

test('every block of TypeScript in README.md and docs compiles', async () => {
  const all = blocks()
  expect(all.length).toBeGreaterThan(30)
  // Recipes import what stands beside them, or folders above.
  for (const file of ['audiopod.ts', 'session.ts']) {
    for (const folder of ['src', 'src/app/routes', BLOCKS]) cpSync(join(app.folder, file), join(app.folder, folder, file))
  }
  for (const [at, { code }] of all.entries()) {
    // On one line, so that the lines of what is said stay those of the block.
    writeFileSync(join(app.folder, BLOCKS, `block-${at}.tsx`), `export {}; ${await importsFor(code)}\n${code}`)
  }
  const said = await runIn(app, process.execPath, [join(root, 'node_modules/typescript/lib/tsc.js'), '-p', '.']).then(
    () => '',
    (error: Error) => error.message,
  )
  const faults = said.split('\n').filter((line) => line.includes('error TS'))
  const placed = faults.map((line) => line.replace(/^.*\/block-(\d+)\.tsx\((\d+),\d+\)/, (_, at: string, line: string) => `${all[Number(at)]?.place ?? ''} +${line}`))
  expect(placed).toEqual([])
}, 240_000)
