import { ConfigurationError } from '../errors/index.js'
import { makeRoom } from './makeRoom.js'

/**
 * What the instances of a proxy must agree on: users' limits, idempotency, the account's window. `createMemoryStore`
 * and `createRedisStore` are two; another needs these five operations, over whatever is atomic and lets entries end.
 *
 * - Each is atomic by itself, over all instances, and touches one key.
 * - Every entry ends by itself, by the store's own clock. Those of instances differ, and are never asked.
 * - Each settles soon, one way or the other: a request waits for it.
 * - A rejection means that nobody knows. The proxy then goes on with reads, and refuses changes before anything is
 *   sent. What was rejected should not be carried out later; where a `claim` was after all, the proxy takes it back.
 * - Counters (`hit`) and values (the others) never share a key. Keys and values are text, and hold no secret.
 */
export interface ProxyStore {
  /** Counts one more in a window that opens with its first hit and lasts for `windowMs`, however many follow. */
  hit(key: string, windowMs: number): Promise<Hits>
  get(key: string): Promise<StoredValue | undefined>
  /** Writes a value, whatever is there. */
  set(key: string, value: string, ttlMs: number): Promise<void>
  /**
   * Writes `value` where there is none, and gives undefined; else leaves what is there, and gives that. A `value` is
   * unlike any other: where it is there already, an earlier try of this very claim was carried out, and it holds.
   */
  claim(key: string, value: string, ttlMs: number): Promise<StoredValue | undefined>
  /** Where the value still is `expected`: writes another, or removes it (undefined). False where it is not. */
  swap(key: string, expected: string, value: string | undefined, ttlMs: number): Promise<boolean>
}

export interface Hits {
  /** In this window, this one included. */
  count: number
  /** Milliseconds until the window closes. */
  resetMs: number
}

export interface StoredValue {
  value: string
  /** Milliseconds until it ends: also tells how old it is. */
  ttlMs: number
}

export interface MemoryStoreOptions {
  /**
   * The most answers that are kept for a repeat, and the most users that are counted at a time.
   * @default 50_000
   */
  maxEntries?: number
}

interface Entry<T> {
  value: T
  since: number
  until: number
}

/** An entry younger than this is never put out to make room: a repeat may be on its way. */
const SAFE_AGE_MS = 10 * 60_000

/**
 * Keeps everything in this process: right for one instance, and lost when it ends. When it is full, the oldest
 * entries make room; where even those are younger than ten minutes, paid requests are refused (503) rather than risked.
 *
 * @throws ConfigurationError for a misspelt option or an unsafe value.
 * @example
 * createAudioPodProxy({ authorize, store: createMemoryStore({ maxEntries: 200_000 }) })
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): ProxyStore {
  const maxEntries = readMaxEntries(options)
  const counters = new Map<string, Entry<number>>()
  const values = new Map<string, Entry<string>>()

  const live = <T>(entries: Map<string, Entry<T>>, key: string, now: number): Entry<T> | undefined => {
    const entry = entries.get(key)
    if (entry && entry.until <= now) {
      entries.delete(key)
      return undefined
    }
    return entry
  }

  const put = (key: string, value: string, ttlMs: number, now: number) => {
    values.delete(key)
    sweep(values, now)
    const oldest = values.size >= maxEntries ? values.entries().next().value : undefined
    if (oldest) {
      if (oldest[1].since + SAFE_AGE_MS > now) throw new Error('The memory store is full.')
      values.delete(oldest[0])
    }
    values.set(key, { value, since: now, until: now + ttlMs })
  }

  return {
    async hit(key, windowMs) {
      const now = Date.now()
      const entry = live(counters, key, now)
      if (entry) {
        entry.value++
        return { count: entry.value, resetMs: entry.until - now }
      }
      sweep(counters, now)
      makeRoom(counters, maxEntries)
      counters.set(key, { value: 1, since: now, until: now + windowMs })
      return { count: 1, resetMs: windowMs }
    },
    async get(key) {
      const now = Date.now()
      return stored(live(values, key, now), now)
    },
    async set(key, value, ttlMs) {
      put(key, value, ttlMs, Date.now())
    },
    async claim(key, value, ttlMs) {
      const now = Date.now()
      const entry = live(values, key, now)
      if (entry) return entry.value === value ? undefined : stored(entry, now)
      put(key, value, ttlMs, now)
      return undefined
    },
    async swap(key, expected, value, ttlMs) {
      const now = Date.now()
      if (live(values, key, now)?.value !== expected) return false
      if (value === undefined) values.delete(key)
      else put(key, value, ttlMs, now)
      return true
    },
  }
}

function readMaxEntries(options: MemoryStoreOptions): number {
  for (const name of Object.keys(options)) {
    if (name !== 'maxEntries') throw new ConfigurationError(`createMemoryStore has no option ${name}; it has maxEntries.`)
  }
  const { maxEntries = 50_000 } = options
  if (Number.isSafeInteger(maxEntries) && maxEntries > 0) return maxEntries
  throw new ConfigurationError('maxEntries of createMemoryStore must be a whole number above 0.')
}

function stored(entry: Entry<string> | undefined, now: number): StoredValue | undefined {
  return entry && { value: entry.value, ttlMs: entry.until - now }
}

/** Drops what has ended at the old end of a map: a few at a time, so that no request pays for all. */
function sweep<T>(entries: Map<string, Entry<T>>, now: number): void {
  let looked = 0
  for (const [key, entry] of entries) {
    if (entry.until <= now) entries.delete(key)
    if (++looked === 8) return
  }
}
