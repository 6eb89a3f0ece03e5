import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createMemoryStore, type ProxyStore } from '../../src/server.js'
import { type HostileUpstream, json, type Reply, startHostileUpstream, text } from '../support/hostileUpstream.js'
import { ask, KEY, proxyTo, speak } from './support.js'

let upstream: HostileUpstream
let jobs: number
/** A new job for each request, so that a second one would be seen. */
const accept: Reply = (received, res) => json(200, { job_id: ++jobs, status: 'pending' })(received, res)

beforeAll(async () => {
  upstream = await startHostileUpstream()
})
afterAll(() => upstream.close())
beforeEach(() => {
  jobs = 40_000
  upstream.received.length = 0
  upstream.reply(accept)
})

const keyed = (key = 'wish-1') => ({ headers: { 'idempotency-key': key, 'content-type': 'application/x-www-form-urlencoded' } })

/** Holds every answer back until it is told. */
function hold(): { answer: (reply: Reply) => void; arrived: Promise<void> } {
  const held: ServerResponse[] = []
  let arrive: () => void
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  upstream.reply((_, res) => {
    held.push(res)
    arrive()
  })
  return {
    arrived,
    answer(reply) {
      for (const res of held) reply(upstream.received[0]!, res)
    },
  }
}

describe('a repeat under the same Idempotency-Key', () => {
  test('gets the first answer, and nothing is sent', async () => {
    const proxy = proxyTo(upstream)
    const first = await speak(proxy, keyed())
    const second = await speak(proxy, keyed())
    expect(second).toMatchObject({ status: 200, text: first.text })
    expect(upstream.received).toHaveLength(1)
  })

  test('at the same moment waits for the one answer: fifty at once are one request', async () => {
    const proxy = proxyTo(upstream)
    const { answer, arrived } = hold()
    const all = Array.from({ length: 50 }, () => speak(proxy, keyed()))
    await arrived
    answer(json(200, { job_id: 40_001 }))
    const seen = await Promise.all(all)
    expect(new Set(seen.map((one) => `${one.status} ${one.text}`)).size).toBe(1)
    expect(upstream.received).toHaveLength(1)
  })

  test('over several instances with one store is one request', async () => {
    const store = createMemoryStore()
    const proxies = [1, 2, 3].map(() => proxyTo(upstream, { store }))
    const { answer, arrived } = hold()
    const all = proxies.flatMap((proxy) => Array.from({ length: 5 }, () => speak(proxy, keyed())))
    await arrived
    answer(json(200, { job_id: 40_001 }))
    const seen = await Promise.all(all)
    expect(new Set(seen.map((one) => `${one.status} ${one.text}`)).size).toBe(1)
    expect(upstream.received).toHaveLength(1)
  })

  test('with another body, voice or operation is 409', async () => {
    const proxy = proxyTo(upstream)
    await speak(proxy, { ...keyed(), text: 'Hello' })
    const others = [
      speak(proxy, { ...keyed(), text: 'Goodbye' }),
      ask(proxy, 'POST', '/voice/voices/sage/generate', { form: { input_text: 'Hello' }, headers: { 'idempotency-key': 'wish-1' } }),
      ask(proxy, 'POST', '/credits/payg/create-checkout-session', { json: { amount_usd: 5 }, headers: { 'idempotency-key': 'wish-1' } }),
    ]
    for (const seen of await Promise.all(others)) {
      expect(seen).toMatchObject({ status: 409, json: { error: { code: 'invalid_request' } } })
    }
    expect(upstream.received).toHaveLength(1)
  })

  test('by another user is another wish', async () => {
    const proxy = proxyTo(upstream)
    const alice = await speak(proxy, { ...keyed(), user: 'alice' })
    const bob = await speak(proxy, { ...keyed(), user: 'bob' })
    expect(upstream.received).toHaveLength(2)
    expect(alice.json['job_id']).not.toBe(bob.json['job_id'])
    const [first, second] = upstream.received.map(({ headers }) => headers['idempotency-key'])
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(second).not.toBe(first)
  })

  test('is a new wish after a day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const proxy = proxyTo(upstream)
    await speak(proxy, keyed())
    vi.advanceTimersByTime(24 * 3_600_000 - 1000)
    await speak(proxy, keyed())
    expect(upstream.received).toHaveLength(1)
    vi.advanceTimersByTime(2000)
    await speak(proxy, keyed())
    expect(upstream.received).toHaveLength(2)
    vi.useRealTimers()
  })

  test.each([
    ['402', json(402, { detail: 'Required: 8250, Available: 1000' }), 402],
    ['422', json(422, { detail: [] }), 422],
    ['429', json(429, { detail: 'slow down' }), 429],
    ['a refused key', json(401, { detail: 'no' }), 502],
    ['503', text(503, '<h1>later</h1>'), 503],
  ])('after a refusal (%s) is sent anew: nothing was done', async (_, refusal, status) => {
    const proxy = proxyTo(upstream)
    upstream.reply(refusal)
    expect(await speak(proxy, keyed())).toMatchObject({ status })
    upstream.reply(accept)
    expect(await speak(proxy, keyed())).toMatchObject({ status: 200 })
    expect(upstream.received).toHaveLength(2)
  })

  test.each<[string, Reply, number, string]>([
    ['500', json(500, { detail: 'oops' }), 500, 'server_error'],
    ['502', text(502, '<h1>Bad Gateway</h1>'), 502, 'unknown_outcome'],
    ['504', text(504, ''), 504, 'unknown_outcome'],
    ['a connection that breaks', (_, res) => res.destroy(), 502, 'unknown_outcome'],
    ['an answer that breaks off', (_, res) => void res.writeHead(200, { 'content-length': '99' }).write('{"job_id":', () => res.destroy()), 502, 'unknown_outcome'],
    ['200 in HTML', text(200, '<h1>Welcome</h1>'), 502, 'unknown_outcome'],
    ['200 with nothing', text(200, ''), 502, 'unknown_outcome'],
    ['200 nested without end', text(200, `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`), 502, 'unknown_outcome'],
    ['a redirect', text(307, '', { location: '/elsewhere' }), 502, 'unknown_outcome'],
    ['304', text(304, ''), 502, 'unknown_outcome'],
  ])('after an outcome that may have cost something (%s) is told the same, and nothing is sent', async (_, reply, status, code) => {
    const proxy = proxyTo(upstream)
    upstream.reply(reply)
    const first = await speak(proxy, keyed())
    expect(first).toMatchObject({ status, json: { error: { code } } })
    upstream.reply(accept)
    expect(await speak(proxy, keyed())).toMatchObject({ status, text: first.text })
    expect(upstream.received).toHaveLength(1)
  })

  test('after a time-out is told the same, and nothing is sent', async () => {
    const proxy = proxyTo(upstream, { timeout: 50 })
    upstream.reply(() => {})
    expect(await speak(proxy, keyed())).toMatchObject({ status: 504, json: { error: { code: 'unknown_outcome' } } })
    upstream.reply(accept)
    expect(await speak(proxy, keyed())).toMatchObject({ status: 504, json: { error: { code: 'unknown_outcome' } } })
    expect(upstream.received).toHaveLength(1)
  })

  test('after a connection that never stood is sent: nothing was', async () => {
    const gone = await startHostileUpstream()
    await gone.close()
    const store = createMemoryStore()
    expect(await speak(proxyTo(gone, { store }), keyed())).toMatchObject({ status: 502, json: { error: { code: 'unknown_outcome' } } })
    expect(await speak(proxyTo(upstream, { store }), keyed())).toMatchObject({ status: 200 })
  })

  test('of a user who left gets the answer that came meanwhile', async () => {
    const proxy = proxyTo(upstream)
    const { answer, arrived } = hold()
    const before = upstream.left
    const leaving = new AbortController()
    const first = speak(proxy, { ...keyed(), signal: leaving.signal })
    await arrived
    leaving.abort()
    answer(json(200, { job_id: 40_001 }))
    const [one, two] = await Promise.all([first, speak(proxy, keyed())])
    expect(two).toMatchObject({ status: 200, text: one.text })
    expect(upstream.received).toHaveLength(1)
    expect(upstream.left).toBe(before)
  })

  test('of a user who left before anything was sent is a new wish', async () => {
    const proxy = proxyTo(upstream)
    const left = { ...keyed(), signal: AbortSignal.abort() }
    expect(await speak(proxy, left)).toMatchObject({ status: 499 })
    expect(upstream.received).toEqual([])
    expect(await speak(proxy, keyed())).toMatchObject({ status: 200 })
  })

  test('of a request whose instance died is told that nobody knows, and nothing is sent', async () => {
    const store = createMemoryStore()
    vi.useFakeTimers({ toFake: ['Date'] })
    hold()
    // Never answered, never heard of again.
    void speak(proxyTo(upstream, { store }), keyed())
    await vi.waitFor(() => expect(upstream.received).toHaveLength(1))
    vi.setSystemTime(Date.now() + 60_000)
    const seen = await speak(proxyTo(upstream, { store }), keyed())
    vi.useRealTimers()
    expect(seen).toMatchObject({ status: 504, json: { error: { code: 'unknown_outcome' } } })
    expect(upstream.received).toHaveLength(1)
  })

  test.each(['', ' ', 'a b', 'ä', 'x'.repeat(256)])('with a key that is none (%j) is 400', async (key) => {
    const seen = await speak(proxyTo(upstream), keyed(key))
    expect(seen.status).toBe(400)
    expect(upstream.received).toEqual([])
  })
})

