/** How long the page is busy at a time: 1,000 live jobs, 100 widgets, Chromium. `node bench/longTasks.mjs` */
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { chromiumLaunchOptions } from '../scripts/chromium.mjs'
import { print } from './support/print.mjs'

const JOBS = 1000
const LONG_MS = 50
const WATCHED_MS = 20_000
/** So that a tick comes about ten times a second. */
const LIMIT = 1200

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('page/main.jsx', import.meta.url))],
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  outdir: 'page',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
})
const files = new Map(outputFiles.map(({ path, text }) => [path.endsWith('.css') ? '/main.css' : '/main.js', text]))
const html = '<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="main.css"><body><script type="module" src="main.js"></script>'

/** Requests by path, since the last look. */
let requests = {}
const begun = Date.now()
let used = 0
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  const file = pathname === '/' ? html : files.get(pathname)
  if (file !== undefined) {
    const type = pathname === '/' ? 'text/html' : pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
    return void response.writeHead(200, { 'Content-Type': type }).end(file)
  }
  const path = pathname.replace('/api/audiopod', '')
  const name = path.replace(/tts-jobs\/.*/, 'tts-jobs/…')
  requests[name] = (requests[name] ?? 0) + 1
  const reset = { 'X-RateLimit-Limit': LIMIT, 'X-RateLimit-Remaining': LIMIT - (++used % LIMIT), 'X-RateLimit-Reset': Math.ceil(Date.now() / 60_000) * 60 }
  response.writeHead(200, { 'Content-Type': 'application/json', ...reset }).end(JSON.stringify(answer(path)))
})

/** An account that never ends a job; each look at one is a tick of progress. */
function answer(path) {
  const [, id] = /tts-jobs\/(\w+)\/status/.exec(path) ?? []
  if (id) return { id, status: 'processing', progress: Math.min(99, (Date.now() - begun) / 10_000), credits_reserved: 10 }
  if (path === '/credits') return { total_available: 1000, balance: 600, payg_balance: 400, monthly_allocation: 1000 }
  if (path === '/auth/api-keys') return [1, 2, 3].map((key) => ({ id: key, name: `Key ${key}`, status: 'active', scopes: [], created_at: '2026-01-01T00:00:00Z' }))
  if (path.includes('voice')) return [{ id: 1, name: 'aura', display_name: 'Aura', voice_type: 'standard', status: 'completed' }]
  return {}
}

const startedAt = new Date(begun).toISOString()
const jobs = Array.from({ length: JOBS }, (_, i) => ({ key: `key-${i}`, id: `j${i}`, startedAt, status: 'processing', isStopped: false }))

await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const browser = await chromium.launch(await chromiumLaunchOptions())
const rows = []
try {
  for (const count of [0, JOBS]) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.addInitScript(
      ([kept]) => {
        globalThis.longTasks = []
        new PerformanceObserver((list) => {
          for (const { startTime, duration } of list.getEntries()) globalThis.longTasks.push({ startTime, duration })
        }).observe({ type: 'longtask', buffered: true })
        if (kept) sessionStorage.setItem('audiopod-react:jobs:/api/audiopod', kept)
      },
      [count > 0 ? JSON.stringify({ v: 1, user: 'user-ada', jobs: jobs.slice(0, count) }) : ''],
    )
    requests = {}
    await page.goto(`http://127.0.0.1:${server.address().port}/`)
    await page.getByText(`${count} live of ${count}`).waitFor()
    await page.getByText('Key 1').first().waitFor()
    await page.waitForTimeout(3000)
    rows.push(row(`opened, ${count} jobs`, await take(page), requests))
    requests = {}
    await page.waitForTimeout(WATCHED_MS)
    rows.push(row(`${WATCHED_MS / 1000} s of it, ${count} jobs`, await take(page), requests))
    await context.close()
  }
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
}
print(`Long tasks of a page with 100 widgets, in Chromium`, rows)

function take(page) {
  return page.evaluate(() => globalThis.longTasks.splice(0).map(({ duration }) => duration))
}

function row(when, tasks, sent) {
  const { '/voice/tts-jobs/…': ticks = 0, ...others } = sent
  return {
    when,
    ticks,
    'requests of any other resource': Math.max(0, ...Object.values(others)),
    [`tasks over ${LONG_MS} ms`]: tasks.filter((ms) => ms > LONG_MS).length,
    'longest, ms': Math.max(0, ...tasks).toFixed(0),
  }
}
