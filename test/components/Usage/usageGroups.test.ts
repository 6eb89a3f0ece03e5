import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CreditUsage } from '../../../src/api/types.js'
import { calendarDays } from '../../../src/components/Usage/calendarDays.js'
import {
  groupByDay,
  groupByService,
  newestFirst,
  serviceKey,
  timeOf,
  type UsageSum,
} from '../../../src/components/Usage/usageGroups.js'

const now = Date.parse('2026-11-23T09:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

const charge: fc.Arbitrary<CreditUsage> = fc.record({
  credits: fc.option(fc.integer({ min: -50, max: 100_000 }), { nil: undefined }),
  service: fc.option(
    fc.oneof(fc.constantFrom('text_to_speech', 'Text-To-Speech', 'translation', '__'), fc.string()),
    { nil: undefined },
  ),
  createdAt: fc.option(
    fc.oneof(
      fc.integer({ min: now - 60 * DAY, max: now + 3 * DAY }).map((time) => new Date(time).toISOString()),
      fc.constant('not a time'),
    ),
    { nil: undefined },
  ),
})
const charges = fc.array(charge, { maxLength: 60 })
const edgesOf = fc
  .tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.constantFrom('UTC', 'America/New_York', 'Pacific/Chatham', 'Asia/Kathmandu'),
  )
  .map(([count, zone]) => calendarDays(now, count, zone))

const sumOf = (list: readonly CreditUsage[]): UsageSum => ({
  credits: list.reduce((sum, { credits = 0 }) => sum + credits, 0),
  charges: list.length,
  unpriced: list.filter(({ credits }) => credits === undefined).length,
})
const together = (sums: readonly UsageSum[]): UsageSum => ({
  credits: sums.reduce((sum, { credits }) => sum + credits, 0),
  charges: sums.reduce((sum, each) => sum + each.charges, 0),
  unpriced: sums.reduce((sum, { unpriced }) => sum + unpriced, 0),
})

describe('charges by day', () => {
  it('lose and gain nothing: each is in one place', () => {
    fc.assert(
      fc.property(charges, edgesOf, (list, edges) => {
        const { days, total, before, after, undated } = groupByDay(list, edges)
        expect(together(days)).toEqual(total)
        expect(together([total, before, after, undated])).toEqual(sumOf(list))
      }),
    )
  })

  it('are in the day that holds their time', () => {
    fc.assert(
      fc.property(charges, edgesOf, (list, edges) => {
        const within = (from: number, to: number) =>
          sumOf(list.filter((each) => timeOf(each) >= from && timeOf(each) < to))
        const { days, before, after, undated } = groupByDay(list, edges)
        for (const { start, end, ...sum } of days) expect(sum).toEqual(within(start, end))
        expect(before).toEqual(within(-Infinity, edges[0] ?? 0))
        expect(after).toEqual(within(edges.at(-1) ?? 0, Infinity))
        expect(undated).toEqual(sumOf(list.filter((each) => Number.isNaN(timeOf(each)))))
      }),
    )
  })

  it('do not depend on their order', () => {
    fc.assert(
      fc.property(charges, edgesOf, (list, edges) => {
        expect(groupByDay([...list].reverse(), edges)).toEqual(groupByDay(list, edges))
      }),
    )
  })

  it('belong to the day that begins with their moment', () => {
    const edges = calendarDays(now, 2, 'Europe/Berlin')
    const at = (time: number) => groupByDay([{ credits: 1, createdAt: new Date(time).toISOString() }], edges)
    const midnight = edges[1] ?? 0
    expect(at(midnight).days.map(({ credits }) => credits)).toEqual([0, 1])
    expect(at(midnight - 1).days.map(({ credits }) => credits)).toEqual([1, 0])
  })

  it('move to yesterday when the clock has passed midnight', () => {
    const list = [{ credits: 7, createdAt: '2026-11-23T23:59:00Z' }]
    const today = (time: string) =>
      groupByDay(list, calendarDays(Date.parse(time), 2, 'UTC')).days.map(({ credits }) => credits)
    expect(today('2026-11-23T23:59:30Z')).toEqual([0, 7])
    expect(today('2026-11-24T00:00:00Z')).toEqual([7, 0])
    // The reader's clock is a day behind the account's.
    const behind = groupByDay(list, calendarDays(Date.parse('2026-11-22T12:00:00Z'), 2, 'UTC'))
    expect([behind.total.charges, behind.after.credits]).toEqual([0, 7])
  })

  it('count both hours that a clock shows twice', () => {
    const edges = calendarDays(Date.parse('2026-10-25T12:00:00Z'), 1, 'Europe/Berlin')
    const list = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((createdAt) => ({ createdAt, credits: 1 }))
    expect(groupByDay(list, edges).total.credits).toBe(2)
  })
})

describe('charges by service', () => {
  it('come to what the days come to', () => {
    fc.assert(
      fc.property(charges, edgesOf, fc.integer({ min: 1, max: 6 }), (list, edges, top) => {
        const { services, others } = groupByService(list, edges, top)
        expect(together(others ? [...services, others] : services)).toEqual(groupByDay(list, edges).total)
        expect(new Set(services.map(({ service }) => service)).size).toBe(services.length)
        expect(services.length).toBeLessThanOrEqual(top + 1)
        expect(others === undefined || (services.length === top && others.services > 1)).toBe(true)
        const spent = services.map(({ credits }) => credits)
        expect(spent).toEqual([...spent].sort((a, b) => b - a))
        for (const { service } of services) expect(serviceKey(service)).toBe(service)
      }),
    )
  })

  it('are one, however it is spelled', () => {
    expect(['text_to_speech', 'textToSpeech', 'Text-to-speech', ' TEXT TO  SPEECH '].map(serviceKey)).toEqual(
      Array.from({ length: 4 }, () => 'text_to_speech'),
    )
    expect([undefined, '', ' _ '].map(serviceKey)).toEqual([undefined, undefined, undefined])
  })
})

describe('charges in a list', () => {
  it('are all there, the newest first, those without a date last', () => {
    fc.assert(
      fc.property(charges, (list) => {
        const sorted = newestFirst(list)
        expect(new Set(sorted)).toEqual(new Set(list))
        expect(sorted).toHaveLength(list.length)
        const times = sorted.map(timeOf)
        const dated = times.filter((time) => !Number.isNaN(time))
        expect(times.slice(0, dated.length)).toEqual([...dated].sort((a, b) => b - a))
      }),
    )
  })
})