test.each([
  { status: 99, body: '{}' },
  { status: 1000, body: '{}' },
  { status: 204, body: '{}' },
  { status: 200 },
  { status: 200, body: 7 },
])('a record that is damaged (%j) is a request of which nobody knows, and nothing is sent', async (damage) => {
  const memory = createMemoryStore()
  const store: ProxyStore = {
    ...memory,
    async claim(_key, value, ttlMs) {
      return { value: JSON.stringify({ ...JSON.parse(value), state: 'answered', ...damage }), ttlMs }
    },
  }
  expect(await speak(proxyTo(upstream, { store }), keyed())).toMatchObject({ status: 504, json: { error: { code: 'unknown_outcome' } } })
  expect(upstream.received).toEqual([])
})

describe('a created key', () => {
  const create = (proxy: ReturnType<typeof proxyTo>) =>
    ask(proxy, 'POST', '/auth/api-keys', { json: { name: 'Staging' }, headers: { 'idempotency-key': 'make-1' } })
  const SECRET = 'ap_NEWnewNEWnewNEW0002'

  test('passes once; its secret is not stored, and a repeat is 409', async () => {
    const memory = createMemoryStore()
    const written: string[] = []
    const store: ProxyStore = {
      ...memory,
      swap: (key, expected, value, ttlMs) => {
        written.push(key, String(value))
        return memory.swap(key, expected, value, ttlMs)
      },
    }
    const proxy = proxyTo(upstream, { store })
    upstream.reply(json(201, { id: 'k1', name: 'Staging', api_key: SECRET }))
    expect(await create(proxy)).toMatchObject({ status: 201, json: { api_key: SECRET } })
    const again = await create(proxy)
    expect(again).toMatchObject({ status: 409, json: { error: { code: 'invalid_request' } } })
    expect(again.text + written.join()).not.toContain(SECRET)
    expect(written.length).toBeGreaterThan(0)
    expect(upstream.received).toHaveLength(1)
  })

  test('asked for twice at once passes once', async () => {
    const proxy = proxyTo(upstream)
    const { answer, arrived } = hold()
    const both = [create(proxy), create(proxy)]
    await arrived
    answer(json(201, { id: 'k1', name: 'Staging', api_key: SECRET }))
    const seen = await Promise.all(both)
    expect(seen.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(seen.filter((one) => one.text.includes(SECRET))).toHaveLength(1)
  })

  test('that upstream refused may be asked for again', async () => {
    const proxy = proxyTo(upstream)
    upstream.reply(json(422, { detail: 'too many keys' }))
    expect(await create(proxy)).toMatchObject({ status: 422 })
    upstream.reply(json(201, { id: 'k1', name: 'Staging', key: SECRET }))
    expect(await create(proxy)).toMatchObject({ status: 201, json: { key: SECRET } })
  })
})

describe('a store that fails', () => {
  const broken = async (): Promise<never> => {
    throw new Error(`connect ECONNREFUSED redis://:${KEY}@127.0.0.1`)
  }
  const down: ProxyStore = { hit: broken, get: broken, set: broken, claim: broken, swap: broken }

  test('lets reads go on, refuses changes with a typed 503, and sends nothing', async () => {
    const events: unknown[] = []
    const proxy = proxyTo(upstream, { store: down, onEvent: (event) => events.push(event) })
    expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 200 })
    upstream.received.length = 0
    const refused = await speak(proxy, keyed())
    expect(refused).toMatchObject({ status: 503, json: { error: { code: 'server_error' }, retry_after: 2 } })
    // With it, clients send it again by themselves, under the same key.
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(await speak(proxy)).toMatchObject({ status: 503 })
    expect(upstream.received).toEqual([])
    expect(JSON.stringify(events)).toContain('store failed')
    expect(JSON.stringify(events)).not.toContain(KEY)
  })

  /** A store of which one operation fails while it is told to. */
  function failing(operation: 'claim' | 'swap'): { store: ProxyStore; memory: ProxyStore; fail: (fails: boolean) => void } {
    const memory = createMemoryStore()
    let fails = false
    const store: ProxyStore = {
      ...memory,
      claim: (...args) => (fails && operation === 'claim' ? broken() : memory.claim(...args)),
      swap: (...args) => (fails && operation === 'swap' ? broken() : memory.swap(...args)),
    }
    return { store, memory, fail: (now) => void (fails = now) }
  }

  test('after the request was sent still gives the answer, to its repeat too, and once it is back to a repeat elsewhere', async () => {
    const { store, memory, fail } = failing('swap')
    const proxy = proxyTo(upstream, { store })
    fail(true)
    const first = await speak(proxy, keyed())
    expect(first).toMatchObject({ status: 200 })
    expect(await speak(proxy, keyed())).toMatchObject({ status: 200, text: first.text })
    expect(await speak(proxy, { ...keyed(), text: 'Goodbye' })).toMatchObject({ status: 409 })
    fail(false)
    // Waits for the instance that has it in hand, as far as it knows, and sees the answer arrive.
    expect(await speak(proxyTo(upstream, { store: memory }), keyed())).toMatchObject({ status: 200, text: first.text })
    expect(upstream.received).toHaveLength(1)
  })

  test('for longer than a request may take leaves a repeat elsewhere with the truth', async () => {
    const { store, memory, fail } = failing('swap')
    fail(true)
    expect(await speak(proxyTo(upstream, { store, timeout: 1000 }), keyed())).toMatchObject({ status: 200 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 })
    const seen = await speak(proxyTo(upstream, { store: memory }), keyed())
    vi.useRealTimers()
    expect(seen).toMatchObject({ status: 504, json: { error: { code: 'unknown_outcome' } } })
    expect(upstream.received).toHaveLength(1)
  })

  test('and loses what it holds is given the answer again', async () => {
    const { answer, arrived } = hold()
    let memory = createMemoryStore()
    const store: ProxyStore = {
      ...memory,
      claim: (...args) => memory.claim(...args),
      swap: (...args) => memory.swap(...args),
    }
    const first = speak(proxyTo(upstream, { store }), keyed())
    await arrived
    memory = createMemoryStore()
    answer(json(200, { job_id: 40_001 }))
    const { text: told } = await first
    expect(await speak(proxyTo(upstream, { store }), keyed())).toMatchObject({ status: 200, text: told })
    expect(upstream.received).toHaveLength(1)
  })

  test('to answer a claim that it carried out does not hold the request for one that was sent', async () => {
    const memory = createMemoryStore()
    let fails = true
    const store: ProxyStore = {
      ...memory,
      async claim(...args) {
        const found = await memory.claim(...args)
        return fails ? broken() : found
      },
    }
    expect(await speak(proxyTo(upstream, { store }), keyed())).toMatchObject({ status: 503 })
    expect(upstream.received).toEqual([])
    fails = false
    expect(await speak(proxyTo(upstream, { store }), keyed())).toMatchObject({ status: 200 })
    expect(upstream.received).toHaveLength(1)
  })

  test('while another instance has the request in hand does not say that nothing was sent', async () => {
    const memory = createMemoryStore()
    const { answer, arrived } = hold()
    const first = speak(proxyTo(upstream, { store: memory }), keyed())
    await arrived
    let looks = 0
    const store: ProxyStore = { ...memory, claim: (...args) => (++looks === 2 ? broken() : memory.claim(...args)) }
    const second = speak(proxyTo(upstream, { store }), keyed())
    await vi.waitFor(() => expect(looks).toBeGreaterThan(2))
    answer(json(200, { job_id: 40_001 }))
    const { text: told } = await first
    expect(await second).toMatchObject({ status: 200, text: told })
    expect(upstream.received).toHaveLength(1)
  })

  test('and never comes back while another instance has the request in hand leaves it unknown', async () => {
    const { store, memory, fail } = failing('claim')
    const { arrived } = hold()
    void speak(proxyTo(upstream, { store: memory, timeout: 1000 }), keyed())
    await arrived
    // Of the lease, half a second is left.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5500 })
    const second = speak(proxyTo(upstream, { store: { ...store, claim: (...args) => store.claim(...args).finally(() => fail(true)) } }), keyed())
    expect(await second).toMatchObject({ status: 504, json: { error: { code: 'unknown_outcome' } } })
    vi.useRealTimers()
    expect(upstream.received).toHaveLength(1)
  })
})
