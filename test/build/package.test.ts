import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, test } from 'vitest'
import { dist, root } from './support/dist.js'

const run = promisify(execFile)
const bin = (name: string): string => join(root, 'node_modules/.bin', name)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, unknown> }

test('publint finds nothing', async () => {
  const { messages, pkg } = await publint({ pkgDir: root, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

test('the types are found and right, for node16 and for bundlers', async () => {
  // It does not know what a wildcard stands for.
  const args = ['--pack', '.', '--profile', 'esm-only', '--format', 'ascii', '--exclude-entrypoints', './styles.css', './looks.css', './i18n/*']
  args.push('--include-entrypoints', './i18n/de')
  const { stdout } = await run(bin('attw'), args, { cwd: root }).catch((error: { stdout: string }) => {
    throw new Error(error.stdout)
  })
  expect(stdout.match(/^(?:node16 \(from ESM\)|bundler): 🟢/gm)).toHaveLength(16)
})

test('every entry, every single import and every language has a budget, and keeps it', async () => {
  const report = await run(bin('size-limit'), ['--json'], { cwd: root }).catch((error: { stdout: string }) => error)
  const sizes = JSON.parse(report.stdout) as { name: string; size: number; sizeLimit?: number; passed?: boolean }[]
  if (!Array.isArray(sizes)) throw new Error(report.stdout)
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
  console.log(sizes.map(({ name, size, sizeLimit }) => `${name}: ${kb(size)} of ${kb(sizeLimit ?? 0)}`).join('\n'))
  // `npm run budgets` gives a new export its limit.
  expect(sizes.filter(({ sizeLimit }) => sizeLimit === undefined).map(({ name }) => name)).toEqual([])
  const named = sizes.map(({ name }) => name)
  const { exports } = manifest
  const entries = Object.keys(exports).flatMap((entry) => (entry === '.' || entry === './package.json' ? [] : [entry.slice(2).replace('/*', '/')]))
  expect(entries.filter((entry) => !named.some((name) => name.startsWith(entry)))).toEqual([])
  expect(sizes.filter(({ passed }) => !passed).map(({ name, size }) => `${name}: ${kb(size)}`)).toEqual([])
})

describe('the tarball', async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root })
  const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[]
  const paths = (packed?.files ?? []).map(({ path }) => path)

  test('holds what is built, the docs, and the papers', () => {
    const allowed = /^(?:dist\/.+\.(?:js|js\.map|d\.ts|css)|docs\/(?:errors\/|decisions\/|recipes\/)?[\w-]+\.md|package\.json|README\.md|CHANGELOG\.md|LICENSE|llms\.txt)$/
    expect(paths.filter((path) => !allowed.test(path))).toEqual([])
  })

  test('holds every file that package.json names', () => {
    const named = JSON.stringify(manifest).match(/(?<="(?:\.\/)?)dist\/[^"*]+\.(?:js|d\.ts|css)(?=")/g) ?? []
    expect(new Set(named).size).toBe(19)
    const languages = ['ar', 'de', 'en', 'es', 'fr', 'ja', 'zh'].flatMap((tag) => ['js', 'd.ts'].map((end) => `dist/i18n/labels.${tag}.${end}`))
    expect(paths).toEqual(expect.arrayContaining([...named, ...languages, 'README.md', 'LICENSE', 'CHANGELOG.md']))
  })
})

describe('what is built', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:js|ts|css|map)$/.test(path))
  const text = (path: string): string => readFileSync(join(dist, path), 'utf8')

  test('holds nothing shaped like a key', () => {
    const keyShaped = /\b(?:ap|ak|whsec)_(?:[a-z]+_)?[A-Za-z0-9]{12,}|\beyJ[\w-]{8,}\.[\w-]{8,}|\bBearer [A-Za-z0-9._-]{12,}/
    expect(keyShaped.test(`x ap_${'a1'.repeat(8)}`)).toBe(true)
    expect(files.filter((path) => keyShaped.test(text(path)))).toEqual([])
  })

  test('knows nothing of the machine that built it', () => {
    const wrong = files.filter((path) => text(path).includes(root) || /\b(?:import|from)\s*\(?["']\//.test(text(path)))
    expect(wrong).toEqual([])
  })

  test('maps its lines to the sources, which the maps hold', () => {
    const maps = files.filter((path) => path.endsWith('.js.map'))
    expect(maps.length).toBeGreaterThan(10)
    const empty = maps.filter((path) => !text(path).includes('"sourcesContent"'))
    expect(empty).toEqual([])
  })
})

describe.each(['styles.css', 'looks.css'])('%s', (name) => {
  const css = readFileSync(join(dist, name), 'utf8')
  const bare = css.replaceAll(/"[^"]*"|'[^']*'/g, '')

  test('imports nothing, at run time', () => {
    expect(css).not.toMatch(/@import|url\(/)
  })

  test('speaks of nothing but widgets', () => {
    const selectors = bare.match(/(?<=[{}])[^{}@;]+(?=\{)/g) ?? []
    expect(selectors.length).toBeGreaterThan(5)
    // Keyframes have steps for selectors.
    const foreign = selectors.filter((one) => !/\.audiopod/.test(one) && !/^(?:from|to|\d+%)$/.test(one.trim()))
    expect(foreign).toEqual([])
  })

  test('sets only knobs of its own', () => {
    const knobs = bare.match(/(?<=[{;])--[A-Za-z][\w-]*/g) ?? []
    expect(knobs.length).toBeGreaterThan(10)
    expect(knobs.filter((knob) => !knob.startsWith('--audiopod-'))).toEqual([])
  })

  test('stands in the layer audiopod', () => {
    const { outside } = topLevel(css)
    expect(outside).toEqual([])
  })
})

test('styles.css names only classes and knobs of its own', () => {
  const bare = readFileSync(join(dist, 'styles.css'), 'utf8').replaceAll(/"[^"]*"|'[^']*'/g, '')
  const classes = bare.match(/\.-?[A-Za-z_][\w-]*/g) ?? []
  const knobs = bare.match(/--[A-Za-z][\w-]*/g) ?? []
  expect(classes.length).toBeGreaterThan(10)
  expect(classes.filter((name) => !name.startsWith('.audiopod'))).toEqual([])
  expect(knobs.filter((name) => !name.startsWith('--audiopod-'))).toEqual([])
})

/** The at-rules and selectors at the top of a stylesheet that are not the layer's. */
function topLevel(css: string): { outside: string[] } {
  const outside: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < css.length; at += 1) {
    if (css[at] === '{' && (depth += 1) === 1) outside.push(css.slice(start, at).trim())
    if (css[at] === '}' && (depth -= 1) === 0) start = at + 1
    if (css[at] === ';' && depth === 0) start = at + 1
  }
  return { outside: outside.filter((prelude) => !/^@layer audiopod\b|^@(?:keyframes|property) (?:--)?audiopod-/.test(prelude)) }
}
