import { version } from '../version.js'

/** How the proxy names itself to every host that it asks. */
export const USER_AGENT = `audiopod-react-proxy/${version}`

/**
 * Carries single requests and nothing else: no redirects followed, nothing repeated, nothing cached. What is sent
 * and what an answer means is decided above, in one place for every runtime.
 */
export interface Transport {
  /** Never throws: what goes wrong rejects `answer`. */
  send(request: TransportRequest): Exchange
  /** Ends idle connections, and resolves when the exchanges under way have ended. `send` then fails unsent. */
  close(): Promise<void>
  /** Ends everything at once: what is under way fails, as if its connection had broken. */
  destroy(): void
}

export interface TransportRequest {
  /** Absolute. */
  url: string
  method: string
  /** All that goes out, but for what the connection itself needs (`host`, `content-length`). */
  headers: Readonly<Record<string, string>>
  body?: string | undefined
}

/** One request under way. */
export interface Exchange {
  /** The head of the answer. Rejects with a TransportError. */
  readonly answer: Promise<TransportAnswer>
  /** Whether bytes of the request may have left this machine; false is certain. */
  readonly sent: boolean
  /** Ends it, whatever its state, and frees its connection. What is still waited for rejects. */
  cancel(): void
}

/** An answer's head. Its body is to be read in one of the two ways, or cancelled through the exchange. */
export interface TransportAnswer {
  /** A final status, never 1xx. A redirect that the runtime hides is 302. */
  readonly status: number
  readonly headers: HeaderReader
  /** The whole body, decoded where it came compressed unasked; undefined once it is longer than `maxBytes`. */
  bytes(maxBytes: number): Promise<Uint8Array | undefined>
  /**
   * The body as it comes, and no faster than it is read; cancelling frees the connection. A body that came compressed
   * unasked is an error: its bytes are not those that a `Range` counts.
   */
  stream(): ReadableStream<Uint8Array>
}

/** An `AbortSignal`, or as much of it as is needed. */
export type Leaving = Pick<AbortSignal, 'aborted' | 'addEventListener' | 'removeEventListener'>

/** `Headers`, or as much of it as is needed. Names in lower case; several lines of one name are joined by `, `. */
export interface HeaderReader {
  get(name: string): string | null
}

export interface TransportOptions {
  /** Milliseconds for the connection, for the head of the answer, and for each pause within its body. */
  timeout: number
  /**
   * Whether this address may be connected to, asked for each that a name stands for, and again at each connection:
   * a name may stand for another one by then. Runtimes whose `fetch` hides addresses can ask it only of those
   * that stand in the URL itself.
   */
  checkAddress?: ((address: string) => boolean) | undefined
}

export type CreateTransport = (options: TransportOptions) => Transport

/** `code` names the failure and no secret; the words of what lies below might, and are left there. */
export class TransportError extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.name = 'TransportError'
    this.code = code
  }
}

/** The code of a request that `checkAddress` kept from being sent. */
export const ADDRESS_NOT_ALLOWED = 'the address is not allowed'

/** undici's names for a head or a piece of the body that did not come within the time. */
const TIMEOUTS = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']

/** The code of a failure of `fetch` or of a socket; `timeout` where it waited for the answer in vain. */
export function errorCode(error: unknown): string {
  if (error instanceof TransportError) return error.code
  for (const source of [error, error instanceof Error ? error.cause : undefined]) {
    if (typeof source !== 'object' || source === null || !('code' in source)) continue
    const { code } = source
    if (typeof code === 'string' && /^[A-Z_]{2,64}$/.test(code)) return TIMEOUTS.includes(code) ? 'timeout' : code
  }
  return 'the connection failed'
}

/** The address that a URL names itself; undefined for a name. */
export function addressIn(url: URL): string | undefined {
  const { hostname } = url
  if (hostname.startsWith('[')) return hostname.slice(1, -1)
  // The parser has written every spelling of an IPv4 address (0x7f.1, 2130706433) as four numbers.
  return /^\d+\.\d+\.\d+\.\d+$/.test(hostname) ? hostname : undefined
}

export const isEncoded = (headers: HeaderReader): boolean => {
  const encoding = headers.get('content-encoding')
  return encoding !== null && encoding.trim() !== '' && encoding.trim().toLowerCase() !== 'identity'
}

/** Asks for bytes as they are, where the caller has not. */
export const uncompressed = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  headers['accept-encoding'] === undefined ? { ...headers, 'accept-encoding': 'identity' } : headers
