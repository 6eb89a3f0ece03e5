import type { AnyOperation } from '../api/index.js'
import {
  AuthenticationError,
  type AudioPodError,
  ConfigurationError,
  InsufficientCreditsError,
  InvalidRequestError,
  InvalidResponseError,
  NotFoundError,
  PermissionError,
  type RateLimitFigures,
  RateLimitError,
  ServerError,
  UnknownOutcomeError,
} from './errors.js'
import { type ErrorBody, readErrorBody } from './readErrorBody.js'

export interface RefusedAnswer {
  operation: AnyOperation
  status: number
  /** The parsed body; undefined where it was no JSON. */
  body?: unknown
  requestId?: string | undefined
  /** The answer came from this kit's proxy, whose codes can be relied on. */
  fromProxy?: boolean | undefined
  /** What the headers said of the wait. */
  rate?: (RateLimitFigures & { retryAt?: string | undefined }) | undefined
}

/** The typed error that an answer outside 2xx stands for. */
export function errorFromAnswer(answer: RefusedAnswer): AudioPodError {
  const { operation, status, fromProxy } = answer
  const { name } = operation
  const body = readErrorBody(answer.body, operation)
  const { retryAt } = answer.rate ?? {}
  const init = { status, requestId: answer.requestId ?? body.requestId }
  const message = body.message ?? `${name} was answered ${status}.`
  const isChange = operation.effect === 'change'

  if (status >= 500) {
    if (fromProxy && body.code === 'configuration') return new ConfigurationError(message, init)
    // Our proxy knows when nothing was sent, or a refusal came back; from anything else a gateway's status tells nothing.
    const known = fromProxy && body.code === 'server_error'
    if (isChange && NO_ANSWER.has(status) && !known) {
      return new UnknownOutcomeError(`${name} was sent, and no answer came: ${message}`, { ...init, operation: name })
    }
    const held = status === 503 && retryAt !== undefined
    return new ServerError(message, { ...init, retryAt, retryable: !isChange || held })
  }
  if (status < 400) {
    return new InvalidResponseError(`${name} was answered ${status}, which AudioPod does not do.`, init)
  }
  switch (status) {
    case 401:
      return new AuthenticationError(message, init)
    case 402:
      return new InsufficientCreditsError(message, { ...init, ...body.figures })
    case 403:
      return new PermissionError(message, init)
    case 404:
    case 410:
      return new NotFoundError(message, init)
    case 429:
      return new RateLimitError(message, { ...init, ...rateFigures(answer, body), retryAt })
    default:
      return new InvalidRequestError(message, { ...init, fields: body.fields })
  }
}

/** A gateway's word that it got no answer. The last three are Cloudflare's, where the request may have arrived. */
const NO_ANSWER = new Set([502, 504, 520, 522, 524])

function rateFigures({ rate }: RefusedAnswer, body: ErrorBody): RateLimitFigures {
  return {
    retryAfter: rate?.retryAfter ?? body.retryAfter,
    limit: rate?.limit ?? body.limit,
    remaining: rate?.remaining ?? body.remaining,
  }
}
