/**
 * What the instances of a proxy must agree on: users' limits, idempotency, the account's window. Every operation is
 * atomic by itself, and every entry ends by itself. A rejection means that nobody knows: the proxy then goes on with
 * reads and refuses changes.
 */
export interface ProxyStore {
  /** Counts one more in a window that opens with its first hit. */
  hit(key: string, windowMs: number): Promise<Hits>
  get(key: string): Promise<string | undefined>
  set(key: string, value: string, ttlMs: number): Promise<void>
  /** Writes `value` where there is none and gives undefined; else leaves what is there and gives that. */
  claim(key: string, value: string, ttlMs: number): Promise<string | undefined>
  /** Where the value still is `expected`: writes another, or removes it (undefined). False where it is not. */
  swap(key: string, expected: string, value: string | undefined, ttlMs: number): Promise<boolean>
}

export interface Hits {
  /** In this window, this one included. */
  count: number
  /** Milliseconds until the window closes. */
  resetMs: number
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
 * @example
 * createAudioPodProxy({ authorize, store: createMemoryStore({ maxEntries: 200_000 }) })
 */
export function createMemoryStore({ maxEntries = 50_000 }: MemoryStoreOptions = {}): ProxyStore {
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
      const oldest = counters.size >= maxEntries ? counters.keys().next().value : undefined
      if (oldest !== undefined) counters.delete(oldest)
      counters.set(key, { value: 1, since: now, until: now + windowMs })
      return { count: 1, resetMs: windowMs }
    },
    async get(key) {
      return live(values, key, Date.now())?.value
    },
    async set(key, value, ttlMs) {
      put(key, value, ttlMs, Date.now())
    },
    async claim(key, value, ttlMs) {
      const now = Date.now()
      const entry = live(values, key, now)
      if (entry) return entry.value
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

/** Drops what has ended at the old end of a map: a few at a time, so that no request pays for all. */
function sweep<T>(entries: Map<string, Entry<T>>, now: number): void {
  let looked = 0
  for (const [key, entry] of entries) {
    if (entry.until <= now) entries.delete(key)
    if (++looked === 8) return
  }
}
