'use client'

import { type ComponentType, type ReactElement, useState } from 'react'
import { useLazyPart } from '../parts/useLazyPart.js'
import type { BelowButtonProps } from './BelowButton.js'
import type { SpeechOutcomeProps } from './SpeechOutcome.js'
import { isUnderWay } from './speechPhase.js'

export interface LazyOutcomeProps extends SpeechOutcomeProps {
  /** Credits that the draft needs. */
  needed: number
  /** Credits that may be spent; undefined where nobody says. */
  available?: number | undefined
}

/** Fetched while the text is written, so that it is there when the button is pressed. */
export function loadOutcome(): Promise<ComponentType<BelowButtonProps>> {
  return import('./BelowButton.js').then(({ BelowButton }) => BelowButton)
}

/** What stands below the button, fetched when it is first needed. Where it cannot be, the bare error and the browser's own player. */
export function LazyOutcome(props: LazyOutcomeProps): ReactElement | null {
  const { phase, speech, refusal, needed, available = needed } = props
  const isWanted = phase !== 'idle' || refusal !== undefined || needed > available
  const [Outcome, hasFailed] = useLazyPart(loadOutcome, isWanted)
  const [wasUnderWay, setUnderWay] = useState(false)
  if (!wasUnderWay && isUnderWay(phase)) setUnderWay(true)

  if (!isWanted) return null
  if (Outcome) return <Outcome {...props} wasUnderWay={wasUnderWay} />
  if (!hasFailed) return null
  const error = speech.error ?? refusal
  // No captions: what is spoken is the text that the person wrote.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  if (phase === 'done') return <audio className="audiopod-speech-player-plain" controls src={speech.audioUrl} />
  return error ? <div role="alert">{error.userMessage}</div> : null
}
