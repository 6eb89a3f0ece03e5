import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { scanPieces } from '../../src/check/scanFolder.js'
import { main } from '../../src/cli/main.js'
import { keyOf } from '../check/support/randomKeys.js'

const key = keyOf(3, 'ap_', 'abcdef0123456789', 48)
let cwd: string

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'audiopod-react-check-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

function write(files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), content)
  }
}

async function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const said: string[] = []
  const code = await main(args, { cwd, env, out: (text) => said.push(text), err: (text) => said.push(text) })
  return { code, said: said.join('\n') }
}

test('a folder without keys passes, and it says what was read', async () => {
  write({ 'dist/a.js': 'console.log("ap_south_1_availability_zone_2")' })
  expect(await run(['check', 'dist'])).toEqual({ code: 0, said: 'No AudioPod key in 1 files (0.0 MB).' })
})

test('a key fails it, with file, line and column, and is not printed', async () => {
  write({ 'dist/js/a.js': `"größer"; a\n  const é = "${key}"` })
  const { code, said } = await run(['check', 'dist'])
  expect(code).toBe(1)
  expect(said).toContain('dist/js/a.js:2:14  what looks like an AudioPod key (ap_…, 51 characters)')
  expect(said).not.toContain(key.slice(0, 6))
})

describe.each([
  ['the process', {}, { AUDIOPOD_API_KEY: 'not-of-the-usual-shape' }],
  ['.env', { '.env': 'A=1\nAUDIOPOD_API_KEY="not-of-the-usual-shape"\n' }, {}],
  ['.env.local, prefixed', { '.env.local': 'VITE_AUDIOPOD_API_KEY=not-of-the-usual-shape\n' }, {}],
])('the key in the environment of %s', (_, files, env) => {
  test.each([
    ['as it is', 'not-of-the-usual-shape'],
    ['in base64', Buffer.from('x:not-of-the-usual-shape').toString('base64')],
  ])('is found %s, whatever it looks like', async (__, written) => {
    write({ ...files, 'dist/a.css': `a {\n content: "${written}" }` })
    const { code, said } = await run(['check', 'dist'], env)
    expect(code).toBe(1)
    expect(said).toMatch(/dist\/a\.css:2:1\d {2}the value of (?:VITE_)?AUDIOPOD_API_KEY \(not…, 22 characters\)/)
    expect(said).not.toContain('not-of')
  })
})

test('a placeholder in .env, or a key in .env.example, is no secret', async () => {
  write({ '.env': 'AUDIOPOD_API_KEY=ap_your_key_here', '.env.example': 'AUDIOPOD_API_KEY=copied-from-somewhere', 'dist/a.html': 'ap_your_key_here copied-from-somewhere' })
  expect((await run(['check', 'dist'])).code).toBe(0)
})

test('a key that is in a map alone is told with its source and line there', async () => {
  const map = { version: 3, sources: ['../../src/a.ts', '../../src/b.ts'], sourcesContent: ['a', `b\n\n// ${key}`], names: [], mappings: 'AAAA' }
  write({ 'dist/js/a.js.map': JSON.stringify(map) })
  expect((await run(['check', 'dist'])).said).toMatch(/^src\/b\.ts:3:4 {2}what .*\n {4}in dist\/js\/a\.js\.map:1:\d+\n/)
})

test('so is one in a map within the file, and in the parts of an index map', async () => {
  const map = { version: 3, sources: ['../src/b.ts'], sourcesContent: [`\n// ${key}`], names: [], mappings: 'AAAA' }
  const inline = `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`
  write({ 'dist/a.js': `a()\n${inline}`, 'dist/b.js.map': JSON.stringify({ version: 3, sections: [{ offset: { line: 0, column: 0 }, map }] }) })
  const { said } = await run(['check', 'dist'])
  expect(said).toMatch(/^src\/b\.ts:2:4 {2}what .*\n {4}in dist\/a\.js:2:5, dist\/b\.js\.map:1:\d+\n/)
})

test('a script in one line is told by its source, through the map beside it', async () => {
  // What esbuild makes of `const a = 1\nsend("ap_…")`, with a space for the line break.
  const map = { version: 3, sources: ['../src/a.ts'], sourcesContent: [], names: [], mappings: 'AAAA,YACA' }
  write({ 'dist/a.js': `const a = 1;send("${key}")`, 'dist/a.js.map': JSON.stringify(map) })
  expect((await run(['check', 'dist'])).said).toMatch(/^src\/a\.ts:2:1 {2}what .*\n {4}in dist\/a\.js:1:19\n/)
})

test('what is packed is unpacked, and what is binary is read', async () => {
  write({
    'dist/a.js.gz': gzipSync(`x\n"${key}"`),
    'dist/b.js.br': brotliCompressSync(`"${key}"`),
    'dist/c.wasm': Buffer.concat([Buffer.from([0, 97, 115, 109, 255, 254]), Buffer.from(key), Buffer.from([0, 1])]),
    'dist/d.wasm': Buffer.concat([Buffer.from([0, 97, 115, 109, 255, 254]), Buffer.from(key, 'utf16le')]),
    'dist/e.gz': 'no gzip',
  })
  const { said } = await run(['check', 'dist'])
  for (const place of ['dist/a.js.gz:2:2', 'dist/b.js.br:1:2', 'dist/c.wasm:1:', 'dist/d.wasm:1:']) expect(said).toContain(place)
})

test('a file too large to be read at once is read in pieces that overlap', () => {
  const lines = Array.from({ length: 900 }, (_, index) => (index % 100 === 50 ? key : 'a line of no account'))
  write({ 'a.bin': lines.join('\n') })
  const places = scanPieces(join(cwd, 'a.bin'), 'a.bin', { secrets: [] }, 5000).map(({ place }) => `${place.line}:${place.column}`)
  expect([...new Set(places)]).toEqual(lines.flatMap((line, index) => (line === key ? [`${index + 1}:1`] : [])))
})

test('--json gives the same for programs, without the secret', async () => {
  write({ 'dist/a.js': `\n"${key}"` })
  const { code, said } = await run(['check', 'dist', '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(said)).toEqual({
    findings: [{ file: 'dist/a.js', line: 2, column: 2, what: 'what looks like an AudioPod key', masked: 'ap_…, 51 characters', builtIn: [] }],
    files: 1,
    bytes: 54,
  })
})

test('--allow lets exactly one text pass', async () => {
  write({ 'dist/a.js': `"${key}"` })
  expect((await run(['check', 'dist', '--allow', key])).code).toBe(0)
  expect((await run(['check', 'dist', '--allow', key.slice(0, -1)])).code).toBe(1)
})

test.each([
  [['check'], 'Which folder?'],
  [['check', 'dits'], 'There is no dits.'],
  [['check', '.', '--jsno'], "Unknown option '--jsno'"],
  [['check', 'empty'], 'There is no file in empty'],
  [['chekc'], 'audiopod-react has no command "chekc".'],
  [[], 'Usage: audiopod-react <command>'],
])('%j is misuse, which is 2 and not a pass', async (args, message) => {
  mkdirSync(join(cwd, 'empty'))
  const { code, said } = await run(args)
  expect(code).toBe(2)
  expect(said).toContain(message)
})

test.each([['--help'], ['check', '--help'], ['--version']])('%s is told', async (...args) => {
  expect(await run(args)).toMatchObject({ code: 0, said: expect.stringMatching(/^Usage: |^\d+\.\d+\.\d+/) })
})
