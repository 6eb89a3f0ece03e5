import { act } from '@testing-library/react'
import { loadTabs } from '../../src/state/lazyTabs.js'
import { beforeAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useAccount } from '../../src/react/useAccount.js'
import { useApiKeys } from '../../src/react/useApiKeys.js'
import { useCredits } from '../../src/react/useCredits.js'
import { useUsage } from '../../src/react/useUsage.js'
import { useWallet } from '../../src/react/useWallet.js'
import { createFakeBrowser } from '../state/tabs/fakeBrowser.js'
import { openPage } from '../state/tabs/support.js'
import { createKit, type Kit, renderHookWithKit } from '../support/renderWithKit.js'
import { stubTab } from './support/stubTab.js'

beforeAll(loadTabs)

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-23T09:00:00Z') }))
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const focus = () => act(() => void window.dispatchEvent(new Event('focus')))
const comeBackOnline = () => act(() => void window.dispatchEvent(new Event('online')))
const total = (kit: Kit) => kit.simulator.state.requests.length

/** Five hooks, each twice: what two widgets show is still one question. */
const useFive = () =>
  [useCredits(), useUsage(), useWallet(), useAccount(), useApiKeys(), useCredits(), useUsage(), useWallet(), useAccount(), useApiKeys()] as const
const FIVE = ['account.get', 'apiKeys.list', 'credits.get', 'credits.usage', 'wallet.get']

/** The account refuses the next read, whichever that is. */
function refuseNext(kit: Kit) {
  kit.simulator.fail('credits.get', { status: 429, headers: { 'Retry-After': '30' }, times: 1 })
}

async function showFive() {
  const kit = createKit()
  const view = renderHookWithKit(useFive, kit)
  await pass(10_000)
  for (const { data } of view.result.current) expect(data).toBeDefined()
  expect(total(kit)).toBe(5)
  return { kit, ...view }
}

/** What was asked since then, sorted. */
const askedSince = (kit: Kit, from: number) => kit.simulator.state.requests.slice(from).map(({ operation }) => operation).toSorted()

describe('in a pause', () => {
  test('five hooks and a focus event are no request, and then one for each key', async () => {
    const { kit, result } = await showFive()
    refuseNext(kit)
    await act(async () => void result.current[0].mutate())
    await pass(500)
    const before = total(kit)
    focus()
    await pass(6000)
    focus()
    comeBackOnline()
    await pass(12_000)
    focus()
    expect(total(kit)).toBe(before)
    await pass(60_000)
    expect(askedSince(kit, before)).toEqual(FIVE)
  })

  test('a page that is loaded for the first time is the same', async () => {
    const kit = createKit()
    refuseNext(kit)
    renderHookWithKit(useFive, kit)
    await pass(1000)
    const { requests } = kit.simulator.state
    const refused = requests.filter(({ status }) => status === 429).length
    const loaded = total(kit) - refused
    focus()
    comeBackOnline()
    await pass(20_000)
    expect(total(kit)).toBe(loaded + refused)
    await pass(60_000)
    expect(total(kit)).toBe(FIVE.length + refused)
  })

  test('a change that wants what is held back already does not make it two requests', async () => {
    const { kit, result } = await showFive()
    refuseNext(kit)
    await act(async () => void result.current[0].mutate())
    await pass(500)
    const before = total(kit)
    focus()
    // What a created key sets off, and a person who presses a button in his impatience.
    for (let i = 0; i < 3; i++) await act(async () => result.current.forEach(({ mutate }) => void mutate()))
    await pass(20_000)
    expect(total(kit)).toBe(before)
    await pass(60_000)
    expect(askedSince(kit, before)).toEqual(FIVE)
    for (const { isValidating, error } of result.current) expect({ isValidating, error }).toEqual({ isValidating: false, error: undefined })
  })
})

test('a change while a read is on its way is followed by another read: the first may be from before', async () => {
  const { kit, result } = await showFive()
  kit.simulator.fail('apiKeys.list', { delay: 5000 })
  focus()
  await pass(100)
  const before = kit.count('apiKeys.list')
  await act(async () => void result.current[4].create({ name: 'New one' }))
  await pass(10_000)
  expect(kit.count('apiKeys.list')).toBe(before + 1)
  expect(result.current[4].data?.map(({ name }) => name)).toContain('New one')
})

test('focus, reconnection and focus again within two seconds are one request for each key', async () => {
  const { kit } = await showFive()
  focus()
  comeBackOnline()
  focus()
  await pass(1000)
  comeBackOnline()
  await pass(5000)
  expect(askedSince(kit, 5)).toEqual(FIVE)
})

describe('beside another tab', () => {
  async function showBesideSibling() {
    const browser = createFakeBrowser()
    stubTab(browser.open())
    const kit = createKit({}, { userId: 'user-1' })
    const sibling = openPage(browser.open(), kit.simulator, { uses: ['credits.get'] })
    const view = renderHookWithKit(() => ({ ...useCredits(), account: useAccount() }), kit)
    await pass(15_000)
    expect(view.result.current.data).toBeDefined()
    expect(kit.count('credits.get')).toBe(1)
    return { kit, sibling, ...view }
  }

  test('a refresh in a pause is dropped when the answer comes from there', async () => {
    const { kit, sibling, result } = await showBesideSibling()
    kit.simulator.state.credits.subscription = 4321
    kit.simulator.fail('credits.get', { delay: 5000 })
    void sibling.load('credits.get')
    await pass(500)
    kit.simulator.fail('account.get', { status: 429, headers: { 'Retry-After': '30' }, times: 1 })
    await act(async () => void result.current.account.mutate())
    await pass(500)
    expect(result.current.account.retry).toBeDefined()
    const before = total(kit)
    focus()
    await pass(1000)
    expect(result.current.isValidating).toBe(true)
    await pass(4000)
    expect(result.current).toMatchObject({ data: { subscription: 4321 }, retry: undefined, isValidating: false, error: undefined })
    await pass(60_000)
    expect(askedSince(kit, before)).toEqual(['account.get'])
    expect(kit.count('credits.get')).toBe(2)
  })

  test('who does not want to wait there makes one request for both', async () => {
    const { kit, sibling, result } = await showBesideSibling()
    refuseNext(kit)
    await act(async () => void result.current.mutate())
    await pass(500)
    expect(result.current.retry).toBeDefined()
    kit.simulator.state.credits.subscription = 4321
    void sibling.load('credits.get')
    await pass(500)
    sibling.wait('credits.get')?.now()
    await pass(500)
    expect(result.current).toMatchObject({ data: { subscription: 4321 }, retry: undefined, isValidating: false, error: undefined })
    expect(sibling.shown.get('credits.get')).toMatchObject({ subscription: 4321 })
    const before = kit.count('credits.get')
    await pass(60_000)
    expect(kit.count('credits.get')).toBe(before)
  })

  test('a focus event asks for nothing where the sibling was answered a second ago', async () => {
    const { kit, sibling, result } = await showBesideSibling()
    kit.simulator.state.credits.subscription = 1234
    void sibling.load('credits.get')
    await pass(1000)
    expect(kit.count('credits.get')).toBe(2)
    expect(result.current.data?.subscription).toBe(1234)
    focus()
    await pass(10_000)
    expect(kit.count('credits.get')).toBe(2)
  })
})
