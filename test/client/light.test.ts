import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createConnection } from '../../src/client/connection.js'
import { clientOf, createAudioPodClient } from '../../src/client/createAudioPodClient.js'
import { type CreateEngine, createEngine } from '../../src/client/engine.js'
import type { ClientOptions } from '../../src/client/index.js'
import { startLight } from '../../src/client/light.js'
import { createSimulator } from '../../src/testing.js'
import { ENDPOINT, errorOf, settle, START, valueOf } from './support.js'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const hello = { voiceId: 'aura', text: 'Hello' }

/** A client that fetches its engine when something is the matter, on a simulated account. */
function arrange(load: () => Promise<CreateEngine> = () => Promise.resolve(createEngine), options: Partial<ClientOptions> = {}) {
  const simulator = createSimulator({ jobSeconds: 3 })
  const loading = vi.fn(load)
  const given = { endpoint: ENDPOINT, fetch: simulator.fetch, ...options }
  const client = clientOf(createConnection(given, (setup) => startLight(setup, loading)))
  return { simulator, client, loading, fail: simulator.fail, requests: simulator.state.requests }
}

/** An engine that comes when it is told to. */
function lateEngine() {
  let come = () => {}
  const load = () =>
    new Promise<CreateEngine>((resolve) => {
      come = () => resolve(createEngine)
    })
  return { load, come: () => come() }
}

const gone = () => Promise.reject<CreateEngine>(new TypeError('Failed to fetch dynamically imported module'))

it('a page of good answers never asks for the engine', async () => {
  const { client, loading, requests } = arrange()
  await valueOf(client.credits.get())
  await valueOf(Promise.all([client.account.get(), client.wallet.get(), client.apiKeys.list()]))
  expect(requests).toHaveLength(4)
  expect(loading).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

describe('what comes of a read', () => {
  const reads = {
    'credits.get': (client: ReturnType<typeof createAudioPodClient>) => client.credits.get(),
    'credits.usage': (client: ReturnType<typeof createAudioPodClient>) => client.credits.usage(),
    'apiKeys.list': (client: ReturnType<typeof createAudioPodClient>) => client.apiKeys.list(),
  }
  const fault = fc.oneof(
    fc.record({
      status: fc.constantFrom(200, 204, 301, 400, 401, 402, 403, 404, 410, 418, 422, 429, 500, 502, 503, 504),
      body: fc.constantFrom<unknown>(
        undefined,
        '<html>Bad Gateway</html>',
        {},
        [],
        { detail: 'Required: 8,250, Available: 1,000' },
        { error: { code: 'rate_limit_exceeded', message: 'Slow down' }, retry_after: 3 },
        { detail: [{ loc: ['query', 'status'], msg: 'is unknown' }] },
      ),
      headers: fc.constantFrom<Record<string, string>>(
        {},
        { 'retry-after': '2' },
        { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4' },
        { 'x-request-id': 'req_1' },
      ),
    }),
    fc.constant({ network: true as const }),
    fc.constant({ delay: Infinity, status: 200 }),
  )

  it('is the same with the engine and without, whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('credits.get', 'credits.usage', 'apiKeys.list'), fc.array(fault, { maxLength: 5 }), async (name, faults) => {
        vi.spyOn(Math, 'random').mockReturnValue(0.5)
        const outcomes = []
        for (const light of [true, false]) {
          vi.setSystemTime(START)
          const page = arrange()
          const client = light ? page.client : createAudioPodClient({ endpoint: ENDPOINT, fetch: page.simulator.fetch })
          for (const each of faults) page.fail(name, { ...each, times: 1 })
          const first = await settle<unknown>(reads[name](client))
          const second = await settle<unknown>(reads[name](client))
          outcomes.push(
            [first, second].map(({ value, error, ms }) => ({ value, error: error?.toJSON(), is: error?.constructor, ms })),
            page.requests.length,
            client.rateLimit.getSnapshot().pausedUntil,
          )
        }
        expect(outcomes.slice(0, 3)).toEqual(outcomes.slice(3))
      }),
      { numRuns: 60 },
    )
  })
})

