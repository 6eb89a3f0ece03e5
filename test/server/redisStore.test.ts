import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  createRedisStore,
  type IoredisClient,
  type NodeRedisClient,
  type ProxyStore,
  type RedisClient,
  type RedisStoreOptions,
} from '../../src/server.js'
import { type Connected, connect, hasRedis, kinds, type RedisServer, startRedis } from './redis/startRedis.js'

const MINUTE = 60_000

describe('createRedisStore', () => {
  test.each([undefined, null, {}, { eval: () => {} }, 'redis://127.0.0.1', { get: () => {}, set: () => {} }])(
    'takes no %j for a client',
    (client) => {
      expect(() => Reflect.apply(createRedisStore, undefined, [client])).toThrow(
        expect.objectContaining({ code: 'configuration', message: expect.stringContaining('createClient') }),
      )
    },
  )

  test.each<[string, object, string]>([
    ['a misspelt option', { prefx: 'a:' }, 'did you mean prefix'],
    ['a prefix that is none', { prefix: 7 }, 'prefix'],
    ['no time', { timeout: 0 }, 'timeout'],
    ['endless patience', { timeout: Infinity }, 'timeout'],
    ['more than a minute', { timeout: 60_001 }, 'timeout'],
  ])('refuses %s', (_, options, told) => {
    const create = () => createRedisStore(answering(() => []), options as RedisStoreOptions)
    expect(create).toThrow(expect.objectContaining({ code: 'configuration', message: expect.stringContaining(told) }))
  })

  const now = 1_790_000_000_000
  test.each<[string, unknown]>([
    ['nothing', null],
    ['OK', 'OK'],
    ['an empty list', []],
    ['a time that is none', ['soon', 1, 1]],
    ['a list that is too short', [now]],
    ['figures that are none', [now, 'many', {}]],
    ['fractions', [now, 1.5, 2.5]],
    ['buffers', [Buffer.from('1'), Buffer.from('1')]],
  ])('takes %s for a failure, never for a yes', async (_, reply) => {
    const store = createRedisStore(answering(() => reply))
    await expect(store.hit('a', MINUTE)).rejects.toThrow('malformed')
    await expect(store.claim('a', 'v', MINUTE)).rejects.toThrow('malformed')
    await expect(store.swap('a', 'v', 'w', MINUTE)).rejects.toThrow('malformed')
  })

  test('reads numbers that a client gives as text', async () => {
    const store = createRedisStore(answering(() => [String(now), '3', '1000']))
    expect(await store.hit('a', MINUTE)).toEqual({ count: 3, resetMs: 1000 })
  })

  test.each([
    ['MOVED 3999 10.0.0.7:6381', 'MOVED'],
    ['LOADING Redis is loading the dataset in memory', 'LOADING'],
    ['WRONGPASS invalid username-password pair', 'WRONGPASS'],
  ])('fails at %j, and tells the operator no more than the code', async (message, code) => {
    const store = createRedisStore(answering(() => { throw new Error(message) }))
    await expect(store.hit('a', MINUTE)).rejects.toThrow(new RegExp(`^Redis failed to hit: ${code}$`))
  })

  test('says nothing of what a connection was made with', async () => {
    const reason = Object.assign(new Error('connect to redis://:hunter2@db'), { code: 'ECONNREFUSED' })
    const store = createRedisStore(answering(() => { throw reason }))
    await expect(store.claim('a', 'v', MINUTE)).rejects.toThrow(/^Redis failed to claim: ECONNREFUSED$/)
  })
})

/** A client whose server answers as it is told. */
function answering(reply: () => unknown): RedisClient {
  return { evalsha: async () => reply(), eval: async () => reply() }
}

/** The same client, whose replies are seen through `change`. */
function seenThrough(client: RedisClient, change: (reply: unknown) => unknown): RedisClient {
  if ('evalSha' in client) {
    type Args = Parameters<NodeRedisClient['eval']>
    return {
      eval: async (...args: Args) => change(await client.eval(...args)),
      evalSha: async (...args: Args) => change(await client.evalSha(...args)),
    }
  }
  type Args = Parameters<IoredisClient['eval']>
  return {
    eval: async (...args: Args) => change(await client.eval(...args)),
    evalsha: async (...args: Args) => change(await client.evalsha(...args)),
  }
}

