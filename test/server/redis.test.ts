import type { ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type HostileUpstream, json, type Reply, startHostileUpstream } from '../support/hostileUpstream.js'
import { type Instance, type Instances, prepareInstances } from './redis/startInstances.js'
import { hasRedis, kinds, type RedisServer, startRedis } from './redis/startRedis.js'
import { passIn } from './redis/stores.js'

const TIMEOUT = 20_000
/** Until when a request in hand is answered, or its instance has died. */
const LEASE = TIMEOUT + 5_000
const SECRET = 'ap_NEWnewNEWnewNEW0002'

describe.runIf(hasRedis).each(kinds)('three instances over one Redis, with %s:', { timeout: 60_000 }, (kind) => {
  let upstream: HostileUpstream
  let server: RedisServer
  let processes: Instances
  let instances: Instance[]
  let jobs = 40_000
  const accept: Reply = (received, res) => json(200, { job_id: ++jobs, status: 'pending' })(received, res)
  const start = () => processes.start({ kind, redisPort: server.port, baseUrl: upstream.url, timeout: TIMEOUT })

  beforeAll(async () => {
    ;[upstream, server, processes] = await Promise.all([startHostileUpstream(), startRedis({ keeps: true }), prepareInstances()])
    instances = await Promise.all([start(), start(), start()])
  }, 60_000)
  afterAll(async () => {
    await processes?.close()
    await Promise.all([server?.close(), upstream?.close()])
  })
  beforeEach(async () => {
    upstream.received.length = 0
    upstream.reply(accept)
    await server.run('FLUSHALL')
  })
  afterEach(async () => {
    server.thaw()
    await server.start()
  })

  const at = (index: number): Instance => instances[index % instances.length]!
  // An instance may still know an answer that Redis was not told of.
  let wishes = 0
  let keyed: { 'idempotency-key': string }
  beforeEach(() => void (keyed = { 'idempotency-key': `wish-${++wishes}` }))
  const read = (index: number, user = 'alice') => at(index).ask('GET', '/credits', { user })
  const speak = (index: number, text = 'Hello') =>
    at(index).ask('POST', '/voice/voices/aura/generate', { form: { input_text: text }, headers: keyed })
  const createKey = (index: number) =>
    at(index).ask('POST', '/auth/api-keys', { json: { name: 'Staging' }, headers: keyed })
  const everywhere = <T>(many: number, act: (index: number) => Promise<T>) => Promise.all(Array.from({ length: many }, (_, i) => act(i)))
  const paid = () => upstream.received.filter(({ method }) => method === 'POST')
  const unknown = { status: 504, json: { error: { code: 'unknown_outcome' } } }
  const unsafe = { status: 503, json: { error: { code: 'server_error' } } }
  /** The health probe is the first to tell. */
  const closing = (index: number) =>
    vi.waitFor(async () => expect(await at(index).ask('GET', '/healthz')).toMatchObject({ status: 503 }), { timeout: 10_000 })
  /** Once Redis is back, a client needs a moment to notice. */
  const onceBack = (act: () => Promise<void>) => vi.waitFor(act, { timeout: 20_000, interval: 100 })

  /** Upstream takes its time: what it answers is said later. */
  function hold() {
    const held: ServerResponse[] = []
    upstream.reply((_, res) => void held.push(res))
    return {
      arrived: () => vi.waitFor(() => expect(held).toHaveLength(1), { timeout: 10_000 }),
      answer: (reply: Reply) => held.forEach((res) => reply(upstream.received[0]!, res)),
    }
  }

  test('of 300 requests at once exactly the 120 of the limit pass', async () => {
    const seen = await everywhere(300, (i) => read(i))
    expect(seen.filter(({ status }) => status === 200)).toHaveLength(120)
    expect(seen.filter(({ status }) => status === 429)).toHaveLength(180)
    expect(upstream.received).toHaveLength(120)
    expect(await read(1, 'bob')).toMatchObject({ status: 200 })
  })

  test("the account's window, once spent, is waited for by all", async () => {
    const date = new Date().toUTCString()
    upstream.reply(json(429, {}, { 'retry-after': '20', date }))
    await read(0)
    const seen = await everywhere(6, (i) => read(i, 'bob'))
    for (const one of seen) {
      expect(one.status).toBe(429)
      expect(Number(one.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(Number(one.headers.get('retry-after'))).toBeLessThanOrEqual(20)
    }
    expect(upstream.received).toHaveLength(1)
  })

  test('fifty at once of one paid request are one call, and get one answer', async () => {
    const { arrived, answer } = hold()
    const all = everywhere(50, (i) => speak(i))
    await arrived()
    answer(json(200, { job_id: 40_001 }))
    const seen = await all
    expect(new Set(seen.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(seen[0]).toMatchObject({ status: 200 })
    expect(paid()).toHaveLength(1)
    expect(await speak(1, 'Goodbye')).toMatchObject({ status: 409 })
  })

  test('fifty at once of one created key: one gets the secret, and it is nowhere else', async () => {
    const { arrived, answer } = hold()
    const all = everywhere(50, (i) => createKey(i))
    await arrived()
    answer(json(201, { id: 'k1', name: 'Staging', api_key: SECRET }))
    const seen = await all
    expect(seen.filter(({ text }) => text.includes(SECRET))).toHaveLength(1)
    expect(seen.filter(({ status }) => status === 409)).toHaveLength(49)
    expect(paid()).toHaveLength(1)
    const keys = (await server.run('KEYS', 'audiopod:change:*')) as string[]
    expect(keys).toHaveLength(1)
    expect(await server.run('GET', keys[0]!)).not.toContain(SECRET)
  })

  test('an instance killed in mid-request: the others say that nobody knows, and send nothing', async () => {
    const { arrived } = hold()
    const first = speak(0).catch(() => 'no answer')
    await arrived()
    await at(0).kill()
    expect(await first).toBe('no answer')
    const waiting = speak(1)
    await vi.waitFor(async () => expect(await server.run('KEYS', 'audiopod:change:*')).toHaveLength(1))
    await passIn(server, LEASE)
    expect(await waiting).toMatchObject(unknown)
    instances[0] = await start()
    for (const seen of await everywhere(6, (i) => speak(i))) expect(seen).toMatchObject(unknown)
    expect(paid()).toHaveLength(1)
  })

  test('an instance that is asked to end finishes what is under way, and another gives the same answer', async () => {
    const { arrived, answer } = hold()
    const first = speak(0)
    await arrived()
    const ended = at(0).terminate()
    await closing(0)
    answer(json(200, { job_id: 40_001 }))
    const told = await first
    expect(told).toMatchObject({ status: 200 })
    expect(await ended).toBe(0)
    for (const index of [1, 2]) expect(await speak(index)).toMatchObject({ status: 200, text: told.text })
    expect(paid()).toHaveLength(1)
    instances[0] = await start()
  })

  test('an instance that is asked to end while Redis is away ends once Redis has its answers', async () => {
    const { arrived, answer } = hold()
    const first = speak(0)
    await arrived()
    server.freeze()
    answer(json(200, { job_id: 40_001 }))
    const told = await first
    expect(told).toMatchObject({ status: 200 })
    let isOver = false
    const ended = at(0).terminate().finally(() => (isOver = true))
    await closing(0)
    expect(isOver).toBe(false)
    server.thaw()
    expect(await ended).toBe(0)
    const [key] = (await server.run('KEYS', 'audiopod:change:*')) as string[]
    expect(await server.run('GET', key!)).toContain('"answered"')
    await onceBack(async () => expect(await speak(1)).toMatchObject({ status: 200, text: told.text }))
    expect(paid()).toHaveLength(1)
    instances[0] = await start()
  })

  describe.each([
    ['hangs', async () => server.freeze(), async () => server.thaw()],
    ['dies', () => server.kill(), () => server.start()],
  ])('a Redis that %s', (_, stop, goOn) => {
    test('lets reads go on, has paid requests refused, and nothing sent twice when it is back', async () => {
      const first = await speak(0)
      expect(first).toMatchObject({ status: 200 })
      await stop()
      expect((await everywhere(6, (i) => read(i))).map(({ status }) => status)).toEqual(Array(6).fill(200))
      for (const seen of await everywhere(6, (i) => speak(i))) expect(seen).toMatchObject(unsafe)
      for (const seen of await everywhere(3, (i) => createKey(i))) expect(seen).toMatchObject(unsafe)
      expect(paid()).toHaveLength(1)
      await goOn()
      for (const index of instances.keys()) {
        await onceBack(async () => expect(await speak(index)).toMatchObject({ status: 200, text: first.text }))
      }
      expect(paid()).toHaveLength(1)
    })

    test('while a paid request is refused does not hold it for one that was sent', async () => {
      await stop()
      for (const seen of await everywhere(3, (i) => speak(i))) expect(seen).toMatchObject(unsafe)
      await goOn()
      await onceBack(async () => expect(await speak(0)).toMatchObject({ status: 200 }))
      const { text } = await speak(0)
      for (const index of instances.keys()) {
        await onceBack(async () => expect(await speak(index)).toMatchObject({ status: 200, text }))
      }
      expect(paid()).toHaveLength(1)
    })

    test('between the answer and its record keeps neither the answer from the one who waits, nor a repeat from it', async () => {
      const { arrived, answer } = hold()
      const first = speak(0)
      await arrived()
      await stop()
      answer(json(200, { job_id: 40_001 }))
      const told = await first
      expect(told).toMatchObject({ status: 200 })
      await goOn()
      for (const index of [1, 2, 0]) {
        await onceBack(async () => expect(await speak(index)).toMatchObject({ status: 200, text: told.text }))
      }
      expect(paid()).toHaveLength(1)
    })
  })
})
