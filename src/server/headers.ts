import { version } from '../version.js'
import type { Answer } from './refusals.js'

/** What a page of an allowed origin may read. */
const EXPOSED = [
  'Date',
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

/** Adds what every answer has. Nothing but this and `answer.headers`, all of our own making, reaches the browser. */
export function toResponse(answer: Answer, request: Request, allowedOrigins: ReadonlySet<string>): Response {
  const headers = new Headers(answer.headers)
  headers.set('Cache-Control', 'private, no-store')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('X-AudioPod-Proxy', version)
  // For a cache that keeps what it was told not to.
  headers.set('Vary', 'Origin, Cookie, Authorization')
  if (answer.body !== undefined) headers.set('Content-Type', 'application/json; charset=utf-8')
  const origin = request.headers.get('origin')
  if (origin !== null && allowedOrigins.has(origin)) {
    headers.set('Access-Control-Allow-Origin', origin)
    headers.set('Access-Control-Allow-Credentials', 'true')
    headers.set('Access-Control-Expose-Headers', EXPOSED)
  }
  return new Response(answer.body ?? null, { status: answer.status, headers })
}
