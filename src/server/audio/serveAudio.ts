import type { Judged } from '../judge.js'
import { type Answer, Refusal } from '../refusals.js'
import { errorCode, isEncoded, type Leaving } from '../transport.js'
import { audioType } from './audioType.js'
import { boundStream } from './boundStream.js'
import { notUnderstood, partHeaders, rangeOf, unsatisfiable } from './clipHeaders.js'
import { contentDisposition } from './contentDisposition.js'
import { type Clip, type ClipHosts, openClip } from './openClip.js'
import { findFinished } from './findFinished.js'
import type { Links } from './links.js'
import type { Place } from './streams.js'

/** Forty minutes of wav (44.1 kHz, 16 bits, mono), hours of anything else. */
export const MAX_CLIP_BYTES = 200 * 1024 * 1024

/** What hosts say of an address that has expired; which of them, depends on the host. */
export const EXPIRED = [400, 401, 403, 404, 410]

export interface AudioRequest {
  request: Request
  leaving: Leaving
  /** Names the job among all that this proxy knows. */
  job: string
  /** Asks AudioPod for the job. */
  askJob: () => Promise<Judged>
  hosts: ClipHosts
  links: Links
  enter: (cut: () => void) => Place
  maxBytes?: number | undefined
  /** Told of a stream that broke off after its head had gone out. */
  onFault: (error: unknown) => void
}

/**
 * A finished clip, streamed through: the range that is asked for, one type of a few, a name that is safe. Nothing of
 * what the clip's host says passes unchecked.
 *
 * @throws Refusal
 */
export async function serveAudio(asked: AudioRequest): Promise<Answer> {
  const { links, job } = asked
  const known = links.get(job)
  const first = known ?? (await findLink(asked))
  if (typeof first !== 'string') return first
  const open = (link: string) => openClip(asked.hosts, link, rangeOf(asked.request.headers), asked.leaving)
  let clip = await open(first)
  let link = first
  if (EXPIRED.includes(clip.answer.status)) {
    clip.exchange.cancel()
    links.delete(job)
    const fresh = await findLink(asked)
    if (typeof fresh !== 'string') return fresh
    link = fresh
    clip = await open(fresh)
  }
  try {
    const answer = pass(asked, clip, new URL(link))
    links.set(job, link)
    return answer
  } catch (error) {
    clip.exchange.cancel()
    throw error
  }
}

/** The clip's address, or what to answer where there is none. */
async function findLink({ askJob }: AudioRequest): Promise<string | Answer> {
  const found = await findFinished(askJob)
  if ('answer' in found) return found.answer
  const { audioUrl } = found.job
  if (audioUrl === undefined) throw new Refusal(502, 'invalid_response', "AudioPod's answer names no audio.")
  return audioUrl
}

function pass({ request, leaving, enter, maxBytes = MAX_CLIP_BYTES, onFault }: AudioRequest, clip: Clip, link: URL): Answer {
  const { status, headers } = clip.answer
  if (status === 416) throw unsatisfiable(headers)
  if (status === 404 || status === 410) throw new Refusal(410, 'not_found', 'The audio is not there any more.')
  const isPart = status === 206 && 'range' in rangeOf(request.headers)
  if (status !== 200 && !isPart) {
    throw new Refusal(502, 'server_error', 'The audio could not be fetched.', { reason: `the clip's host answered ${status}` })
  }
  if (isEncoded(headers)) throw notUnderstood('a compressed body, unasked')
  const type = audioType(headers.get('content-type'), clip.url, link)
  if (!type) throw notUnderstood('something that is no audio')
  const passed = {
    ...partHeaders(status, headers, maxBytes),
    'Content-Type': type.type,
    'Content-Disposition': contentDisposition(new URL(request.url).searchParams, type.ending),
    // No page of another site is to put it into itself with the user's cookies; `allowedOrigins` ask by CORS.
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
  if (request.method === 'HEAD') {
    clip.exchange.cancel()
    return { status, headers: passed }
  }
  const onEnd = (error?: unknown) => {
    if (error !== undefined && errorCode(error) !== 'cancelled') onFault(error)
  }
  return { status, headers: passed, stream: boundStream(clip.answer.stream(), { maxBytes, leaving, enter, onEnd }) }
}
