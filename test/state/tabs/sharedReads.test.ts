import { loadTabs } from '../../../src/state/lazyTabs.js'
import { beforeAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSimulator } from '../../../src/testing.js'
import { createFakeBrowser } from './fakeBrowser.js'
import { count, hooks, openPage, type PageSettings, pass, START } from './support.js'

beforeAll(loadTabs)

beforeEach(() => vi.useFakeTimers({ now: START }))
afterEach(() => vi.useRealTimers())

function openMany(many: number, settings: PageSettings = {}) {
  const browser = createFakeBrowser()
  const simulator = createSimulator({ plan: 1000 })
  const tabs = Array.from({ length: many }, () => browser.open())
  const open = () => openPage(browser.open(), simulator, settings)
  return { browser, simulator, tabs, open, pages: tabs.map((tab) => openPage(tab, simulator, settings)) }
}

const refusal = { status: 429, headers: { 'Retry-After': '60' }, times: 1 }

describe('a read that a rate limit refused in one tab', () => {
  test('counts down in every tab that waits for it, and is sent again once', async () => {
    const { simulator, pages } = openMany(20)
    simulator.fail('credits.get', refusal)
    for (const page of pages) void page.load('credits.get')
    await pass(500)
    const retryAt = pages.map((page) => page.wait('credits.get')?.retryAt)
    expect(new Set(retryAt).size).toBe(1)
    expect(Date.parse(retryAt[0] ?? '')).toBeGreaterThan(START + 59_000)
    for (const page of pages) {
      expect(page.wait('credits.get')).toMatchObject({ attempt: 1, error: { code: 'rate_limit_exceeded', status: 429 } })
    }
    await pass(58_000)
    expect(count(simulator)).toBe(1)
    await pass(60_000)
    expect(count(simulator)).toBe(2)
    for (const page of pages) {
      expect(page.shown.has('credits.get')).toBe(true)
      expect(page.wait('credits.get')).toBeUndefined()
    }
  })

  test('can be tried at once from another, which is still one request', async () => {
    const { simulator, pages } = openMany(3)
    simulator.fail('credits.get', refusal)
    for (const page of pages) void page.load('credits.get')
    await pass(500)
    pages[2]!.wait('credits.get')?.now()
    await pass(1000)
    expect(count(simulator)).toBe(2)
    for (const page of pages) expect(page.shown.has('credits.get')).toBe(true)
  })

  test('is shown as held by a tab that comes later, which takes the answer that comes of it', async () => {
    const { simulator, pages } = openMany(2)
    simulator.fail('credits.get', refusal)
    void pages[0]!.load('credits.get')
    await pass(30_000)
    void pages[1]!.load('credits.get')
    await pass(100)
    expect(pages[1]!.wait('credits.get')?.retryAt).toBe(pages[0]!.wait('credits.get')?.retryAt)
    await pass(60_000)
    expect(pages[1]!.shown.has('credits.get')).toBe(true)
    expect(count(simulator)).toBe(2)
  })

  test('holds back a tab that opens in the pause, whatever that one asks', async () => {
    const { simulator, pages, open } = openMany(1)
    simulator.fail('credits.get', refusal)
    void pages[0]!.load('credits.get')
    await pass(10_000)
    const late = open()
    for (const hook of hooks) void late.load(hook)
    await pass(40_000)
    expect(count(simulator)).toBe(1)
    for (const hook of hooks) expect(late.wait(hook)?.retryAt).toBeDefined()
    await pass(60_000)
    expect(count(simulator)).toBe(1 + hooks.length)
    expect(late.shown.size).toBe(hooks.length)
  })
})

describe('a read that failed', () => {
  test.each([
    [403, 'forbidden', 1],
    [500, 'server_error', 4],
  ])('with %i is the failure of every tab that waits for it, for the requests of one', async (status, code, requests) => {
    const { simulator, pages } = openMany(20)
    simulator.fail('apiKeys.list', { status, times: Infinity })
    for (const page of pages) void page.load('apiKeys.list')
    await pass(120_000)
    expect(count(simulator)).toBe(requests)
    for (const page of pages) expect(page.failed.get('apiKeys.list')).toMatchObject({ code, status })
  })

  test('for want of a session is one tab’s own: another may have a newer one', async () => {
    const { simulator, pages } = openMany(2)
    simulator.fail('credits.get', { status: 401, times: 1 })
    for (const page of pages) void page.load('credits.get')
    await pass(1000)
    expect(pages.map(({ shown }) => shown.has('credits.get'))).toContain(true)
    expect(pages.map(({ failed }) => failed.has('credits.get'))).toContain(true)
  })

  test('is asked for again by who asks later', async () => {
    const { simulator, pages } = openMany(2)
    simulator.fail('credits.get', { status: 403, times: 1 })
    for (const page of pages) void page.load('credits.get')
    await pass(1000)
    await Promise.all([pages[1]!.load('credits.get'), pass(1000)])
    expect(pages[1]!.shown.has('credits.get')).toBe(true)
    expect(pages[1]!.failed.has('credits.get')).toBe(false)
  })

  test('while it is tried again says so in every tab', async () => {
    const { simulator, pages } = openMany(3)
    simulator.fail('credits.get', { status: 503, headers: { 'Retry-After': '20' }, times: 1 })
    for (const page of pages) void page.load('credits.get')
    await pass(1000)
    for (const page of pages) expect(page.wait('credits.get')).toMatchObject({ attempt: 1, error: { code: 'server_error' } })
    await pass(30_000)
    expect(count(simulator)).toBe(2)
    for (const page of pages) expect(page.wait('credits.get')).toBeUndefined()
  })
})

test('behind a tab that froze in the middle of a read one goes, and not all', async () => {
  const { simulator, pages, tabs } = openMany(8)
  simulator.fail('credits.get', { delay: 3000 })
  void pages[0]!.load('credits.get')
  await pass(60)
  tabs[0]!.freeze()
  for (const page of pages.slice(1)) void page.load('credits.get')
  await pass(12_000)
  expect(pages.slice(1).every(({ shown }) => shown.has('credits.get'))).toBe(true)
  expect(count(simulator)).toBeLessThanOrEqual(2)
})

test('a read that takes long is waited for, since whoever asks tells that it lives', async () => {
  const { simulator, pages } = openMany(5)
  simulator.fail('credits.get', { delay: 25_000 })
  for (const page of pages) void page.load('credits.get')
  await pass(40_000)
  expect(count(simulator)).toBe(1)
  for (const page of pages) expect(page.shown.has('credits.get')).toBe(true)
})

test('what is said of a read by something that is no tab of ours harms nothing', async () => {
  const { browser, simulator, pages } = openMany(1, { uses: ['credits.get'] })
  await pass(1000)
  const channel = browser.said[0]?.channel ?? ''
  const stranger = browser.open().ports.openChannel(channel, () => {})
  void pages[0]!.load('credits.get')
  for (const type of ['held', 'failed', 'hurry', 'ask', 'answer']) {
    for (const said of [{}, { name: 'credits.get {}' }, { name: 'credits.get {}', wait: 4, loss: 'x', since: {}, value: null, sentAt: 'now' }]) {
      stranger.postMessage({ v: 1, type, ...said })
    }
  }
  await pass(2000)
  expect(pages[0]!.failed.size).toBe(0)
  expect(count(simulator)).toBe(2)
})
