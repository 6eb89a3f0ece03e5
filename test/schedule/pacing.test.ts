import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Demand, mayLeaveAt, type RateWindow, urgencies } from '../../src/schedule/pacing.js'

const NOW = 1_000_000
const window = (left: number, secondsLeft: number): RateWindow => ({
  limit: 100,
  left,
  resetAt: NOW + secondsLeft * 1000,
  length: 60_000,
})
const demand = (more: Partial<Demand> = {}): Demand => ({ urgency: 'read', waiting: 90, othersNext: 0, othersUnseen: 0, heardAt: NOW, ...more })
const secondsUntil = (at: number) => Math.max(0, (at - NOW) / 1000)

describe('a request may leave', () => {
  it('at once while the window is fresh, whoever asks', () => {
    for (const urgency of urgencies) {
      expect(mayLeaveAt(window(99, 60), demand({ urgency }), NOW)).toBeLessThanOrEqual(NOW)
    }
  })

  it('later where many are ahead of an even spending, the less urgent the later', () => {
    const wait = (urgency: Demand['urgency']) => secondsUntil(mayLeaveAt(window(20, 60), demand({ urgency }), NOW))
    expect(wait('read')).toBeCloseTo(18)
    expect(wait('poll')).toBeCloseTo(33)
    expect(wait('change')).toBeLessThan(wait('background'))
  })

  it('at once where it is alone and a person waits for it, down to the last', () => {
    for (const urgency of ['change', 'read'] as const) {
      expect(mayLeaveAt(window(1, 60), demand({ urgency, waiting: 1 }), NOW)).toBe(NOW)
    }
  })

  it('at once where a page opens: a few, when there is plenty', () => {
    expect(mayLeaveAt(window(40, 60), demand({ waiting: 10 }), NOW)).toBe(NOW)
    expect(mayLeaveAt(window(40, 60), demand({ waiting: 11 }), NOW)).toBeGreaterThan(NOW)
  })

  it('not as a refresh where little is left for a click; nearer the end of the window it may', () => {
    const background = demand({ urgency: 'background', waiting: 1 })
    expect(mayLeaveAt(window(5, 30), background, NOW)).toBeGreaterThan(NOW)
    expect(mayLeaveAt(window(5, 10), background, NOW)).toBeLessThanOrEqual(NOW)
  })

  it('beside others no later than two seconds after the last answer, and sooner where little is left', () => {
    const wait = (left: number, othersNext: number) =>
      secondsUntil(mayLeaveAt(window(left, 60), demand({ othersNext }), NOW))
    expect(wait(20, 0)).toBeCloseTo(18)
    expect(wait(20, 5)).toBeCloseTo(2)
    expect(wait(10, 5)).toBeCloseTo(0.6)
  })

  it('at once as a click, down to the last that is kept for others, but not as a list of changes or a patient poll', () => {
    const beside = (more: Partial<Demand>, left = 1) =>
      mayLeaveAt(window(left, 30), demand({ urgency: 'change', waiting: 1, othersNext: 20, ...more }), NOW)
    expect(beside({})).toBe(NOW)
    expect(beside({ waiting: 3 })).toBe(NOW)
    expect(beside({ waiting: 4 }, 20)).toBe(Infinity)
    expect(beside({ isPromoted: true }, 20)).toBe(Infinity)
    expect(beside({}, 0)).toBe(Infinity)
  })

  it('not as a click where others have probably spent what was left', () => {
    const after = (othersUnseen: number) =>
      mayLeaveAt(window(5, 30), demand({ urgency: 'change', waiting: 1, othersNext: 20, othersUnseen }), NOW)
    expect(after(4.9)).toBe(NOW)
    expect(after(5)).toBe(Infinity)
  })

  it('out of a crowd in the last two seconds only, where no more than a few are left for clicks', () => {
    for (const crowd of [{ urgency: 'read' }, { urgency: 'change' }, { urgency: 'change', isPromoted: true }] as const) {
      expect(secondsUntil(mayLeaveAt(window(3, 10), demand(crowd), NOW))).toBe(8)
      expect(secondsUntil(mayLeaveAt(window(4, 10), demand(crowd), NOW))).toBe(0)
    }
    expect(mayLeaveAt(window(3, 10), demand({ urgency: 'change', waiting: 1 }), NOW)).toBe(NOW)
  })

  it('not in this window where others are likely to take what is left', () => {
    expect(mayLeaveAt(window(5, 30), demand({ waiting: 1, othersNext: 5 }), NOW)).toBe(Infinity)
    expect(mayLeaveAt(window(6, 30), demand({ waiting: 1, othersNext: 5 }), NOW)).toBe(NOW)
    expect(mayLeaveAt(window(21, 30), demand({ waiting: 1, othersNext: 5000 }), NOW)).toBe(NOW)
  })
})

it('on a guess nobody waits who is alone, and a crowd only when the guess is used up', () => {
  const guess = (left: number) => ({ ...window(left, 60), isGuess: true })
  expect(mayLeaveAt(guess(-20), demand({ waiting: 1 }), NOW)).toBe(NOW)
  expect(mayLeaveAt(guess(1), demand(), NOW)).toBe(NOW)
  expect(mayLeaveAt(guess(0), demand(), NOW)).toBe(Infinity)
})

it('whatever the window: nothing leaves that is not left, and everything may leave before the window ends', () => {
  const anyWindow = fc.record({
    limit: fc.integer({ min: 1, max: 10_000 }),
    left: fc.integer({ min: -50, max: 10_000 }),
    resetAt: fc.integer({ min: NOW, max: NOW + 3_600_000 }),
    length: fc.integer({ min: 1000, max: 3_600_000 }),
  })
  const anyDemand = fc.record({
    urgency: fc.constantFrom(...urgencies),
    waiting: fc.integer({ min: 1, max: 500 }),
    othersNext: fc.constant(0),
    othersUnseen: fc.constant(0),
    heardAt: fc.integer({ min: 0, max: NOW }),
  })
  fc.assert(
    fc.property(anyWindow, anyDemand, (one, asked) => {
      const at = mayLeaveAt(one, asked, NOW)
      if (one.left <= 0) expect(at).toBe(Infinity)
      else expect(at).toBeLessThanOrEqual(one.resetAt)
    }),
  )
})

it('the more is left, the sooner', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...urgencies), fc.nat(60), (left, urgency, seconds) => {
      const asked = demand({ urgency })
      expect(mayLeaveAt(window(left + 1, seconds), asked, NOW)).toBeLessThanOrEqual(
        mayLeaveAt(window(left, seconds), asked, NOW),
      )
    }),
  )
})
