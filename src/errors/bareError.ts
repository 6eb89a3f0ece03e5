import type { AnyOperation } from '../api/index.js'
import {
  AbortedError,
  AuthenticationError,
  type AudioPodError,
  InsufficientCreditsError,
  InvalidRequestError,
  InvalidResponseError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from './errors.js'

/** What a try came to. */
export type BareOutcome = { status: number } | { failure: 'aborted' | 'timeout' | 'network' }

/** The typed error for what is known without a word of the answer's. @param heldUntil after a 429, Unix ms */
export function bareError({ name, effect }: Pick<AnyOperation, 'name' | 'effect'>, outcome: BareOutcome, heldUntil = 0): AudioPodError {
  if ('failure' in outcome) {
    if (outcome.failure === 'aborted') return new AbortedError()
    const message = `${name}: ${outcome.failure}.${effect === 'change' ? ' Nothing was sent.' : ''}`
    return outcome.failure === 'timeout' ? new TimeoutError(message) : new NetworkError(message)
  }
  const { status } = outcome
  const message = `${name} was answered ${status}.`
  if (status === 429) {
    const retryAfter = Math.ceil((heldUntil - Date.now()) / 1000)
    return new RateLimitError(message, { status, retryAfter, retryAt: new Date(heldUntil).toISOString() })
  }
  if (status >= 500) return new ServerError(message, { status, retryable: true })
  if (status < 400) return new InvalidResponseError(message, { status })
  const Refusal = refusals[status] ?? InvalidRequestError
  return new Refusal(message, { status })
}

const refusals: Readonly<Record<number, new (message: string, init: { status: number }) => AudioPodError>> = {
  401: AuthenticationError,
  402: InsufficientCreditsError,
  403: PermissionError,
  404: NotFoundError,
  410: NotFoundError,
}
