import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { APP, arrange, bodyOf, KEY, START } from './support.js'

const limits = ({ headers }: Response) =>
  ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'].map((name) => Number(headers.get(name)))

/** The window begins on the whole second before the first request. */
const RESET = Math.floor(START / 1000) + 60

describe('the rate limit', () => {
  it.each([
    ['free', 100],
    ['pro', 1000],
    [7, 7],
  ] as const)('of plan %s is %d a minute, told with every answer', async (plan, limit) => {
    const { ask } = arrange({ plan })
    expect(limits(await ask('GET /credits'))).toEqual([limit, limit - 1, RESET])
    const refused = await ask('GET /voice/voices/nobody/status')
    expect([refused.status, ...limits(refused)]).toEqual([404, limit, limit - 2, RESET])
    expect(refused.headers.get('date')).toBe('Mon, 23 Nov 2026 09:00:00 GMT')
  })

  it('answers 429 with the wait when the window is spent, and again after it', async () => {
    const { ask, pass } = arrange({ plan: 2 })
    await ask('GET /credits')
    await ask('GET /credits')
    pass(20_000)
    const refused = await ask('GET /credits')
    expect([refused.status, ...limits(refused)]).toEqual([429, 2, 0, RESET])
    expect(refused.headers.get('retry-after')).toBe('40')
    expect(await bodyOf(refused)).toMatchObject({ error: { code: 'rate_limit_exceeded' } })
    pass(39_749)
    expect((await ask('GET /credits')).status).toBe(429)
    pass(1)
    expect(limits(await ask('GET /credits'))).toEqual([2, 1, RESET + 60])
  })

  it('is counted for each key, and for the app\'s own endpoint', async () => {
    const { ask } = arrange({ plan: 1 })
    expect((await ask('GET /credits')).status).toBe(200)
    expect((await ask('GET /credits')).status).toBe(429)
    expect((await ask('GET /credits', { key: 'ap_FAKEother0000' })).status).toBe(200)
    expect((await ask('GET /credits', { base: APP })).status).toBe(200)
    expect((await ask('GET /credits', { base: APP })).status).toBe(429)
  })

  it('does nothing that it refuses', async () => {
    const { ask, state } = arrange({ rateLimit: { remaining: 0, resetInSeconds: 30 }, keys: [] })
    const refused = await ask('POST /auth/api-keys', { json: { name: 'A' } })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
    expect(state.keys).toEqual([])
  })

  it('can be arranged, for callers that are known and new ones', async () => {
    const { ask, state, pass } = arrange()
    await ask('GET /credits')
    state.setRateLimit({ remaining: 3, resetInSeconds: 10 })
    expect(limits(await ask('GET /credits'))).toEqual([100, 2, Math.floor(START / 1000) + 10])
    expect(limits(await ask('GET /credits', { base: APP }))[1]).toBe(2)
    pass(10_000)
    expect(limits(await ask('GET /credits'))[1]).toBe(99)
  })

  it.each([
    ['ietf', { 'ratelimit-policy': '"default";q=100;w=60', ratelimit: '"default";r=99;t=60' }],
    ['draft-7', { 'ratelimit-policy': '100;w=60', ratelimit: 'limit=100, remaining=99, reset=60' }],
    ['draft-3', { 'ratelimit-limit': '100', 'ratelimit-remaining': '99', 'ratelimit-reset': '60' }],
    ['none', {}],
  ] as const)('is told in headers of style %s', async (rateLimitHeaders, expected) => {
    const { headers } = await arrange({ rateLimitHeaders }).ask('GET /credits')
    const told = [...headers].filter(([name]) => name.includes('ratelimit'))
    expect(Object.fromEntries(told)).toEqual(expected)
  })

  it('says the wait as a date, or not at all, where that is asked for', async () => {
    const spent = { rateLimit: { remaining: 0, resetInSeconds: 30 } }
    const asDate = await arrange({ ...spent, retryAfter: 'date' }).ask('GET /credits')
    expect(asDate.headers.get('retry-after')).toBe('Mon, 23 Nov 2026 09:00:30 GMT')
    const not = await arrange({ ...spent, retryAfter: 'none', rateLimitHeaders: 'none' }).ask('GET /credits')
    expect([not.status, not.headers.get('retry-after')]).toEqual([429, null])
  })

  it('never lets through more than the limit in a window, nor less', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 }),
        async (plan, gaps) => {
          const { ask, pass, state } = arrange({ plan })
          const windows = new Map<number, { passed: number; asked: number }>()
          for (const gap of gaps) {
            pass(gap)
            const response = await ask('GET /credits', { key: KEY })
            const [limit, remaining, reset] = limits(response) as [number, number, number]
            const window = windows.get(reset) ?? { passed: 0, asked: 0 }
            windows.set(reset, window)
            window.asked++
            if (response.status === 200) window.passed++
            const at = state.requests.at(-1)?.at ?? 0
            expect(at).toBeLessThan(reset * 1000)
            expect(at).toBeGreaterThanOrEqual(reset * 1000 - 60_000)
            expect(window.passed).toBe(Math.min(window.asked, limit))
            expect(remaining).toBe(limit - window.passed)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
