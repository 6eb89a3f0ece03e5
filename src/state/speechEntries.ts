import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SpeechJob } from '../client/index.js'
import { isShownToNewcomers, isUnderWay } from './speechEntry.js'
import type { SpeechEntry, SpeechState } from './types.js'

/** The store of entries and the few ways to change it. */
export interface SpeechEntries {
  store: StoreApi<SpeechState>
  get: (key: string) => SpeechEntry | undefined
  /** Newest first. */
  all: () => SpeechEntry[]
  /** The last is the newest. Together, since each change is one look for every hook on the page. */
  add: (...entries: SpeechEntry[]) => void
  /** An entry that is gone is not changed. */
  update: (key: string, change: Partial<SpeechEntry>) => void
  remove: (key: string) => void
  /** Another number whenever a view that appears may find something new to show. */
  offers: () => number
  /**
   * Lets go of what nobody needs and nothing is to be expected of, so that a page may live for days; gives the keys of
   * what is gone.
   */
  prune: (isNeeded: (key: string) => boolean) => string[]
}

/** Entries that are over and that nobody needs: more than these leave memory. */
const MOST_OVER = 50

export function createSpeechEntries(): SpeechEntries {
  const store = createStore<SpeechState>(() => ({ entries: {}, keys: [] }))
  let offers = 0
  const get = (key: string) => store.getState().entries[key]

  return {
    store,
    get,

    all() {
      const { entries, keys } = store.getState()
      return keys.map((key) => entries[key]).filter((entry) => entry !== undefined)
    },

    add(...added) {
      if (added.length === 0) return
      offers++
      const all = Object.fromEntries(added.map((entry) => [entry.key, entry]))
      const newest = added.map(({ key }) => key).reverse()
      store.setState(({ entries, keys }) => ({ entries: { ...entries, ...all }, keys: [...newest, ...keys] }))
    },

    update(key, change) {
      const entry = get(key)
      if (!entry) return
      // An answer that says nothing new is nobody's reason to render.
      const job = isSame(entry.job, change.job) ? entry.job : change.job
      const next = { ...entry, ...change, ...('job' in change && { job }) }
      if (isShallowEqual(entry, next)) return
      if (isShownToNewcomers(next) && !isShownToNewcomers(entry)) offers++
      store.setState(({ entries }) => ({ entries: { ...entries, [key]: next } }))
    },

    remove(key) {
      store.setState(({ entries, keys }) => ({
        keys: keys.filter((each) => each !== key),
        entries: Object.fromEntries(Object.entries(entries).filter(([each]) => each !== key)),
      }))
    },

    offers: () => offers,

    prune(isNeeded) {
      const { entries, keys } = store.getState()
      let over = 0
      const stays = (key: string) => {
        const entry = entries[key]
        return entry && (isUnderWay(entry) || isNeeded(key) || ++over <= MOST_OVER)
      }
      const gone = new Set(keys.filter((key) => !stays(key)))
      if (gone.size > 0) {
        store.setState({
          keys: keys.filter((key) => !gone.has(key)),
          entries: Object.fromEntries(Object.entries(entries).filter(([key]) => !gone.has(key))),
        })
      }
      return [...gone]
    },
  }
}

function isShallowEqual(a: SpeechEntry, b: SpeechEntry): boolean {
  const names = Object.keys(b) as (keyof SpeechEntry)[]
  return names.every((name) => Object.is(a[name], b[name]))
}

/** Each answer is decoded anew. */
function isSame(a: SpeechJob | undefined, b: SpeechJob | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.error === b.error && JSON.stringify(a) === JSON.stringify(b))
}
