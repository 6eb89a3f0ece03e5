import type { ErrorCode, FieldError } from '../errors/index.js'

/** What leaves the proxy, before the headers that every answer has. */
export interface Answer {
  status: number
  /** JSON, already written out. */
  body?: string | undefined
  /** In place of `body`: passed through as it comes, its type among `headers`. */
  stream?: ReadableStream<Uint8Array> | undefined
  headers?: Readonly<Record<string, string>> | undefined
  /** What `onEvent` is told of it. May say more than the body does, and nothing secret. */
  error?: { code: ErrorCode; message: string } | undefined
}

export interface RefusalInit {
  headers?: Readonly<Record<string, string>>
  fields?: readonly FieldError[]
  /** Whole seconds. */
  retryAfter?: number | undefined
  /** For the operator alone: what `onEvent` is told in place of `message`. */
  reason?: string
}

/** Thrown by any step that refuses a request; the handler turns it into an answer. */
export class Refusal extends Error {
  readonly status: number
  readonly code: ErrorCode
  readonly init: RefusalInit

  constructor(status: number, code: ErrorCode, message: string, init: RefusalInit = {}) {
    super(message)
    this.status = status
    this.code = code
    this.init = init
  }

  toAnswer(): Answer {
    const { fields, retryAfter, headers, reason } = this.init
    const error = { code: this.code, message: this.message, ...(fields && { fields }) }
    const wait = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
    return {
      status: this.status,
      body: JSON.stringify({ error, ...(retryAfter !== undefined && { retry_after: retryAfter }) }),
      headers: { ...headers, ...wait },
      error: { code: this.code, message: reason ?? this.message },
    }
  }
}

export const notFound = (): Refusal => new Refusal(404, 'not_found', 'There is nothing here.')

/** Nobody waits for an answer any more, and nothing was sent. */
export const endedBySender = (): Refusal => new Refusal(499, 'aborted', 'The request was ended by its sender.')

export const invalidRequest = (status: number, message: string, fields?: readonly FieldError[]): Refusal =>
  new Refusal(status, 'invalid_request', message, fields ? { fields } : {})

/** The developer's mistake: the browser learns that there is one, `onEvent` learns which. */
export const misconfigured = (reason: string): Refusal =>
  new Refusal(500, 'configuration', 'The server is not set up correctly.', { reason })

/** Seconds after which a store that restarts, or fails over, is mostly back. */
const STORE_RETRY_AFTER = 2

/** A change that the store cannot vouch for is not sent. The wait tells clients that they may send it again by themselves. */
export const storeFailed = (error: unknown): Refusal =>
  new Refusal(503, 'server_error', 'This cannot be done safely at the moment. Nothing was sent.', {
    retryAfter: STORE_RETRY_AFTER,
    reason: `the store failed: ${describeError(error)}`,
  })

/** For the operator: an error's name and words. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no Error was thrown'
}
