import type { OperationName } from '../api/index.js'
import { BaseError, clean, type ErrorInit, hasBrand } from './AudioPodError.js'
import {
  type ErrorCode,
  abortedWords,
  configurationWords,
  forbiddenWords,
  insufficientCreditsWords,
  invalidRequestWords,
  invalidResponseWords,
  jobFailedWords,
  networkErrorWords,
  notFoundWords,
  rateLimitExceededWords,
  serverErrorWords,
  timeoutWords,
  unauthorizedWords,
  unknownOutcomeWords,
} from './codes.js'

/** 401: the app's own session is missing or over. (A bad AudioPod key is the proxy's concern, and a 502 here.) */
export class AuthenticationError extends BaseError {
  declare readonly code: 'unauthorized'
  constructor(message: string, init?: ErrorInit) {
    super('AuthenticationError', 'unauthorized', unauthorizedWords, message, init)
  }
}

/** 403: this user may not do this. */
export class PermissionError extends BaseError {
  declare readonly code: 'forbidden'
  constructor(message: string, init?: ErrorInit) {
    super('PermissionError', 'forbidden', forbiddenWords, message, init)
  }
}

export interface RateLimitFigures {
  /** Seconds to wait, from whichever header or body said it; undefined if none did. */
  retryAfter?: number | undefined
  /** Requests a window. */
  limit?: number | undefined
  remaining?: number | undefined
}

/** 429: too many requests for the account's plan, or for this user. */
export class RateLimitError extends BaseError {
  declare readonly code: 'rate_limit_exceeded'
  declare readonly retryAfter?: number
  declare readonly limit?: number
  declare readonly remaining?: number
  constructor(message: string, init?: ErrorInit & RateLimitFigures) {
    super('RateLimitError', 'rate_limit_exceeded', rateLimitExceededWords, message, { ...init, retryable: true })
  }
}

export interface CreditFigures {
  /** Whole credits. */
  creditsNeeded?: number | undefined
  creditsAvailable?: number | undefined
  /** Cents, where the account is billed from the wallet. */
  centsNeeded?: number | undefined
  centsAvailable?: number | undefined
}

/** 402: the balance does not cover it. Nothing was charged. */
export class InsufficientCreditsError extends BaseError {
  declare readonly code: 'insufficient_credits'
  declare readonly creditsNeeded?: number
  declare readonly creditsAvailable?: number
  declare readonly centsNeeded?: number
  declare readonly centsAvailable?: number
  constructor(message: string, init?: ErrorInit & CreditFigures) {
    super('InsufficientCreditsError', 'insufficient_credits', insufficientCreditsWords, message, init)
  }
}

export interface FieldError {
  /** As the caller spells it: `text`, `voiceId`. A field that this kit does not know, as it came. */
  name: string
  message: string
}

/** A request that AudioPod, the proxy or this kit refuses as it stands. `fields` says what to change. */
export class InvalidRequestError extends BaseError {
  declare readonly code: 'invalid_request'
  declare readonly fields: FieldError[]
  constructor(message: string, init: ErrorInit & { fields?: readonly FieldError[] | undefined } = {}) {
    super('InvalidRequestError', 'invalid_request', invalidRequestWords, message, init)
    this.fields = (init.fields ?? []).map((field) => ({ name: clean(field.name), message: clean(field.message) }))
  }
}

/** 404: no such thing, or not this user's. */
export class NotFoundError extends BaseError {
  declare readonly code: 'not_found'
  constructor(message: string, init?: ErrorInit) {
    super('NotFoundError', 'not_found', notFoundWords, message, init)
  }
}

/** 5xx: AudioPod, or something on the way to it, failed. */
export class ServerError extends BaseError {
  declare readonly code: 'server_error'
  constructor(message: string, init?: ErrorInit) {
    super('ServerError', 'server_error', serverErrorWords, message, init)
  }
}

/** No answer, and nothing was changed. */
export class NetworkError extends BaseError {
  declare readonly code: 'network_error'
  constructor(message: string, init?: ErrorInit) {
    super('NetworkError', 'network_error', networkErrorWords, message, { retryable: true, ...init })
  }
}

