import { isOver } from '../../client/index.js'
import type { SpeechEntry } from '../../state/types.js'
import type { Tone } from '../parts/Pill.js'

export type HistoryState = SpeechEntry['status'] | 'stopped' | 'late'

/** What the list says of an entry. */
export function historyState({ status, job, isStopped }: SpeechEntry): HistoryState {
  // Learnt of afterwards: a job that nobody followed has ended all the same.
  if (job && isOver(job)) return job.status
  if (isStopped) return 'stopped'
  // Accepted, and its following ended before the job did.
  return status === 'failed' && job !== undefined ? 'late' : status
}

export const TONES: Readonly<Record<HistoryState, Tone>> = {
  submitting: 'info',
  waiting: 'info',
  pending: 'info',
  processing: 'info',
  completed: 'ok',
  failed: 'danger',
  cancelled: 'neutral',
  stopped: 'neutral',
  unknown: 'warn',
  late: 'warn',
}
