import { AbortedError } from '../errors/index.js'
import type { Clock } from './clock.js'

export interface Sleep {
  /** Resolves when the time is over or `skip` was called; rejects with `aborted`. */
  done: Promise<void>
  /** Ends it early. */
  skip: () => void
}

/** Waits `ms`, however long that is, and leaves no timer behind however it ends. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Sleep {
  let skip = () => {}
  const until = clock.now() + ms
  const done = new Promise<void>((resolve, reject) => {
    if (signal?.aborted) return reject(new AbortedError())
    let stop = () => {}
    const end = (settle: () => void) => {
      stop()
      signal?.removeEventListener('abort', abort)
      settle()
    }
    const abort = () => end(() => reject(new AbortedError()))
    // A timer may be cut to what `setTimeout` can do: look at the clock again.
    const tick = () => {
      const left = until - clock.now()
      if (left <= 0) end(resolve)
      else stop = clock.after(left, tick)
    }
    skip = () => end(resolve)
    signal?.addEventListener('abort', abort, { once: true })
    stop = clock.after(ms, tick)
  })
  return { done, skip }
}
