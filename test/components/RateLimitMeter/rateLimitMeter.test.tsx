import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rateLimitState } from '../../../src/components/RateLimitMeter/rateLimitStatus.js'
import { RateLimitMeterView } from '../../../src/components/RateLimitMeter/RateLimitMeterView.js'

const start = Date.parse('2026-11-23T09:00:00Z')
const after = (seconds: number) => new Date(start + seconds * 1000).toISOString()

describe('the state of the limit', () => {
  it('follows from what was told, and from nothing else', () => {
    expect(rateLimitState(undefined, start)).toBe('unknown')
    expect(rateLimitState({}, start)).toBe('unknown')
    expect(rateLimitState({ limit: 100 }, start)).toBe('known')
    expect(rateLimitState({ limit: 100, remaining: 11 }, start)).toBe('known')
    expect(rateLimitState({ limit: 100, remaining: 10 }, start)).toBe('low')
    // A tenth of what nobody told.
    expect(rateLimitState({ remaining: 1 }, start)).toBe('known')
    expect(rateLimitState({ remaining: 0 }, start)).toBe('spent')
    expect(rateLimitState({ pausedUntil: after(5) }, start)).toBe('paused')
    expect(rateLimitState({ limit: 100, remaining: 50, pausedUntil: after(-5) }, start)).toBe('known')
  })

  it('says nothing of a window that nobody has told of', () => {
    expect(rateLimitState({ limit: 100, remaining: 0, resetAt: after(1) }, start)).toBe('spent')
    expect(rateLimitState({ limit: 100, remaining: 0, resetAt: after(0) }, start)).toBe('renewed')
  })
})

describe('the meter', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

  it('counts down to the reset, and then does not know what is left', async () => {
    render(<RateLimitMeterView data={{ limit: 100, remaining: 0, resetAt: after(3) }} />)
    expect(screen.getByText('Resets in 3 s.')).toBeVisible()
    expect(screen.getByRole('meter')).toHaveAttribute('aria-valuenow', '0')
    await pass(3000)
    expect(screen.queryByRole('meter')).toBeNull()
    expect(screen.getByText(/^The limit was reset/)).toBeVisible()
    await pass(200)
    expect(document.querySelector('[aria-live]')).toHaveTextContent(/^The limit was reset/)
  })

  it('tells a screen reader nothing of requests that go by', async () => {
    const view = render(<RateLimitMeterView data={{ limit: 100, remaining: 99, resetAt: after(60) }} />)
    for (let remaining = 98; remaining > 1; remaining -= 7) {
      view.rerender(<RateLimitMeterView data={{ limit: 100, remaining, resetAt: after(60) }} />)
      await pass(300)
      expect(document.querySelector('[aria-live]')).toBeEmptyDOMElement()
    }
  })

  it('leaves no timer behind', () => {
    render(<RateLimitMeterView data={{ limit: 100, remaining: 0, resetAt: after(3) }} />).unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
