import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDays } from '../../../src/components/Usage/calendarDays.js'

const HOUR = 3_600_000
const zones = [
  'UTC',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Atlantic/Azores',
  'Europe/Berlin',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
]
const dateIn = (timeZone: string) => {
  const writer = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (time: number) => writer.format(time)
}
const hours = (edges: readonly number[]) => edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / HOUR)

describe('the days of a calendar', () => {
  it('are as many as asked for, one after the other, and the last holds this moment', () => {
    fc.assert(
      fc.property(
        // No date has been leapt over since Samoa's, at the end of 2011.
        fc.integer({ min: Date.parse('2012-03-01'), max: Date.parse('2040-01-01') }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...zones),
        (now, count, zone) => {
          const edges = calendarDays(now, count, zone)
          const dateOf = dateIn(zone)
          expect(edges).toHaveLength(count + 1)
          expect(edges.at(-2)).toBeLessThanOrEqual(now)
          expect(edges.at(-1)).toBeGreaterThan(now)
          // Each day begins and ends on one date, each on a later one, and none is left out.
          const dates = edges.slice(0, -1).map((start, index) => {
            const date = dateOf(start)
            expect(dateOf((edges[index + 1] ?? 0) - 1)).toBe(date)
            expect(dateOf(start - 1) < date).toBe(true)
            return date
          })
          const first = Date.parse(dates[0] ?? '')
          expect(dates).toEqual(dates.map((_, index) => new Date(first + index * 24 * HOUR).toISOString().slice(0, 10)))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('are 23 and 25 hours long where the clocks change', () => {
    expect(hours(calendarDays(Date.parse('2026-03-30T10:00:00Z'), 3, 'Europe/Berlin'))).toEqual([24, 23, 24])
    expect(hours(calendarDays(Date.parse('2026-10-25T10:00:00Z'), 2, 'Europe/Berlin'))).toEqual([24, 25])
  })

  it('begin at one o’clock where midnight is leapt over', () => {
    const [start = 0] = calendarDays(Date.parse('2026-04-24T12:00:00Z'), 1, 'Africa/Cairo')
    expect(new Date(start).toISOString()).toBe('2026-04-23T22:00:00.000Z')
    expect(hours(calendarDays(Date.parse('2026-04-24T12:00:00Z'), 1, 'Africa/Cairo'))).toEqual([23])
  })

  it('are without a date that a country leapt over', () => {
    const edges = calendarDays(Date.parse('2011-12-31T12:00:00Z'), 3, 'Pacific/Apia')
    expect(edges.slice(0, -1).map(dateIn('Pacific/Apia'))).toEqual(['2011-12-29', '2011-12-31', '2012-01-01'])
  })

  it('are the reader’s own without a zone', () => {
    const now = Date.parse('2026-11-23T23:30:00Z')
    expect(calendarDays(now, 5)).toEqual(calendarDays(now, 5, Intl.DateTimeFormat().resolvedOptions().timeZone))
  })

  it('begin with this moment where it is midnight', () => {
    const midnight = Date.parse('2026-11-23T00:00:00Z')
    expect(calendarDays(midnight, 1, 'UTC')).toEqual([midnight, midnight + 24 * HOUR])
    expect(calendarDays(midnight - 1, 1, 'UTC')).toEqual([midnight - 24 * HOUR, midnight])
  })
})
