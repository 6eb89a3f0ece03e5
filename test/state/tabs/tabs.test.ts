import { loadTabs } from '../../../src/state/lazyTabs.js'
import { beforeAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TabPorts } from '../../../src/state/index.js'
// Loaded by the page when it is needed; here there before time is faked.
import '../../../src/state/tabs/sharedJobs.js'
import { createSimulator } from '../../../src/testing.js'
import { createFakeBrowser, type FakeBrowser } from './fakeBrowser.js'
import { count, hooks, openPage, pass, START } from './support.js'

beforeAll(loadTabs)

beforeEach(() => vi.useFakeTimers({ now: START }))
afterEach(() => vi.useRealTimers())

function openMany(browser: FakeBrowser, many: number, uses: Parameters<typeof openPage>[2] = {}, seconds = 6) {
  const simulator = createSimulator({ jobSeconds: seconds, plan: 1000 })
  const tabs = Array.from({ length: many }, () => browser.open())
  const pages = tabs.map((tab) => openPage(tab, simulator, uses))
  return { simulator, tabs, pages, polls: () => count(simulator, 'speech.get') }
}

/** How often one tab polls for one such job. */
async function pollsOfOne(seconds = 6): Promise<number> {
  const { pages, polls } = openMany(createFakeBrowser(), 1, {}, seconds)
  void pages[0]!.start()
  await pass(60_000)
  pages[0]!.leave()
  return polls()
}

describe('a job', () => {
  test('that one tab starts is shown by all, polled by one, and ends in all', async () => {
    const least = await pollsOfOne()
    const { pages, polls } = openMany(createFakeBrowser(), 10)
    void pages[3]!.start()
    await pass(60_000)
    expect(pages.map((page) => page.statuses())).toEqual(pages.map(() => ['completed']))
    expect(polls()).toBe(least)
    const urls = pages.map((page) => Object.values(page.jobs.store.getState().entries)[0]?.job?.audioUrl)
    expect(new Set(urls).size).toBe(1)
    expect(urls[0]).toMatch(/^http/)
  })

  test('that failed tells its reason in every tab', async () => {
    const { simulator, pages } = openMany(createFakeBrowser(), 3)
    void pages[0]!.start()
    await pass(500)
    simulator.state.failJob(simulator.state.jobs[0]!.id, 'VOICE_UNAVAILABLE')
    await pass(30_000)
    for (const page of pages) {
      const [entry] = Object.values(page.jobs.store.getState().entries)
      expect(entry).toMatchObject({ status: 'failed', error: { code: 'job_failed', reason: 'VOICE_UNAVAILABLE', jobId: entry?.job?.id } })
    }
    const errors = pages.map((page) => Object.values(page.jobs.store.getState().entries)[0]?.error?.message)
    expect(new Set(errors).size).toBe(1)
  })

  test('is shown by a tab that opens while it runs', async () => {
    const browser = createFakeBrowser()
    const { simulator, pages } = openMany(browser, 2)
    void pages[0]!.start()
    await pass(2000)
    const late = openPage(browser.open(), simulator)
    await pass(100)
    expect(late.statuses()).toEqual([expect.stringMatching(/pending|processing/)])
    await pass(30_000)
    expect(late.statuses()).toEqual(['completed'])
  })

  test('that nobody knows of any more ends for every tab with the same error', async () => {
    const { simulator, pages, polls } = openMany(createFakeBrowser(), 3)
    simulator.fail('speech.get', { status: 404, times: 1 })
    void pages[0]!.start()
    await pass(30_000)
    expect(polls()).toBe(1)
    for (const page of pages) {
      expect(Object.values(page.jobs.store.getState().entries)[0]?.error).toMatchObject({ code: 'not_found', status: 404 })
    }
  })

  test('of which the leader is tired goes on for those who are not', async () => {
    const { pages } = openMany(createFakeBrowser(), 2)
    void pages[0]!.start()
    await pass(1500)
    const [key = ''] = pages[0]!.jobs.store.getState().keys
    pages[0]!.jobs.stop(key)
    await pass(60_000)
    expect(pages[0]!.statuses()).toEqual(['cancelled'])
    expect(pages[1]!.statuses()).toEqual(['completed'])
  })
})

