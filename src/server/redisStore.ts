import { ConfigurationError } from '../errors/index.js'
import { nearest } from './nearest.js'
import { createPatience } from './patience.js'
import { type RedisClient, scriptRunner } from './redisClient.js'
import * as scripts from './redisScripts.js'
import type { ProxyStore, StoredValue } from './store.js'

export interface RedisStoreOptions {
  /** Stands before every key, so that other data may live beside it. @default 'audiopod:' */
  prefix?: string | undefined
  /**
   * The longest that a request waits for Redis, in milliseconds. After that reads go on without it, and paid
   * requests are refused (503). Clients queue commands for ever while Redis is away, and this is what ends the wait.
   * @default 500
   */
  timeout?: number | undefined
}

const NAMES: readonly (keyof RedisStoreOptions)[] = ['prefix', 'timeout']
const MAX_TIMEOUT = 60_000

/** What a command that failed tells the operator: a code, and none of a client's words, which may hold an address. */
export class RedisStoreError extends Error {
  override readonly name = 'RedisStoreError'
}

/**
 * Shares limits, idempotency and the account's window among the instances of a proxy. Redis 5 or later, Valkey, or
 * another server with Lua scripts; a cluster too, since each step touches one key. Time is Redis' own.
 *
 * The client is the app's: connected before, closed after, and listened to. (A node-redis client without a listener
 * of `error` ends the process when Redis goes away.) Redis must keep what it is given: `maxmemory-policy noeviction`,
 * and `appendonly yes`, or a restart forgets what was paid for.
 *
 * @throws ConfigurationError for something else than a client, a misspelt option or an unsafe value.
 * @example
 * import { createClient } from 'redis'
 *
 * const client = createClient({ url: process.env.REDIS_URL })
 * client.on('error', (error) => console.error(error))
 * await client.connect()
 * const proxy = createAudioPodProxy({ authorize, store: createRedisStore(client) })
 * @example
 * import { Redis } from 'ioredis'
 *
 * const client = new Redis(process.env.REDIS_URL)
 * client.on('error', (error) => console.error(error))
 * const proxy = createAudioPodProxy({ authorize, store: createRedisStore(client, { prefix: 'my-app:' }) })
 */
export function createRedisStore(client: RedisClient, options: RedisStoreOptions = {}): ProxyStore {
  const { prefix, timeout } = readOptions(options)
  const runScript = scriptRunner(client)
  const patience = createPatience(timeout)
  /** Redis' clock less ours that only goes forward, and never too much: by when an answer was here. */
  let ahead: number | undefined

  /** Every answer begins with Redis' time. */
  const ask = async (script: string, key: string, args: readonly string[]): Promise<readonly unknown[]> => {
    const reply = await runScript(script, key, args)
    if (!Array.isArray(reply)) throw malformed()
    const [time, ...rest]: unknown[] = reply
    ahead = toNumber(time) - performance.now()
    return rest
  }

  const run = (what: string, script: string, key: string, args: readonly (string | number)[]) =>
    patience.wait(() => ask(script, prefix + key, args.map(String))).catch(inOurWords(what))

  /**
   * What must not be carried out once nobody waits for it any more, though the client may send it long after: Redis
   * is told until when it is wanted, by Redis' own clock.
   */
  const runInTime = (what: string, script: string, key: string, args: readonly (string | number)[]) => {
    const act = async (leftMs: () => number) => {
      for (const isLast of [false, true]) {
        if (ahead === undefined) await ask(scripts.clock, prefix + key, [])
        if (leftMs() === 0) break
        const deadline = Math.floor(performance.now() + leftMs() + (ahead ?? 0))
        const [done, ...rest] = await ask(script, prefix + key, [deadline, ...args].map(String))
        if (toNumber(done) !== scripts.TOO_LATE) return rest
        // Too late by a clock that was set since; now it is known anew.
        if (isLast) break
      }
      throw new RedisStoreError('too late')
    }
    return patience.wait(act).catch(inOurWords(what))
  }

  return {
    async hit(key, windowMs) {
      const [count, resetMs] = await run('hit', scripts.hit, key, [wholeMs(windowMs)])
      return { count: toNumber(count), resetMs: toNumber(resetMs) }
    },
    async get(key) {
      return toStored(await run('get', scripts.get, key, []))
    },
    async set(key, value, ttlMs) {
      await runInTime('set', scripts.set, key, [value, wholeMs(ttlMs)])
    },
    async claim(key, value, ttlMs) {
      return toStored(await runInTime('claim', scripts.claim, key, [value, wholeMs(ttlMs)]))
    },
    async swap(key, expected, value, ttlMs) {
      const next = value === undefined ? [] : [value, wholeMs(ttlMs)]
      const [isDone] = await run('swap', scripts.swap, key, [expected, ...next])
      return toNumber(isDone) === 1
    },
  }
}

/** Redis takes no fractions, and no entry may be without an end. */
const wholeMs = (ms: number): number => Math.max(1, Math.ceil(ms))

/** Where there is nothing, both are absent. */
function toStored([value, ttlMs]: readonly unknown[]): StoredValue | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw malformed()
  return { value, ttlMs: toNumber(ttlMs) }
}

/** Some clients are set to give numbers as text. */
function toNumber(value: unknown): number {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw malformed()
  return number
}

const malformed = () => new RedisStoreError('malformed reply')

function inOurWords(what: string): (error: unknown) => never {
  return (error) => {
    throw new RedisStoreError(`Redis failed to ${what}: ${describe(error)}`)
  }
}

/** Redis' errors begin with a code (`READONLY …`), the system's have one, ours are our words. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason'
  if (error instanceof RedisStoreError || error.name === 'StoreTimeout') return error.message
  if ('code' in error && typeof error.code === 'string' && /^[A-Z_]{2,64}$/.test(error.code)) return error.code
  return /^[A-Z]{2,32}(?= )/.exec(error.message)?.[0] ?? error.name
}

function readOptions(options: RedisStoreOptions): { prefix: string; timeout: number } {
  for (const name of Object.keys(options)) {
    if (NAMES.some((known) => known === name)) continue
    const meant = nearest(name, NAMES)
    throw new ConfigurationError(`createRedisStore has no option ${name}${meant ? `; did you mean ${meant}?` : '.'}`)
  }
  const { prefix = 'audiopod:', timeout = 500 } = options
  if (typeof prefix !== 'string') throw new ConfigurationError('prefix of createRedisStore is not text.')
  if (!(Number.isInteger(timeout) && timeout > 0 && timeout <= MAX_TIMEOUT)) {
    throw new ConfigurationError('timeout of createRedisStore must be a whole number of milliseconds, at most 60,000.')
  }
  return { prefix, timeout }
}
