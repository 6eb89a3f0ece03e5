import { type AnyOperation, IDEMPOTENCY_KEY_PATTERN } from '../api/index.js'
import {
  AbortedError,
  type AudioPodError,
  errorFromAnswer,
  InvalidRequestError,
  InvalidResponseError,
  isAudioPodError,
  NetworkError,
  readErrorBody,
  readRequestId,
  TimeoutError,
  UnknownOutcomeError,
} from '../errors/index.js'
import {
  backoff,
  type Clock,
  isoTime,
  jitterUp,
  mayRepeat,
  type RateNews,
  readRateHeaders,
  type Scheduler,
  type Urgency,
} from '../schedule/index.js'
import type { AudioRoute } from './audioRoute.js'
import { decodeAnswer, isMarkup, parseBody, whatItIs } from './decodeAnswer.js'
import type { Setup } from './options.js'
import type { Encode, EncodedRequest } from './plainRequest.js'
import { randomId } from './randomId.js'
import { requestHeaders } from './requestHeaders.js'
import { type Answer, NoAnswer, type Outcome, send } from './transport.js'
import type { CallOptions, CreateSpeechOptions } from './types.js'

export interface RequestContext extends Setup {
  audioRoute: AudioRoute
  scheduler: Scheduler
  clock: Clock
  random: () => number
}

export type Request = <T>(
  operation: AnyOperation<T>,
  encode: Encode,
  options?: CreateSpeechOptions,
  /** What `retry()` of an unknown outcome does. @default the same request, without what a method makes of its answer */
  again?: (options: CreateSpeechOptions) => Promise<unknown>,
  /** What the first try brought, where it has been made already. It is judged at once: before this returns. */
  first?: Outcome,
) => Promise<T>

/** Binds everything that a call does to one client: check, wait for its turn, send, decode, repeat. */
export function createRequest(context: RequestContext): Request {
  return async function request<T>(
    operation: AnyOperation<T>,
    encode: Encode,
    options: CreateSpeechOptions = {},
    repeat: (options: CreateSpeechOptions) => Promise<unknown> = (kept) => request(operation, encode, kept),
    first?: Outcome,
  ) {
    const encoded = encode(context.endpoint, operation)
    const idempotencyKey = operation.idempotent ? idempotencyKeyOf(operation, options) : undefined
    const again = () => repeat({ idempotencyKey })

    for (let attempt = 1; ; attempt++) {
      const outcome =
        first && attempt === 1
          ? judge(context, operation, encoded, first, undefined, again)
          : await attemptOnce(context, operation, encoded, { ...options, idempotencyKey, attempt, again })
      if ('value' in outcome) return outcome.value
      if (operation.absent && outcome.error.code === 'not_found') return operation.absent()
      await waitToRepeat(context, outcome, operation.effect, attempt, options)
    }
  }
}

function idempotencyKeyOf({ name }: AnyOperation, { idempotencyKey = randomId() }: CreateSpeechOptions): string {
  if (IDEMPOTENCY_KEY_PATTERN.test(idempotencyKey)) return idempotencyKey
  const message = 'must be 1 to 255 visible ASCII characters'
  throw new InvalidRequestError(`${name} was not sent: idempotencyKey ${message}.`, {
    fields: [{ name: 'idempotencyKey', message }],
  })
}

interface Attempt extends CreateSpeechOptions {
  attempt: number
  again: () => Promise<unknown>
}

type Failure = { error: AudioPodError; told: number | undefined }

async function attemptOnce<T>(
  context: RequestContext,
  operation: AnyOperation<T>,
  encoded: EncodedRequest,
  { signal, onWait, onSend, idempotencyKey, attempt, again, isRefresh }: Attempt,
): Promise<{ value: T } | Failure> {
  const { scheduler } = context
  let wasHeld = false
  return scheduler.run(
    async (turn) => {
      if (wasHeld) onWait?.(undefined)
      onSend?.()
      const headers = async () =>
        context.audioRoute.sent({
          ...(await requestHeaders(context.headers)),
          ...(encoded.contentType !== undefined && { 'Content-Type': encoded.contentType }),
          ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
        })
      const outcome = await send({ ...encoded, headers }, context, signal)
      if (outcome instanceof NoAnswer && outcome.sent) scheduler.lost(turn)
      return judge(context, operation, encoded, outcome, turn, again)
    },
    {
      signal,
      urgency: urgencyOf(operation, isRefresh),
      onHeld(until, reason) {
        wasHeld = true
        const retryAt = until === undefined ? undefined : isoTime(until)
        onWait?.({ attempt: attempt - 1, retryAt, error: reason, now: scheduler.resume })
      },
    },
  )
}

function urgencyOf({ name, effect }: AnyOperation, isRefresh = false): Urgency {
  if (effect === 'change') return 'change'
  if (name === 'speech.get') return 'poll'
  return isRefresh ? 'background' : 'read'
}

