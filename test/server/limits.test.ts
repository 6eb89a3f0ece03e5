import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createMemoryStore } from '../../src/server.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, KEY, proxyTo, speak } from './support.js'

let upstream: HostileUpstream
beforeAll(async () => {
  upstream = await startHostileUpstream()
})
afterAll(() => upstream.close())
const now = Date.parse('2026-11-23T09:00:00Z')
beforeEach(() => {
  upstream.received.length = 0
  upstream.reply(json(200, {}, { date: new Date(now).toUTCString() }))
  vi.useFakeTimers({ toFake: ['Date'], now })
})
afterEach(() => vi.useRealTimers())

describe('the limit of a user', () => {
  test('is exact, counts each user alone, tells the wait and ends with it', async () => {
    const proxy = proxyTo(upstream, { limits: { perUser: { requests: 3, perSeconds: 10 } } })
    const burst = await Promise.all(Array.from({ length: 5 }, () => ask(proxy, 'GET', '/credits')))
    expect(burst.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429])
    vi.setSystemTime(now + 2500)
    const refused = await ask(proxy, 'GET', '/credits')
    expect(refused).toMatchObject({ status: 429, json: { error: { code: 'rate_limit_exceeded' }, retry_after: 8 } })
    expect(refused.headers.get('retry-after')).toBe('8')
    expect(await ask(proxy, 'GET', '/credits', { user: 'bob' })).toMatchObject({ status: 200 })
    vi.setSystemTime(now + 10_000)
    expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 200 })
    expect(upstream.received).toHaveLength(5)
  })

  test('is 120 requests in 60 seconds unless told otherwise', async () => {
    const proxy = proxyTo(upstream)
    const seen = await Promise.all(Array.from({ length: 121 }, () => ask(proxy, 'GET', '/credits')))
    expect(seen.filter(({ status }) => status === 429)).toHaveLength(1)
    expect(seen.at(-1)?.json['retry_after']).toBe(60)
  })

  test('is shared by instances with one store', async () => {
    const store = createMemoryStore()
    const proxies = [1, 2, 3].map(() => proxyTo(upstream, { store, limits: { perUser: { requests: 10, perSeconds: 60 } } }))
    const seen = await Promise.all(Array.from({ length: 30 }, (_, i) => ask(proxies[i % 3]!, 'GET', '/credits')))
    expect(seen.filter(({ status }) => status === 200)).toHaveLength(10)
  })

  test('counts nobody who is not signed in', async () => {
    const proxy = proxyTo(upstream, {
      limits: { perUser: { requests: 1, perSeconds: 60 } },
      authorize: (request) => (request.headers.has('x-in') ? { userId: 'alice', allow: ['credits:read'] } : null),
    })
    await ask(proxy, 'GET', '/credits')
    await ask(proxy, 'GET', '/credits')
    expect(await ask(proxy, 'GET', '/credits', { headers: { 'x-in': '1' } })).toMatchObject({ status: 200 })
  })

  test('can be switched off', async () => {
    const proxy = proxyTo(upstream, { limits: { perUser: false } })
    const seen = await Promise.all(Array.from({ length: 130 }, () => ask(proxy, 'GET', '/credits')))
    expect(seen.every(({ status }) => status === 200)).toBe(true)
  })
})

describe("the account's window", () => {
  const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 20), date: new Date(now).toUTCString() }

  test.each([
    ['nothing remains', json(200, {}, spent)],
    ['429 came', json(429, {}, { 'retry-after': '20', date: new Date(now).toUTCString() })],
    ['a draft header says so', json(200, {}, { ratelimit: '"default";r=0;t=20', date: new Date(now).toUTCString() })],
  ])('once %s, is waited for here and not asked for again, by any user on any instance', async (_, reply) => {
    const store = createMemoryStore()
    const proxy = proxyTo(upstream, { store })
    upstream.reply(reply)
    await ask(proxy, 'GET', '/credits')
    vi.setSystemTime(now + 5000)
    const seen = await ask(proxyTo(upstream, { store }), 'GET', '/voice/voice-profiles', { user: 'bob' })
    expect(seen).toMatchObject({ status: 429, json: { error: { code: 'rate_limit_exceeded' }, retry_after: 15 } })
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'retry-after': '15',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(now / 1000 + 20),
    })
    expect(upstream.received).toHaveLength(1)
    vi.setSystemTime(now + 20_000)
    upstream.reply(json(200, {}))
    expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 200 })
  })

  test('of one key says nothing of another', async () => {
    const store = createMemoryStore()
    upstream.reply(json(200, {}, spent))
    await ask(proxyTo(upstream, { store }), 'GET', '/credits')
    expect(await ask(proxyTo(upstream, { store, apiKey: `${KEY}2` }), 'GET', '/credits')).toMatchObject({ status: 200 })
  })

  test('lets a repeat have its answer, which costs no request', async () => {
    const proxy = proxyTo(upstream)
    const headers = { 'idempotency-key': 'k', 'content-type': 'application/x-www-form-urlencoded' }
    upstream.reply(json(200, { job_id: 1 }, spent))
    await speak(proxy, { headers })
    expect(await speak(proxy, { headers })).toMatchObject({ status: 200 })
    expect(await speak(proxy, { headers: { ...headers, 'idempotency-key': 'other' } })).toMatchObject({ status: 429 })
    expect(upstream.received).toHaveLength(1)
  })

  test("is never shut for longer than an hour by a gateway's nonsense", async () => {
    const proxy = proxyTo(upstream)
    upstream.reply(json(429, {}, { 'retry-after': '99999999' }))
    await ask(proxy, 'GET', '/credits')
    upstream.reply(json(200, {}))
    vi.setSystemTime(now + 3_600_000)
    expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 200 })
  })

  test('stays open after a refusal that tells no wait', async () => {
    const proxy = proxyTo(upstream)
    upstream.reply(json(429, {}))
    await ask(proxy, 'GET', '/credits')
    upstream.reply(json(200, {}))
    expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 200 })
  })
})

describe('the memory store', () => {
  test('holds no more than it may: old answers make room, young ones do not', async () => {
    const store = createMemoryStore({ maxEntries: 2 })
    await store.claim('a', '1', 86_400_000)
    await store.claim('b', '1', 86_400_000)
    await expect(store.claim('c', '1', 86_400_000)).rejects.toThrow('full')
    vi.setSystemTime(now + 600_001)
    expect(await store.claim('c', '1', 86_400_000)).toBeUndefined()
    expect(await store.get('a')).toBeUndefined()
    expect(await store.get('b')).toMatchObject({ value: '1' })
  })

  test('counts no more users than it may', async () => {
    const store = createMemoryStore({ maxEntries: 2 })
    for (const user of ['a', 'b', 'c']) await store.hit(user, 1000)
    expect(await store.hit('c', 1000)).toEqual({ count: 2, resetMs: 1000 })
    expect(await store.hit('a', 1000)).toEqual({ count: 1, resetMs: 1000 })
  })
})
