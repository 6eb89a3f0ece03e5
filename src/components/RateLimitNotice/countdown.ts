import type { durationTexts } from '../../i18n/en/common.js'
import type { rateLimitTexts } from '../../i18n/en/rateLimit.js'
import { writeClock } from '../../i18n/writers.js'
import type { UiWith } from '../../theme/UiContext.js'

/** What waits: as the catalogue calls it. */
type Waiting = 'generate' | 'retry' | 'action'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Whole seconds until a time, 0 once it is over; undefined where either is not known. */
export function secondsUntil(retryAt: string | undefined, now: number | undefined): number | undefined {
  const at = retryAt === undefined ? Number.NaN : Date.parse(retryAt)
  if (Number.isNaN(at) || now === undefined) return undefined
  return Math.max(0, Math.ceil((at - now) / 1000))
}

/** When it is worth telling a screen reader: at the start, and when 30 s, 10 s and none are left. */
export function milestone(seconds: number | undefined): 'untimed' | 'start' | '30' | '10' | 'over' {
  if (seconds === undefined) return 'untimed'
  if (seconds <= 0) return 'over'
  return seconds <= 10 ? '10' : seconds <= 30 ? '30' : 'start'
}

/** A sentence about the wait: in seconds, in minutes, or from an hour on as a time of day. */
export function waitText(
  ui: UiWith<typeof rateLimitTexts & typeof durationTexts>,
  seconds: number,
  retryAt: string,
  keys: { in: `rate-limit.${Waiting}-in`; at: `rate-limit.${Waiting}-at` },
): string {
  const wait = waitLength(ui, seconds)
  return wait === undefined ? ui.t(keys.at, { time: writeClock(ui, Date.parse(retryAt)) }) : ui.t(keys.in, { wait })
}

/** `24 s`, `1 min 5 s`; undefined from an hour on, for which a time of day says more. */
export function waitLength(ui: UiWith<typeof durationTexts>, seconds: number): string | undefined {
  if (seconds >= HOUR) return undefined
  return seconds < MINUTE
    ? ui.t('time.seconds', { seconds })
    : ui.t('time.minutes', { minutes: Math.floor(seconds / MINUTE), seconds: seconds % MINUTE })
}
