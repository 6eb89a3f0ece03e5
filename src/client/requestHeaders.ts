import { misuse } from '../errors/index.js'
import type { EncodedRequest } from './plainRequest.js'
import { checkHeaders, type HeadersOption } from './options.js'

/** The app's own headers, and over them what the request needs. @throws ConfigurationError */
export async function requestHeaders(
  option: HeadersOption | undefined,
  { contentType }: EncodedRequest,
  idempotencyKey: string | undefined,
): Promise<Record<string, string>> {
  let own: unknown
  try {
    own = typeof option === 'function' ? await option() : (option ?? {})
  } catch {
    // What it threw may hold anything, a token included.
    throw misuse('the headers function failed', process.env.NODE_ENV !== 'production' && 'The `headers` function failed; nothing was sent.')
  }
  return {
    ...withoutOurs(checkHeaders(own)),
    Accept: 'application/json',
    ...(contentType !== undefined && { 'Content-Type': contentType }),
    ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
  }
}

/** `fetch` would send "content-type" and "Content-Type" as one header with two values. */
function withoutOurs(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:accept|content-type|idempotency-key)$/i.test(name)))
}
