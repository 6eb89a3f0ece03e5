import { type Operation, type OperationName, operations } from '../api/index.js'
import { type ErrorCode, readErrorBody } from '../errors/index.js'
import { cleanBody, cleanRefusal } from './cleanBody.js'
import { type Rate, readRate, requestId } from './rate.js'
import { type Answer, endedBySender, Refusal } from './refusals.js'
import type { UpstreamResult } from './upstream.js'

/** What became of a request. For a change it decides whether a repeat may be sent. */
export interface Judged {
  answer: Answer
  /**
   * `done`: there was an answer, and a repeat gets the same. `unknown`: it was sent, nobody knows more.
   * `refused`: nothing was done, and a repeat is a new request.
   */
  outcome: 'done' | 'unknown' | 'refused'
  /** Unix ms until which the account has nothing left. */
  spentUntil?: number | undefined
}

export interface JudgeContext {
  name: OperationName
  apiKey: string
  now: number
  /** Applied to the body of a 2xx answer before it is written out; what it throws makes the answer one that is not understood. */
  rewrite: (body: unknown) => unknown
}

/** The longest refusal that is passed on. */
const MAX_REFUSAL_LENGTH = 64 * 1024

/** Turns what upstream did into what the browser gets. */
export async function judge(result: UpstreamResult, context: JudgeContext): Promise<Judged> {
  const row: Operation = operations[context.name]
  const isChange = row.effect === 'change'
  switch (result.kind) {
    case 'left':
      return refused(endedBySender())
    case 'timeout':
      return isChange
        ? ifSent(result.sent, unknown(504, 'AudioPod did not answer in time.'))
        : refused(new Refusal(504, 'timeout', 'AudioPod did not answer in time.'))
    case 'failed': {
      const reason = `no answer from AudioPod: ${result.reason}`
      if (!isChange) return refused(new Refusal(502, 'server_error', 'AudioPod could not be reached.', { reason }))
      return ifSent(result.sent, unknown(502, 'AudioPod could not be reached.', reason))
    }
    case 'answer':
      // Whatever an answer holds, a change that was sent is never taken for one that was not.
      return judgeAnswer(result, context, isChange).catch(() => notUnderstood(result, isChange))
  }
}

type UpstreamAnswer = Extract<UpstreamResult, { kind: 'answer' }>

async function judgeAnswer(result: UpstreamAnswer, context: JudgeContext, isChange: boolean): Promise<Judged> {
  const { status } = result
  const body = parse(result.text)
  const rate = readRate(status, result.headers, body, context.now, context.apiKey)
  const judged = await byStatus(result, body, rate, context, isChange)
  judged.answer.headers = Object.assign({}, judged.answer.headers, rate.headers, requestId(result.headers, context.apiKey))
  judged.spentUntil = rate.spentUntil
  return judged
}

async function byStatus(
  result: UpstreamAnswer,
  body: unknown,
  rate: Rate,
  context: JudgeContext,
  isChange: boolean,
): Promise<Judged> {
  const { status, text } = result
  if (status >= 200 && status < 300) return success(result, body, context, isChange)
  if (status < 400) {
    const reason = `AudioPod answered ${status}: redirects are not followed, check baseUrl`
    return isChange
      ? unknown(502, 'AudioPod answered with a redirect.', reason)
      : refused(new Refusal(502, 'server_error', 'AudioPod answered with a redirect.', { reason }))
  }
  if (status === 401) {
    const said = readErrorBody(cleanRefusal(body ?? {}, context.apiKey), operations[context.name]).message
    const reason = `AudioPod refused the API key of this proxy (401)${said ? `: ${said}` : ''}`
    return refused(new Refusal(502, 'server_error', 'The service is not available at the moment.', { reason }))
  }
  if (status < 500) return clientRefusal(status, text, body, rate.wait, context)
  if (isChange && (status === 502 || status === 504)) return unknown(status, `AudioPod answered ${status}.`)
  const refusal = new Refusal(status > 599 ? 502 : status, 'server_error', `AudioPod answered ${status}.`, {
    retryAfter: status === 503 ? rate.wait : undefined,
  })
  // 503 says that nothing was done; after any other, a repeat of a change must not be a second one.
  return { answer: refusal.toAnswer(), outcome: status === 503 ? 'refused' : 'done' }
}

async function success(
  result: UpstreamAnswer,
  body: unknown,
  context: JudgeContext,
  isChange: boolean,
): Promise<Judged> {
  const { status } = result
  // Of a revocation the status is the whole answer, whatever its body.
  const bare = status === 204 || status === 205 || (context.name === 'apiKeys.revoke' && body === undefined)
  if (bare) return { answer: { status: 204 }, outcome: 'done' }
  try {
    if (body === undefined) throw new TypeError('no JSON')
    const clean = await context.rewrite(cleanBody(context.name, body, context.apiKey))
    return { answer: { status, body: JSON.stringify(clean) }, outcome: 'done' }
  } catch {
    return notUnderstood(result, isChange)
  }
}

function notUnderstood({ status, text }: UpstreamAnswer, isChange: boolean): Judged {
  const what = text === undefined ? 'too long a body, or one that is no text' : 'a body that is not understood'
  const reason = `AudioPod answered ${status} with ${what}`
  const message = "AudioPod's answer could not be understood."
  return isChange
    ? unknown(502, message, reason)
    : refused(new Refusal(502, 'invalid_response', message, { reason }))
}

/** A refusal with AudioPod's own words, where it has any; these are the figures that a 402 or 422 is read for. */
function clientRefusal(
  status: number,
  text: string | undefined,
  body: unknown,
  wait: number | undefined,
  context: JudgeContext,
): Judged {
  const code = codeOf(status)
  const message = `AudioPod answered ${status}.`
  const own = new Refusal(status, code, message, { retryAfter: status === 429 ? wait : undefined })
  try {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return refused(own)
    if (text === undefined || text.length > MAX_REFUSAL_LENGTH || saysMarkup(body)) return refused(own)
    const clean: object = Object(cleanRefusal(body, context.apiKey))
    const error = { code, message: readErrorBody(clean, operations[context.name]).message ?? message }
    const waiting = status === 429 && wait !== undefined ? { retry_after: wait } : {}
    return { answer: { status, body: JSON.stringify({ ...clean, ...waiting }), error }, outcome: 'refused' }
  } catch {
    return refused(own)
  }
}

/** A gateway's page inside JSON is still a gateway's page. */
function saysMarkup(body: object): boolean {
  return /<(?:!doctype|html|head|body|script)\b/i.test(JSON.stringify(body))
}

function codeOf(status: number): ErrorCode {
  switch (status) {
    case 402:
      return 'insufficient_credits'
    case 403:
      return 'forbidden'
    case 404:
      return 'not_found'
    case 429:
      return 'rate_limit_exceeded'
    default:
      return 'invalid_request'
  }
}

const refused = (refusal: Refusal): Judged => ({ answer: refusal.toAnswer(), outcome: 'refused' })

const unknown = (status: 502 | 504, message: string, reason?: string): Judged => ({
  answer: new Refusal(status, 'unknown_outcome', `${message} The request may have gone through.`, {
    ...(reason !== undefined && { reason }),
  }).toAnswer(),
  outcome: 'unknown',
})

/** What never left this machine was not done: its key is free for a repeat. */
const ifSent = (sent: boolean, judged: Judged): Judged => (sent ? judged : { ...judged, outcome: 'refused' })

/** A JSON object or list; undefined for anything else, a bare text or number included. */
function parse(text: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
