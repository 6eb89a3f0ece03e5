/** 10,000 API keys in a real Chromium: script until they are painted, found, sorted. `node bench/keys.mjs [--only table,virtual,plain]` */
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { chromiumLaunchOptions } from '../scripts/chromium.mjs'
import { print } from './support/print.mjs'

const KEYS = 10_000
const ROUNDS = 3
const ways = [
  ['table', 'ApiKeyTable'],
  ['virtual', 'a list with @tanstack/react-virtual'],
  ['plain', 'a plain table, all rows'],
]
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',')
const chosen = process.argv.includes('--only') ? ways.filter(([view]) => only?.includes(view)) : ways

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('page/keys/main.jsx', import.meta.url))],
  bundle: true,
  splitting: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  outdir: '/page',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
})
const files = new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*\/page/, ''), text]))
const html = '<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="main.css"><body><script type="module" src="main.js"></script>'
const listed = JSON.stringify(
  Array.from({ length: KEYS }, (_, id) => ({ id, name: `Key ${id}`, status: 'active', scopes: ['*'], created_at: '2026-01-01T00:00:00Z', expires_at: null, last_used_at: null })),
)

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  const type = pathname.endsWith('.css') ? 'text/css' : pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
  if (pathname.startsWith('/api/')) return void response.writeHead(200, { 'Content-Type': 'application/json' }).end(listed)
  response.writeHead(200, { 'Content-Type': type }).end(files.get(pathname) ?? html)
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const browser = await chromium.launch(await chromiumLaunchOptions())

/** Runs `act` in the page and gives ms until the frame after it: of script, and in all. */
async function measure(page, cdp, act) {
  const before = await metrics(cdp)
  const all = await page.evaluate(`(async () => {
    const begun = performance.now()
    { ${act} }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - begun
  })()`)
  return { script: (await metrics(cdp)).ScriptDuration - before.ScriptDuration, all: all / 1000 }
}

async function metrics(cdp) {
  const { metrics: list } = await cdp.send('Performance.getMetrics')
  return Object.fromEntries(list.map(({ name, value }) => [name, value]))
}

const type = (text) => `
  const box = document.querySelector('input[type=search]')
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, ${JSON.stringify(text)})
  box.dispatchEvent(new Event('input', { bubbles: true }))`
const acts = {
  'first paint': 'show()',
  filter: type('worker 77'),
  'filter cleared': type(''),
  sort: `[...document.querySelectorAll('button')].find((button) => button.textContent === 'Name').click()`,
}

async function open(view) {
  const page = await browser.newPage({ viewport: { width: 1024, height: 800 } })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  await page.goto(`http://127.0.0.1:${server.address().port}/`)
  return { page, cdp, view }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] * 1000
const rows = []
try {
  let ours
  for (const [view, name] of chosen) {
    const taken = Object.fromEntries(Object.keys(acts).map((act) => [act, []]))
    for (let round = 0; round < ROUNDS; round++) {
      const { page, cdp } = await open(view)
      await page.evaluate(([which, count]) => globalThis.prepare(which, count), [view, KEYS])
      await page.locator('input[type=search]').waitFor()
      await page.waitForTimeout(500)
      for (const [act, source] of Object.entries(acts)) taken[act].push(await measure(page, cdp, source))
      await page.close()
    }
    const figures = Object.values(taken).map((list) => [median(list.map(({ script }) => script)), median(list.map(({ all }) => all))])
    ours ??= figures
    const row = { way: name }
    for (const [index, act] of Object.keys(acts).entries()) {
      const [script, all] = figures[index]
      row[`${act}: script, ms`] = script.toFixed(1)
      row['in all'.padEnd(6 + index)] = all.toFixed(0)
      row[`times ours`.padEnd(10 + index)] = (all / ours[index][1]).toFixed(1)
    }
    rows.push(row)
  }
  const scripts = []
  for (let round = 0; round < ROUNDS; round++) {
    const { page, cdp } = await open('widget')
    const before = await metrics(cdp)
    await page.evaluate(() => globalThis.prepare('widget', 0))
    await page.locator('[role=rowheader]').first().waitFor()
    scripts.push((await metrics(cdp)).ScriptDuration - before.ScriptDuration)
    await page.close()
  }
  rows.push({ way: 'ApiKeys, from the answer on', 'first paint: script, ms': median(scripts).toFixed(1) })
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
}
print(`${KEYS} API keys, in Chromium`, rows)
