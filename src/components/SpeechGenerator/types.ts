import type { AudioFormat, SpeechRequest } from '../../api/index.js'
import type { UseGenerateSpeechResult } from '../../react/types.js'

/** What the person has put in so far. */
export interface Draft {
  text: string
  voiceId: string | undefined
  format: AudioFormat
  speed: number
}

/** What is wrong, by the name of the input. */
export type Problems = Readonly<Partial<Record<keyof Draft, string>>>

/** What the widget shows of a job. */
export type SpeechShown = Pick<
  UseGenerateSpeechResult,
  'status' | 'job' | 'progress' | 'audioUrl' | 'error' | 'retry' | 'startedAt' | 'isResumed'
> &
  Partial<Pick<UseGenerateSpeechResult, 'request' | 'audioSource' | 'timestampsSource'>> & {
    /** It was pressed while the voices were on their way, and starts when one is there. */
    isAwaitingVoice?: boolean | undefined
  }

/** Names the job at hand. After a reload its text is known only where it was kept. */
export interface Subject {
  words?: string | undefined
  voice?: string | undefined
}

export type { SpeechRequest }
