import { decodeTimestamps } from '../../api/decode/timestamps.js'
import { type Answer, endedBySender, Refusal } from '../refusals.js'
import { errorCode, type Leaving, type TransportAnswer } from '../transport.js'
import { type AudioRequest, EXPIRED } from './serveAudio.js'
import { findFinished } from './findFinished.js'
import { timesOf } from './links.js'
import { openClip } from './openClip.js'

/** Three times what every character of the longest text takes, each with its times. */
export const MAX_TIMESTAMPS_BYTES = 4 * 1024 * 1024

export type TimestampsRequest = Pick<AudioRequest, 'request' | 'leaving' | 'job' | 'askJob' | 'hosts' | 'links' | 'enter'>

/**
 * When each word of a finished job is heard. The file's host is asked as a clip's is, and nothing that it says passes as it
 * came: what is understood of the file is written anew, and a file that is not understood is no answer.
 *
 * @throws Refusal
 */
export async function serveTimestamps(asked: TimestampsRequest): Promise<Answer> {
  const { request, leaving, links, enter } = asked
  const job = timesOf(asked.job)
  const open = (link: string) => openClip(asked.hosts, link, {}, leaving)
  const known = links.get(job)
  let clip = known === undefined ? undefined : await open(known)
  if (clip && EXPIRED.includes(clip.answer.status)) {
    clip.exchange.cancel()
    links.delete(job)
    clip = undefined
  }
  if (!clip) {
    const found = await findFinished(asked.askJob)
    if ('answer' in found) return found.answer
    const { timestampsUrl } = found.job
    if (timestampsUrl === undefined) throw new Refusal(404, 'not_found', 'The job has no timestamps: they were not asked for.')
    clip = await open(timestampsUrl)
    links.set(job, timestampsUrl)
  }
  const { exchange, answer } = clip
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
