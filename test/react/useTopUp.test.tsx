import { act, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useTopUp } from '../../src/react/useTopUp.js'
import { createKit, renderHookWithKit } from '../support/renderWithKit.js'

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
