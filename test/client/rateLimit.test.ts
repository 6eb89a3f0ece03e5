import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAudioPodError } from '../../src/errors/index.js'
import type { RateLimitHeaders } from '../../src/testing.js'
import { arrange, errorOf, settle, START, valueOf } from './support.js'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const at = (ms: number) => new Date(START + ms).toISOString()

it('a request that was given up on its way counts as spent until an answer tells what is left', async () => {
  const { client, calls, fail } = arrange({ plan: 20 })
  await client.credits.get()
  expect(client.rateLimit.getSnapshot().remaining).toBe(19)
  fail('account.get', { delay: Infinity, times: 16 })
  for (let i = 0; i < 16; i++) {
    const controller = new AbortController()
    const given = client.account.get({ signal: controller.signal })
    await Promise.all([
      expect(given).rejects.toMatchObject({ code: 'aborted' }),
      vi.advanceTimersByTimeAsync(100).then(() => controller.abort()),
    ])
  }
  fail('speech.create', { delay: 1000, times: 2 })
  const created = [1, 2].map(() => client.speech.create({ voiceId: 'aura', text: 'Hello' }))
  await vi.advanceTimersByTimeAsync(500)
  // So near the end, with three left of twenty, they leave one by one.
  expect(calls('speech.create')).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(120_000)
  await Promise.all(created)
  expect(calls('speech.create')).toHaveLength(2)
})

describe('a 429', () => {
  it('pauses the whole client, and not one call', async () => {
    const { client, fail, calls } = arrange()
    fail('credits.get', { status: 429, headers: { 'Retry-After': '20' } })
    const first = client.credits.get()
    await vi.advanceTimersByTimeAsync(0)
    expect(client.rateLimit.getSnapshot().pausedUntil).toBeDefined()
    const others = [client.account.get(), client.wallet.get(), client.voices.list()]
    await vi.advanceTimersByTimeAsync(19_999)
    expect(calls()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2000)
    await Promise.all(others)
    expect(await first).toBeDefined()
    expect(calls()).toHaveLength(5)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not pause another client', async () => {
    const { client, fail, simulator } = arrange()
    const other = arrange({}, { fetch: simulator.fetch }).client
    fail('credits.get', { status: 429, headers: { 'Retry-After': '20' } })
    void settle(client.credits.get())
    await vi.advanceTimersByTimeAsync(0)
    expect((await settle(other.credits.get())).ms).toBeLessThan(100)
    await vi.advanceTimersByTimeAsync(30_000)
  })

  it('whose wait is longer than two minutes is not slept through', async () => {
    const { client, fail, calls } = arrange()
    fail('credits.get', { status: 429, headers: { 'Retry-After': '121' } })
    const { error, ms } = await settle(client.credits.get())
    expect(ms).toBeLessThan(1000)
    expect(error).toMatchObject({ code: 'rate_limit_exceeded', status: 429, retryAfter: 121, retryAt: at(121_000), retryable: true })
    expect(await errorOf(client.account.get())).toMatchObject({ code: 'rate_limit_exceeded', retryAt: expect.any(String) })
    expect(calls()).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('of two minutes is slept through, and maxWait moves the bound', async () => {
    const { client, fail } = arrange()
    fail('credits.get', { status: 429, headers: { 'Retry-After': '120' } })
    const { value, ms } = await settle(client.credits.get())
    expect(value).toBeDefined()
    expect(ms).toBeGreaterThanOrEqual(120_000)
    const strict = arrange({}, { maxWait: 1000 })
    strict.fail('credits.get', { status: 429, headers: { 'Retry-After': '2' } })
    expect((await settle(strict.client.credits.get())).error?.retryAt).toBeDefined()
  })

  it.each([
    [{ 'Retry-After': '7' }, undefined, 7],
    [{ 'Retry-After': 'Mon, 23 Nov 2026 09:00:07 GMT', Date: 'Mon, 23 Nov 2026 09:00:00 GMT' }, undefined, 7],
    [{ 'Retry-After': '7', 'X-RateLimit-Reset': `${START / 1000 + 90}` }, { retry_after: 60 }, 7],
    [{ 'X-RateLimit-Reset': `${START / 1000 + 9}`, Date: 'Mon, 23 Nov 2026 09:00:00 GMT' }, { error: { code: 'x', message: 'y' }, retry_after: 8 }, 8],
    [{ 'X-RateLimit-Reset': `${START / 1000 + 9}`, Date: 'Mon, 23 Nov 2026 09:00:00 GMT' }, undefined, 9],
    [{ 'RateLimit-Reset': '11' }, undefined, 11],
    [{ RateLimit: '"default";r=0;t=12' }, undefined, 12],
    [{ 'Retry-After': '0' }, undefined, 0],
    [{ 'Retry-After': '-5' }, undefined, undefined],
    [{ 'Retry-After': '9'.repeat(30) }, undefined, undefined],
    [{}, { retry_after: 1e300 }, undefined],
    [{}, { retry_after: -1 }, undefined],
    [{}, undefined, undefined],
  ])('with %j and %j says to wait %s seconds', async (headers, body, retryAfter) => {
    const { client, fail } = arrange({}, { maxRetries: 0 })
    fail('credits.get', { status: 429, headers: headers as Record<string, string>, body: body ?? { detail: 'Slow down' } })
    const error = await errorOf(client.credits.get())
    expect(error).toMatchObject({ code: 'rate_limit_exceeded' })
    expect(isAudioPodError(error, 'rate_limit_exceeded') && error.retryAfter).toBe(retryAfter)
    if (retryAfter === undefined) expect(error.retryAt).toBeUndefined()
    else expect(error.retryAt).toBe(at(retryAfter * 1000))
  })

  it('without a time is waited out longer and longer', async () => {
    const { client, fail, calls } = arrange()
    fail('credits.get', { status: 429, times: 3 })
    await valueOf(client.credits.get())
    const times = calls().map((call) => call.at)
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0))
    expect(gaps).toHaveLength(3)
    for (const [i, gap] of gaps.entries()) {
      expect(gap).toBeGreaterThanOrEqual(500 * 2 ** i)
      expect(gap).toBeLessThanOrEqual(1001 * 2 ** i)
    }
  })

  it('is not met early by a clock that is wrong', async () => {
    // The account's clock is an hour behind this one, and says its times by it.
    const { client, calls } = arrange({
      now: () => Date.now() - 3_600_000,
      rateLimit: { remaining: 0, resetInSeconds: 30 },
      retryAfter: 'none',
    })
    const { value, ms } = await settle(client.credits.get())
    expect(value).toBeDefined()
    expect(ms).toBeGreaterThanOrEqual(30_000)
    expect(ms).toBeLessThan(33_000)
    expect(calls()).toHaveLength(2)
  })
})

