import { act, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useCredits } from '../../src/react/useCredits.js'
import { createKit, renderHookWithKit } from '../support/renderWithKit.js'

afterEach(() => vi.useRealTimers())

test('loads the balance once, also under StrictMode', async () => {
  const kit = createKit({ credits: { subscription: 100, payAsYouGo: 20 } })
  const { result } = renderHookWithKit(() => useCredits(), kit)
  expect(result.current.isLoading).toBe(true)
  await waitFor(() => expect(result.current.data?.totalAvailable).toBe(120))
  expect(result.current.updatedAt).toBeDefined()
  expect(kit.count('credits.get')).toBe(1)
})

test('a hundred hooks on a page send one request', async () => {
  const kit = createKit()
  const { result } = renderHookWithKit(() => Array.from({ length: 100 }, useCredits), kit)
  await waitFor(() => expect(result.current.every(({ data }) => data !== undefined)).toBe(true))
  expect(kit.count('credits.get')).toBe(1)
})

test('keeps the last balance on screen beside the error of a failed reload', async () => {
  const kit = createKit({ credits: 50 }, { maxRetries: 0 })
  const { result } = renderHookWithKit(() => useCredits(), kit)
  await waitFor(() => expect(result.current.data).toBeDefined())
  kit.simulator.fail('credits.get', { status: 500 })
  await act(() => result.current.mutate().catch(() => undefined))
  await waitFor(() => expect(result.current.error?.code).toBe('server_error'))
  expect(result.current.data?.subscription).toBe(50)
})

test('while it waits for the rate limit the error is visible and the next try can be made at once', async () => {
  const kit = createKit()
  kit.simulator.fail('credits.get', { status: 429, headers: { 'Retry-After': '60' } })
  const { result } = renderHookWithKit(() => useCredits(), kit)
  await waitFor(() => expect(result.current.retry).toBeDefined())
  expect(result.current.error?.code).toBe('rate_limit_exceeded')
  expect(result.current.retry?.attempt).toBe(1)
  expect(Date.parse(result.current.retry?.retryAt ?? '')).toBeGreaterThan(Date.now() + 50_000)
  expect(kit.count('credits.get')).toBe(1)
  act(() => result.current.retry?.now())
  await waitFor(() => expect(result.current.data).toBeDefined())
  expect(result.current.error).toBeUndefined()
  expect(result.current.retry).toBeUndefined()
  expect(kit.count('credits.get')).toBe(2)
})

test('goes on by itself when the pause is over', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const kit = createKit()
  kit.simulator.fail('credits.get', { status: 429, headers: { 'Retry-After': '20' } })
  const { result } = renderHookWithKit(() => useCredits(), kit)
  await waitFor(() => expect(result.current.retry).toBeDefined())
  await act(() => vi.advanceTimersByTimeAsync(15_000))
  expect(kit.count('credits.get')).toBe(1)
  await act(() => vi.advanceTimersByTimeAsync(8_000))
  await waitFor(() => expect(result.current.data).toBeDefined())
  expect(kit.count('credits.get')).toBe(2)
})

test('a refusal is not asked again, and onError hears of it', async () => {
  const onError = vi.fn()
  const kit = createKit({}, { onError })
  kit.simulator.fail('credits.get', { status: 403, times: Infinity })
  const { result } = renderHookWithKit(() => useCredits(), kit)
  await waitFor(() => expect(result.current.error?.code).toBe('forbidden'))
  expect(kit.count('credits.get')).toBe(1)
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'forbidden' }))
})
