import { vi } from 'vitest'
import { createMemoryStore, createRedisStore, type ProxyStore } from '../../../src/server.js'
import { connect, hasRedis, kinds, type RedisServer, startRedis } from './startRedis.js'

/** A store, and time that a test can let pass in it. */
export interface Subject {
  store: ProxyStore
  clear(): Promise<void>
  pass(ms: number): Promise<void>
  end(): Promise<void>
}

export interface Kept {
  name: string
  isThere: boolean
  open(): Promise<Subject>
}

/** Every store of the package. */
export const stores: readonly Kept[] = [
  { name: 'the memory store', isThere: true, open: openMemory },
  ...kinds.map((kind) => ({
    name: `the Redis store with ${kind}`,
    isThere: hasRedis,
    async open() {
      const server = await startRedis()
      const { client, end } = await connect(kind, server.port)
      return {
        store: createRedisStore(client, { timeout: 30_000 }),
        clear: async () => void (await server.run('FLUSHALL')),
        pass: (ms: number) => passIn(server, ms),
        async end() {
          end()
          await server.close()
        },
      }
    },
  })),
]

async function openMemory(): Promise<Subject> {
  vi.useFakeTimers({ toFake: ['Date'] })
  let store = createMemoryStore()
  return {
    store: {
      hit: (...args) => store.hit(...args),
      get: (...args) => store.get(...args),
      set: (...args) => store.set(...args),
      claim: (...args) => store.claim(...args),
      swap: (...args) => store.swap(...args),
    },
    clear: async () => void (store = createMemoryStore()),
    pass: async (ms) => void vi.advanceTimersByTime(ms),
    end: async () => void vi.useRealTimers(),
  }
}

/** Nobody can turn Redis' clock: every entry is brought nearer to its end instead. */
export async function passIn(server: RedisServer, ms: number): Promise<void> {
  const script = `
    for _, key in ipairs(redis.call('KEYS', '*')) do
      redis.call('PEXPIRE', key, redis.call('PTTL', key) - ARGV[1])
    end`
  await server.run('EVAL', script, '0', String(ms))
}
