import type { SpeechRequest } from '../api/index.js'
import { isOver, type SpeechJob, type Wait } from '../client/index.js'
import { AbortedError, type AudioPodError, UnknownOutcomeError } from '../errors/index.js'
import type { KeptJob } from './jobStorage.js'
import type { SpeechEntry } from './types.js'

export function isUnderWay({ status }: SpeechEntry): boolean {
  return status === 'submitting' || status === 'waiting' || status === 'pending' || status === 'processing'
}

export function isShownToNewcomers(entry: SpeechEntry): boolean {
  const isLost = entry.isResumed && (entry.status === 'unknown' || entry.error?.code === 'aborted')
  return !entry.isStopped && (isUnderWay(entry) || isLost)
}

function isWorthKeeping(entry: SpeechEntry): boolean {
  return entry.job !== undefined || isUnderWay(entry) || entry.status === 'unknown'
}

/** The state of a job that is not over. */
export function liveStatus({ status }: SpeechJob): 'pending' | 'processing' {
  return status === 'processing' ? 'processing' : 'pending'
}

/** What a wait before the creation makes of an entry; undefined: it leaves. */
export function waiting(wait: Wait | undefined): Partial<SpeechEntry> {
  if (!wait) return { status: 'submitting', error: undefined, retry: undefined }
  const { attempt, retryAt, now, error } = wait
  return { status: 'waiting', error, retry: retryAt === undefined ? undefined : { attempt, retryAt, now } }
}

/** What a failed wait tells of the job itself: nothing, where it was only given up. */
export function endOf(error: AudioPodError): Pick<SpeechJob, 'status' | 'error'> | undefined {
  if (error.code === 'job_failed') return { status: 'failed', error }
  return error.code === 'aborted' ? { status: 'cancelled' } : undefined
}

/**
 * What is to be kept of an entry; undefined for one that is worth nothing after a reload. `wasSent`: what it asks for
 * was sent before, and not answered.
 */
export function toKept(entry: SpeechEntry, wasSent: boolean): KeptJob | undefined {
  if (!isWorthKeeping(entry)) return undefined
  const { key, job, startedAt, isStopped } = entry
  const request = isStopped || (job && isOver(job)) ? undefined : entry.request
  const isHeld = (entry.status === 'waiting' && !wasSent) || undefined
  const { durationSeconds: seconds, creditsReserved: credits } = job ?? {}
  return { key, id: job?.id, startedAt, status: job?.status ?? 'pending', isStopped, isHeld, seconds, credits, request }
}

/** The entry of what an earlier page kept. */
export function fromKept(
  { key, id, startedAt, status, isStopped, isHeld, seconds, credits, request }: KeptJob,
  submit: (key: string, request: SpeechRequest) => Promise<unknown>,
): SpeechEntry {
  const shared = { key, startedAt, isStopped, request, isResumed: true, retry: undefined }
  if (id === undefined && isHeld) {
    const error = new AbortedError('The page was left while the request waited for its turn: nothing was accepted, and nothing is charged.')
    return { ...shared, status: 'cancelled', job: undefined, error }
  }
  if (id === undefined) {
    const error = new UnknownOutcomeError('The page was left before the answer came: the job may have been started.', {
      operation: 'speech.create',
      retry: request && (() => submit(key, request)),
    })
    return { ...shared, status: 'unknown', job: undefined, error }
  }
  const job: SpeechJob = { id, status }
  if (seconds !== undefined) job.durationSeconds = seconds
  if (credits !== undefined) job.creditsReserved = credits
  return { ...shared, status: isStopped ? 'cancelled' : status, job, error: undefined }
}
