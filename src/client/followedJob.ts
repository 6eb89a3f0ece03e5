import { AbortedError, type AudioPodError, isAudioPodError, JobFailedError } from '../errors/index.js'
import type { SpeechJob, WaitForSpeechOptions } from './types.js'

/** Somebody who waits for a job; the same job may have several. */
export interface Waiter extends Pick<WaitForSpeechOptions, 'onProgress' | 'onWait'> {
  deadline: number
  /** Unix ms. */
  end: number
  settle: (outcome: { job: SpeechJob } | { error: unknown }) => void
}

export interface Followed {
  job: SpeechJob
  waiters: Set<Waiter>
  /** Unix ms. */
  since: number
  /** How long the job should take, as the account first said, in ms. */
  estimate: number | undefined
  /** Unix ms. */
  nextPoll: number
  polls: number
  failed: number
  unreadable: number
  /** Set while a poll is under way. */
  poll?: AbortController | undefined
}

/** A deadline is worth a last look. */
export function dueAt({ nextPoll, waiters }: Followed): number {
  let time = nextPoll
  for (const { end } of waiters) time = Math.min(time, end)
  return time
}

/** What one listener throws ends its own wait, and nobody else's. */
export function tellAll({ waiters }: Followed, tell: (waiter: Waiter) => void) {
  for (const waiter of waiters) {
    try {
      tell(waiter)
    } catch (error) {
      waiter.settle({ error })
    }
  }
}

export function inMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000
}

export function endAll({ waiters }: Followed, outcome: { job: SpeechJob } | { error: unknown }) {
  for (const waiter of waiters) waiter.settle(outcome)
}

export function outcomeOf(job: SpeechJob): { job: SpeechJob } | { error: AudioPodError } {
  if (job.status === 'completed') return { job }
  if (job.status === 'cancelled') return { error: new AbortedError(`Job ${job.id} was cancelled.`) }
  return { error: job.error ?? new JobFailedError(`Job ${job.id} failed.`, { jobId: job.id }) }
}

/** A failure that says nothing about the job. */
export function isPassing(error: unknown): error is AudioPodError {
  return (
    isAudioPodError(error) &&
    ['server_error', 'network_error', 'timeout', 'rate_limit_exceeded', 'invalid_response'].includes(error.code)
  )
}
