import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, layOutApp, runIn } from './support/app.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const BLOCKS = 'src/app/routes/blocks'
const entries = { index: 'audiopod-react', server: 'audiopod-react/server', testing: 'audiopod-react/testing' }

interface Block {
  /** Page and line. */
  place: string
  code: string
  /** An example of a docstring: what the page around it has is not in it. */
  isPart: boolean
}

/** Every block of TypeScript and of JSX that a reader may paste. */
function blocks(): Block[] {
  const pages = ['README.md', ...['docs', 'docs/errors', 'docs/recipes'].flatMap((folder) =>
    readdirSync(join(root, folder)).filter((file) => file.endsWith('.md')).map((file) => `${folder}/${file}`),
  )]
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8')
    return [...text.matchAll(/^```(tsx?|jsx)\n([^]*?)^```$/gm)].map(({ index, 1: language, 2: code = '' }) => ({
      place: `${page}:${text.slice(0, index).split('\n').length}`,
      code,
      isPart: language === 'jsx',
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

/** What a reader has whom the examples of docstrings speak to, where a name alone would be one of the browser's or a component. */
const readersOwn = [
  'declare const open: boolean',
  "declare const error: import('audiopod-react').AudioPodError | undefined",
  "declare function MyBar(props: import('react').ComponentProps<'button'> & { height: number }): import('react').ReactNode",
  "declare function MyTextarea(props: { value: string; onChange: (text: string) => void; error?: string | undefined }): import('react').ReactNode",
].join('; ')

/** A docstring's example as the inside of a component, its lines those of the block. */
function around(code: string): string {
  const hooks = ['useState', 'useEffect', 'useRef', 'useId'].filter((name) => new RegExp(`\\b${name}\\b`).test(code))
  const [, statements = '', elements = ''] = /^((?:(?![<{]).*\n)*)([^]*)$/.exec(code) ?? []
  const inside = [statements.trimEnd(), elements && `return <>\n${elements}</>`].filter(Boolean).join('; ')
  return `; ${readersOwn}; import { ${hooks.join(', ')} } from 'react'; export async function Example() {${statements && '\n'}${inside}\n}\n`
}

test('every block of TypeScript and of JSX in README.md and docs compiles', async () => {
  const all = blocks()
  expect(all.length).toBeGreaterThan(30)
  // Recipes import what stands beside them, or folders above.
  for (const file of ['audiopod.ts', 'session.ts']) {
    for (const folder of ['src', 'src/app/routes', BLOCKS]) cpSync(join(app.folder, file), join(app.folder, folder, file))
  }
  expect(all.filter(({ isPart }) => isPart).length).toBeGreaterThan(40)
  for (const [at, { code, isPart }] of all.entries()) {
    // On one line, so that the lines of what is said stay those of the block.
    writeFileSync(join(app.folder, BLOCKS, `block-${at}.tsx`), `export {}; ${await importsFor(code)}${isPart ? around(code) : `\n${code}`}`)
  }
  const said = await runIn(app, process.execPath, [join(root, 'node_modules/typescript/lib/tsc.js'), '-p', '.']).then(
    () => '',
    (error: Error) => error.message,
  )
  const isOfThePage = (line: string) => {
    const block = all[Number(/block-(\d+)\.tsx/.exec(line)?.[1])]
    // What an example speaks of and does not declare, with a small letter: the reader has it. A hook is ours.
    return block?.isPart === true && /error TS(?:2304|2552|18004): .*'(?!use[A-Z])[a-z]\w*'/.test(line)
  }
  const faults = said.split('\n').filter((line) => line.includes('error TS') && !isOfThePage(line))
  const placed = faults.map((line) => line.replace(/^.*\/block-(\d+)\.tsx\((\d+),\d+\)/, (_, at: string, line: string) => `${all[Number(at)]?.place ?? ''} +${line}`))
  expect(placed).toEqual([])
}, 240_000)
