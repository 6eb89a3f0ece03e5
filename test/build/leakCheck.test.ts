import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { audiopodLeakCheck } from 'audiopod-react/vite'
import { build as esbuild } from 'esbuild'
import { build, createServer, type InlineConfig } from 'vite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keyOf } from '../check/support/randomKeys.js'
import { root } from './support/dist.js'

const key = keyOf(11, 'ap_', 'abcdefghijklmnopqrstuvwxyz0123456789', 32)
const masked = 'ap_…, 35 characters'
let app: string

beforeEach(() => {
  app = realpathSync(mkdtempSync(join(tmpdir(), 'audiopod-react-leaks-')))
  write({ 'index.html': '<!doctype html><script type="module" src="/src/main.js"></script>', 'src/main.js': 'document.title = "fine"' })
  mkdirSync(join(app, 'node_modules'))
  symlinkSync(root, join(app, 'node_modules/audiopod-react'))
})
afterEach(() => rmSync(app, { recursive: true }))

function write(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(app, path)), { recursive: true })
    writeFileSync(join(app, path), content)
  }
}

/** What the build says: '' where it passes. Files are named from the app's folder. */
async function outcome(config: InlineConfig = {}, options?: Parameters<typeof audiopodLeakCheck>[0]): Promise<string> {
  const common: InlineConfig = { root: app, configFile: false, logLevel: 'silent', plugins: [audiopodLeakCheck(options)] }
  try {
    await build({ ...common, ...config })
    return ''
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    expect(message).not.toContain(key.slice(3, 9))
    return message.replaceAll(/(?:\.\.\/)*(?:[\w.-]+\/)*audiopod-react-leaks-\w+\//g, '')
  }
}

test('a page without keys is built', async () => {
  write({ '.env': `AUDIOPOD_API_KEY=${key}\nVITE_TITLE=fine`, 'src/main.js': 'document.title = import.meta.env.VITE_TITLE + "ap_south_1_availability_zone"' })
  expect(await outcome({ build: { sourcemap: true } })).toBe('')
})

describe.each([false, true, 'inline', 'hidden'] as const)('with sourcemap %s, a build fails for a key in', (sourcemap) => {
  test('a script, and names its line', async () => {
    write({ 'src/main.js': `import './key.js'`, 'src/key.js': `const { a } = globalThis\n\ndocument.title = '${key}' + a` })
    expect(await outcome({ build: { sourcemap } })).toContain(`src/key.js:3:19  what looks like an AudioPod key (${masked})\n    in dist/assets/index-`)
  })

  test('a JSON file, and a stylesheet', async () => {
    write({
      'src/main.js': 'import "./a.css"\nimport data from "./a.json"\ndocument.title = data.key',
      'src/a.json': `{\n  "key": "${key}"\n}`,
      'src/a.css': `a {}\nb {\n  background: url("https://a.example/?key=${key}") }`,
    })
    const message = await outcome({ build: { sourcemap } })
    expect(message).toContain('src/a.json:2:11  what')
    expect(message).toContain('src/a.css:3:43  what')
  })
})

test('a key that only a comment has is in the map, and found there', async () => {
  write({ 'src/main.js': `// the key: ${key}\ndocument.title = 'fine'` })
  expect(await outcome()).toBe('')
  expect(await outcome({ build: { sourcemap: true } })).toMatch(/^src\/main\.js:1:13 {2}what .*\n {4}in dist\/assets\/index-[\w-]+\.js\.map:1:/m)
  expect(await outcome({ build: { sourcemap: 'inline' } })).toMatch(/^src\/main\.js:1:13 {2}what/m)
})

test('a key in public/ and in index.html is named where it stands', async () => {
  write({ 'public/config/a.txt': `\n key=${key}`, 'index.html': `<!doctype html>\n<meta name="key" content="${key}">` })
  const message = await outcome()
  expect(message).toContain('public/config/a.txt:2:6  what')
  expect(message).toMatch(/index\.html:\d+:\d+ {2}what/)
})

test('a variable that Vite exposes is named with its file and line, before anything is built', async () => {
  write({ '.env.local': `# mine\nVITE_AUDIOPOD_API_KEY=${key}` })
  expect(await outcome()).toContain(`.env.local:2:1  the value of import.meta.env.VITE_AUDIOPOD_API_KEY (${masked})`)
})

test('so is the key itself, of whatever shape, where envPrefix exposes it', async () => {
  write({ '.env': 'AUDIOPOD_API_KEY=of-another-shape' })
  expect(await outcome({ envPrefix: 'AUDIOPOD_' })).toContain('.env:1:1  the value of import.meta.env.AUDIOPOD_API_KEY (of-…, 16 characters)')
})

test('a define is named with the line of the config', async () => {
  const config = `import { audiopodLeakCheck } from 'audiopod-react/vite'\nexport default {\n  plugins: [audiopodLeakCheck()],\n  define: { 'globalThis.KEY': JSON.stringify('${key}') } }`
  write({ 'vite.config.mjs': config })
  expect(await outcome({ plugins: [], configFile: join(app, 'vite.config.mjs') })).toContain(`vite.config.mjs:4:14  the value of the define globalThis.KEY (${masked})`)
})

test("the value of the process's AUDIOPOD_API_KEY is found in a define of the whole environment", async () => {
  vi.stubEnv('AUDIOPOD_API_KEY', 'of-another-shape')
  expect(await outcome({ define: { 'process.env': { AUDIOPOD_API_KEY: 'of-another-shape' } } })).toContain('the value of the define process.env')
})

test('the dev server does not start with an exposed key', async () => {
  write({ '.env.development': `VITE_KEY=${key}` })
  const started = createServer({ root: app, configFile: false, logLevel: 'silent', plugins: [audiopodLeakCheck()], server: { middlewareMode: true, ws: false } })
  await expect(started).rejects.toThrow(/\.env\.development:1:1 {2}the value of import\.meta\.env\.VITE_KEY/)
})

test('a build for a server may hold what a server may', async () => {
  write({ 'src/server.js': `export { createAudioPodProxy } from 'audiopod-react/server'\nexport const key = '${key}'` })
  expect(await outcome({ build: { ssr: 'src/server.js', outDir: 'server' } })).toBe('')
})

test('of a build with environments the one for browsers is looked at', async () => {
  write({ 'src/server.js': `export const key = '${key}'` })
  const environments = { ssr: { build: { outDir: 'server', rolldownOptions: { input: join(app, 'src/server.js') } } } }
  const { createBuilder } = await import('vite')
  const builder = await createBuilder({ root: app, configFile: false, logLevel: 'silent', plugins: [audiopodLeakCheck()], environments })
  await builder.buildApp()
  for (const environment of Object.values(builder.environments)) await builder.build(environment)
  write({ 'src/main.js': `document.title = '${key}'` })
  await expect(builder.build(builder.environments['client']!)).rejects.toThrow('src/main.js:1:19')
})

test('audiopod-react/server in a build for browsers names who imports it', async () => {
  write({ 'src/main.js': `import './proxy.js'`, 'src/proxy.js': `\nimport { createAudioPodProxy } from 'audiopod-react/server'\ndocument.title = createAudioPodProxy({})` })
  expect(await outcome()).toContain('src/proxy.js:2:38  imports audiopod-react/server')
  // Where it is not used it is not in the build.
  write({ 'src/proxy.js': `import { createAudioPodProxy } from 'audiopod-react/server'\nexport const proxy = () => createAudioPodProxy({})` })
  expect(await outcome()).toBe('')
})

test('what is allowed passes', async () => {
  write({ 'src/main.js': `document.title = '${key}'` })
  expect(await outcome({}, { allow: [key] })).toBe('')
})

describe('npx audiopod-react check', () => {
  async function check(...folders: string[]): Promise<{ code: number; said: string }> {
    const command = [join(root, 'dist/cli.js'), 'check', ...folders]
    return promisify(execFile)(process.execPath, command, { cwd: app }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
    )
  }

  test.each(['linked', 'inline', false] as const)('finds a key in what esbuild makes, with sourcemap %s', async (sourcemap) => {
    write({ 'src/main.js': `const a = 1\nconsole.log('${key}', a)` })
    await esbuild({ absWorkingDir: app, entryPoints: ['src/main.js'], outdir: 'out', bundle: true, minify: true, sourcemap, logLevel: 'silent' })
    expect(await check('out')).toMatchObject({ code: 1, said: expect.stringContaining(sourcemap === false ? 'out/main.js:1:' : 'src/main.js:2:14  what') })
  })

  test('passes the package, the catalogue and the demo', async () => {
    await build({ configFile: join(root, 'demo/vite.config.ts'), logLevel: 'silent', build: { outDir: join(app, 'demo'), sourcemap: true } })
    const { code, said } = await check(join(root, 'dist'), join(root, 'storybook-static'), 'demo')
    expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^No AudioPod key in \d{4,} files/) })
  })
})
