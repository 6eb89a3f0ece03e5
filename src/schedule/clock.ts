/** Time, injected so that tests need not wait for it. */
export interface Clock {
  /** Unix ms. */
  now: () => number
  /** Runs once, `ms` from now; returns what ends it. Longer than `setTimeout` can is allowed to fire early. */
  after: (ms: number, run: () => void) => () => void
}

/** `setTimeout` fires at once for a delay that does not fit in 31 bits. */
const LONGEST_TIMER = 2 ** 31 - 1

/** The machine's clock; globals are looked up at each call, so fake timers hold. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    // Rounded up: a timer that fires a fraction early would be set again for nothing.
    const timer = setTimeout(run, Math.min(Math.max(0, Math.ceil(ms)), LONGEST_TIMER))
    return () => clearTimeout(timer)
  },
}

/** The last moment that `Date` knows. */
const LAST_TIME = 8.64e15

/** An ISO 8601 time; one past the end of time, which some server may tell, is that end. */
export function isoTime(ms: number): string {
  return new Date(Math.min(ms, LAST_TIME)).toISOString()
}
