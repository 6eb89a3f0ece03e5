'use client'

import type { ReactElement } from 'react'
import type { UseGenerateSpeechResult } from '../../react/types.js'
import { WidgetRoot } from '../../theme/index.js'
import { SpeechNews } from '../SpeechGenerator/SpeechNews.js'
import { SpeechOutcome } from '../SpeechGenerator/SpeechOutcome.js'
import { useSpeechProgress } from './useSpeechProgress.js'

const nothing = () => {}

/**
 * How far a job is, as long as it is under way: a percentage where the account says one, else for how long; why it waits
 * and until when; and the way to stop waiting. Screen readers hear its start, each quarter, and its end. What came of it
 * is shown by `AudioPlayer` and `ErrorNotice`.
 *
 * @example
 * const speech = useGenerateSpeech()
 * <SpeechProgress speech={speech} />
 */
export function SpeechProgress({ speech, className }: SpeechProgressProps): ReactElement {
  const { phase, isUnderWay, subject } = useSpeechProgress(speech)
  return (
    <WidgetRoot name="speech-progress" state={phase} className={className}>
      {isUnderWay && (
        <SpeechOutcome
          phase={phase}
          speech={speech}
          subject={subject}
          onStop={speech.cancel}
          onGenerate={nothing}
          onEdit={nothing}
          onRefresh={speech.refresh}
        />
      )}
      <SpeechNews phase={phase} speech={speech} />
    </WidgetRoot>
  )
}

export interface SpeechProgressProps {
  /** What `useGenerateSpeech` gives. */
  speech: UseGenerateSpeechResult
  className?: string | undefined
}
