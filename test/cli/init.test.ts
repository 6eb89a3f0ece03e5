import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { transformWithOxc } from 'vite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.js'
import { type Files, freshApps } from '../support/freshApps.js'

let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'audiopod-react-init-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function write(files: Files, folder = cwd): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

function read(folder = cwd): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile())
  return Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]))
}

async function run(args: string[], folder = cwd): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const code = await main(args, { cwd: folder, env: {}, out: (text) => said.push(text), err: (text) => said.push(text) })
  return { code, said: said.join('\n') }
}

/** What is new since, with its content; that nothing which was there has changed, but for what was added at its end. */
function newSince(before: Files): Files {
  const after = read()
  for (const [path, content] of Object.entries(before)) {
    const mayGrow = path.endsWith('.gitignore') || path.endsWith('.env.example')
    expect(mayGrow ? after[path]?.slice(0, content.length) : after[path], path).toBe(content)
  }
  return Object.fromEntries(Object.entries(after).filter(([path]) => before[path] === undefined))
}

const expected: Record<keyof typeof freshApps, string[]> = {
  'next-app': ['app/api/audiopod/[...path]/route.ts', 'components/AudioPod.tsx'],
  'next-pages': ['src/pages/api/audiopod/[...path].js', 'src/components/AudioPod.jsx'],
  'react-router': ['app/routes/api.audiopod.$.ts', 'app/components/AudioPod.tsx'],
  vite: ['server/audiopod.mjs', 'src/AudioPod.tsx'],
  express: ['server/audiopod.js', 'src/AudioPod.jsx'],
  hono: ['src/audiopod.ts'],
  node: ['server/audiopod.mjs'],
}

describe.each(Object.entries(freshApps))('In a fresh app of %s', (name, files) => {
  const paths = Object.entries(expected).find(([each]) => each === name)?.[1] ?? []
  beforeEach(() => write(files))

  test('it writes the proxy and the provider, says so, and changes nothing that is there', async () => {
    const before = read()
    const { code, said } = await run(['init'])
    expect(code).toBe(0)
    expect(said).toContain(`(${name}), ${paths.some((path) => /tsx?$/.test(path)) ? 'TypeScript' : 'JavaScript'}`)
    const written = newSince(before)
    expect(Object.keys(written).filter((path) => !path.startsWith('.')).toSorted()).toEqual(paths.toSorted())
    expect(read()['.env.example']).toMatch(/^AUDIOPOD_API_KEY=$/m)
    for (const path of Object.keys(written)) expect(said).toContain(path)
    for (const path of paths) await transformWithOxc(written[path] ?? '', path)
  })

  test('a second time it changes nothing, and says that all was there', async () => {
    await run(['init'])
    const before = read()
    const { code, said } = await run(['init'])
    expect(code).toBe(0)
    expect(said).not.toMatch(/^ {2}(?:wrote|added)/m)
    expect(read()).toEqual(before)
  })

  test('a dry run names the same files, and writes none', async () => {
    const dry = await run(['init', '--dry-run'])
    expect(dry.code).toBe(0)
    expect(read()).toEqual(files)
    const { said } = await run(['init'])
    for (const line of said.match(/^ {2}(?:wrote|added to) .*$/gm) ?? []) expect(dry.said).toContain(line.trim().split(/ {2,}/).at(-1))
  })

  test('what it writes holds nothing shaped like a key', async () => {
    await run(['init'])
    expect(await run(['check', '.'])).toMatchObject({ code: 0 })
  })
})

test('whatever is there already stays as it was, byte by byte', async () => {
  const names = fc.constantFrom<keyof typeof freshApps>('next-app', 'next-pages', 'react-router', 'vite', 'express', 'hono', 'node')
  const content = fc.oneof(fc.string(), fc.constantFrom('', '\r\n', '.env', '.env*\n', 'AUDIOPOD_API_KEY=x', 'OTHER=1\r\n# AUDIOPOD_API_KEY='))
  const there = names.chain((name) =>
    fc.record({ name: fc.constant(name), more: fc.dictionary(fc.constantFrom(...expected[name], '.gitignore', '.env.example', '.env'), content) }),
  )
  await fc.assert(
    fc.asyncProperty(there, async ({ name, more }) => {
      rmSync(cwd, { recursive: true })
      write({ ...freshApps[name], ...more })
      const before = read()
      expect((await run(['init'])).code).toBe(0)
      newSince(before)
      const after = read()
      expect(after['.env.example']).toMatch(/^\s*AUDIOPOD_API_KEY=/m)
      await run(['init'])
      expect(read()).toEqual(after)
    }),
    { numRuns: 60 },
  )
})

test('a route in the other language is the same route, and no second one is written', async () => {
  write({ ...freshApps['next-app'], 'app/api/audiopod/[...path]/route.js': 'export const GET = () => new Response()' })
  expect((await run(['init'])).said).toMatch(/left +app\/api\/audiopod\/\[\.\.\.path\]\/route\.js\n +is there already, and was not touched/)
  expect(existsSync(join(cwd, 'app/api/audiopod/[...path]/route.ts'))).toBe(false)
})

