import { type OperationName, operations } from '../../api/index.js'
import {
  type AudioPodError,
  errorFromAnswer,
  InvalidResponseError,
  isAudioPodError,
  NetworkError,
  type RateLimitFigures,
  RateLimitError,
  TimeoutError,
} from '../../errors/index.js'
import { isText, isTime } from './messages.js'

/** Why a request failed, as plain data that may go to a sibling. */
export interface Loss extends RateLimitFigures {
  code: string
  message: string
  status?: number | undefined
  /** ISO 8601. */
  retryAt?: string | undefined
}

export function toLoss(error: AudioPodError): Loss {
  const { code, message, status, retryAt } = error
  const figures = isAudioPodError(error, 'rate_limit_exceeded') ? error : undefined
  return { code, message, status, retryAt, retryAfter: figures?.retryAfter, limit: figures?.limit, remaining: figures?.remaining }
}

/** Of what a sibling said only what makes sense. */
export function readLoss(said: Record<string, unknown>): Loss {
  const textOf = (name: keyof Loss) => (isText(said[name]) ? said[name] : undefined)
  const numberOf = (name: keyof Loss) => (isTime(said[name]) ? said[name] : undefined)
  const retryAt = textOf('retryAt')
  return {
    code: textOf('code') ?? '',
    message: textOf('message') ?? '',
    status: numberOf('status'),
    retryAt: retryAt !== undefined && Number.isNaN(Date.parse(retryAt)) ? undefined : retryAt,
    retryAfter: numberOf('retryAfter'),
    limit: numberOf('limit'),
    remaining: numberOf('remaining'),
  }
}

/** The error that a loss stands for, read as the account's own answer would be. */
export function fromLoss(loss: Loss, operation: OperationName, jobId?: string): AudioPodError {
  const { code, message, status, ...rate } = loss
  if (code === 'timeout') return new TimeoutError(message, { jobId })
  if (code === 'network_error') return new NetworkError(message)
  if (code === 'rate_limit_exceeded') return new RateLimitError(message, { status, ...rate })
  if (code === 'invalid_response' || status === undefined) return new InvalidResponseError(message, { status })
  return errorFromAnswer({ operation: operations[operation], status, body: { error: { code, message } }, fromProxy: false, rate })
}