describe.each<RateLimitHeaders>(['x-ratelimit', 'ietf', 'draft-7', 'draft-3'])('a spent window told as %s', (rateLimitHeaders) => {
  it('holds the next request back until it is renewed, without a refusal', async () => {
    const { client, calls } = arrange({ rateLimitHeaders, rateLimit: { remaining: 1, resetInSeconds: 40 } })
    await valueOf(client.credits.get())
    expect(client.rateLimit.getSnapshot()).toMatchObject({ limit: 100, remaining: 0, pausedUntil: expect.any(String) })
    const { ms } = await settle(client.account.get())
    expect(ms).toBeGreaterThanOrEqual(39_000)
    expect(calls().map((call) => call.status)).toEqual([200, 200])
  })
})

describe('many calls at once', () => {
  it('never meet a refusal once the limit is known, and all get through in order', async () => {
    const { client, calls } = arrange({ rateLimit: { remaining: 4, resetInSeconds: 30 }, plan: 10 })
    await valueOf(client.credits.get())
    const done = await Promise.all(Array.from({ length: 12 }, () => settle(client.account.get())))
    expect(done.every(({ value }) => value !== undefined)).toBe(true)
    expect(calls().map((call) => call.status)).toEqual(Array.from({ length: 13 }, () => 200))
    expect(vi.getTimerCount()).toBe(0)
  })

  it('wait their turn without a timeout, however long the queue', async () => {
    const { client } = arrange({ plan: 5, rateLimit: { remaining: 1, resetInSeconds: 50 } }, { timeout: 1000, maxWait: 61_000 })
    await valueOf(client.credits.get())
    const done = await Promise.all(Array.from({ length: 16 }, () => settle(client.account.get())))
    expect(done.map(({ error }) => error?.code)).toEqual(Array.from({ length: 16 }, () => undefined))
    expect(Math.max(...done.map(({ ms }) => ms))).toBeGreaterThan(120_000)
  })
})
