import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRateHeaders } from '../../src/schedule/index.js'

const SERVER = Date.parse('2026-11-23T09:00:00Z')
const DATE = new Date(SERVER).toUTCString()
const UNIX = SERVER / 1000

/** Reads headers on a machine whose clock is `ahead` ms before the server's. */
function read(headers: Record<string, string>, ahead = 0) {
  const now = SERVER + ahead
  const { limit, remaining, resetAt, retryAfterMs } = readRateHeaders(new Headers({ date: DATE, ...headers }), now)
  return { limit, remaining, resetMs: resetAt === undefined ? undefined : resetAt - now, retryAfterMs }
}
const told = (limit?: number, remaining?: number, resetMs?: number) => ({ limit, remaining, resetMs, retryAfterMs: undefined })

describe.each([0, 3_600_000, -3_600_000, 40 * 365 * 86_400_000])('on a clock that is %i ms ahead', (ahead) => {
  it.each<[string, Record<string, string>, ReturnType<typeof told>]>([
    ['Unix seconds', { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '42', 'x-ratelimit-reset': `${UNIX + 30}` }, told(100, 42, 30_000)],
    ['Unix ms', { 'x-ratelimit-reset': `${SERVER + 30_500}` }, told(undefined, undefined, 30_500)],
    ['Unix µs', { 'x-ratelimit-reset': `${SERVER + 30_000}000` }, told(undefined, undefined, 30_000)],
    ['Unix ns', { 'x-ratelimit-reset': `${SERVER + 30_000}000000` }, told(undefined, undefined, 30_000)],
    ['seconds from now', { 'x-ratelimit-reset': '30' }, told(undefined, undefined, 30_000)],
    ['a fraction', { 'x-ratelimit-reset': '0.5' }, told(undefined, undefined, 500)],
    ['a date', { 'x-ratelimit-reset': new Date(SERVER + 30_000).toUTCString() }, told(undefined, undefined, 30_000)],
    ['an ISO date', { 'x-ratelimit-reset': new Date(SERVER + 30_000).toISOString() }, told(undefined, undefined, 30_000)],
    ['a past reset', { 'x-ratelimit-reset': `${UNIX - 30}` }, told(undefined, undefined, 0)],
    ['a header sent twice', { 'x-ratelimit-remaining': '5, 5', 'x-ratelimit-reset': '30, 30' }, told(undefined, 5, 30_000)],
    ['the hyphened name', { 'x-rate-limit-limit': '9', 'x-rate-limit-remaining': '0' }, told(9, 0)],
    ['draft 3', { 'ratelimit-limit': '100, 100;w=60', 'ratelimit-remaining': '50', 'ratelimit-reset': '30' }, told(100, 50, 30_000)],
    ['draft 7', { ratelimit: 'limit=100, remaining=50, reset=30', 'ratelimit-policy': '100;w=60' }, told(100, 50, 30_000)],
    ['draft 9', { ratelimit: '"default";r=50;t=30', 'ratelimit-policy': '"default";q=100;w=60' }, told(100, 50, 30_000)],
    [
      'draft 9 with several policies',
      { ratelimit: '"hour";r=900;t=3000, "minute";r=5;t=30', 'ratelimit-policy': '"hour";q=1000;w=3600, "minute";q=100;w=60' },
      told(100, 5, 30_000),
    ],
    [
      'draft 9 with two spent policies',
      { ratelimit: '"minute";r=0;t=30, "hour";r=0;t=3000', 'ratelimit-policy': '"minute";q=100, "hour";q=1000' },
      told(1000, 0, 3_000_000),
    ],
    ['draft 9 without its policy', { ratelimit: '"default"; r=50; t=30' }, told(undefined, 50, 30_000)],
    ['the account before the gateway', { 'x-ratelimit-remaining': '7', 'ratelimit-remaining': '3' }, told(undefined, 7)],
    ['the gateway where the account is garbled', { 'x-ratelimit-reset': 'soon', 'ratelimit-reset': '30' }, told(undefined, undefined, 30_000)],
  ])('reads %s', (_, headers, expected) => {
    expect(read(headers, ahead)).toEqual(expected)
  })

  it.each([
    ['30', 30_000],
    ['0', 0],
    ['1.5', 1500],
    [' 30 ', 30_000],
    ['86400', 86_400_000],
    [new Date(SERVER + 30_000).toUTCString(), 30_000],
    ['Monday, 23-Nov-26 09:00:30 GMT', 30_000],
    [new Date(SERVER - 30_000).toUTCString(), 0],
    [`${UNIX + 30}`, 30_000],
  ])('reads Retry-After: %s', (value, ms) => {
    expect(read({ 'retry-after': value }, ahead).retryAfterMs).toBe(ms)
  })
})

it('knows nothing where nothing was said', () => {
  expect(readRateHeaders(new Headers(), SERVER)).toEqual({
    limit: undefined,
    remaining: undefined,
    resetAt: undefined,
    retryAfterMs: undefined,
    skew: 0,
  })
})

it('uses its own clock where the server names no time, or nonsense', () => {
  for (const date of ['', 'soon', '5', '-1']) {
    const news = readRateHeaders(new Headers({ date, 'x-ratelimit-reset': `${UNIX + 30}` }), SERVER)
    expect(news).toMatchObject({ resetAt: SERVER + 30_000, skew: 0 })
  }
})

it.each(['-1', 'NaN', 'soon', '1e3', '0x10', '', '9'.repeat(400), '9'.repeat(25), '12.', '1 2', 'Infinity', 'null'])(
  'does not guess what %j may mean',
  (garbage) => {
    const names = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after']
    expect(read(Object.fromEntries(names.map((name) => [name, garbage])))).toEqual(told())
  },
)

it.each(['9'.repeat(10), `${Number.MAX_SAFE_INTEGER}`, '9223372036854775807'])('takes a pause of %s seconds for a very long one, and no reset from it', (figure) => {
  const century = 100 * 365 * 86_400_000
  const headers = { 'x-ratelimit-limit': '9'.repeat(25), 'x-ratelimit-remaining': '9'.repeat(25), 'x-ratelimit-reset': figure, 'retry-after': figure }
  expect(read(headers)).toEqual({ ...told(), retryAfterMs: century })
})

it('never throws, never tells NaN, never a time before now or a thousand years after', () => {
  const figure = fc.oneof(
    fc.string({ unit: 'grapheme-ascii' }),
    fc.integer().map(String),
    fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String),
    fc.double().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.constantFrom('"a";r=1;t=9e9', 'limit=1, remaining=, reset=x', `r=${'9'.repeat(400)};t=${'9'.repeat(400)}`, '"', ';;=,', 'limit='),
  )
  const names = ['date', 'retry-after', 'ratelimit', 'ratelimit-policy', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'ratelimit-reset']
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), figure), fc.integer({ min: 0, max: 4e12 }), (headers, now) => {
      const { limit, remaining, resetAt, retryAfterMs, skew } = readRateHeaders(new Headers(headers), now)
      for (const value of [limit, remaining, retryAfterMs, resetAt, skew]) {
        if (value !== undefined) expect(Number.isFinite(value)).toBe(true)
      }
      expect(Math.min(limit ?? 0, remaining ?? 0, retryAfterMs ?? 0)).toBeGreaterThanOrEqual(0)
      expect(resetAt ?? now).toBeGreaterThanOrEqual(now)
      expect(Math.max(retryAfterMs ?? 0, (resetAt ?? now) - now)).toBeLessThan(1000 * 365 * 86_400_000)
    }),
    { numRuns: 500 },
  )
})
