import { describe, expect, it } from 'vitest'
import { createRateLedger } from '../../src/schedule/rateLedger.js'

const NOW = 1_795_424_400_000
const MINUTE = 60_000

function told(remaining: number, resetIn: number, limit = 100) {
  return { limit, remaining, resetAt: NOW + resetIn, skew: 0 }
}

describe('figures that a sibling knew before', () => {
  const figures = { limit: 100, remaining: 60, resetAt: NOW + 40_000 }

  it('are the window, and what was spent before is nobody’s burst', () => {
    const ledger = createRateLedger()
    ledger.learn(figures, NOW)
    expect(ledger.window(0)).toMatchObject({ left: 60 })
    expect(ledger.isCold()).toBe(false)
    ledger.sent()
    ledger.heard(told(59, 40_000), NOW + 1000)
    expect(ledger.othersNext(NOW + 1000)).toBe(0)
    ledger.heard(told(50, 40_000), NOW + 2000)
    expect(ledger.othersNext(NOW + 2000)).toBeGreaterThan(8)
  })

  it('are told as often as one likes, and hide no stranger', () => {
    const ledger = createRateLedger()
    ledger.sent()
    ledger.heard(told(99, 40_000), NOW)
    for (let i = 0; i < 5; i++) ledger.learn({ ...figures, remaining: 99 }, NOW)
    expect(ledger.window(0)).toMatchObject({ left: 99 })
    expect(ledger.othersNext(NOW)).toBe(0)
    ledger.sent()
    ledger.heard(told(89, 40_000), NOW)
    expect(ledger.othersNext(NOW)).toBeGreaterThan(8)
  })

  it('of a window that is over say nothing', () => {
    const ledger = createRateLedger()
    ledger.learn({ ...figures, resetAt: NOW }, NOW)
    expect(ledger.window(0)).toBeUndefined()
    expect(ledger.isCold()).toBe(true)
  })
})

it('a limit that is known holds in every window after, though nobody has been answered there', () => {
  const ledger = createRateLedger()
  ledger.heard(told(0, 60_000), NOW)
  for (let minute = 1; minute < 5; minute++) {
    ledger.roll(NOW + minute * MINUTE, 0)
    expect(ledger.window(0)).toMatchObject({ limit: 100, left: 100, isGuess: false })
    expect(ledger.isCold()).toBe(true)
  }
})

describe('the window to pace by', () => {
  it('is unknown until an answer has come', () => {
    const ledger = createRateLedger()
    expect(ledger.window(0)).toBeUndefined()
    expect(ledger.isCold()).toBe(true)
  })

  it('is what was told, without what is on its way', () => {
    const ledger = createRateLedger()
    ledger.heard(told(90, 40_000), NOW)
    expect(ledger.window(3)).toEqual({ limit: 100, left: 87, resetAt: NOW + 40_000, length: MINUTE })
  })

  it('is followed by a full one of the same length, which takes over what is on its way', () => {
    const ledger = createRateLedger()
    ledger.heard(told(0, 40_000), NOW)
    ledger.roll(NOW + 40_000, 2)
    expect(ledger.told()).toEqual({ limit: 100, remaining: undefined, resetAt: undefined })
    expect(ledger.window(2)).toEqual({ limit: 100, left: 98, resetAt: NOW + 100_000, length: MINUTE, isGuess: false })
    expect(ledger.isCold()).toBe(true)
  })

  it('after a sleep of hours is one fresh window, not many', () => {
    const ledger = createRateLedger()
    ledger.heard(told(5, 40_000), NOW)
    const later = NOW + 5 * 3_600_000
    ledger.roll(later, 0)
    expect(ledger.window(0)).toMatchObject({ left: 100, resetAt: later + MINUTE })
  })

  it('does not become an ended one again by an answer that was long on its way', () => {
    const ledger = createRateLedger()
    ledger.heard(told(50, MINUTE), NOW)
    ledger.heard({ limit: 100, remaining: 3, resetAt: NOW - 10, skew: 0 }, NOW)
    expect(ledger.told()).toMatchObject({ remaining: 50, resetAt: NOW + MINUTE })
  })

  it('is as long as the longest wait for its end that was told', () => {
    const ledger = createRateLedger()
    ledger.heard(told(50, 3_600_000), NOW)
    expect(ledger.window(0)?.length).toBe(3_600_000)
  })
})

describe('where nobody tells a limit', () => {
  const silent = { skew: 0 }

  it("the Free plan's is assumed, and each answer costs one", () => {
    const ledger = createRateLedger()
    for (let i = 0; i < 10; i++) ledger.heard(silent, NOW + i)
    expect(ledger.window(0)).toEqual({ limit: 100, left: 90, resetAt: NOW + MINUTE, length: MINUTE, isGuess: true })
    expect(ledger.told()).toEqual({ limit: undefined, remaining: undefined, resetAt: undefined })
  })

  it('the assumption grows when all of a window went well, and shrinks to what went well when one was refused', () => {
    const ledger = createRateLedger()
    for (let i = 0; i < 100; i++) ledger.heard(silent, NOW)
    ledger.roll(NOW + MINUTE, 0)
    for (let i = 0; i < 31; i++) ledger.heard(silent, NOW + MINUTE)
    expect(ledger.window(0)).toMatchObject({ limit: 200, left: 169 })
    ledger.refused(silent, NOW + MINUTE)
    expect(ledger.window(0)).toMatchObject({ limit: 31 })
  })
})

describe('others on the same key', () => {
  it('are nobody while the account counts what we send', () => {
    const ledger = createRateLedger()
    for (let i = 1; i <= 20; i++) {
      ledger.sent()
      ledger.heard(told(100 - i, MINUTE), NOW)
    }
    expect(ledger.othersNext(NOW)).toBe(0)
  })

  it('are expected to go on as they did while no answer comes', () => {
    const ledger = createRateLedger()
    for (let i = 0; i <= 4; i++) {
      ledger.heard({ limit: 100, remaining: 100 - 5 * i, resetAt: NOW + MINUTE, skew: 0 }, NOW + 2500 * i)
    }
    // Of four bursts of five the largest to come may be larger.
    expect(ledger.othersNext(NOW + 10_000)).toBe(8.75)
    // Twenty in ten seconds, and twenty seconds of silence.
    expect(ledger.othersNext(NOW + 30_000)).toBeCloseTo(8.75 + 38)
  })

  it('are seen when more is gone than we sent, also while many of ours are on their way, and forgotten in time', () => {
    const ledger = createRateLedger()
    for (let i = 0; i < 10; i++) ledger.sent()
    ledger.heard(told(82, MINUTE), NOW)
    expect(ledger.othersNext(NOW)).toBe(8 * 4)
    for (let i = 1; i <= 3; i++) {
      const from = NOW + i * MINUTE
      ledger.roll(from, 0)
      ledger.heard({ limit: 100, remaining: 100, resetAt: from + MINUTE, skew: 0 }, from)
      if (i < 3) expect(ledger.othersNext(from)).toBeGreaterThanOrEqual(8)
    }
    expect(ledger.othersNext(NOW + 3 * MINUTE)).toBe(0)
  })
})
