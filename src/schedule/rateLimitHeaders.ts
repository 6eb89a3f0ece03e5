import { dateOf } from './httpDate.js'

/** What the headers of an answer say about the rate limit; times are Unix ms on this machine's clock. */
export interface RateNews {
  limit?: number | undefined
  remaining?: number | undefined
  resetAt?: number | undefined
  /** From `Retry-After` alone, in ms from now. */
  retryAfterMs?: number | undefined
  /** How far the server's clock is ahead of this one, in ms; 0 where it did not say. */
  skew: number
}

interface Figures {
  limit?: number | undefined
  remaining?: number | undefined
  /** Milliseconds from now. */
  resetMs?: number | undefined
}

/**
 * Reads every form in which AudioPod and the gateways before it speak of the limit: `X-RateLimit-*` with
 * Unix seconds, milliseconds or a date, the IETF drafts' `RateLimit`, `RateLimit-Policy` and
 * `RateLimit-Limit/-Remaining/-Reset` with seconds from now, and `Retry-After` in seconds or as a date.
 * Points in time are set against the answer's own `Date`, not against this machine's clock.
 */
export function readRateHeaders(headers: Headers, now: number): RateNews {
  const serverNow = dateOf(headers.get('date') ?? '') ?? now
  const forms = [
    classic(headers, 'x-ratelimit', serverNow),
    classic(headers, 'x-rate-limit', serverNow),
    structured(headers),
    classic(headers, 'ratelimit', serverNow),
  ]
  const told = <K extends keyof Figures>(name: K) => forms.find((form) => form[name] !== undefined)?.[name]
  const resetMs = told('resetMs')
  return {
    limit: told('limit'),
    remaining: told('remaining'),
    resetAt: resetMs === undefined ? undefined : now + resetMs,
    retryAfterMs: pauseOf(headers.get('retry-after'), serverNow),
    skew: serverNow - now,
  }
}

/** `<prefix>-Limit`, `-Remaining`, `-Reset`. A limit may be a list, `100, 100;w=60`: the first is the one in force. */
function classic(headers: Headers, prefix: string, serverNow: number): Figures {
  return {
    limit: count(headers.get(`${prefix}-limit`)),
    remaining: count(headers.get(`${prefix}-remaining`)),
    resetMs: waitOf(headers.get(`${prefix}-reset`), serverNow),
  }
}

/**
 * `RateLimit: "default";r=50;t=30` with `RateLimit-Policy: "default";q=100;w=60`, and the older
 * `RateLimit: limit=100, remaining=50, reset=30`. Of several policies the tightest counts.
 */
function structured(headers: Headers): Figures {
  const field = headers.get('ratelimit')
  if (field === null) return {}
  const old = /(?:^|[,;\s])limit=/i.test(field) || /(?:^|[,;\s])remaining=/i.test(field)
  if (old) {
    const reset = parameter(field, 'reset')
    return {
      limit: parameter(field, 'limit'),
      remaining: parameter(field, 'remaining'),
      resetMs: milliseconds(reset),
    }
  }
  const policies = (headers.get('ratelimit-policy') ?? '').split(',')
  let tightest: Figures | undefined
  for (const item of field.split(',')) {
    const remaining = parameter(item, 'r')
    if (remaining === undefined) continue
    const resetMs = milliseconds(parameter(item, 't'))
    if (tightest?.remaining !== undefined) {
      const isLooser = remaining > tightest.remaining
      const isSooner = remaining === tightest.remaining && (resetMs ?? 0) <= (tightest.resetMs ?? 0)
      if (isLooser || isSooner) continue
    }
    const name = item.split(';')[0]?.trim()
    const policy = policies.find((entry) => entry.split(';')[0]?.trim() === name) ?? policies[0] ?? ''
    tightest = { limit: parameter(policy, 'q') ?? count(policy.trim()), remaining, resetMs }
  }
  return tightest ?? {}
}

function parameter(field: string, name: string): number | undefined {
  const match = new RegExp(`(?:^|[,;\\s])${name}\\s*=\\s*"?(\\d{1,15}(?:\\.\\d{1,15})?)`, 'i').exec(field)
  return match ? Number(match[1]) : undefined
}

function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined || seconds * 1000 > LONGEST_WAIT ? undefined : seconds * 1000
}

function count(value: string | null): number | undefined {
  const match = /^\s*(\d{1,15})(?:\.\d+)?\s*(?:[,;]|$)/.exec(value ?? '')
  return match ? Number(match[1]) : undefined
}

/** Past this a number of seconds is a point in time: 30 years from now is nobody's wait, and 1999 nobody's reset. */
const EPOCH_SECONDS = 1e9
const EPOCH_MILLISECONDS = 1e11
const EPOCH_MICROSECONDS = 1e14
const EPOCH_NANOSECONDS = 1e17

/** Nobody waits a century; a figure that says so is garbage, and says nothing. */
const LONGEST_WAIT = 100 * 365 * 86_400_000

/** Milliseconds from now until a time that was told as seconds from now, Unix seconds, Unix ms or a date. */
function waitOf(value: string | null, serverNow: number): number | undefined {
  const trimmed = value?.trim() ?? ''
  // A header that was sent twice arrives as "30, 30": the first counts.
  const figure = /^(\d+(?:\.\d+)?)\s*(?:[,;]|$)/.exec(trimmed)?.[1]
  const told = figure === undefined ? dateOf(trimmed) : Number(figure)
  if (told === undefined) return undefined
  const isDelta = figure !== undefined && told < EPOCH_SECONDS
  const wait = isDelta ? told * 1000 : Math.max(0, (figure === undefined ? told : epoch(told)) - serverNow)
  return wait <= LONGEST_WAIT ? wait : undefined
}

/** A pause beyond counting (up to what 64 bits hold) is a very long one: to take it for none would be to try again at once. */
function pauseOf(value: string | null, serverNow: number): number | undefined {
  const isEndless = /^\s*\d{10,20}\s*$/.test(value ?? '')
  return waitOf(value, serverNow) ?? (isEndless ? LONGEST_WAIT : undefined)
}

/** Unix time in whatever unit, in ms. */
function epoch(told: number): number {
  if (told < EPOCH_MILLISECONDS) return told * 1000
  if (told < EPOCH_MICROSECONDS) return told
  return told < EPOCH_NANOSECONDS ? told / 1e3 : told / 1e6
}
