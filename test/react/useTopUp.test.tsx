import { act, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { useCredits } from '../../src/react/useCredits.js'
import { useTopUp } from '../../src/react/useTopUp.js'
import { createKit, type Kit, renderHookWithKit } from '../support/renderWithKit.js'

beforeEach(() => sessionStorage.clear())

it('reads what a top-up of credits may be from the account', async () => {
  const kit = createKit()
  const { result } = renderHookWithKit(() => useTopUp(), kit)
  await waitFor(() => expect(result.current.data).toBeDefined())
  expect(result.current.data).toEqual({ creditsPerDollar: 7500, minAmountUsd: 1, maxAmountUsd: 1000, currency: 'USD' })
  await waitFor(() => expect(result.current.balance).toBe(11_250))
})

it('asks nobody for the limits of the wallet, which are AudioPod’s own', async () => {
  const kit = createKit()
  const { result } = renderHookWithKit(() => useTopUp({ of: 'wallet' }), kit)
  expect(result.current.data).toEqual({ minAmountUsd: 1, maxAmountUsd: 10_000, currency: 'USD' })
  await waitFor(() => expect(result.current.balance).toBe(1875))
  expect(kit.count('credits.topUpLimits')).toBe(0)
  expect(kit.count('credits.get')).toBe(0)
})

it('gives a second call the promise of the first', async () => {
  const kit = createKit()
  const { result } = renderHookWithKit(() => useTopUp(), kit)
  await waitFor(() => expect(result.current.balance).toBe(11_250))
  await act(async () => {
    const [first, second] = await Promise.all([result.current.topUp(1000), result.current.topUp(2500)])
    expect(first).toBe(second)
  })
  expect(kit.simulator.state.checkouts.map(({ amountCents }) => amountCents)).toEqual([1000])
  expect(result.current.checkout).toMatchObject({ amountCents: 1000, credits: 75_000 })
})

it('never repeats by itself what may have been opened, and repeats it under the same key when told to', async () => {
  const kit = createKit()
  const { result } = renderHookWithKit(() => useTopUp(), kit)
  await waitFor(() => expect(result.current.balance).toBe(11_250))
  kit.simulator.fail('credits.topUp', { status: 504, times: 1 })
  await act(async () => expect(await result.current.topUp(1000)).toBeUndefined())
  expect(result.current.failure?.code).toBe('unknown_outcome')
  expect(kit.count('credits.topUp')).toBe(1)
  await act(async () => expect(await result.current.repeat()).toMatchObject({ amountCents: 1000 }))
  const keys = kit.simulator.state.requests
    .filter(({ operation }) => operation === 'credits.topUp')
    .map(({ idempotencyKey }) => idempotencyKey)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

it('compares with the balance at the opening, not with one from long before', async () => {
  const kit = createKit({ credits: 1000 })
  const { result } = renderHookWithKit(() => useTopUp(), kit)
  await waitFor(() => expect(result.current.balance).toBe(1000))
  // Somebody else has topped up meanwhile.
  kit.simulator.state.credits.payAsYouGo += 5000
  await act(async () => void (await result.current.topUp(1000)))
  await waitFor(() => expect(result.current.balance).toBe(6000))
  await act(() => new Promise<void>((go) => setImmediate(go)))
  expect(result.current.growth).toBeUndefined()
  for (const { sessionId } of kit.simulator.state.checkouts) kit.simulator.state.payCheckout(sessionId)
  await act(() => result.current.check())
  expect(result.current.growth).toEqual({ before: 6000, after: 81_000 })
  act(() => result.current.reset())
  expect(result.current.growth).toBeUndefined()
})

it('does not hold the checkout up for a balance that does not come, and counts from the one it knew', async () => {
  const kit = createKit({ credits: 1000 })
  const { result } = renderHookWithKit(() => useTopUp(), kit)
  await waitFor(() => expect(result.current.balance).toBe(1000))
  kit.simulator.fail('credits.get', { delay: Infinity, times: 1 })
  await act(async () => void (await result.current.topUp(1000)))
  expect(result.current.checkout).toBeDefined()
  for (const { sessionId } of kit.simulator.state.checkouts) kit.simulator.state.payCheckout(sessionId)
  await act(() => result.current.check())
  expect(result.current.growth).toEqual({ before: 1000, after: 76_000 })
})

describe('over a new page, as on the way back from the checkout', () => {
  const paid = async (kit: Kit, of: 'credits' | 'wallet' = 'credits') => {
    const { result, unmount } = renderHookWithKit(() => useTopUp({ of }), kit)
    await waitFor(() => expect(result.current.balance).toBeDefined())
    await act(async () => void (await result.current.topUp(1000)))
    unmount()
    for (const { sessionId } of kit.simulator.state.checkouts) kit.simulator.state.payCheckout(sessionId)
  }

  it.each([
    ['credits', { before: 11_250, after: 86_250 }],
    ['wallet', { before: 1875, after: 2875 }],
  ] as const)('tells what has come of it, and tells it once: %s', async (of, growth) => {
    const kit = createKit()
    await paid(kit, of)
    const { result, unmount } = renderHookWithKit(() => useTopUp({ of }), kit)
    await waitFor(() => expect(result.current.growth).toEqual(growth))
    expect(result.current).toMatchObject({ isResumed: true, checkout: { amountCents: 1000 } })
    unmount()
    const next = renderHookWithKit(() => useTopUp({ of }), kit)
    await waitFor(() => expect(next.result.current.balance).toBe(growth.after))
    expect(next.result.current.checkout).toBeUndefined()
  })

  it('says nothing of it to another user, and wipes it', async () => {
    const kit = createKit({}, { userId: 'ada' })
    await paid(kit)
    expect(sessionStorage).toHaveLength(1)
    const other = createKit({}, { userId: 'ben' })
    const { result } = renderHookWithKit(() => useTopUp(), other)
    await waitFor(() => expect(result.current.balance).toBeDefined())
    expect(result.current.checkout).toBeUndefined()
    expect(sessionStorage).toHaveLength(0)
  })

  it('wipes it for a user whose page has no top-up', async () => {
    await paid(createKit({}, { userId: 'ada' }))
    const other = createKit({}, { userId: 'ben' })
    renderHookWithKit(() => useCredits(), other)
    await waitFor(() => expect(sessionStorage).toHaveLength(0))
  })

  it('keeps nothing where the app lets nothing be kept', async () => {
    await paid(createKit({}, { persistJobs: false }))
    expect(sessionStorage).toHaveLength(0)
  })

  it('forgets what the person has put aside', async () => {
    const kit = createKit()
    const { result } = renderHookWithKit(() => useTopUp(), kit)
    await waitFor(() => expect(result.current.balance).toBeDefined())
    await act(async () => void (await result.current.topUp(1000)))
    await waitFor(() => expect(sessionStorage).toHaveLength(1))
    act(() => result.current.reset())
    await waitFor(() => expect(sessionStorage).toHaveLength(0))
  })
})
