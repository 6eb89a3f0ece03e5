/** What a key costs in a text of 20,000 characters, at its end and in its middle: Chromium. `node bench/typing.mjs` */
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { chromiumLaunchOptions } from '../scripts/chromium.mjs'
import { print } from './support/print.mjs'

const LENGTH = 20_000
const KEYS = 100
const FRAME_MS = 16

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('page/typing.jsx', import.meta.url))],
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  outdir: 'page',
  // The build of React that people have, but with its Profiler.
  alias: { 'react-dom/client': 'react-dom/profiling' },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
})
const files = new Map(outputFiles.map(({ path, text }) => [path.endsWith('.css') ? '/typing.css' : '/typing.js', text]))
const html = '<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="typing.css"><body><script type="module" src="typing.js"></script>'

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  const file = pathname === '/' ? html : files.get(pathname)
  const type = file === undefined ? 'application/json' : pathname === '/' ? 'text/html' : pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
  response.writeHead(200, { 'Content-Type': type }).end(file ?? answer(pathname))
})

function answer(path) {
  if (path.includes('voice')) return JSON.stringify([{ id: 1, name: 'aura', display_name: 'Aura', voice_type: 'standard', status: 'completed' }])
  return JSON.stringify({ total_available: 100_000, balance: 60_000, payg_balance: 40_000, monthly_allocation: 100_000 })
}

const texts = {
  plain: 'So it goes. '.repeat(LENGTH).slice(0, LENGTH - 2 * KEYS),
  directed: '[whispering] So it goes [sighs] on. '.repeat(LENGTH).slice(0, LENGTH - 2 * KEYS),
}

await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const browser = await chromium.launch(await chromiumLaunchOptions())
const rows = []
try {
  for (const [kind, text] of Object.entries(texts)) {
    const page = await browser.newPage()
    await page.addInitScript(() => {
      globalThis.longTasks = []
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration)
      }).observe({ type: 'longtask' })
    })
    await page.goto(`http://127.0.0.1:${server.address().port}/`)
    const box = page.getByRole('textbox', { name: 'Text' })
    await box.fill(text)
    await page.waitForTimeout(3000)
    for (const place of ['end', 'middle']) {
      await box.focus()
      await box.evaluate((node, at) => node.setSelectionRange(at, at), place === 'end' ? text.length : text.length / 2)
      // What the browser does for a caret in another place is not a key's.
      await page.waitForTimeout(1000)
      await page.evaluate(() => {
        globalThis.commits.length = 0
        globalThis.longTasks.length = 0
      })
      for (let i = 0; i < KEYS; i++) await page.keyboard.press('a', { delay: 5 })
      // So that what waits for the hands to rest is in it.
      await page.waitForTimeout(2000)
      const { commits, longTasks } = await page.evaluate(() => ({ commits: globalThis.commits, longTasks: globalThis.longTasks }))
      const longestAt = commits.indexOf(Math.max(...commits)) + 1
      commits.sort((a, b) => a - b)
      rows.push({
        text: `${LENGTH.toLocaleString('en')} characters, ${kind}`,
        at: place,
        keys: KEYS,
        commits: commits.length,
        'median commit, ms': (commits[Math.floor(commits.length / 2)] ?? 0).toFixed(2),
        'longest commit, ms': (commits.at(-1) ?? 0).toFixed(2),
        'which is number': longestAt,
        [`commits over ${FRAME_MS} ms`]: commits.filter((ms) => ms > FRAME_MS).length,
        'tasks over 50 ms': longTasks.length,
        'longest task, ms': Math.max(0, ...longTasks).toFixed(0),
      })
    }
    await page.close()
  }
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
}
print('Typing into a long text, in Chromium', rows)
