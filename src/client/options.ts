import { hasAudioPodSecret, hasSecret, isLoopback } from '../api/index.js'
import { type ConfigurationError, misuse } from '../errors/index.js'

/** Headers of the app's own: its session or CSRF token. A function is asked before each request. */
export type HeadersOption =
  | Readonly<Record<string, string>>
  | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)

export interface ClientOptions {
  /** The app's own endpoint: a path (`/api/audiopod`) or an https URL; http only on localhost. */
  endpoint: string
  /** @default the global `fetch`, looked up at each request */
  fetch?: typeof globalThis.fetch | undefined
  headers?: HeadersOption | undefined
  /** @default 'same-origin' */
  credentials?: RequestCredentials | undefined
  /** Milliseconds one try may take; waiting for a turn does not count. @default 30_000 */
  timeout?: number | undefined
  /** How often a request is repeated after its first try. @default 3 */
  maxRetries?: number | undefined
  /** The longest pause told by the server that is waited for, in ms; for a longer one the error carries `retryAt`. @default 120_000 */
  maxWait?: number | undefined
}

/** The options of a client, checked and with what they leave out. */
export interface Setup {
  endpoint: string
  headers?: HeadersOption | undefined
  fetch?: typeof globalThis.fetch | undefined
  credentials: RequestCredentials
  timeout: number
  maxRetries: number
  maxWait: number
}

export const clientDefaults = {
  credentials: 'same-origin',
  timeout: 30_000,
  maxRetries: 3,
  maxWait: 120_000,
} as const satisfies Partial<ClientOptions>

const FIX = 'Point `endpoint` at a route of your own app, such as "/api/audiopod", where createAudioPodProxy adds the key.'

/**
 * The endpoint without a slash at its end.
 *
 * @throws ConfigurationError for AudioPod's own host, plain http off localhost, anything shaped like a key,
 * and what is neither a path nor a URL. The message never repeats the endpoint: it may hold a secret.
 */
export function checkEndpoint(endpoint: unknown): string {
  if (typeof endpoint !== 'string' || endpoint.trim() === '') {
    throw misuse('endpoint', () => process.env.NODE_ENV !== 'production' && `\`endpoint\` is missing. ${FIX}`)
  }
  if (hasSecret(endpoint) || hasSecret(decoded(endpoint))) {
    throw misuse(
      'endpoint',
      () => process.env.NODE_ENV !== 'production' && `\`endpoint\` holds something shaped like an API key: a browser must never have one. ${FIX}`,
    )
  }
  const isPath = /^\/(?![/\\])/.test(endpoint)
  const url = isPath ? parse(endpoint, 'https://app.invalid') : parse(endpoint)
  if (!url || (!isPath && !/^https?:\/\//i.test(endpoint))) {
    throw misuse(
      'endpoint',
      () => process.env.NODE_ENV !== 'production' && `\`endpoint\` is neither a path that begins with "/" nor an https URL. ${FIX}`,
    )
  }
  const host = url.hostname.replace(/\.+$/, '')
  if (host === 'audiopod.ai' || host.endsWith('.audiopod.ai')) {
    throw misuse(
      'endpoint',
      () => process.env.NODE_ENV !== 'production' && `\`endpoint\` is AudioPod's own host, which would need the account's key in the browser. ${FIX}`,
    )
  }
  if (url.protocol === 'http:' && !isLoopback(host)) {
    throw misuse(
      'endpoint',
      () => process.env.NODE_ENV !== 'production' && `\`endpoint\` is plain http, which anybody on the way can read: use https. ${FIX}`,
    )
  }
  if (url.username || url.password || /[?#\\\s]/.test(endpoint)) {
    throw misuse(
      'endpoint',
      () => process.env.NODE_ENV !== 'production' && `\`endpoint\` must be only a path or an origin and a path. ${FIX}`,
    )
  }
  return endpoint.replace(/\/+$/, '')
}

function parse(endpoint: string, base?: string): URL | undefined {
  return URL.canParse(endpoint, base) ? new URL(endpoint, base) : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** @throws ConfigurationError for a header that carries an AudioPod key or secret; a token of the app's own is fine. */
export function checkHeaders(headers: unknown): Record<string, string> {
  if (typeof headers !== 'object' || headers === null) {
    throw noHeaders()
  }
  const checked: Record<string, string> = {}
  for (const [name, value] of entriesOf(headers)) {
    if (value === undefined) continue
    if ((typeof value === 'string' && hasAudioPodSecret(value)) || hasAudioPodSecret(name)) {
      throw misuse(
        'headers',
        () => process.env.NODE_ENV !== 'production' && 'A header carries something shaped like an AudioPod key. The key belongs on your server, in the proxy; ' +
          '`headers` is for the session or CSRF token of your own app.',
      )
    }
    // `fetch` would throw, and a change that never left would look like one whose outcome nobody knows.
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw misuse('headers', () => process.env.NODE_ENV !== 'production' && 'The name of a header is not one.')
    if (typeof value !== 'string' || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      throw misuse('headers', () => process.env.NODE_ENV !== 'production' && `The header ${name} is not a text that a header may hold.`)
    }
    checked[name] = value
  }
  return checked
}

function noHeaders(): ConfigurationError {
  return misuse(
    'headers',
    () => process.env.NODE_ENV !== 'production' && '`headers` must be an object of names and texts, or a function that gives one.',
  )
}

/** A `Headers`, also one of another realm (a test's DOM), has its entries only when it is iterated. */
function entriesOf(headers: object): [string, unknown][] {
  if (!(Symbol.iterator in headers)) return Object.entries(headers)
  try {
    return Object.entries(Object.fromEntries(headers as Iterable<[string, unknown]>))
  } catch {
    throw noHeaders()
  }
}

/** @throws ConfigurationError for a figure that is no number or is negative, and a `fetch` that is no function. */
export function checkFigures(options: Pick<ClientOptions, 'timeout' | 'maxRetries' | 'maxWait' | 'fetch'>): void {
  if (options.fetch !== undefined && typeof options.fetch !== 'function') {
    throw misuse('fetch', () => process.env.NODE_ENV !== 'production' && '`fetch` must be a function.')
  }
  for (const name of ['timeout', 'maxRetries', 'maxWait'] as const) {
    const value: unknown = options[name]
    if (value !== undefined && (typeof value !== 'number' || Number.isNaN(value) || value < 0)) {
      throw misuse(name, () => process.env.NODE_ENV !== 'production' && `\`${name}\` must be a number, 0 or more.`)
    }
  }
}

/** @throws ConfigurationError for a prop or option that would hold a key. */
export function refuseKey(options: object): void {
  if (typeof options !== 'object' || options === null) throw misuse('endpoint', () => process.env.NODE_ENV !== 'production' && `The options are missing. ${FIX}`)
  if ('apiKey' in options) {
    throw misuse(
      'apiKey',
      () => process.env.NODE_ENV !== 'production' && '`apiKey` does not belong in a browser: whoever reads it owns the account. Give it to createAudioPodProxy on your server.',
    )
  }
}