test('it does not write through a link that leads nowhere', async () => {
  write(freshApps.vite)
  symlinkSync(join(cwd, 'elsewhere.tsx'), join(cwd, 'src/AudioPod.tsx'))
  expect((await run(['init'])).code).toBe(1)
  expect(existsSync(join(cwd, 'elsewhere.tsx'))).toBe(false)
})

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('git, afterwards,', () => {
  test.each([
    ['no .gitignore', undefined],
    ...Object.entries(freshApps).map(([name, files]): [string, string | undefined] => [
      `that of a fresh app of ${name}`,
      Object.entries(files).find(([path]) => path === '.gitignore')?.[1],
    ]),
    ['one with lines of Windows', 'node_modules\r\n/.env\r\n'],
    ['one that lets .env in', '.env*\n!.env.example\n'],
  ])('leaves .env files out and takes the example: %s', async (_, gitignore) => {
    write({ 'package.json': '{}', ...(gitignore === undefined ? {} : { '.gitignore': gitignore }) })
    await run(['init'])
    execFileSync('git', ['init', '--quiet'], { cwd })
    const ignores = (path: string) => spawnSync('git', ['check-ignore', '--quiet', path], { cwd }).status === 0
    expect(['.env', '.env.local', '.env.production', '.env.example'].map(ignores)).toEqual([true, true, true, false])
  })
})

test('in a monorepo it keeps to its folder, and installs as the lock file above asks', async () => {
  write({ 'package.json': '{}', 'pnpm-lock.yaml': '', ...Object.fromEntries(Object.entries(freshApps.vite).map(([path, text]) => [`apps/web/${path}`, text])) })
  const before = read()
  const { said } = await run(['init'], join(cwd, 'apps/web'))
  expect(said).toContain('`pnpm add audiopod-react`')
  expect(Object.keys(newSince(before)).every((path) => path.startsWith('apps/web/'))).toBe(true)
})

test.each([
  ['next-app', '../../README.md', 'export { proxy as GET, proxy as POST, proxy as DELETE, proxy as HEAD, proxy as OPTIONS }'],
  ['express', '../../README.md', "app.use('/api/audiopod', "],
  ['express', '../../README.md', "'/api/audiopod': { target: 'http://localhost:3000', changeOrigin: false }"],
  ['hono', '../../README.md', "app.all('/api/audiopod/*', (c) => proxy(c.req.raw))"],
  ['react-router', '../../docs/recipes/frameworks.md', 'export const loader = ({ request }: { request: Request }) => proxy(request)'],
  ['node', '../../docs/recipes/frameworks.md', "if (req.url?.startsWith('/api/audiopod/')) return void audiopod(req, res)"],
] as const)('for %s it writes, or tells, what stands in %s: %s', async (name, page, line) => {
  expect(readFileSync(new URL(page, import.meta.url), 'utf8')).toContain(line)
  write(freshApps[name])
  const { said } = await run(['init'])
  expect([said, ...Object.values(newSince(freshApps[name]))].join('\n')).toContain(line)
})

test('React Router’s routes by the names of files need no line in routes.ts', async () => {
  write(freshApps['react-router'])
  expect((await run(['init', '--dry-run'])).said).toContain("`route('api/audiopod/*', 'routes/api.audiopod.$.ts')`")
  write({ 'app/routes.ts': "import { flatRoutes } from '@react-router/fs-routes'\nexport default flatRoutes()" })
  expect((await run(['init', '--dry-run'])).said).not.toContain('Add the route')
})

test('--framework decides where more than one would do', async () => {
  write(freshApps.vite)
  expect((await run(['init', '--framework', 'express'])).said).toMatch(/^Express \(express\)/)
  expect(existsSync(join(cwd, 'audiopod.ts'))).toBe(true)
})

test.each([
  ['an app of a framework without a template', { 'package.json': '{"devDependencies":{"@sveltejs/kit":"2","vite":"8"}}' }, 'SvelteKit'],
  ['a folder without a package.json', {}, 'There is no package.json here'],
  ['a package.json that is none', { 'package.json': '{' }, 'package.json cannot be read'],
  ['a file where a folder would be', { 'package.json': '{}', server: '' }, 'server'],
])('%s is told and is 1', async (_, files: Files, message) => {
  write(files)
  const { code, said } = await run(['init'])
  expect(code).toBe(1)
  expect(said).toContain(message)
  expect(newSince(files)).toEqual({})
})

test.each([
  [['init', '--framework', 'rails'], 'There is no template "rails"'],
  [['init', '--dry'], "Unknown option '--dry'"],
  [['init', 'next'], 'next'],
])('%j is misuse, which is 2, and writes nothing', async (args, message) => {
  write(freshApps.node)
  const { code, said } = await run(args)
  expect(code).toBe(2)
  expect(said).toContain(message)
  expect(read()).toEqual(freshApps.node)
})