describe('the leader', () => {
  const leaders = (pages: ReturnType<typeof openPage>[]) => pages.filter(({ session }) => session.tabs.isLeading())

  test('is one, while there is a job, and nobody while there is none', async () => {
    const browser = createFakeBrowser()
    const { pages } = openMany(browser, 5)
    await pass(1000)
    expect(leaders(pages)).toEqual([])
    const before = browser.said.length
    await pass(3_600_000)
    expect(browser.said.length).toBe(before)
    void pages[0]!.start()
    await pass(2000)
    expect(leaders(pages)).toHaveLength(1)
    await pass(60_000)
    expect(leaders(pages)).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('that is killed is followed by another at once, and the job ends everywhere', async () => {
    const { pages, tabs } = openMany(createFakeBrowser(), 3)
    void pages[0]!.start()
    await pass(1500)
    const first = pages.indexOf(leaders(pages)[0]!)
    tabs[first]!.kill()
    const rest = pages.filter((_, index) => index !== first)
    await pass(100)
    expect(leaders(rest)).toHaveLength(1)
    await pass(30_000)
    expect(rest.map((page) => page.statuses())).toEqual([['completed'], ['completed']])
  })

  test('that freezes is followed within five seconds, and steps down when it thaws', async () => {
    const { pages, tabs } = openMany(createFakeBrowser(), 3, {}, 60)
    void pages[0]!.start()
    await pass(1500)
    const first = pages.indexOf(leaders(pages)[0]!)
    tabs[first]!.freeze()
    const rest = pages.filter((_, index) => index !== first)
    await pass(5000)
    expect(leaders(rest)).toHaveLength(1)
    tabs[first]!.thaw()
    await pass(100)
    expect(leaders(pages)).toEqual(leaders(rest))
    await pass(90_000)
    expect(pages.map((page) => page.statuses())).toEqual(pages.map(() => ['completed']))
  })

  test('is one that is seen, if any is', async () => {
    const { pages, tabs } = openMany(createFakeBrowser(), 3, {}, 60)
    for (const tab of tabs) tab.setHidden(true)
    void pages[0]!.start()
    await pass(2000)
    expect(leaders(pages)).toHaveLength(1)
    for (const index of [2, 1, 0, 2]) {
      for (const tab of tabs) tab.setHidden(true)
      await pass(500)
      tabs[index]!.setHidden(false)
      await pass(500)
      expect(leaders(pages)).toEqual([pages[index]])
    }
  })
})

describe('reads', () => {
  test('of a page with five hooks are made once for all tabs that open together', async () => {
    const { simulator, pages } = openMany(createFakeBrowser(), 20, { uses: hooks })
    await pass(2000)
    for (const page of pages) expect(page.shown.size).toBe(5)
    expect(count(simulator)).toBe(5)
  })

  test('a tab that opens later takes what a sibling was just answered, and asks where it was a while ago', async () => {
    const browser = createFakeBrowser()
    const { simulator } = openMany(browser, 1, { uses: hooks })
    await pass(5000)
    const second = openPage(browser.open(), simulator, { uses: hooks })
    await pass(1000)
    expect(second.shown.size).toBe(5)
    expect(count(simulator)).toBe(5)
    await pass(20_000)
    const third = openPage(browser.open(), simulator, { uses: hooks })
    await pass(1000)
    expect(third.shown.size).toBe(5)
    expect(count(simulator)).toBe(10)
  })

  test('a new balance is shown in every tab, for one request', async () => {
    const { simulator, pages } = openMany(createFakeBrowser(), 4, { uses: ['credits.get'] })
    await pass(20_000)
    void pages[1]!.start()
    await pass(30_000)
    expect(count(simulator, 'credits.get')).toBe(2)
    const balances = pages.map(({ shown }) => (shown.get('credits.get') as { totalAvailable: number }).totalAvailable)
    const { subscription, payAsYouGo } = simulator.state.credits
    expect(balances).toEqual(pages.map(() => subscription + payAsYouGo))
  })

  test('an answer from before a change is not taken for one after it', async () => {
    const { simulator, pages } = openMany(createFakeBrowser(), 2, { uses: ['apiKeys.list'] })
    await pass(5000)
    await pages[0]!.load('apiKeys.list')
    const made = pages[1]!.client.apiKeys.create({ name: 'New one' })
    await pass(200)
    const { secret } = await made
    pages[1]!.session.tabs.outdate(['apiKeys.list'])
    void pages[1]!.load('apiKeys.list')
    await pass(500)
    expect(count(simulator, 'apiKeys.list')).toBe(3)
    for (const page of pages) expect(JSON.stringify(page.shown.get('apiKeys.list'))).toContain('New one')
    expect(secret).toMatch(/^ap_/)
  })

  test('are not held up by a sibling that froze in the middle of one', async () => {
    const browser = createFakeBrowser()
    const { pages, tabs } = openMany(browser, 2)
    void pages[0]!.load('credits.get')
    await pass(51)
    tabs[0]!.freeze()
    void pages[1]!.load('credits.get')
    await pass(11_000)
    expect(pages[1]!.shown.has('credits.get')).toBe(true)
  })
})

test('a pause in one tab pauses all', async () => {
  const { simulator, pages } = openMany(createFakeBrowser(), 3)
  simulator.fail('account.get', { status: 429, headers: { 'Retry-After': '30' }, times: 1 })
  void pages[0]!.load('account.get')
  await pass(200)
  for (const page of pages) expect(page.client.rateLimit.getSnapshot().pausedUntil).toBeDefined()
  void pages[1]!.load('credits.get')
  await pass(25_000)
  expect(count(simulator)).toBe(1)
  await pass(20_000)
  expect(pages[1]!.shown.has('credits.get')).toBe(true)
})

test('what is left of the limit is known in all tabs', async () => {
  const { pages } = openMany(createFakeBrowser(), 2)
  void pages[0]!.load('credits.get')
  await pass(200)
  const [own, other] = pages.map((page) => page.client.rateLimit.getSnapshot())
  expect(own?.remaining).toBeDefined()
  expect(other).toEqual(own)
})

test('a tab that opens later knows what is left of the limit, and takes it for no stranger’s burst', async () => {
  const browser = createFakeBrowser()
  const { simulator, pages } = openMany(browser, 2)
  for (const hook of hooks) void pages[0]!.load(hook)
  await pass(2000)
  const late = openPage(browser.open(), simulator)
  await pass(200)
  const known = pages[0]!.client.rateLimit.getSnapshot()
  expect(known.remaining).toBeDefined()
  expect(late.client.rateLimit.getSnapshot()).toEqual(known)
  expect(count(simulator)).toBe(hooks.length)
  // The figures were told twice, and cost nothing.
  expect(pages[1]!.client.rateLimit.getSnapshot()).toEqual(known)
})

describe('nothing is shared', () => {
  test.each([
    ['with another user', { userId: 'user-2' }],
    ['with another endpoint', { endpoint: 'http://localhost/api/other' }],
  ])('%s', async (_, settings) => {
    const browser = createFakeBrowser()
    const { simulator, pages } = openMany(browser, 1, { uses: ['credits.get'] })
    const other = openPage(browser.open(), simulator, { ...settings, uses: ['credits.get'] })
    void pages[0]!.start()
    await pass(30_000)
    expect(other.statuses()).toEqual([])
    // Each its own at first, and the first one's again when its job is over.
    expect(count(simulator, 'credits.get')).toBe(3)
  })

  test('where nobody said who the user is', async () => {
    const browser = createFakeBrowser()
    const { simulator, pages } = openMany(browser, 2, { userId: undefined, uses: ['credits.get'] })
    void pages[0]!.start()
    await pass(30_000)
    expect(pages.map((page) => page.statuses())).toEqual([['completed'], []])
    expect(count(simulator, 'credits.get')).toBe(3)
    expect(browser.names()).toEqual([])
  })

  test('that would tell the user, or is shaped like a key', async () => {
    const browser = createFakeBrowser()
    const { pages } = openMany(browser, 2, { userId: 'someone@example.com', uses: hooks })
    const made = pages[0]!.client.apiKeys.create({ name: 'New one' })
    void pages[0]!.start()
    await pass(30_000)
    const { secret } = await made
    const all = JSON.stringify([browser.names(), browser.said])
    expect(all).not.toContain('someone')
    expect(all).not.toContain(secret)
    expect(all).not.toMatch(/\bap_|\bak_|whsec_/)
    expect(all).not.toContain('Hello there')
  })
})

describe('alone, and correctly', () => {
  const forbidden = () => {
    throw new DOMException('Forbidden.', 'SecurityError')
  }

  test.each([
    ['without the APIs', () => undefined],
    ['where a channel may not be opened', (ports) => ({ ...ports, openChannel: forbidden })],
    ['where a lock may not be had', (ports) => ({ ...ports, locks: { request: () => Promise.reject(new DOMException('No.', 'SecurityError')) } })],
    ['where asking for a lock throws', (ports) => ({ ...ports, locks: { request: forbidden } })],
    ['where nothing may be said', (ports) => ({ ...ports, openChannel: () => ({ postMessage: forbidden, close() {} }) })],
  ] as [string, (ports: TabPorts) => TabPorts | undefined][])('%s', async (_, change) => {
    const simulator = createSimulator({ jobSeconds: 3 })
    const tab = createFakeBrowser().open()
    const page = openPage(tab, simulator, { uses: ['credits.get'], ports: change(tab.ports) })
    void page.start()
    await pass(30_000)
    expect(page.statuses()).toEqual(['completed'])
    expect(page.shown.has('credits.get')).toBe(true)
    page.leave()
    await pass(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('a page that is left leaves no lock, no channel and no timer', async () => {
  const browser = createFakeBrowser()
  const { pages } = openMany(browser, 2, { uses: hooks }, 60)
  void pages[0]!.start()
  await pass(3000)
  for (const page of pages) page.leave()
  await pass(0)
  expect(browser.holders('')).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
  const before = browser.said.length
  await pass(100_000)
  expect(browser.said.length).toBe(before)
})

test('twenty tabs with five hooks and a job cost what one does', async () => {
  // bench/tabs.mjs has the hour.
  const MINUTES = 3
  async function cost(many: number) {
    const browser = createFakeBrowser()
    const simulator = createSimulator({ jobSeconds: 20, credits: 100_000 })
    const pages = []
    for (let i = 0; i < many; i++) {
      pages.push(openPage(browser.open(), simulator, { uses: hooks }))
      await pass(100)
    }
    for (let minute = 0; minute < MINUTES; minute++) {
      const page = pages[minute % many]!
      // The person comes to one tab, starts a job in the next, and lets it come to its end.
      if (minute === 0) for (const hook of hooks) void page.load(hook)
      if (minute === 1) void page.start()
      await pass(60_000)
    }
    for (const page of pages) expect(page.statuses()).toEqual(['completed'])
    expect(simulator.state.requests.every(({ status }) => status < 400)).toBe(true)
    for (const page of pages) page.leave()
    return count(simulator)
  }
  const one = await cost(1)
  const twenty = await cost(20)
  expect(twenty / one).toBeLessThanOrEqual(1.1)
}, 20_000)
