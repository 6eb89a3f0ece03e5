import type { SpeechRequest } from '../api/types.js'
import type { SpeechJob } from '../client/types.js'
import type { AudioPodError } from '../errors/index.js'

export type SpeechStatus =
  | 'idle'
  | 'submitting'
  /** Held back by a rate limit, or until a connection is back. */
  | 'waiting'
  | 'pending'
  | 'processing'
  | 'completed'
  | 'failed'
  | 'cancelled'
  /** Sent, but nobody knows whether it arrived. */
  | 'unknown'

/** A try that waits for its time. */
export interface Retry {
  /** How often the request was sent before; 0 where it has not left yet. */
  attempt: number
  /** ISO 8601, on this machine's clock. */
  retryAt: string
  /** Tries at once. */
  now: () => void
}

/** One wish for speech, from the press of the button to the audio. */
export interface SpeechEntry {
  /** Names the wish on this page, and is its `Idempotency-Key`. */
  key: string
  status: Exclude<SpeechStatus, 'idle'>
  job: SpeechJob | undefined
  error: AudioPodError | undefined
  retry: Retry | undefined
  /** ISO 8601, this machine's clock. */
  startedAt: string
  /** What was asked for; not known any more where the job has ended well, or comes from before a reload. */
  request: SpeechRequest | undefined
  /** Found again after a reload. */
  isResumed: boolean
  /** The person stopped waiting; the job goes on at AudioPod. */
  isStopped: boolean
}

export interface SpeechState {
  entries: Readonly<Record<string, SpeechEntry>>
  /** Newest first. */
  keys: readonly string[]
}

