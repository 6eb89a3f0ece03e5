'use client'

import { type ComponentType, type ReactElement, useEffect, useState } from 'react'
import type { AudioPodError } from '../../errors/errors.js'
import { Notice } from '../parts/Notice.js'
import type { SpeechOutcomeProps } from './SpeechOutcome.js'

export interface LazyOutcomeProps extends SpeechOutcomeProps {
  /** Why nothing can be done at all: nobody is signed in. */
  refusal?: AudioPodError | undefined
}

/** Fetched while the text is written, so that it is there when the button is pressed. */
export function loadOutcome(): Promise<ComponentType<LazyOutcomeProps>> {
  return import('./SpeechOutcome.js').then(({ SpeechOutcome }) => SpeechOutcome)
}

/** What became of the press, fetched when it is first needed. Where it cannot be, the bare error and the browser's own player. */
export function LazyOutcome(props: LazyOutcomeProps): ReactElement | null {
  const { phase, speech, refusal } = props
  const [Outcome, setOutcome] = useState<ComponentType<LazyOutcomeProps>>()
  const [hasFailed, setFailed] = useState(false)
  const isWanted = phase !== 'idle' || refusal !== undefined

  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    loadOutcome().then(
      (loaded) => isCurrent && setOutcome(() => loaded),
      () => isCurrent && setFailed(true),
    )
    return () => {
      isCurrent = false
    }
  }, [isWanted])

  if (!isWanted) return null
  if (Outcome) return <Outcome {...props} />
  if (!hasFailed) return null
  const error = speech.error ?? refusal
  // No captions: what is spoken is the text that the person wrote.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  if (phase === 'done') return <audio className="audiopod-speech-player-plain" controls src={speech.audioUrl} />
  return error ? <Notice tone="danger" live="alert" title={error.userMessage} /> : null
}
