import type { RateLimitHeaders } from './options.js'
import type { World } from './world.js'
import { coded } from './answers.js'

const WINDOW_SECONDS = 60

/** A fixed window of one caller. It ends on a whole Unix second, which is all that the headers can say. */
export interface RateWindow {
  limit: number
  used: number
  /** Unix ms. */
  resetAt: number
}

export interface RateWindows {
  callers: Map<string, RateWindow>
  /** What a caller finds that has no window yet, until it is over. */
  arranged?: { remaining: number; resetAt: number } | undefined
}

export function limitOf(plan: 'free' | 'pro' | number): number {
  return plan === 'free' ? 100 : plan === 'pro' ? 1000 : plan
}

/** Counts one request; `refused` if the window was spent already. */
export function count(world: World, caller: string): { window: RateWindow; refused: boolean } {
  const window = windowOf(world, caller)
  if (window.used >= window.limit) return { window, refused: true }
  window.used++
  return { window, refused: false }
}

function windowOf({ rates, now, limit }: World, caller: string): RateWindow {
  const at = now()
  const known = rates.callers.get(caller)
  if (known && at < known.resetAt) return known
  const arranged = !known && rates.arranged && at < rates.arranged.resetAt ? rates.arranged : undefined
  const window: RateWindow = arranged
    ? { limit, used: limit - arranged.remaining, resetAt: arranged.resetAt }
    : { limit, used: 0, resetAt: wholeSecond(at) + WINDOW_SECONDS * 1000 }
  rates.callers.set(caller, window)
  return window
}

export function arrangeWindow(
  { rates, now, limit }: World,
  { remaining, resetInSeconds = WINDOW_SECONDS }: { remaining: number; resetInSeconds?: number | undefined },
): void {
  const resetAt = wholeSecond(now()) + Math.ceil(resetInSeconds) * 1000
  rates.arranged = { remaining, resetAt }
  for (const caller of rates.callers.keys()) rates.callers.set(caller, { limit, used: limit - remaining, resetAt })
}

export function tooManyRequests({ now, settings }: World, window: RateWindow): Response {
  const response = coded(429, 'rate_limit_exceeded', 'Rate limit exceeded. Please try again later.')
  if (settings.retryAfter === 'seconds') response.headers.set('Retry-After', String(secondsLeft(window, now())))
  if (settings.retryAfter === 'date') response.headers.set('Retry-After', new Date(window.resetAt).toUTCString())
  return response
}

export function writeRateHeaders(headers: Headers, style: RateLimitHeaders, window: RateWindow, now: number): void {
  const remaining = Math.max(0, window.limit - window.used)
  const left = secondsLeft(window, now)
  const set = (entries: Record<string, string | number>) => {
    for (const [name, value] of Object.entries(entries)) headers.set(name, String(value))
  }
  switch (style) {
    case 'x-ratelimit':
      return set({
        'X-RateLimit-Limit': window.limit,
        'X-RateLimit-Remaining': remaining,
        'X-RateLimit-Reset': window.resetAt / 1000,
      })
    case 'ietf':
      return set({
        'RateLimit-Policy': `"default";q=${window.limit};w=${WINDOW_SECONDS}`,
        RateLimit: `"default";r=${remaining};t=${left}`,
      })
    case 'draft-7':
      return set({
        'RateLimit-Policy': `${window.limit};w=${WINDOW_SECONDS}`,
        RateLimit: `limit=${window.limit}, remaining=${remaining}, reset=${left}`,
      })
    case 'draft-3':
      return set({ 'RateLimit-Limit': window.limit, 'RateLimit-Remaining': remaining, 'RateLimit-Reset': left })
    case 'none':
      return undefined
  }
}

const wholeSecond = (ms: number) => Math.floor(ms / 1000) * 1000

const secondsLeft = (window: RateWindow, now: number) => Math.max(1, Math.ceil((window.resetAt - now) / 1000))
