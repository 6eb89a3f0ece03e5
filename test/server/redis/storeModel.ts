import fc from 'fast-check'
import type { ProxyStore } from '../../../src/server.js'

/** What a store is asked, as data for the model and as a call. */
export interface Ask {
  operation: keyof ProxyStore
  args: readonly (string | number | undefined)[]
  of(store: ProxyStore): Promise<unknown>
}

export type Step = { do: 'ask'; asks: Ask[] } | { do: 'pass'; ms: number }

const MINUTE = 60_000
const key = fc.constantFrom('a', 'b')
const value = fc.constantFrom('v', 'w', 'x')
/** Whole minutes, so that what passes between two lines of a test decides nothing. */
const ms = fc.constantFrom(MINUTE, 2 * MINUTE, 5 * MINUTE)

const ask = fc.oneof(
  fc.tuple(key, ms).map(([k, window]): Ask => {
    return { operation: 'hit', args: [`counter ${k}`, window], of: (store) => store.hit(`counter ${k}`, window) }
  }),
  key.map((k): Ask => ({ operation: 'get', args: [k], of: (store) => store.get(k) })),
  fc.tuple(key, value, ms).map(([k, v, ttl]): Ask => {
    return { operation: 'set', args: [k, v, ttl], of: (store) => store.set(k, v, ttl) }
  }),
  fc.tuple(key, value, ms).map(([k, v, ttl]): Ask => {
    return { operation: 'claim', args: [k, v, ttl], of: (store) => store.claim(k, v, ttl) }
  }),
  fc.tuple(key, value, fc.option(value, { nil: undefined }), ms).map(([k, expected, v, ttl]): Ask => {
    return { operation: 'swap', args: [k, expected, v, ttl], of: (store) => store.swap(k, expected, v, ttl) }
  }),
)

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.array(ask, { minLength: 1, maxLength: 5 }).map((asks) => ({ do: 'ask' as const, asks })) },
  { weight: 1, arbitrary: fc.constantFrom(MINUTE, 3 * MINUTE).map((passing) => ({ do: 'pass' as const, ms: passing })) },
)

interface Entry {
  value: string
  leftMs: number
}

/** A store as its contract reads: entries, and how long each has left. */
export function createStoreModel() {
  const entries = new Map<string, Entry>()
  return {
    pass(passing: number): [] {
      for (const [name, entry] of entries) {
        entry.leftMs -= passing
        if (entry.leftMs <= 0) entries.delete(name)
      }
      return []
    },
    answer({ operation, args }: Ask): unknown {
      const [name, first, second, third] = args.map(String)
      const entry = entries.get(name!)
      const held = entry && { value: entry.value, ttlMs: entry.leftMs }
      switch (operation) {
        case 'hit': {
          const next = { value: String(Number(entry?.value ?? 0) + 1), leftMs: entry?.leftMs ?? Number(first) }
          entries.set(name!, next)
          return { count: Number(next.value), resetMs: next.leftMs }
        }
        case 'get':
          return held
        case 'set':
          entries.set(name!, { value: first!, leftMs: Number(second) })
          return undefined
        case 'claim':
          if (entry) return entry.value === first ? undefined : held
          entries.set(name!, { value: first!, leftMs: Number(second) })
          return undefined
        case 'swap':
          if (entry?.value !== first) return false
          if (args[2] === undefined) entries.delete(name!)
          else entries.set(name!, { value: second!, leftMs: Number(third) })
          return true
      }
    },
  }
}
