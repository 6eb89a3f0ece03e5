import type { AudioPodError } from '../errors/index.js'

/** Milliseconds before the first repeat where nobody said how long; it doubles with each. */
const FIRST_BACKOFF = 500
const FIRST_RATE_LIMIT_BACKOFF = 1000
const LONGEST_BACKOFF = 30_000

/**
 * Whether a failed try may be followed by another, whatever the number of tries left.
 *
 * Reads: after 429, 5xx, no answer and a timeout. Changes: only where the server says that it did nothing,
 * which is 429, and 503 with `Retry-After`. Nothing after an abort, and nothing after a refusal.
 */
export function mayRepeat(error: AudioPodError, effect: 'read' | 'change'): boolean {
  switch (error.code) {
    case 'rate_limit_exceeded':
      return true
    case 'server_error':
      return effect === 'read' || (error.status === 503 && error.retryAt !== undefined)
    case 'network_error':
    case 'timeout':
      return effect === 'read'
    default:
      return false
  }
}

/** The wait before try number `attempt + 1` where the server named none: exponential, half of it random. */
export function backoff(error: AudioPodError, attempt: number, random: () => number): number {
  const first = error.code === 'rate_limit_exceeded' ? FIRST_RATE_LIMIT_BACKOFF : FIRST_BACKOFF
  const full = Math.min(LONGEST_BACKOFF, first * 2 ** Math.max(0, attempt - 1))
  return full / 2 + (random() * full) / 2
}

/** A told wait, a little longer for some than for others, and never shorter: at most a tenth, and at most a second. */
export function jitterUp(ms: number, random: () => number): number {
  return ms + random() * Math.min(1000, ms / 10)
}
