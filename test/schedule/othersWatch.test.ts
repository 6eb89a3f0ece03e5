import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createOthersWatch } from '../../src/schedule/othersWatch.js'

const MINUTE = 60_000

it('whatever was seen: no less is expected than the largest burst between two answers, and nothing of nobody', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.nat(11)), { maxLength: 60 })
  fc.assert(
    fc.property(gaps, (seen) => {
      const others = createOthersWatch()
      others.begin(0, MINUTE)
      let now = 0
      let spent = 0
      for (const [gap, more] of seen) {
        now += gap
        spent += more
        others.saw(spent, now)
      }
      const largest = Math.max(0, ...seen.map(([, more]) => more))
      if (largest === 0) expect(others.next(now)).toBe(0)
      else expect(others.next(now)).toBeGreaterThan(largest)
    }),
  )
})

it('a clock that is set back or forward gives a number that is not negative', () => {
  const sights = fc.array(fc.tuple(fc.integer({ min: -MINUTE, max: 10 * MINUTE }), fc.nat(50), fc.boolean()))
  fc.assert(
    fc.property(sights, (seen) => {
      const others = createOthersWatch()
      for (const [now, spent, begins] of seen) {
        if (begins) others.begin(now, MINUTE)
        others.saw(spent, now)
        expect(others.next(now)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})
