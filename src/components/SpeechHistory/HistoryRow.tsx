'use client'

import { memo, type ReactElement, useState } from 'react'
import { errorTexts } from '../../i18n/en/errors.js'
import { historyTexts } from '../../i18n/en/history.js'
import { speechTexts } from '../../i18n/en/speech.js'
import { useSpeechAudio } from '../../react/useSpeechAudio.js'
import type { SpeechEntry } from '../../state/types.js'
import { useUi } from '../../theme/index.js'
import { errorText, readable } from '../ErrorNotice/errorText.js'
import { Button } from '../parts/Button.js'
import { Pill } from '../parts/Pill.js'
import { Time } from '../parts/Time.js'
import { elapsedText } from '../SpeechGenerator/elapsed.js'
import { LazyAudioPlayer } from '../SpeechGenerator/LazyAudioPlayer.js'
import { firstWords } from '../SpeechGenerator/textState.js'
import { historyState, TONES } from './historyState.js'

const texts = { ...historyTexts, ...speechTexts, ...errorTexts }

export interface HistoryRowProps {
  entry: SpeechEntry
  onResume: (key: string) => Promise<void>
  onStop: (key: string) => void
  onRemove: (key: string, name: string) => void
}

/** One wish for speech. Memoized by its entry: news of one job is no reason to write a hundred rows. */
export const HistoryRow = memo(
  function HistoryRow({ entry, onResume, onStop, onRemove }: HistoryRowProps): ReactElement {
    const ui = useUi(texts)
    const { key, job, error, request, startedAt } = entry
    const [isOpen, setOpen] = useState(false)
    const [isBusy, setBusy] = useState(false)
    const [hasFailed, setFailed] = useState(false)
    const audioSource = useSpeechAudio(job)
    const state = historyState(entry)
    const voice = job?.voice?.displayName ?? job?.voice?.name
    const what = request ? firstWords(request.text) : (voice ?? ui.t('history.someone'))
    const name = ui.t('history.name', { voice: what, time: ui.clock(Date.parse(startedAt)) })
    const isLive = ['submitting', 'waiting', 'pending', 'processing'].includes(state)
    const canResume = job !== undefined && (state === 'stopped' || state === 'late')
    const retry = state === 'unknown' && error?.code === 'unknown_outcome' ? error.retry : undefined

    const ask = async () => {
      setBusy(true)
      setFailed(false)
      const isDone = await onResume(key).then(() => true, () => false)
      setBusy(false)
      setFailed(!isDone)
      return isDone
    }
    const play = async () => {
      // Links are short-lived, and none is kept over a reload.
      if (!isOpen && job?.audioUrl === undefined && !(await ask())) return
      setOpen(!isOpen)
    }

    return (
      <li className="audiopod-history-row" data-state={state} tabIndex={-1}>
        <div className="audiopod-history-head">
          <bdi className="audiopod-history-name">{what}</bdi>
          <Pill tone={TONES[state]}>
            {ui.t(`history.${state}`)}
            {state === 'processing' && job?.progress !== undefined && ` ${ui.percent(job.progress / 100)}`}
          </Pill>
        </div>
        <div className="audiopod-history-about audiopod-meta">
          {request && voice && <bdi>{voice}</bdi>}
          <Time value={startedAt} />
          {job?.durationSeconds !== undefined && <span>{elapsedText(ui, Math.round(job.durationSeconds))}</span>}
          {job?.creditsReserved !== undefined && state !== 'failed' && (
            <span>{ui.t('history.credits', { count: job.creditsReserved })}</span>
          )}
        </div>
        {state === 'failed' && <p className="audiopod-history-about audiopod-meta">{failureText()}</p>}
        {state === 'unknown' && (
          <p className="audiopod-history-about audiopod-meta">{ui.t(retry ? 'speech.unknown' : 'speech.unknown-no-retry')}</p>
        )}
        {hasFailed && (
          <p className="audiopod-field-error" role="alert">
            {ui.t(state === 'completed' ? 'history.play-failed' : 'history.resume-failed')}
          </p>
        )}
        <div className="audiopod-history-actions">
          {state === 'completed' && (
            <Button
              size="small"
              icon={isOpen ? undefined : 'play'}
              busy={isBusy}
              aria-expanded={isOpen}
              aria-label={named(isOpen ? 'hide' : 'play')}
              onClick={() => void play()}
            >
              {ui.t(isOpen ? 'history.hide' : 'history.play')}
            </Button>
          )}
          {canResume && (
            <Button size="small" busy={isBusy} aria-label={named('resume')} onClick={() => void ask()}>
              {ui.t('history.resume')}
            </Button>
          )}
          {retry && (
            <Button
              size="small"
              aria-label={named('retry')}
              // Its outcome is told by the entry's own state.
              onClick={() => void retry().catch(() => {})}
            >
              {ui.t('history.retry')}
            </Button>
          )}
          {isLive ? (
            <Button size="small" aria-label={named('stop')} onClick={() => onStop(key)}>
              {ui.t('history.stop')}
            </Button>
          ) : (
            <Button size="small" variant="ghost" aria-label={named('remove')} onClick={() => onRemove(key, name)}>
              {ui.t('history.remove')}
            </Button>
          )}
        </div>
        {isOpen && (
          <LazyAudioPlayer
            src={audioSource ?? job?.audioUrl}
            fallbackSrc={job?.audioUrl}
            title={what}
            durationSeconds={job?.durationSeconds}
            onExpired={() => onResume(key)}
          />
        )}
      </li>
    )

    /** Begins with what the button shows, so that it answers to that by voice. */
    function named(action: 'play' | 'hide' | 'resume' | 'retry' | 'stop' | 'remove'): string {
      return ui.t('history.named', { action: ui.t(`history.${action}`), name })
    }

    function failureText(): string {
      const reason = error?.code === 'job_failed' ? error.reason : job?.error?.reason
      if (reason) return ui.t('speech.failed-reason', { reason: `${readable(reason)}.` })
      // Without a job nothing was held.
      return job === undefined && error ? errorText(ui, error).text : ui.t('speech.failed')
    }
  },
  // The handlers differ in nothing but the moment they were made.
  (before, now) => before.entry === now.entry,
)
