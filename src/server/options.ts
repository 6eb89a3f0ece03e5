import { ConfigurationError, type ErrorCode, inDevelopment } from '../errors/index.js'
import { isLoopback, type OperationName } from '../api/index.js'
import type { ApiKeySource } from './apiKey.js'
import type { Authorize } from './identity.js'
import type { UserLimit } from './limits.js'
import { nearest } from './nearest.js'
import { createMemoryStore, type ProxyStore } from './store.js'
import { toTerminal } from './toTerminal.js'
import type { Fetch } from './fetchTransport.js'
import type { AuthScheme } from './upstream.js'

export interface AudioPodProxyOptions {
  /**
   * Says who is asking and what they may do: `{ userId, allow }`, or null for nobody (401). Anything else, or a
   * throw, is 500. There is no default that allows anything. Must not read the body, but may read `request.clone()`.
   */
  authorize: Authorize
  /** The account's key, or a function asked at each request. @default process.env.AUDIOPOD_API_KEY */
  apiKey?: ApiKeySource
  /** Where the proxy is mounted. @default '/api/audiopod' */
  basePath?: string | undefined
  /** https, or http on this machine. @default 'https://api.audiopod.ai' */
  baseUrl?: string | undefined
  /** Which header carries the key: `Authorization`, `X-API-Key`, or both. @default 'both' */
  authScheme?: AuthScheme | undefined
  /** Milliseconds for the whole of an answer of AudioPod's, its body included. @default 30_000 */
  timeout?: number | undefined
  /** The longest body of a request. @default 262_144 */
  maxBodyBytes?: number | undefined
  /** Other origins whose pages may use the proxy, with cookies: `https://app.example`. No wildcard. @default [] */
  allowedOrigins?: readonly string[] | undefined
  /** How much one user may ask for, whatever it is; false for no limit. @default { perUser: { requests: 120, perSeconds: 60 } } */
  limits?: { perUser?: UserLimit | false | undefined } | undefined
  /**
   * Signs job ids: at least 32 characters, or a list of such, newest first. Without it ids are signed with a key
   * derived from the API key, and a new API key makes the ids of running jobs unknown.
   */
  secret?: string | readonly string[] | undefined
  /** What instances share. @default createMemoryStore() */
  store?: ProxyStore | undefined
  /**
   * Carries the requests to AudioPod, and must not follow redirects when told not to. Without it: undici's own
   * connections on Node, as long as nobody has put another function in place of the global `fetch` (a mock, a recorder,
   * Next.js); the global `fetch` then, and wherever there is no Node. To go through an HTTP proxy, pass a `fetch` that does.
   */
  fetch?: Fetch | undefined
  /**
   * Told of every request once it is answered, and of faults in between. Carries nothing secret. Without it, and unless
   * `NODE_ENV` is `production` or `test`, what only you can mend is written to the console, each once.
   */
  onEvent?: ((event: AudioPodProxyEvent) => void) | undefined
}

export interface AudioPodProxyEvent {
  /** `request`: one was answered. `fault`: something for the operator that no answer shows, such as a store that failed. */
  type: 'request' | 'fault'
  /** `speech.audio` and `speech.timestamps` are the proxy's own routes to a finished clip and the times of its words. */
  operation?: OperationName | 'speech.audio' | 'speech.timestamps'
  status?: number
  userId?: string
  durationMs?: number
  /** Why it was refused, in the operator's words: more than the browser is told. */
  error?: { code: ErrorCode; message: string }
}

export interface Settings {
  authorize: Authorize
  apiKey: ApiKeySource
  basePath: string
  baseUrl: string
  authScheme: AuthScheme
  timeout: number
  maxBodyBytes: number
  allowedOrigins: ReadonlySet<string>
  perUser: UserLimit | false
  secrets: readonly string[] | undefined
  store: ProxyStore
  fetch: Fetch | undefined
  onEvent: ((event: AudioPodProxyEvent) => void) | undefined
}

/** All defaults in one place. */
const defaults = {
  basePath: '/api/audiopod',
  baseUrl: 'https://api.audiopod.ai',
  authScheme: 'both',
  timeout: 30_000,
  maxBodyBytes: 256 * 1024,
  allowedOrigins: [],
  limits: { perUser: { requests: 120, perSeconds: 60 } },
} as const

const NAMES: readonly (keyof AudioPodProxyOptions)[] = [
  'authorize', 'apiKey', 'basePath', 'baseUrl', 'authScheme', 'timeout', 'maxBodyBytes', 'allowedOrigins', 'limits',
  'secret', 'store', 'fetch', 'onEvent',
]

const MIN_SECRET_LENGTH = 32
/** `setTimeout` fires at once past this. */
const MAX_TIMEOUT = 2 ** 31 - 1

