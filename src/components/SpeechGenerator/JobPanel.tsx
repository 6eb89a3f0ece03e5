'use client'

import { type ReactElement, useId } from 'react'
import { actionTexts, durationTexts } from '../../i18n/en/common.js'
import { speechTexts } from '../../i18n/en/speech.js'
import { voiceTexts } from '../../i18n/en/voice.js'
import { writePercent } from '../../i18n/writers.js'
import { type UiWith, useUi } from '../../theme/index.js'
import { Button } from '../parts/Button.js'
import { Spinner } from '../parts/Spinner.js'
import { useNow } from '../parts/ticker.js'
import { Time } from '../parts/Time.js'
import { elapsedText, secondsSince } from './elapsed.js'
import type { SpeechPhase } from './speechPhase.js'
import type { SpeechShown, Subject } from './types.js'
import { useIsOffline } from './useIsOffline.js'

export interface JobPanelProps {
  phase: Extract<SpeechPhase, 'voices' | 'starting' | 'queued' | 'generating' | 'held'>
  speech: SpeechShown
  subject: Subject
  onStop: () => void
}

const texts = { ...speechTexts, ...voiceTexts, ...actionTexts, ...durationTexts }

const titles = {
  voices: 'voice.loading',
  starting: 'speech.starting',
  queued: 'speech.queued',
  generating: 'speech.generating',
  held: 'speech.waiting',
} as const

const NOT_BEGUN: Partial<SpeechShown> = {}

/** A job under way: how far it is where the account says so, else for how long, and the way out. */
export function JobPanel({ phase, speech, subject, onStop }: JobPanelProps): ReactElement {
  const ui = useUi(texts)
  const id = useId()
  // Of an earlier job, where this one has not begun.
  const { progress, startedAt, isResumed } = phase === 'voices' ? NOT_BEGUN : speech
  const seconds = secondsSince(startedAt, useNow(1000))
  // Nothing has left yet, so nothing can have been charged.
  const isFree = phase === 'held' || phase === 'voices'
  const isOffline = useIsOffline()
  const isMeasured = phase === 'generating' && progress !== undefined
  return (
    <div className="audiopod-job">
      <Spinner />
      <p className="audiopod-job-title">
        {isResumed && startedAt !== undefined
          ? ui.rich('speech.resumed', { what: subjectText(ui, subject), time: <Time key="time" value={startedAt} /> })
          : ui.t(titles[phase])}
      </p>
      <span className="audiopod-job-figure">
        {isMeasured ? writePercent(ui, progress / 100) : !isResumed && seconds > 0 && elapsedText(ui, seconds)}
      </span>
      {!isFree && (
        <p className="audiopod-job-note" id={id}>
          {isOffline && <span role="status">{ui.t('speech.offline-note')} </span>}
          {ui.t('speech.stop-note')}
        </p>
      )}
      <div className="audiopod-job-action">
        <Button onClick={onStop} aria-describedby={isFree ? undefined : id}>
          {ui.t(isFree ? 'common.cancel' : 'speech.stop')}
        </Button>
      </div>
      {isMeasured && (
        <progress
          className="audiopod-job-bar"
          max={100}
          value={progress}
          aria-label={ui.t('speech.progress')}
        />
      )}
    </div>
  )
}

function subjectText(ui: UiWith<typeof speechTexts>, { words, voice }: Subject): string {
  if (words) return ui.t('speech.resumed-quote', { words })
  return voice ? ui.t('speech.resumed-voice', { voice }) : ui.t('speech.resumed-unknown')
}
