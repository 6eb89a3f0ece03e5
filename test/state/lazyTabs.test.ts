import { afterEach, expect, test, vi } from 'vitest'
import { createFakeBrowser, type FakeTab } from './tabs/fakeBrowser.js'

// Each test is a page of its own: what is fetched once a page is to be fetched in each.
afterEach(() => {
  vi.doUnmock('../../src/state/tabs/createTabs.js')
  vi.resetModules()
})

async function arrange(tab: FakeTab) {
  const { createConnection, createLight } = await import('../../src/client/index.js')
  const { createLazyTabs } = await import('../../src/state/lazyTabs.js')
  const connection = createConnection(
    { endpoint: 'http://localhost/api/audiopod', fetch: () => new Promise(() => {}) },
    createLight,
  )
  const nothing = () => {}
  const given = { live: () => [], onJobs: nothing, onAnswer: nothing }
  return createLazyTabs({ connection, userId: 'ada', ports: tab.ports, ...given })
}

const call = (signal: AbortSignal) => ({ signal, isRefresh: false, onWait: () => {} })

test('a read that begins before anything has come is answered once it has', async () => {
  const browser = createFakeBrowser()
  const tabs = await arrange(browser.open())
  const answer = tabs.read('credits.get', () => Promise.resolve(7), call(new AbortController().signal))
  tabs.open()
  expect(await answer).toBe(7)
  tabs.close()
})

test('who has left while it came opens nothing afterwards, whatever still waits to be read', async () => {
  const browser = createFakeBrowser()
  const tabs = await arrange(browser.open())
  tabs.open()
  const answer = tabs.read('credits.get', () => Promise.resolve(7), call(new AbortController().signal))
  tabs.close()
  await answer
  expect(browser.said).toEqual([])
})

test('where it cannot be had each tab reads alone', async () => {
  vi.doMock('../../src/state/tabs/createTabs.js', () => {
    throw new Error('No network.')
  })
  const browser = createFakeBrowser()
  const tabs = await arrange(browser.open())
  tabs.open()
  expect(await tabs.read('credits.get', () => Promise.resolve(7), call(new AbortController().signal))).toBe(7)
  expect(await tabs.shared()).toBeUndefined()
  expect(browser.said).toEqual([])
})