/** Checks every option, so that a mistake is an error at start and not a hole. */
export function readOptions(options: AudioPodProxyOptions): Settings {
  if (typeof options !== 'object' || options === null) fail('createAudioPodProxy takes an object of options.')
  checkNames(options, NAMES, '')
  const { authorize, apiKey, fetch, onEvent, store = createMemoryStore() } = options
  if (typeof authorize !== 'function') fail('authorize is required: a function that says who is asking.')
  if (fetch !== undefined && typeof fetch !== 'function') fail('fetch is not a function.')
  if (onEvent !== undefined && typeof onEvent !== 'function') fail('onEvent is not a function.')
  for (const method of ['hit', 'get', 'set', 'claim', 'swap'] as const) {
    if (typeof store?.[method] !== 'function') fail(`store has no method ${method}: pass createMemoryStore().`)
  }
  return {
    authorize,
    apiKey,
    fetch,
    onEvent: onEvent ?? (inDevelopment(() => process.env.NODE_ENV !== 'production' && process.env.NODE_ENV !== 'test' && toTerminal()) || undefined),
    store,
    basePath: readBasePath(options.basePath ?? defaults.basePath),
    baseUrl: readBaseUrl(options.baseUrl ?? defaults.baseUrl),
    authScheme: readAuthScheme(options.authScheme ?? defaults.authScheme),
    timeout: positive('timeout', options.timeout ?? defaults.timeout, MAX_TIMEOUT),
    maxBodyBytes: positive('maxBodyBytes', options.maxBodyBytes ?? defaults.maxBodyBytes, Number.MAX_SAFE_INTEGER),
    allowedOrigins: readOrigins(options.allowedOrigins ?? defaults.allowedOrigins),
    perUser: readLimits(options.limits ?? defaults.limits),
    secrets: readSecrets(options.secret),
  }
}

function readBasePath(value: unknown): string {
  const path = typeof value === 'string' ? value.replace(/\/$/, '') : undefined
  if (path === undefined || !/^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~@!$&'()*+,;=:-]+)*$/.test(path)) {
    fail("basePath must be a path such as '/api/audiopod', without dot segments or escapes.")
  }
  return path
}

function readBaseUrl(value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value)) fail('baseUrl is not a URL.')
  const url = new URL(value)
  if (url.username || url.password || url.search || url.hash) fail('baseUrl must be an origin and a path, no more.')
  const local = isLoopback(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    fail('baseUrl must be https: the key would travel in the open. (http is for this machine alone.)')
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '').replace(/\/api\/v1$/, '')
}

function readAuthScheme(value: unknown): AuthScheme {
  if (value === 'bearer' || value === 'x-api-key' || value === 'both') return value
  return fail("authScheme must be 'bearer', 'x-api-key' or 'both'.")
}

function positive(name: string, value: unknown, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most) return value
  return fail(`${name} must be a whole number above 0.`)
}

function readOrigins(value: unknown): ReadonlySet<string> {
  if (!Array.isArray(value)) return fail("allowedOrigins must be a list of origins such as 'https://app.example'.")
  const origins: unknown[] = value
  return new Set(origins.map((origin) => {
    const url = typeof origin === 'string' && URL.canParse(origin) ? new URL(origin) : undefined
    // A wildcard may stand in a URL, and would stand here for nothing.
    if (!url || url.origin !== origin || !/^https?:$/.test(url.protocol) || origin.includes('*')) {
      return fail("allowedOrigins takes exact origins such as 'https://app.example': no wildcard, no path, no 'null'.")
    }
    return origin
  }))
}

function readLimits(value: NonNullable<AudioPodProxyOptions['limits']>): UserLimit | false {
  if (typeof value !== 'object' || value === null) fail('limits must be { perUser: { requests, perSeconds } }.')
  checkNames(value, ['perUser'], 'limits.')
  const perUser = value.perUser ?? defaults.limits.perUser
  if (perUser === false) return false
  if (typeof perUser !== 'object') fail('limits.perUser must be { requests, perSeconds }, or false for no limit.')
  checkNames(perUser, ['requests', 'perSeconds'], 'limits.perUser.')
  return {
    requests: positive('limits.perUser.requests', perUser.requests, Number.MAX_SAFE_INTEGER),
    perSeconds: positive('limits.perUser.perSeconds', perUser.perSeconds, 86_400),
  }
}

function readSecrets(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined
  const secrets: unknown[] = Array.isArray(value) ? value : [value]
  if (secrets.length === 0) fail('secret is an empty list.')
  return secrets.map((secret) =>
    typeof secret === 'string' && secret.trim().length >= MIN_SECRET_LENGTH
      ? secret
      : fail(`secret must have at least ${MIN_SECRET_LENGTH} characters, each of a list.`),
  )
}

function checkNames(given: object, known: readonly string[], prefix: string): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue
    const meant = nearest(name, known)
    fail(`There is no option ${prefix}${name}${meant ? `; did you mean ${prefix}${meant}?` : '.'}`)
  }
}

function fail(message: string): never {
  throw new ConfigurationError(message)
}