function judge<T>(
  context: RequestContext,
  operation: AnyOperation<T>,
  encoded: EncodedRequest,
  outcome: Outcome,
  turn: number | undefined,
  again: () => Promise<unknown>,
): { value: T } | Failure {
  if (!(outcome instanceof NoAnswer)) return read(context, operation, encoded, outcome, turn, again)
  return { error: noAnswer(operation, outcome, context.timeout, again), told: undefined }
}

/** Reads an answer: what it says of the limit first, then its value or its error. */
function read<T>(
  { clock, scheduler, random, audioRoute }: RequestContext,
  operation: AnyOperation<T>,
  encoded: EncodedRequest,
  answer: Answer,
  turn: number | undefined,
  again: () => Promise<unknown>,
): { value: T } | Failure {
  const { name } = operation
  audioRoute.answered(answer)
  const now = clock.now()
  const news = readRateHeaders(answer.headers, now)
  const body = parseBody(answer.text)
  const isGood = answer.status >= 200 && answer.status < 300
  if (isGood) {
    scheduler.heard(news, turn)
    return { value: decodeAnswer(operation, encoded, answer, body, now + news.skew) }
  }

  // The host's own 404 page is no word of AudioPod's that something is gone, or that nothing was used yet; and that a key
  // is gone must be said beyond doubt: it may be alive.
  const isOurs = body !== undefined || answer.text?.trim() === ''
  if (answer.status === 404 && (isMarkup(answer) || (name === 'apiKeys.revoke' && !isOurs))) {
    scheduler.heard(news, turn)
    throw new InvalidResponseError(`${name} was answered 404 with ${whatItIs(answer)}.`, { status: 404 })
  }

  const told = answer.status === 429 || answer.status >= 500 ? toldWait(operation, answer.status, news, body, now) : undefined
  const failed = errorFromAnswer({
    operation,
    status: answer.status,
    body,
    requestId: readRequestId(answer.headers.get('x-request-id')),
    fromProxy: answer.headers.has('x-audiopod-proxy'),
    rate: {
      retryAfter: told === undefined ? undefined : Math.ceil(told / 1000),
      limit: news.limit,
      remaining: news.remaining,
      retryAt: told === undefined ? undefined : isoTime(now + told),
    },
  })
  const { message, status, requestId } = failed
  const error = isAudioPodError(failed, 'unknown_outcome')
    ? new UnknownOutcomeError(message, { status, requestId, operation: name, retry: again })
    : failed
  if (error.code === 'rate_limit_exceeded') {
    // The figures of a refusal are told by its own pause: `remaining: 0` here must not make a second one.
    scheduler.refused(news)
    scheduler.pause({
      until: now + (told === undefined ? backoff(error, 1, random) : jitterUp(told, random)),
      reason: error,
      told: told === undefined ? undefined : now + told,
    })
  } else {
    scheduler.heard(news, turn)
  }
  return { error, told }
}

/** `Retry-After` before the body's own figure, and that before a reset. */
function toldWait(operation: AnyOperation, status: number, news: RateNews, body: unknown, now: number): number | undefined {
  if (news.retryAfterMs !== undefined) return news.retryAfterMs
  if (status !== 429) return undefined
  const { retryAfter } = readErrorBody(body, operation)
  if (retryAfter !== undefined) return retryAfter * 1000
  return news.resetAt === undefined ? undefined : Math.max(0, news.resetAt - now)
}

async function waitToRepeat(
  { maxRetries, maxWait, scheduler, clock, random }: RequestContext,
  { error, told }: Failure,
  effect: 'read' | 'change',
  attempt: number,
  { signal, onWait }: CallOptions,
): Promise<void> {
  const isTooLong = told !== undefined && told > maxWait
  if (attempt > maxRetries || isTooLong || !mayRepeat(error, effect)) throw error
  if (error.code === 'rate_limit_exceeded') {
    // The whole client is paused; the next turn waits for its end. Without a told time each refusal waits longer.
    if (told === undefined) {
      scheduler.pause({ until: clock.now() + backoff(error, attempt, random), reason: error })
    }
    return
  }
  const wait = told === undefined ? backoff(error, attempt, random) : jitterUp(told, random)
  const { done, skip } = scheduler.sleep(wait, signal)
  onWait?.({ attempt, retryAt: isoTime(clock.now() + wait), error, now: skip })
  try {
    await done
  } finally {
    onWait?.(undefined)
  }
}

function noAnswer(
  { name, effect }: AnyOperation,
  { failure, sent }: NoAnswer,
  timeout: number,
  again: () => Promise<unknown>,
): AudioPodError {
  if (failure === 'aborted') return new AbortedError(`${name} was aborted.`)
  const why = failure === 'timeout' ? `no answer within ${timeout} ms` : 'the connection failed'
  if (!sent) return new TimeoutError(`${name} was not sent: the \`headers\` function gave ${why}.`)
  if (effect === 'change') {
    return new UnknownOutcomeError(`${name} was sent, but ${why}: it may or may not have happened.`, {
      operation: name,
      retry: again,
    })
  }
  if (failure === 'timeout') return new TimeoutError(`${name}: ${why}.`)
  return new NetworkError(
    `${name}: ${why}. If the device is online, look whether the endpoint is there and answers with CORS headers.`,
  )
}
