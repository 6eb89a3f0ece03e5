import type { RateLimit } from '../../schedule/rateLimitStore.js'
import { secondsUntil } from '../RateLimitNotice/countdown.js'

/**
 * What the meter shows. `unknown`: nobody has told a limit; `paused`: requests are held back; `spent`: none is left;
 * `low`: a tenth or less is; `renewed`: the window that was told is over, and nobody has told of the next one.
 */
export type RateLimitState = 'unknown' | 'known' | 'low' | 'spent' | 'paused' | 'renewed'

const LOW_SHARE = 0.1

export function rateLimitState(data: RateLimit | undefined, now: number | undefined): RateLimitState {
  const { limit, remaining, resetAt, pausedUntil } = data ?? {}
  if ((secondsUntil(pausedUntil, now) ?? 0) > 0) return 'paused'
  if (limit === undefined && remaining === undefined) return 'unknown'
  if (remaining === undefined) return 'known'
  if (secondsUntil(resetAt, now) === 0) return 'renewed'
  if (remaining <= 0) return 'spent'
  return limit !== undefined && remaining <= limit * LOW_SHARE ? 'low' : 'known'
}
