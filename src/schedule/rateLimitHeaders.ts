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
  const date = Date.parse(headers.get('date') ?? '')
  const serverNow = Number.isNaN(date) ? now : date
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
    retryAfterMs: waitOf(headers.get('retry-after'), serverNow, 'delta'),
    skew: serverNow - now,
  }
}

/** `<prefix>-Limit`, `-Remaining`, `-Reset`. A limit may be a list, `100, 100;w=60`: the first is the one in force. */
function classic(headers: Headers, prefix: string, serverNow: number): Figures {
  return {
    limit: count(headers.get(`${prefix}-limit`)),
    remaining: count(headers.get(`${prefix}-remaining`)),
    resetMs: waitOf(headers.get(`${prefix}-reset`), serverNow, 'either'),
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
      resetMs: reset === undefined ? undefined : reset * 1000,
    }
  }
  const policies = (headers.get('ratelimit-policy') ?? '').split(',')
  let tightest: Figures | undefined
  for (const item of field.split(',')) {
    const remaining = parameter(item, 'r')
    if (remaining === undefined) continue
    if (tightest?.remaining !== undefined && tightest.remaining <= remaining) continue
    const name = item.split(';')[0]?.trim()
    const policy = policies.find((entry) => entry.split(';')[0]?.trim() === name) ?? policies[0] ?? ''
    const reset = parameter(item, 't')
    tightest = {
      limit: parameter(policy, 'q') ?? count(policy.trim()),
      remaining,
      resetMs: reset === undefined ? undefined : reset * 1000,
    }
  }
  return tightest ?? {}
}

function parameter(field: string, name: string): number | undefined {
  const match = new RegExp(`(?:^|[,;\\s])${name}\\s*=\\s*"?(\\d+(?:\\.\\d+)?)`, 'i').exec(field)
  return match ? Number(match[1]) : undefined
}

function count(value: string | null): number | undefined {
  const match = /^\s*(\d{1,15})(?:\.\d+)?\s*(?:[,;]|$)/.exec(value ?? '')
  return match ? Number(match[1]) : undefined
}

/** Past this a number of seconds is a point in time: 30 years from now is nobody's wait, and 1999 nobody's reset. */
const EPOCH_SECONDS = 1e9
const EPOCH_MILLISECONDS = 1e11

/** Milliseconds from now until a time that was told as seconds from now, Unix seconds, Unix ms or a date. */
function waitOf(value: string | null, serverNow: number, kind: 'delta' | 'either'): number | undefined {
  const trimmed = value?.trim() ?? ''
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) {
    const told = Number(trimmed)
    if (!Number.isFinite(told)) return undefined
    if (kind === 'delta' && told < EPOCH_SECONDS) return told * 1000
    if (told >= EPOCH_MILLISECONDS) return Math.max(0, told - serverNow)
    return told >= EPOCH_SECONDS ? Math.max(0, told * 1000 - serverNow) : told * 1000
  }
  // Only what looks like a date: Date.parse understands "-1" and "12" too.
  if (!/^(?:[A-Za-z]{3},? |\d{4}-\d{2}-\d{2})/.test(trimmed)) return undefined
  const date = Date.parse(trimmed)
  return Number.isNaN(date) ? undefined : Math.max(0, date - serverNow)
}
