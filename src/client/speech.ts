import type { SpeechJobData } from '../api/index.js'
import { JobFailedError, plain } from '../errors/index.js'
import type { SpeechJob } from './types.js'

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
