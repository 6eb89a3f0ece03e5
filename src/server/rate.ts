import { hasSecret } from '../api/index.js'
import type { HeaderReader } from './transport.js'

/** What an answer says of the account's window, on this machine's clock. */
export interface Rate {
  /** As the browser gets them. */
  headers: Record<string, string>
  /** Whole seconds that the answer itself asks to wait: `Retry-After`, else what the body says, else the reset. */
  wait?: number | undefined
  /** Unix ms until which the account has nothing left. */
  spentUntil?: number | undefined
}

/**
 * Reads `X-RateLimit-*`, the IETF draft's `RateLimit` and `RateLimit-*`, and `Retry-After` in every form that they
 * have in the wild: seconds, milliseconds, a date, a time since 1970 or from now. Times are taken against
 * upstream's own `Date`, so a clock that is wrong there or here does not matter.
 */
export function readRate(status: number, upstream: HeaderReader, body: unknown, now: number, apiKey: string): Rate {
  const sent = Date.parse(upstream.get('date') ?? '')
  const clock = Number.isNaN(sent) ? now : sent
  const headers: Record<string, string> = {}
  const remaining: number[] = []
  const resets: number[] = []

  for (const name of ['X-RateLimit-Limit', 'RateLimit-Limit', 'X-RateLimit-Remaining', 'RateLimit-Remaining']) {
    const count = /^\s*(\d{1,12})(?=\s*(?:$|[,;]))/.exec(upstream.get(name.toLowerCase()) ?? '')?.[1]
    if (count === undefined) continue
    headers[name] = count
    if (name.endsWith('Remaining')) remaining.push(Number(count))
  }
  const reset = secondsUntil(upstream.get('x-ratelimit-reset'), clock)
  if (reset !== undefined) {
    headers['X-RateLimit-Reset'] = String(Math.ceil(now / 1000 + reset))
    resets.push(reset)
  }
  const draftReset = secondsUntil(upstream.get('ratelimit-reset'), clock)
  if (draftReset !== undefined) {
    headers['RateLimit-Reset'] = String(Math.ceil(draftReset))
    resets.push(draftReset)
  }
  for (const name of ['RateLimit', 'RateLimit-Policy']) {
    const value = upstream.get(name.toLowerCase())
    if (value !== null && /^[\w\s"=;,.:*-]{1,256}$/.test(value) && isClean(value, apiKey)) headers[name] = value
  }
  const draft = headers['RateLimit'] ?? ''
  const left = /(?:^|[;,\s])(?:r|remaining)=(\d{1,12})/.exec(draft)?.[1]
  const seconds = /(?:^|[;,\s])(?:t|reset)=(\d{1,9})/.exec(draft)?.[1]
  if (left !== undefined) remaining.push(Number(left))
  if (seconds !== undefined) resets.push(Number(seconds))

  const longest = resets.length > 0 ? Math.max(...resets) : undefined
  const told = secondsUntil(upstream.get('retry-after'), clock) ?? bodyWait(body)
  const wait = ceil(told ?? (status === 429 ? longest : undefined))
  if (wait !== undefined && (status === 429 || status === 503)) headers['Retry-After'] = String(wait)
  const spent = status === 429 ? wait : remaining.includes(0) ? longest : undefined
  return { headers, wait, spentUntil: spent !== undefined && spent > 0 ? now + spent * 1000 : undefined }
}

const ceil = (seconds: number | undefined) => (seconds === undefined ? undefined : Math.ceil(seconds))

/** Seconds from `clock` (Unix ms) to a moment in any of its spellings; never negative. */
function secondsUntil(value: string | null, clock: number): number | undefined {
  const text = value?.trim()
  if (!text) return undefined
  if (/^\d{1,15}(?:\.\d+)?$/.test(text)) {
    const number = Number(text)
    // Under three years it is a wait; then seconds since 1970; past the year 5138 in those, milliseconds.
    if (number < 1e8) return number
    return Math.max(0, number < 1e11 ? number - clock / 1000 : (number - clock) / 1000)
  }
  // A date begins with a weekday or a year; `Date.parse` takes much else for one, "-5" included.
  const at = /^(?:[A-Za-z]{3,9},|\d{4}-)/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, (at - clock) / 1000)
}

function bodyWait(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const source: Record<string, unknown> = { ...body }
  for (const place of [source, source['error'], source['detail'], source['details']]) {
    if (typeof place !== 'object' || place === null) continue
    const members: Record<string, unknown> = { ...place }
    for (const name of ['retry_after', 'retryAfter', 'retry_after_seconds']) {
      const value = Number(members[name] ?? Number.NaN)
      if (value >= 0 && value < 1e8) return value
    }
  }
  return undefined
}

/** The account's own name for the request, which its support asks for. */
export function requestId(upstream: HeaderReader, apiKey: string): Record<string, string> {
  for (const name of ['x-request-id', 'request-id', 'x-correlation-id']) {
    const value = upstream.get(name.toLowerCase())
    if (value !== null && /^[A-Za-z0-9._:-]{1,128}$/.test(value) && isClean(value, apiKey)) return { 'X-Request-Id': value }
  }
  return {}
}

/** Our own key by its exact bytes too: behind a letter (`reqap_…`) it looks like no key. */
const isClean = (value: string, apiKey: string): boolean => !value.includes(apiKey) && !hasSecret(value)