describe.runIf(hasRedis).each(kinds)('with %s,', (kind) => {
  let server: RedisServer
  let connected: Connected
  let store: ProxyStore
  const TIMEOUT = 500
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    await server.run('FLUSHALL')
    connected = await connect(kind, server.port)
    store = createRedisStore(connected.client, { timeout: TIMEOUT })
    // Scripts known and the connection warm: what follows is about Redis alone.
    await store.claim('warm', 'up', 1)
  })
  afterEach(() => {
    vi.useRealTimers()
    server.thaw()
    connected.end()
  })

  test('every key has its prefix and its end', async () => {
    const mine = createRedisStore(connected.client, { prefix: '{my-app}:' })
    for (const each of [store, mine]) {
      await each.hit('user:a', 1000.5)
      await each.set('window', 'spent', MINUTE)
      await each.claim('change', 'v', MINUTE)
      await each.swap('change', 'v', 'w', 0.1 + MINUTE)
    }
    await store.get('none')
    const keys = (await server.run('KEYS', '*')) as string[]
    const names = ['user:a', 'window', 'change']
    expect(keys.sort()).toEqual([...names.map((n) => `audiopod:${n}`), ...names.map((n) => `{my-app}:${n}`)].sort())
    for (const key of keys) expect(Number(await server.run('PTTL', key))).toBeGreaterThan(0)
  })

  test('a server that forgot its scripts is told them again', async () => {
    await store.hit('a', MINUTE)
    await server.run('SCRIPT', 'FLUSH')
    expect(await store.hit('a', MINUTE)).toMatchObject({ count: 2 })
  })

  test("an instance's clock has no say", async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const other = createRedisStore(connected.client)
    vi.setSystemTime(Date.now() - 3_600_000)
    await store.hit('a', MINUTE)
    await store.set('window', 'spent', MINUTE)
    expect(await store.claim('change', 'v', MINUTE)).toBeUndefined()
    vi.setSystemTime(Date.now() + 7_200_000)
    expect(await other.hit('a', MINUTE)).toMatchObject({ count: 2 })
    expect(await other.get('window')).toMatchObject({ value: 'spent' })
    const held = await other.claim('change', 'w', MINUTE)
    expect(held?.ttlMs).toBeGreaterThan(MINUTE / 2)
  })

  test.each([-3_600_000, 3_600_000])("a step of Redis' own clock (%i ms) fails no claim", async (stepMs) => {
    // As it would be, had the clock been set between two commands.
    let reads = 0
    const stepping = seenThrough(connected.client, (reply) => step(reply))
    const step = (reply: unknown) => {
      if (!Array.isArray(reply)) return reply
      const [now, ...rest]: unknown[] = reply
      return [Number(now) + (reads++ === 0 ? stepMs : 0), ...rest]
    }
    const stepped = createRedisStore(stepping)
    await stepped.hit('a', MINUTE)
    expect(await stepped.claim('change', 'v', MINUTE)).toBeUndefined()
    expect(await stepped.claim('change', 'w', MINUTE)).toMatchObject({ value: 'v' })
  })

  test('a full server is a failure', async () => {
    await server.run('CONFIG', 'SET', 'maxmemory', '1')
    await expect(store.claim('a', 'v', MINUTE)).rejects.toThrow(/^Redis failed to claim: OOM$/)
    await expect(store.hit('a', MINUTE)).rejects.toThrow(/OOM$/)
    await server.run('CONFIG', 'SET', 'maxmemory', '0')
    expect(await store.claim('a', 'v', MINUTE)).toBeUndefined()
  })

  test('a replica is a failure', async () => {
    await server.run('REPLICAOF', '127.0.0.1', '1')
    await expect(store.claim('a', 'v', MINUTE)).rejects.toThrow(/^Redis failed to claim: (READONLY|MASTERDOWN)$/)
    await server.run('REPLICAOF', 'NO', 'ONE')
    expect(await store.claim('a', 'v', MINUTE)).toBeUndefined()
  })

  test('a key that holds something else is a failure', async () => {
    await server.run('LPUSH', 'audiopod:a', 'x')
    await expect(store.claim('a', 'v', MINUTE)).rejects.toThrow('WRONGTYPE')
    await expect(store.hit('a', MINUTE)).rejects.toThrow('WRONGTYPE')
  })

  test('a server that hangs is waited for once, and then asked by one at a time', async () => {
    server.freeze()
    await expect(store.get('a')).rejects.toThrow(`within ${TIMEOUT} ms`)
    const reasons = await Promise.all(Array.from({ length: 1000 }, () => store.get('a').catch(String)))
    expect(new Set(reasons)).toEqual(new Set(['RedisStoreError: Redis failed to get: It did not answer lately.']))
    server.thaw()
    // Its late answer to the first tells that it is back.
    await vi.waitFor(() => store.get('a'))
  })

  test('a process that was busy itself still reads the answer that came meanwhile', async () => {
    const asked = store.hit('a', MINUTE)
    const until = performance.now() + 2 * TIMEOUT
    await Promise.resolve()
    while (performance.now() < until);
    expect(await asked).toMatchObject({ count: 1 })
  })

  test('a claim and a closed window that nobody waits for any more are not carried out', async () => {
    server.freeze()
    const given = [store.claim('a', 'v', MINUTE), store.set('window', 'spent', MINUTE), store.hit('late', MINUTE)]
    expect((await Promise.allSettled(given)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    server.thaw()
    // The commands were sent in this order on one connection: once the last was carried out, the others were looked at.
    await vi.waitFor(async () => expect(await store.hit('late', MINUTE)).toMatchObject({ count: 2 }))
    expect(await store.get('a')).toBeUndefined()
    expect(await store.get('window')).toBeUndefined()
    expect(await store.claim('a', 'w', MINUTE)).toBeUndefined()
  })

  test('a server that went away and came back is used again', async () => {
    await server.kill()
    await expect(store.hit('a', MINUTE)).rejects.toThrow('Redis failed to hit')
    await server.start()
    await vi.waitFor(() => store.hit('a', MINUTE), { timeout: 15_000 })
    expect(await store.claim('a2', 'v', MINUTE)).toBeUndefined()
  }, 30_000)
})
