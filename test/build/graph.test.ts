import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type BuiltFile, builtFiles, dist, packagesOf, reachedFrom, root } from './support/dist.js'

const run = promisify(execFile)

const fromReact = /^(?:react|react-dom|swr|zustand|downshift)(?:\/|$)/
/** The index only passes them on, and must stay importable where there is no client. */
const usesHooks = ({ path, imports }: BuiltFile): boolean =>
  path !== 'index.js' &&
  imports.some(({ names }) => names.some((name) => /^use[A-Z]|^createContext$|^Component$|^createPortal$/.test(name)))

const writesJsx = ({ imports }: BuiltFile): boolean => imports.some(({ specifier }) => specifier.endsWith('/jsx.js'))

describe('server', () => {
  test('is portable: no module of Node, and no package but one that needs none', () => {
    expect(packagesOf(reachedFrom('server.js'))).toEqual(['ipaddr.js'])
  })

  test('reaches only its own files, api and errors', () => {
    const folders = new Set(reachedFrom('server.js').map(({ path }) => path.split('/')[0]))
    expect([...folders].sort()).toEqual(['api', 'errors', 'server', 'server.js', 'version.js'])
  })

  test('uses undici as well, and no other package, where it runs on Node', () => {
    const packages = packagesOf(reachedFrom('server.node.js')).filter((name) => !name.startsWith('node:'))
    expect(packages.sort()).toEqual(['ipaddr.js', 'undici'])
  })

  test.each([
    ['workerd', 'server.js'],
    ['edge-light', 'server.js'],
    ['worker', 'server.js'],
    ['browser', 'server.browser.js'],
    // Both have the condition `node` too, and bundles for Workers have `browser`.
    ['deno', 'server.js'],
    ['bun', 'server.js'],
    ['workerd --conditions=worker --conditions=browser', 'server.js'],
    ['node', 'server.node.js'],
  ])('is for %s what %s is', async (condition, file) => {
    const program = "console.log(import.meta.resolve('audiopod-react/server'))"
    const { stdout } = await run(process.execPath, [...`--conditions=${condition}`.split(' '), '--input-type=module', '-e', program], { cwd: root })
    expect(stdout.trim()).toBe(pathToFileURL(join(dist, file)).href)
  })

  test('is the portable one where no condition is known', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, object> }
    expect(Object.entries(manifest.exports['./server'] ?? {}).at(-1)).toEqual(['default', './dist/server.js'])
  })
})

test('the plugin for Vite and the command need nothing but Node', () => {
  const packages = packagesOf([...reachedFrom('vite.js'), ...reachedFrom('cli.js')])
  expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([])
  const folders = new Set([...reachedFrom('vite.js'), ...reachedFrom('cli.js')].map(({ path }) => path.split('/')[0]))
  expect([...folders].sort()).toEqual(['check', 'cli', 'cli.js', 'version.js', 'vite', 'vite.js'])
})

test.each(['undici', 'ipaddr.js'])('nothing that a browser loads holds %s', (name) => {
  expect(packagesOf([...reachedFrom('index.js'), ...reachedFrom('testing.js')])).not.toContain(name)
})

describe('testing', () => {
  test('needs msw and nothing else', () => {
    expect(packagesOf(reachedFrom('testing.js'))).toEqual(['msw'])
  })

  test('reaches only its own files', () => {
    const folders = new Set(reachedFrom('testing.js').map(({ path }) => path.split('/')[0]))
    expect([...folders].sort()).toEqual(['testing', 'testing.js'])
  })
})

test('the client, the errors and the state run where there is no React', () => {
  const pure = builtFiles.filter(({ path }) => /^(?:api|errors|schedule|client|state)\//.test(path))
  expect(pure.length).toBeGreaterThan(10)
  expect(packagesOf(pure).filter((name) => name !== 'zustand/vanilla')).toEqual([])
})

test('the index imports no module of Node', () => {
  expect(packagesOf(reachedFrom('index.js')).filter((name) => name.startsWith('node:'))).toEqual([])
})

test('what is said to developers alone is fetched late, but what asks for it', () => {
  const atOnce = reachedFrom('index.js', 'at once').filter(({ path }) => path.startsWith('development/'))
  const files = ['outsideProvider', 'shared', 'tellOnce', 'watch'].map((name) => `development/${name}.js`)
  expect(atOnce.map(({ path }) => path).sort()).toEqual(files)
})

describe('languages', () => {
  const others = ({ path }: BuiltFile) => /^i18n\/(?:labels\.)?(?:ar|de|es|fr|ja|zh)\b/.test(path)

  test('but English are not in what widgets bring, and are fetched later', () => {
    expect(reachedFrom('index.js', 'at once').filter(others)).toEqual([])
    expect(reachedFrom('index.js').filter(others).length).toBeGreaterThan(40)
  })

  test('are loaded one at a time', () => {
    const trees = reachedFrom('i18n/labels.de.js').map(({ path }) => path)
    expect(trees.filter((path) => !/^i18n\/(?:de\/\w+|labels\.de)\.js$/.test(path))).toEqual([])
  })
})

describe("'use client'", () => {
  test('stands in every file that uses hooks', () => {
    const files = builtFiles.filter(usesHooks)
    expect(files.length).toBeGreaterThan(5)
    expect(files.filter(({ isClient }) => !isClient).map(({ path }) => path)).toEqual([])
  })

  test('stands in no file that has nothing of React', () => {
    const marked = builtFiles.filter(({ isClient }) => isClient)
    const wrong = marked.filter((file) => !usesHooks(file) && !writesJsx(file) && !packagesOf([file]).some((name) => fromReact.test(name)))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test("is not in what JSX is compiled to, the one file that imports React's", () => {
    const withJsx = builtFiles.filter(({ imports }) => imports.some(({ specifier }) => specifier === 'react/jsx-runtime'))
    expect(withJsx.map(({ path, isClient }) => ({ path, isClient }))).toEqual([{ path: 'jsx.js', isClient: false }])
  })

  test('does not make the client and the errors of the index unusable on a server', () => {
    const marked = [...reachedFrom('server.js'), ...reachedFrom('testing.js'), ...builtFiles].filter(
      ({ path, isClient }) => isClient && !/^(?:react|components|theme|i18n|devtools)\//.test(path),
    )
    expect(marked.map(({ path }) => path)).toEqual([])
  })
})
