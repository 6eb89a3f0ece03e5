/** How long the page is busy at a time: 1,000 live jobs, 100 widgets, Chromium. `node bench/longTasks.mjs` */
import { chromium } from 'playwright-core'
import { chromiumLaunchOptions } from '../scripts/chromium.mjs'
import { print } from './support/print.mjs'
import { servePage } from './support/servePage.mjs'
import { traceTasks } from './support/traceTasks.mjs'

const JOBS = 1000
const WIDGETS = 100
const LONG_MS = 50
const OPENED_MS = 4000
const WATCHED_MS = 20_000
const ROUNDS = Number(process.env['ROUNDS'] ?? 3)
/** So that a tick comes ten times a second and more. */
const LIMIT = 1200

const startedAt = new Date().toISOString()
const jobs = Array.from({ length: JOBS }, (_, i) => ({ key: `key-${i}`, id: `j${i}`, startedAt, status: 'processing', isStopped: false }))

const pages = await servePage(LIMIT)
const browser = await chromium.launch(await chromiumLaunchOptions())
try {
  const { trees } = await inPage({ query: '' }, async (page) => ({ trees: await page.evaluate(treesOfWidgets) }))
  const ways = ['render', 'transition', 'frames']
  const opened = []
  for (const slower of [1, 4]) {
    for (const how of ways) opened.push(await opening('plain components', { name: 'plain', query: `how=${how}`, trees, slower }))
    for (const how of ways) opened.push(await opening(`${WIDGETS} widgets`, { query: `how=${how}&times=${WIDGETS}`, slower }))
    for (const times of [1, 5]) opened.push(await opening(`${times} of them`, { query: `times=${times}`, slower }))
  }
  print(`Opening a page with ${JOBS} live jobs, in Chromium, ${ROUNDS} times`, opened)

  const running = await inPage({ query: `times=${WIDGETS}` }, async (page, session) => {
    pages.takeRequests()
    const stop = await traceTasks(session)
    await page.waitForTimeout(WATCHED_MS)
    const { '/voice/tts-jobs/…': ticks = 0, ...others } = pages.takeRequests()
    const tasks = await stop()
    return { ticks, 'of any other resource': Math.max(0, ...Object.values(others)), ...summary([tasks]) }
  })
  print(`${WATCHED_MS / 1000} s of the page with ${WIDGETS} widgets and ${JOBS} jobs`, [running])

  const each = await inPage({ query: 'how=alone' }, (page) => page.evaluate(() => globalThis.measureEach()))
  print(
    `What one widget takes to mount, ms, beside ${JOBS} jobs`,
    each.map(({ widget, first, mounted, laidOut }) => ({ widget, 'in the document': mounted.toFixed(1), 'laid out': laidOut.toFixed(1), 'the first': first.toFixed(1) })),
  )
} finally {
  await browser.close()
  pages.close()
}

async function opening(what, options) {
  const rounds = []
  const requests = []
  for (let i = 0; i < ROUNDS; i++) {
    pages.takeRequests()
    rounds.push(await inPage(options))
    const { '/voice/tts-jobs/…': _, ...others } = pages.takeRequests()
    requests.push(...Object.values(others))
  }
  return {
    what,
    how: new URLSearchParams(options.query).get('how') ?? 'render',
    CPU: options.slower === 1 ? '1' : `1/${options.slower}`,
    'requests a resource': Math.max(0, ...requests),
    ...summary(rounds),
  }
}

/** Opens a page of 1,000 jobs, leaves it some seconds to come to rest, and looks; by default at its tasks until then. */
async function inPage({ name = 'main', query, trees, slower = 1 }, look) {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.addInitScript(
      ([kept, given]) => {
        globalThis.trees = given
        sessionStorage.setItem('audiopod-react:jobs:/api/audiopod', kept)
      },
      [JSON.stringify({ v: 1, user: 'user-ada', jobs }), trees],
    )
    const session = await context.newCDPSession(page)
    if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const stop = look ? undefined : await traceTasks(session)
    await page.goto(`${pages.url}/${name}?${query}`)
    await page.waitForTimeout(OPENED_MS)
    return look ? await look(page, session) : await stop()
  } finally {
    await context.close()
  }
}

function summary(rounds) {
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const longest = (of) => rounds.map((tasks) => Math.max(0, ...tasks.map((task) => task[of])))
  return {
    [`tasks over ${LONG_MS} ms`]: median(rounds.map((tasks) => tasks.filter(({ busy }) => busy > LONG_MS).length)),
    'longest, ms': median(longest('busy')).toFixed(0),
    'in the worst round': Math.max(...longest('busy')).toFixed(0),
    'of that script': median(longest('script')).toFixed(0),
    'by the clock': median(longest('lasted')).toFixed(0),
  }
}

/** In the page: what the widgets have come to, as `[name, attributes, children]`. */
function treesOfWidgets() {
  const names = { class: 'className', for: 'htmlFor', readonly: 'readOnly', tabindex: 'tabIndex', value: 'defaultValue' }
  const toTree = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data
    const attributes = [...node.attributes].filter(({ name }) => name !== 'style').map(({ name, value }) => [names[name] ?? name, value])
    return [node.localName, Object.fromEntries(attributes), [...node.childNodes].map(toTree)]
  }
  return [...document.querySelectorAll('.audiopod')].map(toTree)
}
