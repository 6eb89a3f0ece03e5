import type { SpeechJobData } from '../api/index.js'
import { AbortedError, type AudioPodError, isAudioPodError, JobFailedError, plain, TimeoutError } from '../errors/index.js'
import type { Clock, Scheduler } from '../schedule/index.js'
import type { AudioPodClient, SpeechJob, WaitForSpeechOptions } from './types.js'

const DEFAULT_DEADLINE = 600_000

/** Answers one after another that nobody can read before waiting ends; no answer at all is waited out. */
const MAX_UNREADABLE_POLLS = 5

/** Adds the typed error to what the wire says of a job. */
export function toSpeechJob({ failureReason, failureMessage, ...job }: SpeechJobData): SpeechJob {
  if (job.status !== 'failed') return job
  const reason = plain(failureReason) ?? plain(failureMessage)
  const words = plain(failureMessage) ?? reason
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

/** Milliseconds before poll number `poll`, counted from 0: quick at first, then every five seconds, and slower while they fail. */
function pollDelay(poll: number, failed: number): number {
  const usual = [1000, 1000, 1500, 2000, 3000][poll] ?? 5000
  return Math.min(30_000, usual * 2 ** failed)
}

/**
 * Asks for an accepted job until it is over. A job that was paid for is not given up for an answer that does
 * not come: that ends at the deadline, with the job's id. The deadline is looked at after a poll, never instead
 * of one: a machine that slept past it still learns what became of the job.
 */
export async function waitForJob(
  get: AudioPodClient['speech']['get'],
  accepted: SpeechJob,
  clock: Clock,
  scheduler: Scheduler,
  { onProgress, deadline = DEFAULT_DEADLINE, ...call }: WaitForSpeechOptions,
): Promise<SpeechJob> {
  const end = clock.now() + deadline
  const sleepUntil = (time: number) => scheduler.sleep(Math.max(0, Math.min(time, end) - clock.now()), call.signal).done
  let job = accepted
  let failed = 0
  let unreadable = 0
  // An account that is done at once may still leave the audio to the first poll.
  const isReady = () => isOver(job) && (job !== accepted || job.status !== 'completed' || job.audioUrl !== undefined)
  for (let poll = 0; !isReady(); poll++) {
    await sleepUntil(clock.now() + pollDelay(poll, failed))
    await pageIsSeen(call.signal)
    try {
      const news = await get(accepted.id, call)
      // How far it was says nothing of a job that is over.
      const known = isOver(news) ? { ...job, progress: undefined } : job
      job = { ...known, ...news, id: accepted.id }
      failed = 0
      unreadable = 0
      onProgress?.(job)
    } catch (error) {
      if (!isPassing(error)) throw error
      failed++
      unreadable = error.code === 'invalid_response' ? unreadable + 1 : 0
      if (unreadable >= MAX_UNREADABLE_POLLS) throw error
      if (error.retryAt) await sleepUntil(Date.parse(error.retryAt))
    }
    if (!isReady() && clock.now() >= end) {
      throw new TimeoutError(`Job ${job.id} did not end within ${deadline} ms. It may still: ask for it again.`, {
        jobId: job.id,
      })
    }
  }
  if (job.status === 'completed') return job
  if (job.status === 'cancelled') throw new AbortedError(`Job ${job.id} was cancelled.`)
  throw job.error ?? new JobFailedError(`Job ${job.id} failed.`, { jobId: job.id })
}

/** Nobody looks at a hidden page: its polls wait until it is seen again. */
function pageIsSeen(signal: AbortSignal | undefined): Promise<void> | undefined {
  if (typeof document === 'undefined' || document.visibilityState !== 'hidden') return undefined
  return new Promise((resolve, reject) => {
    const check = () => {
      if (!signal?.aborted && document.visibilityState === 'hidden') return
      document.removeEventListener('visibilitychange', check)
      signal?.removeEventListener('abort', check)
      if (signal?.aborted) reject(new AbortedError())
      else resolve()
    }
    document.addEventListener('visibilitychange', check)
    signal?.addEventListener('abort', check)
    // An abort that came just before is not told any more.
    check()
  })
}

/** A failure that says nothing about the job. */
function isPassing(error: unknown): error is AudioPodError {
  return (
    isAudioPodError(error) &&
    ['server_error', 'network_error', 'timeout', 'rate_limit_exceeded', 'invalid_response'].includes(error.code)
  )
}
