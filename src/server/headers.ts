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
  const headers: Record<string, string> = {
    ...answer.headers,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-AudioPod-Proxy': version,
    // For a cache that keeps what it was told not to.
    Vary: 'Origin, Cookie, Authorization',
  }
  if (answer.body !== undefined) headers['Content-Type'] = 'application/json; charset=utf-8'
  if (origin !== null && allowedOrigins.has(origin)) {
    headers['Access-Control-Allow-Origin'] = origin
    headers['Access-Control-Allow-Credentials'] = 'true'
    headers['Access-Control-Expose-Headers'] = EXPOSED
  }
  return headers
}
