'use client'

import type { ComponentType, ReactElement } from 'react'
import type { AudioPodError } from '../../errors/errors.js'
import { Notice } from '../parts/Notice.js'
import { useLazyPart } from '../parts/useLazyPart.js'
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
  const isWanted = phase !== 'idle' || refusal !== undefined
  const [Outcome, hasFailed] = useLazyPart(loadOutcome, isWanted)

  if (!isWanted) return null
  if (Outcome) return <Outcome {...props} />
  if (!hasFailed) return null
  const error = speech.error ?? refusal
  // No captions: what is spoken is the text that the person wrote.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  if (phase === 'done') return <audio className="audiopod-speech-player-plain" controls src={speech.audioUrl} />
  return error ? <Notice tone="danger" live="alert" title={error.userMessage} /> : null
}
