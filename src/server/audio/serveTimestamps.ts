import { decodeTimestamps } from '../../api/decode/timestamps.js'
import { type Answer, endedBySender, Refusal } from '../refusals.js'
import { errorCode, type Leaving, type TransportAnswer } from '../transport.js'
import type { AudioRequest } from './serveAudio.js'
import { findFinished } from './findFinished.js'
import { openClip } from './openClip.js'

/** Three times what every character of the longest text takes, each with its times. */
export const MAX_TIMESTAMPS_BYTES = 4 * 1024 * 1024

export type TimestampsRequest = Pick<AudioRequest, 'request' | 'leaving' | 'askJob' | 'hosts' | 'enter'>

/**
 * When each word of a finished job is heard. The file's host is asked as a clip's is, and nothing that it says passes as it
 * came: what is understood of the file is written anew, and a file that is not understood is no answer.
 *
 * @throws Refusal
 */
export async function serveTimestamps({ request, leaving, askJob, hosts, enter }: TimestampsRequest): Promise<Answer> {
  // The link is fresh at each request, and so none is kept: a page asks once for a clip.
  const found = await findFinished(askJob)
  if ('answer' in found) return found.answer
  const { timestampsUrl } = found.job
  if (timestampsUrl === undefined) throw new Refusal(404, 'not_found', 'The job has no timestamps: they were not asked for.')
  const { exchange, answer } = await openClip(hosts, timestampsUrl, {}, leaving)
  const leave = () => exchange.cancel()
  leaving.addEventListener('abort', leave, { once: true })
  // It takes one of the places that a user has for clips.
  const place = enter(leave)
  try {
    if (answer.status === 404 || answer.status === 410) throw new Refusal(410, 'not_found', 'The timestamps are not there any more.')
    if (answer.status !== 200) {
      throw new Refusal(502, 'server_error', 'The timestamps could not be fetched.', {
        reason: `their host answered ${answer.status}`,
      })
    }
    const body = JSON.stringify(await readTimestamps(answer, leaving))
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cross-Origin-Resource-Policy': 'same-origin' }
    return request.method === 'HEAD' ? { status: 200, headers } : { status: 200, headers, body }
  } finally {
    place.leave()
    leaving.removeEventListener('abort', leave)
    exchange.cancel()
  }
}

async function readTimestamps(answer: TransportAnswer, leaving: Leaving) {
  let bytes: Uint8Array | undefined
  try {
    bytes = await answer.bytes(MAX_TIMESTAMPS_BYTES)
  } catch (error) {
    if (leaving.aborted) throw endedBySender()
    if (errorCode(error) === 'timeout') throw new Refusal(504, 'timeout', 'The timestamps did not come in time.')
    throw new Refusal(502, 'server_error', 'The timestamps could not be fetched.', { reason: `they broke off: ${errorCode(error)}` })
  }
  try {
    if (bytes) return decodeTimestamps(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    // As below: nothing of it is repeated to anybody.
  }
  throw new Refusal(502, 'invalid_response', 'The timestamps could not be understood.', {
    reason: bytes ? 'they are none' : `they are longer than ${MAX_TIMESTAMPS_BYTES} bytes`,
  })
}
