import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { time } from '../../../src/api/decode/read.js'

describe('a time', () => {
  it.each([
    ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z'],
    ['2026-11-23T09:00:00.123456+02:00', '2026-11-23T09:00:00.123456+02:00'],
    ['2026-11-23T09:00:00+0200', '2026-11-23T09:00:00+02:00'],
    ['2026-11-23T09:00:00+02', '2026-11-23T09:00:00+02:00'],
    ['2026-11-23 09:00:00', '2026-11-23T09:00:00Z'],
    ['2026-11-23 09:00:00 +0000', '2026-11-23T09:00:00+00:00'],
    ['2026-11-23t09:00z', '2026-11-23T09:00Z'],
    ['2026-11-23', '2026-11-23T00:00:00Z'],
    [1795424400, '2026-11-23T09:00:00.000Z'],
    [1795424400123, '2026-11-23T09:00:00.123Z'],
    ['1795424400', '2026-11-23T09:00:00.000Z'],
  ])('%j is %s', (told, iso) => {
    expect(time(told)).toBe(iso)
  })

  it.each([[''], ['yesterday'], ['2026'], ['12:00'], ['2026-13-01'], ['2026-01-01 junk'], [0], [-5], [1e30], [true]])(
    'is not guessed from %j',
    (told) => {
      expect(time(told)).toBeUndefined()
    },
  )

  it('is one that every browser reads, or undefined', () => {
    const kin = fc.oneof(fc.anything(), fc.date({ noInvalidDate: true }).map((date) => date.toISOString()), fc.double())
    fc.assert(
      fc.property(kin, (told) => {
        const read = time(told)
        if (read !== undefined) expect(read).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/)
      }),
    )
  })
})
