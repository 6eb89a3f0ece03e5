import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { latePart, useLatePart } from '../../../src/components/parts/latePart.js'

afterEach(() => {
  vi.useRealTimers()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const part = { words: 'Try again' }

function shown(fetch: () => Promise<typeof part>) {
  vi.useFakeTimers()
  const late = latePart(fetch)
  const hook = renderHook(({ isWanted }) => useLatePart(late, isWanted), { initialProps: { isWanted: false } })
  return { late, ...hook, want: () => hook.rerender({ isWanted: true }) }
}

it('is fetched once the page has nothing else to do, and is there when it is wanted', async () => {
  const fetch = vi.fn(async () => part)
  const { result, want } = shown(fetch)
  expect(fetch).not.toHaveBeenCalled()
  await pass(2000)
  want()
  expect(result.current).toBe(part)
  expect(fetch).toHaveBeenCalledTimes(1)
})

it('is fetched at once where it is wanted, and says where it cannot be had', async () => {
  const { result, want } = shown(() => Promise.reject(new Error('offline')))
  want()
  expect(result.current).toBe(undefined)
  await pass(0)
  expect(result.current).toBe('failed')
})

it('that could not be had before anybody wanted it has not failed, and is asked for again', async () => {
  const fetch = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(part)
  const { result, want } = shown(fetch)
  await pass(2000)
  expect(fetch).toHaveBeenCalledTimes(1)
  expect(result.current).toBe(undefined)
  want()
  await pass(0)
  expect(result.current).toBe(part)
})

it('that failed is there after another try', async () => {
  const { late, result, want } = shown(vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(part))
  want()
  await pass(0)
  expect(result.current).toBe('failed')
  late.load()
  await pass(0)
  expect(result.current).toBe(part)
})

it('is not fetched for a widget that has gone again', async () => {
  const fetch = vi.fn(async () => part)
  const { unmount } = shown(fetch)
  unmount()
  await pass(2000)
  expect(fetch).not.toHaveBeenCalled()
})
