import type { SpeechJobData } from '../../api/index.js'
import type { Judged } from '../judge.js'
import { type Answer, Refusal } from '../refusals.js'
import { readJob } from './links.js'

/**
 * A job that has ended well, or AudioPod's refusal.
 *
 * @throws Refusal for a job that has not
 */
export async function findFinished(askJob: () => Promise<Judged>): Promise<{ job: SpeechJobData } | { answer: Answer }> {
  const { answer } = await askJob()
  if (answer.status < 200 || answer.status > 299) return { answer }
  const job = readJob(answer.body === undefined ? undefined : JSON.parse(answer.body))
  if (!job) throw new Refusal(502, 'invalid_response', "AudioPod's answer could not be understood.")
  switch (job.status) {
    case 'completed':
      return { job }
    case 'failed':
      throw new Refusal(410, 'job_failed', 'The job failed, and has no audio.')
    case 'cancelled':
      throw new Refusal(410, 'not_found', 'The job was cancelled, and has no audio.')
    default:
      throw new Refusal(409, 'invalid_request', 'The audio is not ready yet.')
  }
}
