// @ts-check
/**
 * What an app loads, beside what it loads with the peers: gzip, minified, everything inside but React.
 * `node bench/size/run.mjs`; with `--write` docs/bench.md takes the tables.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { print, tableOf } from '../support/print.mjs'
import { comparisons } from './imports.mjs'

/** @typedef {import('./imports.mjs').Import} Import */
/** @typedef {import('../support/print.mjs').Row} Row */

const here = fileURLToPath(new URL('.', import.meta.url))
const page = new URL('../../docs/bench.md', import.meta.url)
const work = mkdtempSync(join(tmpdir(), 'audiopod-react-size-'))

/** Leaves out of a bundle what is imported later; of our languages all but English, of which a page shows one. */
const without = (/** @type {RegExp} */ paths) => ({
  name: 'without',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: paths }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined))
  },
})

/** @param {string} code @param {RegExp} left */
async function bundle(code, left) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: here, loader: code.startsWith('@import') ? 'css' : 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'data:*'],
    loader: { '.woff2': 'empty', '.woff': 'empty' },
    logLevel: 'error',
    plugins: [without(left)],
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

/** Scripts as their package has them: its own bundler's work. Only what is named is fetched, without its dependencies. @param {string} spec @param {RegExp} files */
function published(spec, files) {
  const folder = mkdtempSync(join(work, 'package-'))
  const [packed] = JSON.parse(execFileSync('npm', ['pack', spec, '--json', '--pack-destination', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder])
  const dist = join(folder, 'package/dist')
  return readdirSync(dist).filter((name) => files.test(name)).map((name) => readFileSync(join(dist, name)))
}

/** @param {Import} what */
async function weigh({ code, published: scripts = [] }) {
  const fetched = scripts.flatMap(({ spec, files }) => published(spec, files))
  const first = [...(code === undefined ? [] : [await bundle(code, /./)]), ...fetched]
  const all = [...(code === undefined ? [] : [await bundle(code, /\/labels\.\w+\.js$/)]), ...fetched]
  const gzip = (/** @type {Uint8Array[]} */ parts) => parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0)
  return { first: gzip(first), all: gzip(all), minified: first.reduce((sum, part) => sum + part.length, 0) }
}

/** @param {Import[]} imports @returns {Promise<Row[]>} */
async function compare(imports) {
  /** @type {number | undefined} */
  let ours
  const rows = []
  for (const each of imports) {
    const { first, all, minified } = await weigh(each)
    ours ??= first
    rows.push({
      import: each.name,
      'gzip, KB': (first / 1000).toFixed(1),
      'beside ours': (first / ours).toFixed(2),
      'with lazy parts, KB': (all / 1000).toFixed(1),
      'minified, KB': (minified / 1000).toFixed(1),
      ...(imports.some(({ note }) => note) && { note: each.note ?? '' }),
    })
  }
  return rows
}

/** @type {string[]} */
const texts = []
for (const { title, imports } of comparisons) {
  const rows = await compare(imports)
  print(title, rows)
  texts.push(`### ${title}\n\n${tableOf(rows)}`)
}
rmSync(work, { recursive: true })

if (process.argv.includes('--write')) {
  const marks = /(<!-- sizes, written by bench\/size\/run.mjs -->\n)[^]*?(\n<!-- end -->)/
  const text = readFileSync(page, 'utf8')
  if (!marks.test(text)) throw new Error('docs/bench.md has lost the marks between which the tables stand')
  writeFileSync(page, text.replace(marks, (_, begin, end) => `${begin}\n${texts.join('\n\n')}\n${end}`))
}