it('a 429 holds back at once those who come before the engine has', async () => {
  const { load, come } = lateEngine()
  const { client, fail, requests } = arrange(load)
  fail('credits.get', { status: 429, headers: { 'retry-after': '5' }, times: 1 })
  const refused = client.credits.get()
  await vi.advanceTimersByTimeAsync(10)
  const reading = client.account.get()
  const changing = client.apiKeys.create({ name: 'new' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(requests).toHaveLength(1)
  come()
  await vi.advanceTimersByTimeAsync(3000)
  expect(requests).toHaveLength(1)
  await valueOf(Promise.all([refused, reading, changing]))
  expect(Date.now() - START).toBeGreaterThanOrEqual(5000)
})

it('a change that waits for the engine is held back by a refusal that came meanwhile', async () => {
  const { load, come } = lateEngine()
  const { client, fail, requests } = arrange(load)
  fail('credits.get', { status: 429, headers: { 'retry-after': '5' }, times: 1 })
  const refused = client.credits.get()
  const changing = client.apiKeys.create({ name: 'new' })
  await vi.advanceTimersByTimeAsync(100)
  come()
  await vi.advanceTimersByTimeAsync(4000)
  expect(requests.map(({ operation }) => operation)).toEqual(['credits.get'])
  await valueOf(Promise.all([refused, changing]))
})

it('the engine knows of every answer before it', async () => {
  const { client, loading } = arrange()
  for (let i = 0; i < 20; i++) await valueOf(client.credits.get())
  expect(loading).not.toHaveBeenCalled()
  await valueOf(client.speech.create(hello))
  expect(client.rateLimit.getSnapshot()).toMatchObject({ limit: 100, remaining: 79 })
})

it.each([
  ['a quarter of the limit is spent', { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '75' }],
  ['the limit is told in another form', { ratelimit: '"default";r=90;t=30' }],
  ['a pause is told', { 'retry-after': '1' }],
  ['half of the figures is missing', { 'x-ratelimit-limit': '100' }],
])('the engine is asked for once %s', async (_, headers) => {
  const fetch = () => Promise.resolve(Response.json({ credits_balance: 7 }, { headers }))
  const { client, loading } = arrange(undefined, { fetch })
  await valueOf(client.credits.get())
  expect(loading).not.toHaveBeenCalled()
  await valueOf(client.credits.get())
  expect(loading).toHaveBeenCalledOnce()
})

it('the engine is asked for by a crowd, of which no more than eight leave before', async () => {
  const { load, come } = lateEngine()
  const { client, requests } = arrange(load)
  const crowd = Promise.all(Array.from({ length: 30 }, () => client.credits.get()))
  await vi.advanceTimersByTimeAsync(0)
  expect(requests).toHaveLength(8)
  come()
  await valueOf(crowd)
  expect(requests).toHaveLength(30)
})

it('who looks at the limit has it told as soon as the engine has come', async () => {
  const { client } = arrange()
  await valueOf(client.credits.get())
  const told = vi.fn()
  const leave = client.rateLimit.subscribe(told)
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toHaveBeenCalled()
  expect(client.rateLimit.getSnapshot()).toMatchObject({ limit: 100, remaining: 99 })
  leave()
  expect(vi.getTimerCount()).toBe(0)
})

describe('where the engine cannot be had', () => {
  it.each([
    [400, 'invalid_request'],
    [401, 'unauthorized'],
    [402, 'insufficient_credits'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [422, 'invalid_request'],
    [500, 'server_error'],
    [503, 'server_error'],
  ])('%i is one try and the error of its status', async (status, code) => {
    const { client, fail, requests } = arrange(gone)
    fail('credits.get', { status, times: 1 })
    expect(await errorOf(client.credits.get())).toMatchObject({ code, status })
    expect(requests).toHaveLength(1)
    await valueOf(client.credits.get())
  })

  it('a page of HTML is no answer', async () => {
    const { client, fail } = arrange(gone)
    fail('credits.get', { status: 200, body: '<html>', times: 1 })
    expect(await errorOf(client.credits.get())).toMatchObject({ code: 'invalid_response' })
  })

  it('no connection is a network error, and the next read tries for both again', async () => {
    let isBack = false
    const { client, fail, loading } = arrange(() => (isBack ? Promise.resolve(createEngine) : gone()))
    fail('credits.get', { network: true, times: 1 })
    expect(await errorOf(client.credits.get())).toMatchObject({ code: 'network_error', retryable: true })
    isBack = true
    await valueOf(client.credits.get())
    expect(loading).toHaveBeenCalledTimes(2)
  })

  it('a change is not sent', async () => {
    const { client, requests } = arrange(gone)
    const changes = [client.speech.create(hello), client.apiKeys.revoke('1'), client.credits.topUp({ amountUsd: 5 })]
    const errors = await Promise.all(changes.map(errorOf))
    expect(errors.map(({ code }) => code)).toEqual(['network_error', 'network_error', 'network_error'])
    expect(requests).toEqual([])
  })

  it.each([
    [{ 'retry-after': '5' }, 5000],
    [{}, 60_000],
    [{ 'retry-after': 'soon' }, 60_000],
  ])('a 429 with %j holds everybody back all the same', async (headers, ms) => {
    const { client, fail, requests } = arrange(gone)
    fail('credits.get', { status: 429, headers, times: 1 })
    const retryAt = new Date(START + ms).toISOString()
    expect(await errorOf(client.credits.get())).toMatchObject({ code: 'rate_limit_exceeded', retryAt, retryAfter: ms / 1000 })
    vi.setSystemTime(START + ms - 1)
    expect(await errorOf(client.account.get())).toMatchObject({ code: 'rate_limit_exceeded', retryAt })
    expect(requests).toHaveLength(1)
    vi.setSystemTime(START + ms + 1)
    await valueOf(client.account.get())
  })

  it('a pause beyond counting is held too', async () => {
    const { client, fail } = arrange(gone)
    fail('credits.get', { status: 429, headers: { 'retry-after': '9'.repeat(20) }, times: 1 })
    expect(await errorOf(client.credits.get())).toMatchObject({ code: 'rate_limit_exceeded', retryAfter: 1e9 })
  })
})

describe('while the engine does not come', () => {
  const never = () => new Promise<CreateEngine>(() => {})

  it('a read that failed says so within its timeout', async () => {
    const { client, fail } = arrange(never, { timeout: 2000 })
    fail('credits.get', { status: 401, times: 1 })
    const { error, ms } = await settle(client.credits.get())
    expect(error).toMatchObject({ code: 'unauthorized' })
    expect(ms).toBeLessThan(2100)
  })

  it('a change says within its timeout that it was not sent', async () => {
    const { client, requests } = arrange(never, { timeout: 2000 })
    const { error, ms } = await settle(client.speech.create(hello))
    expect(error).toMatchObject({ code: 'timeout' })
    expect(error?.message).toContain('Nothing was sent')
    expect(ms).toBeLessThan(2100)
    expect(requests).toEqual([])
  })

  it('whoever gives up is let go at once, and sends nothing when it comes after all', async () => {
    const { load, come } = lateEngine()
    const { client, fail, requests } = arrange(load)
    fail('credits.get', { status: 500, times: 1 })
    const own = new AbortController()
    const calls = [client.credits.get({ signal: own.signal }), client.speech.create(hello, { signal: own.signal })]
    setTimeout(() => own.abort(), 100)
    for (const { error, ms } of await Promise.all(calls.map((call) => settle<unknown>(call)))) {
      expect(error).toMatchObject({ code: 'aborted' })
      expect(ms).toBeLessThan(200)
    }
    come()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(requests).toHaveLength(1)
  })
})
