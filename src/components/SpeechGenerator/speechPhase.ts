import type { SpeechShown } from './types.js'

export type SpeechPhase =
  | 'idle'
  /** Pressed before there was a voice to send. */
  | 'voices'
  | 'starting'
  | 'held'
  | 'offline'
  | 'queued'
  | 'generating'
  | 'done'
  | 'stopped'
  | 'cancelled'
  /** It waited for its turn when the page was left. */
  | 'unsent'
  /** The job itself failed. */
  | 'failed'
  | 'funds'
  | 'unknown'
  /** Nobody knows how far an accepted job is. */
  | 'late'
  | 'refused'

/** Which of its faces the widget shows below the button. */
export function speechPhase({ status, job, audioUrl, error, retry, isAwaitingVoice }: Omit<SpeechShown, 'progress' | 'startedAt' | 'isResumed'>): SpeechPhase {
  if (isAwaitingVoice) return 'voices'
  // A job that was asked for again may have ended well after all.
  if (audioUrl !== undefined && (status === 'completed' || job?.status === 'completed')) return 'done'
  switch (status) {
    case 'idle':
    case 'completed':
      return status === 'idle' ? 'idle' : 'done'
    case 'submitting':
      return 'starting'
    case 'waiting':
      return error?.code === 'network_error' && retry === undefined ? 'offline' : 'held'
    case 'pending':
      return 'queued'
    case 'processing':
      return 'generating'
    case 'cancelled':
      if (error?.code === 'aborted') return 'unsent'
      return job?.status === 'cancelled' ? 'cancelled' : 'stopped'
    case 'unknown':
      return 'unknown'
    case 'failed':
      if (error?.code === 'job_failed' || job?.status === 'failed') return 'failed'
      if (error?.code === 'insufficient_credits') return 'funds'
      return job === undefined ? 'refused' : 'late'
  }
}

/** A press of Generate would come too early. */
export function isUnderWay(phase: SpeechPhase): boolean {
  return ['voices', 'starting', 'held', 'offline', 'queued', 'generating'].includes(phase)
}
