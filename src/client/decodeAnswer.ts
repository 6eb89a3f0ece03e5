import { DecodeError, type Operation } from '../api/index.js'
import { InvalidResponseError, readRequestId } from '../errors/index.js'
import type { EncodedRequest } from './plainRequest.js'
import type { Answer } from './transport.js'

/** The body's JSON; undefined where it is none. */
export function parseBody(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** @throws InvalidResponseError for an answer that is not AudioPod's */
export function decodeAnswer<T>(
  { name, method, decode }: Operation<T>,
  { wire }: EncodedRequest,
  answer: Answer,
  body: unknown,
  now: number,
): T {
  const init = { status: answer.status, requestId: readRequestId(answer.headers.get('x-request-id')) }
  if (body === undefined) {
    // A revocation needs no words; a page of HTML is not one.
    if (answer.text?.trim() === '' && method === 'DELETE') return decode(undefined, { now, input: wire })
    throw new InvalidResponseError(`${name} was answered ${answer.status} with ${whatItIs(answer)}.`, init)
  }
  try {
    return decode(body, { now, input: wire })
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    throw new InvalidResponseError(`The answer to ${name} is not AudioPod's: ${error.message}.`, init)
  }
}

export function isMarkup({ text }: Answer): boolean {
  return text !== undefined && /^\s*</.test(text)
}

/** What a body is that is no JSON, for a message. */
export function whatItIs(answer: Answer): string {
  const { text } = answer
  if (text === undefined) return 'more than this kit reads'
  if (text.trim() === '') return 'nothing'
  if (isMarkup(answer)) {
    return 'HTML: look whether `endpoint` is the proxy, and not a page or a login of the app'
  }
  return 'something that is no JSON, or only a part of it'
}