/** No answer in time, and nothing was changed; or a speech job (`jobId`) that did not end before its deadline and may be asked for again. */
export class TimeoutError extends BaseError {
  declare readonly code: 'timeout'
  declare readonly jobId?: string
  constructor(message: string, init?: ErrorInit & { jobId?: string | undefined }) {
    super('TimeoutError', 'timeout', timeoutWords, message, { retryable: true, ...init })
  }
}

/** The caller's signal was aborted, or a speech job was cancelled. Never retried. */
export class AbortedError extends BaseError {
  declare readonly code: 'aborted'
  constructor(message = 'The request was aborted.', init?: ErrorInit) {
    super('AbortedError', 'aborted', abortedWords, message, init)
  }
}

/** A change was sent and no answer came: it may or may not have happened, and may have been charged. */
export class UnknownOutcomeError extends BaseError {
  declare readonly code: 'unknown_outcome'
  /** Its name in the table of operations, such as `speech.create`. */
  declare readonly operation: OperationName
  /**
   * Sends the same request with the same `Idempotency-Key`. Behind this kit's proxy that gives the first
   * answer again, so nobody pays twice; behind another it may not.
   */
  declare readonly retry: () => Promise<unknown>
  constructor(
    message: string,
    init: ErrorInit & { operation: OperationName; retry?: (() => Promise<unknown>) | undefined },
  ) {
    const { retry = () => Promise.reject(this), ...known } = init
    super('UnknownOutcomeError', 'unknown_outcome', unknownOutcomeWords, message, known)
    // Not enumerable: the closure holds the request, which is nobody's to print.
    Object.defineProperty(this, 'retry', { value: retry, enumerable: false })
  }
}

/** An answer that is not AudioPod's: HTML, a truncated body, a list where an object belongs. */
export class InvalidResponseError extends BaseError {
  declare readonly code: 'invalid_response'
  constructor(message: string, init?: ErrorInit) {
    super('InvalidResponseError', 'invalid_response', invalidResponseWords, message, init)
  }
}

/** A speech job that ended `failed`. Its credits go back. */
export class JobFailedError extends BaseError {
  declare readonly code: 'job_failed'
  declare readonly jobId: string
  /** `failure_reason` as AudioPod says it, else `error_message`. */
  declare readonly reason?: string
  constructor(message: string, init: ErrorInit & { jobId: string; reason?: string | undefined }) {
    super('JobFailedError', 'job_failed', jobFailedWords, message, init)
    if (init.reason !== undefined) this.reason = clean(init.reason)
  }
}

/** The developer's mistake: found at start, and named with its fix. */
export class ConfigurationError extends BaseError {
  declare readonly code: 'configuration'
  constructor(message: string, init?: ErrorInit) {
    super('ConfigurationError', 'configuration', configurationWords, message, init)
  }
}

interface ErrorByCode {
  unauthorized: AuthenticationError
  forbidden: PermissionError
  rate_limit_exceeded: RateLimitError
  insufficient_credits: InsufficientCreditsError
  invalid_request: InvalidRequestError
  not_found: NotFoundError
  server_error: ServerError
  network_error: NetworkError
  timeout: TimeoutError
  aborted: AbortedError
  unknown_outcome: UnknownOutcomeError
  invalid_response: InvalidResponseError
  job_failed: JobFailedError
  configuration: ConfigurationError
}

/** Any error of this kit: a union, so that a `switch` over `code` narrows it. */
export type AudioPodError = ErrorByCode[ErrorCode]

/** The class that all of them extend, for `instanceof`. `isAudioPodError` also works across two copies of the package. */
export const AudioPodError: { readonly prototype: AudioPodError } & (abstract new (...args: never) => AudioPodError) =
  BaseError as { prototype: AudioPodError } & (abstract new (...args: never) => AudioPodError)

/**
 * Whether a value is an error of this kit, and of this code if one is given.
 *
 * @example
 * if (isAudioPodError(error, 'insufficient_credits')) show(error.creditsNeeded)
 */
export function isAudioPodError(error: unknown): error is AudioPodError
export function isAudioPodError<C extends ErrorCode>(error: unknown, code: C): error is ErrorByCode[C]
export function isAudioPodError(error: unknown, code?: ErrorCode): boolean {
  return hasBrand(error) && (code === undefined || (error as AudioPodError).code === code)
}
