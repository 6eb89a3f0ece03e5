import type { ProxyStore } from './store.js'

/** What a record must become: `mine` is what stands there while the request is in hand; no value removes it. */
export interface Write {
  place: string
  mine: string
  value: string | undefined
}

export interface Owed {
  /** The answer to a request of this instance that the store does not have yet. */
  answerTo(place: string): string | undefined
  /** Tries again until it is written, for a while. */
  add(write: Write): void
  /** Resolves once nothing waits any more, and hurries until then. */
  settled(): Promise<void>
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000
/** A person who asks for a lost answer does so within minutes. */
const KEEP_TRYING_MS = 15 * 60_000
/** Answers are a few hundred characters each; some may be megabytes. */
const MAX_CHARACTERS = 16 * 1024 * 1024
const MAX_WRITES = 10_000

/**
 * Writes to the store that failed, and are made good once it is back: an answer, so that a repeat gets it, or the end
 * of a claim, so that a request that was never sent is not held for one that was.
 */
export function createOwed(store: ProxyStore, ttlMs: number, onFault: (error: unknown) => void): Owed {
  const writes = new Map<string, Write & { until: number }>()
  const answers = new Map<string, string>()
  let characters = 0
  let wait = FIRST_WAIT_MS
  let isTrying = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const waiting: (() => void)[] = []

  const drop = (write: Write) => {
    writes.delete(write.mine)
    if (write.value === undefined) return
    characters -= write.value.length
    answers.delete(write.place)
  }

  const tryAll = async () => {
    for (const write of writes.values()) {
      if (write.until <= performance.now()) {
        drop(write)
        onFault(new Error('The store was away for too long: what became of a request was not kept.'))
        continue
      }
      try {
        await carryOut(store, write, ttlMs)
        drop(write)
        wait = FIRST_WAIT_MS
      } catch {
        // It was told when it failed first. The next time another goes before it, lest one that always fails hold up all.
        writes.delete(write.mine)
        writes.set(write.mine, write)
        wait = Math.min(wait * 2, LONGEST_WAIT_MS)
        break
      }
    }
    isTrying = false
    if (writes.size === 0) for (const resolve of waiting.splice(0)) resolve()
    tryLater()
  }

  const tryNow = () => {
    timer = undefined
    void tryAll()
  }

  const tryLater = () => {
    if (isTrying || writes.size === 0) return
    isTrying = true
    timer = setTimeout(tryNow, waiting.length > 0 ? FIRST_WAIT_MS : wait)
    letExit(timer)
  }

  return {
    answerTo: (place) => answers.get(place),
    add(write) {
      const { place, mine, value } = write
      const isFull = writes.size >= MAX_WRITES || characters + (value?.length ?? 0) > MAX_CHARACTERS
      if (isFull) return onFault(new Error('Too much waits for the store: what became of a request was not kept.'))
      writes.set(mine, { ...write, until: performance.now() + KEEP_TRYING_MS })
      if (value !== undefined) {
        characters += value.length
        answers.set(place, value)
      }
      tryLater()
    },
    settled: () =>
      new Promise((resolve) => {
        if (writes.size === 0) return resolve()
        waiting.push(resolve)
        if (timer === undefined) return
        clearTimeout(timer)
        tryNow()
      }),
  }
}

/** Writes what a record must become. */
export async function carryOut(store: ProxyStore, { place, mine, value }: Write, ttlMs: number): Promise<void> {
  const isDone = await store.swap(place, mine, value, ttlMs)
  // Where the record is gone, the store has lost it, and a repeat would be sent.
  if (!isDone && value !== undefined) await store.claim(place, value, ttlMs)
}

/** In Node a timer keeps the process alive. */
function letExit(timer: unknown): void {
  if (typeof timer !== 'object' || timer === null || !('unref' in timer)) return
  if (typeof timer.unref === 'function') timer.unref()
}
