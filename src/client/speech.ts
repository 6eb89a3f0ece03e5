import type { SpeechJobData, SpeechRequest } from '../api/index.js'
import { AbortedError, type AudioPodError, isAudioPodError, JobFailedError, TimeoutError } from '../errors/index.js'
import type { Clock, Scheduler } from '../schedule/index.js'
import type { AudioPodClient, CallOptions, SpeechJob } from './types.js'

export const DEFAULT_DEADLINE = 600_000

/** Polls one after another that failed before a job is given up; each has the client's own retries inside. */
const MAX_FAILED_POLLS = 5

/** Adds the typed error to what the wire says of a job. */
export function toSpeechJob({ failureReason, failureMessage, ...job }: SpeechJobData): SpeechJob {
  if (job.status !== 'failed') return job
  const reason = failureReason ?? failureMessage
  const words = failureMessage ?? failureReason
  return {
    ...job,
    error: new JobFailedError(words ? `Job ${job.id} failed: ${words}` : `Job ${job.id} failed.`, {
      jobId: job.id,
      reason,
    }),
  }
}

export function isOver({ status }: Pick<SpeechJob, 'status'>): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled'
}

/** Milliseconds before poll number `poll`, counted from 0: quick at first, then every five seconds. */
export function pollDelay(poll: number): number {
  return [1000, 1000, 1500, 2000, 3000][poll] ?? 5000
}

export interface FollowOptions extends CallOptions {
  onProgress?: ((job: SpeechJob) => void) | undefined
  deadline?: number | undefined
  /** Resolves when polling makes sense: the page is seen. */
  isWanted?: (() => Promise<void>) | undefined
}

/**
 * Asks for an accepted job until it is over; one failed poll does not end it.
 * Resolves with the completed job.
 *
 * @throws JobFailedError, AbortedError (cancelled, or the signal), TimeoutError with `jobId` past the deadline
 */
export async function followJob(
  get: AudioPodClient['speech']['get'],
  accepted: SpeechJob,
  { clock, scheduler }: { clock: Clock; scheduler: Scheduler },
  { onProgress, deadline = DEFAULT_DEADLINE, isWanted, ...call }: FollowOptions,
): Promise<SpeechJob> {
  const end = clock.now() + deadline
  let job = accepted
  let failed = 0
  // An account that is done at once may still leave the audio to the first poll.
  const isReady = () => isOver(job) && (job !== accepted || job.status !== 'completed' || job.audioUrl !== undefined)
  for (let poll = 0; !isReady(); poll++) {
    const left = end - clock.now()
    if (left <= 0) {
      throw new TimeoutError(`Job ${job.id} did not end within ${deadline} ms. It may still: ask for it again.`, {
        jobId: job.id,
      })
    }
    await scheduler.sleep(Math.min(left, pollDelay(poll)), call.signal).done
    await isWanted?.()
    try {
      job = { ...job, ...(await get(accepted.id, call)) }
      failed = 0
      onProgress?.(job)
    } catch (error) {
      if (!isPassing(error) || ++failed >= MAX_FAILED_POLLS) throw error
      if (error.retryAt) await untilOrEnd(scheduler, clock, Date.parse(error.retryAt), end, call.signal)
    }
  }
  if (job.status === 'completed') return job
  if (job.status === 'cancelled') throw new AbortedError(`Job ${job.id} was cancelled.`)
  throw job.error ?? new JobFailedError(`Job ${job.id} failed.`, { jobId: job.id })
}

async function untilOrEnd(scheduler: Scheduler, clock: Clock, until: number, end: number, signal?: AbortSignal) {
  await scheduler.sleep(Math.max(0, Math.min(until, end) - clock.now()), signal).done
}

/** A failure that says nothing about the job. */
function isPassing(error: unknown): error is AudioPodError {
  return (
    isAudioPodError(error) &&
    ['server_error', 'network_error', 'timeout', 'rate_limit_exceeded', 'invalid_response'].includes(error.code)
  )
}

/** The request by the names of the table, and nothing else that the caller's object may hold. */
export function speechInput(request: SpeechRequest): Record<string, unknown> {
  const { voiceId, text, format, speed, language, deliveryMode, timestamps, normalizeText } = request
  return { voiceId, text, format, speed, language, deliveryMode, timestamps, normalizeText }
}
