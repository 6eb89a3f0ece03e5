import { version } from '../version.js'
import type { Answer } from './refusals.js'

/** What a page of an allowed origin may read. */
const EXPOSED = [
  'Accept-Ranges',
  'Content-Disposition',
  'Content-Range',
  'Date',
  'ETag',
  'RateLimit',
  'RateLimit-Limit',
  'RateLimit-Policy',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'X-AudioPod-Proxy',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
  'X-Request-Id',
].join(', ')

/** Of an answer to a page of `origin`: nothing but these, all of our own making, reaches the browser. */
export function headersOf(
  answer: Answer,
  origin: string | null,
  allowedOrigins: ReadonlySet<string>,
): Record<string, string> {
  // One by one: spreading is several times slower, and this is done for each answer.
  const headers: Record<string, string> = {}
  for (const name in answer.headers) {
    const value = answer.headers[name]
    if (value !== undefined) headers[name] = value
  }
  headers['Cache-Control'] = 'private, no-store'
  headers['X-Content-Type-Options'] = 'nosniff'
  headers['X-AudioPod-Proxy'] = version
  // For a cache that keeps what it was told not to.
  headers['Vary'] = 'Origin, Cookie, Authorization'
  if (answer.body !== undefined) headers['Content-Type'] = 'application/json; charset=utf-8'
  if (origin !== null && allowedOrigins.has(origin)) {
    headers['Access-Control-Allow-Origin'] = origin
    headers['Access-Control-Allow-Credentials'] = 'true'
    headers['Access-Control-Expose-Headers'] = EXPOSED
  }
  return headers
}
