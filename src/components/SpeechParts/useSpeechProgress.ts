'use client'

import type { UseGenerateSpeechResult } from '../../react/types.js'
import { useNow } from '../parts/ticker.js'
import { secondsSince } from '../SpeechGenerator/elapsed.js'
import { isUnderWay, type SpeechPhase, speechPhase } from '../SpeechGenerator/speechPhase.js'
import { firstWords } from '../SpeechGenerator/textState.js'
import type { SpeechShown, Subject } from '../SpeechGenerator/types.js'
import { useIsOffline } from '../SpeechGenerator/useIsOffline.js'

export interface UseSpeechProgressResult {
  phase: SpeechPhase
  isUnderWay: boolean
  /** 0 to 100; undefined where the account does not say it: show `elapsedSeconds` then. */
  progress: number | undefined
  /** Since the start, in whole seconds; it stands still when nothing is under way. */
  elapsedSeconds: number
  /** Something was accepted, and may be charged though nobody waits for it. */
  mayBeCharged: boolean
  /** The browser says that it has no network: the job goes on, and news of it does not come. */
  isOffline: boolean
  /** What tells this job from others. */
  subject: Subject
}

/**
 * What `SpeechProgress` shows of a job, without its looks.
 *
 * @example
 * const speech = useGenerateSpeech()
 * const { isUnderWay, progress, elapsedSeconds } = useSpeechProgress(speech)
 */
export function useSpeechProgress(speech: UseGenerateSpeechResult | SpeechShown): UseSpeechProgressResult {
  const phase = speechPhase(speech)
  const isBusy = isUnderWay(phase)
  const { job, request, progress, startedAt } = speech
  return {
    phase,
    isUnderWay: isBusy,
    progress: phase === 'generating' ? progress : undefined,
    elapsedSeconds: secondsSince(startedAt, useNow(isBusy ? 1000 : undefined)),
    mayBeCharged: phase === 'starting' || phase === 'queued' || phase === 'generating',
    isOffline: useIsOffline(),
    subject: { words: request && firstWords(request.text), voice: job?.voice?.displayName ?? job?.voice?.name },
  }
}
