import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { milestone, secondsUntil } from '../../../src/components/RateLimitNotice/countdown.js'
import { RateLimitNotice } from '../../../src/components/RateLimitNotice/RateLimitNotice.js'

const start = Date.parse('2026-11-23T09:00:00Z')
const after = (seconds: number) => new Date(start + seconds * 1000).toISOString()

describe('the seconds that are left', () => {
  it('are rounded up, so that zero is never early', () => {
    expect(secondsUntil(after(1.2), start)).toBe(2)
    expect(secondsUntil(after(0.1), start)).toBe(1)
    expect(secondsUntil(after(-5), start)).toBe(0)
  })

  it('are unknown where nobody told a time', () => {
    expect(secondsUntil(undefined, start)).toBeUndefined()
    expect(secondsUntil('soon', start)).toBeUndefined()
  })

  it('are told at the start, at 30, at 10 and at none', () => {
    expect([60, 31, 30, 11, 10, 1, 0].map((seconds) => milestone(seconds))).toEqual([
      'start',
      'start',
      '30',
      '30',
      '10',
      '10',
      'over',
    ])
  })
})

describe('the notice', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
  const heard = () => document.querySelector('[aria-live]')?.textContent

  it('counts each second for the eye, and speaks four times', async () => {
    render(<RateLimitNotice retryAt={after(40)} />)
    const spoken = new Set<string | null | undefined>()
    const seen = new Set<string | null>()
    for (let second = 0; second < 40; second++) {
      await pass(1000)
      spoken.add(heard())
      seen.add(screen.queryByText(/again in/, { selector: '.audiopod-notice-body' })?.textContent?.match(/\d+\ss/)?.[0] ?? null)
    }
    await pass(200)
    spoken.add(heard())
    expect(seen.size).toBeGreaterThanOrEqual(39)
    expect([...spoken]).toEqual([
      'Too many requests. You can generate again in 40\u00a0s.',
      'Too many requests. You can generate again in 30\u00a0s.',
      'Too many requests. You can generate again in 10\u00a0s.',
      'You can generate again.',
    ])
  })

  it('begins with the seconds that there are, wherever in a second of the clock it begins', () => {
    vi.setSystemTime(start + 900)
    render(<RateLimitNotice retryAt={after(24.9)} />)
    expect(screen.getByText(/again in/, { selector: '.audiopod-notice-body' })).toHaveTextContent('again in 24 s.')
  })

  it('says once that it is over', async () => {
    const onOver = vi.fn()
    render(<RateLimitNotice onOver={onOver} retryAt={after(2)} />)
    await pass(1000)
    expect(onOver).not.toHaveBeenCalled()
    await pass(5000)
    // StrictMode runs effects of a mount twice, and this one's is not the mount's.
    expect(onOver).toHaveBeenCalledTimes(1)
  })

  it('leaves no timer behind', () => {
    const { unmount } = render(<RateLimitNotice retryAt={after(24)} />)
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
