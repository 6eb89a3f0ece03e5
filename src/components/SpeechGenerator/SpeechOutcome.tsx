'use client'

import { type ReactElement, useState } from 'react'
import { actionTexts } from '../../i18n/en/common.js'
import { speechTexts } from '../../i18n/en/speech.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { useUi } from '../../theme/index.js'
import type { AudioPodError } from '../../errors/errors.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { errorText, readable } from '../ErrorNotice/errorText.js'
import { Button } from '../parts/Button.js'
import { Notice } from '../parts/Notice.js'
import { RateLimitWords } from '../RateLimitNotice/RateLimitNotice.js'
import { JobPanel } from './JobPanel.js'
import { LazyAudioPlayer } from './LazyAudioPlayer.js'
import { isSaidAtInputs } from './problems.js'
import type { SpeechPhase } from './speechPhase.js'
import type { SpeechShown, Subject } from './types.js'

const texts = { ...speechTexts, ...errorTexts, ...actionTexts }

export interface SpeechOutcomeProps {
  phase: SpeechPhase
  speech: SpeechShown
  subject: Subject
  /** Sends the draft as it stands now; undefined where there is none. */
  onGenerate: () => void
  onStop: () => void
  /** Brings the person back to their text. */
  onEdit: () => void
  /** Asks for the job once more. */
  onRefresh: () => Promise<void>
  onAddFunds?: (() => void) | undefined
  /** Why nothing can be done at all: nobody is signed in. */
  refusal?: AudioPodError | undefined
}

/** What became of the press: progress, sound, or what stands in the way. */
export function SpeechOutcome(props: SpeechOutcomeProps): ReactElement | null {
  const { phase, speech, subject, onGenerate, onEdit, refusal } = props
  const ui = useUi(texts)
  const { error, job } = speech
  const again = (
    <>
      <Button onClick={onGenerate}>{ui.t('common.try-again')}</Button>
      <Button onClick={onEdit} variant="ghost">{ui.t('speech.edit-text')}</Button>
    </>
  )
  switch (phase) {
    case 'idle':
      return refusal ? <ErrorWords error={refusal} /> : null
    case 'voices':
    case 'starting':
    case 'queued':
    case 'generating':
      return <JobPanel phase={phase} speech={speech} subject={subject} onStop={props.onStop} />
    case 'held':
    case 'offline':
      return <Held {...props} phase={phase} />
    case 'done':
      return (
        <LazyAudioPlayer
          src={speech.audioSource ?? speech.audioUrl}
          fallbackSrc={speech.audioUrl}
          title={subject.words ?? subject.voice}
          durationSeconds={job?.durationSeconds}
          timestamps={speech.timestampsSource ?? job?.timestampsUrl}
          text={speech.request?.text}
          onExpired={props.onRefresh}
        />
      )
    case 'stopped':
    case 'cancelled':
      return (
        <Notice title={ui.t(`speech.${phase}-title`)} live="status" action={phase === 'cancelled' && again}>
          {ui.t(`speech.${phase}`)}
        </Notice>
      )
    case 'unsent':
      return (
        <Notice
          tone="warn"
          live="alert"
          title={ui.t('speech.unsent-title')}
          // After a reload the text is gone, unless it was kept.
          action={speech.request && <Button onClick={onGenerate}>{ui.t('common.try-again')}</Button>}
        >
          {ui.t('speech.unsent')}
        </Notice>
      )
    case 'failed': {
      const reason = error?.code === 'job_failed' ? error.reason : job?.error?.reason
      return (
        <Notice
          tone="danger"
          live="alert"
          title={ui.t('speech.failed-title')}
          action={again}
        >
          {reason ? ui.t('speech.failed-reason', { reason: `${readable(reason)}.` }) : ui.t('speech.failed')}
        </Notice>
      )
    }
    case 'funds':
      return (
        <Notice
          tone="danger"
          live="alert"
          title={ui.t('speech.funds-title')}
          action={props.onAddFunds && <Button onClick={props.onAddFunds}>{ui.t('common.add-funds')}</Button>}
        >
          {error && errorText(ui, error).text} {ui.t('speech.text-kept')}
        </Notice>
      )
    case 'unknown':
      return <Unknown {...props} />
    case 'late':
      return <Late {...props} />
    case 'refused':
      if (!error || isSaidAtInputs(error)) return null
      return <ErrorWords error={error} onRetry={onGenerate} live="alert" purpose="speech" />
  }
}

/** Not sent yet: it goes by itself when its time has come. */
function Held({ phase, speech, subject, onStop }: SpeechOutcomeProps & { phase: 'held' | 'offline' }): ReactElement {
  const ui = useUi(texts)
  const { error, retry } = speech
  if (phase === 'held' && error?.code !== 'rate_limit_exceeded' && retry === undefined) {
    return <JobPanel phase="held" speech={speech} subject={subject} onStop={onStop} />
  }
  return (
    <div className="audiopod-speech-held">
      {phase === 'offline' ? (
        <Notice tone="warn" title={ui.t('speech.waiting-offline-title')} live="status">
          {ui.t('speech.waiting-offline')}
        </Notice>
      ) : error && error.code !== 'rate_limit_exceeded' ? (
        <ErrorWords error={error} retry={retry} />
      ) : (
        <RateLimitWords error={error} retryAt={retry?.retryAt} onRetryNow={retry?.now} purpose="retry" />
      )}
      <Button onClick={onStop}>{ui.t('common.cancel')}</Button>
    </div>
  )
}

function Unknown({ speech }: SpeechOutcomeProps): ReactElement {
  const ui = useUi(texts)
  const { error, isResumed, request } = speech
  // After a reload the text is gone, unless it was kept, and with it what could be sent again.
  const retry = error?.code === 'unknown_outcome' && (!isResumed || request) ? error.retry : undefined
  return (
    <Notice
      tone="warn"
      live="alert"
      title={ui.t('speech.unknown-title')}
      action={
        // Its outcome is told by the job's own state.
        retry && <Button onClick={() => void retry().catch(() => {})}>{ui.t('speech.send-again')}</Button>
      }
    >
      {ui.t(retry ? 'speech.unknown' : 'speech.unknown-no-retry')}
    </Notice>
  )
}

/** The job was accepted, and nobody knows what became of it. */
function Late({ speech, onRefresh }: SpeechOutcomeProps): ReactElement {
  const ui = useUi(texts)
  const [isAsking, setAsking] = useState(false)
  const { error } = speech
  const ask = async () => {
    setAsking(true)
    // Where this fails too, nothing has changed, and the notice still says so.
    await onRefresh().catch(() => {})
    setAsking(false)
  }
  return (
    <Notice
      tone="warn"
      live="alert"
      title={ui.t(error && error.code !== 'timeout' ? `error.${error.code}.title` : 'speech.late-title')}
      action={
        <Button busy={isAsking} onClick={() => void ask()}>
          {ui.t('speech.check-again')}
        </Button>
      }
    >
      {ui.t('speech.late')}
    </Notice>
  )
}
