import type { SpeechJob } from '../../client/types.js'
import { AbortedError, type AudioPodError, isAudioPodError, JobFailedError } from '../../errors/index.js'

/** What the account said of a job, or why it was given up. */
export type JobOutcome = SpeechJob | AudioPodError

/** Ends a wait as `client.speech.wait` would. */
export function settleWith(
  outcome: JobOutcome,
  resolve: (job: SpeechJob) => void,
  reject: (error: AudioPodError) => void,
): void {
  if (isAudioPodError(outcome)) return reject(outcome)
  if (outcome.status === 'completed') return resolve(outcome)
  if (outcome.status === 'cancelled') return reject(new AbortedError(`Job ${outcome.id} was cancelled.`))
  reject(outcome.error ?? new JobFailedError(`Job ${outcome.id} failed.`, { jobId: outcome.id }))
}
