import { misuse } from '../errors/index.js'
import { checkHeaders, type HeadersOption } from './options.js'

/** The app's own headers, and over them what every request needs. @throws ConfigurationError */
export async function requestHeaders(option: HeadersOption | undefined): Promise<Record<string, string>> {
  let own: unknown
  try {
    own = typeof option === 'function' ? await option() : (option ?? {})
  } catch {
    // What it threw may hold anything, a token included.
    throw misuse('headers', () => process.env.NODE_ENV !== 'production' && 'The `headers` function failed; nothing was sent.')
  }
  return { ...withoutOurs(checkHeaders(own)), Accept: 'application/json' }
}

/** `fetch` would send "content-type" and "Content-Type" as one header with two values. */
function withoutOurs(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:accept|content-type|idempotency-key)$/i.test(name)))
}
