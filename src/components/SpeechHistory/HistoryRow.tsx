'use client'

import { memo, type ReactElement } from 'react'
import { durationTexts } from '../../i18n/en/common.js'
import { historyTexts } from '../../i18n/en/history.js'
import { speechTexts } from '../../i18n/en/speech.js'
import { writePercent } from '../../i18n/writers.js'
import type { SpeechEntry } from '../../state/types.js'
import { useUi } from '../../theme/index.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/Icon.js'
import { playIcon } from '../parts/icons.js'
import { Pill } from '../parts/Pill.js'
import { Time } from '../parts/Time.js'
import { elapsedText } from '../SpeechGenerator/elapsed.js'
import { LazyAudioPlayer } from '../SpeechGenerator/LazyAudioPlayer.js'
import { TONES } from './historyState.js'
import { useSpeechEntry } from './useSpeechEntry.js'

const texts = { ...historyTexts, ...speechTexts, ...durationTexts }

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
    const { key, job, startedAt } = entry
    const { state, what, name, voice, isUnderWay, isOpen, isBusy, resend, reason, ...row } = useSpeechEntry(entry, {
      resume: onResume,
    })

    return (
      <li className="audiopod-history-row" data-state={state} tabIndex={-1}>
        <div className="audiopod-history-head">
          <bdi className="audiopod-history-name">{what}</bdi>
          <Pill tone={TONES[state]}>
            {ui.t(`history.${state}`)}
            {state === 'processing' && job?.progress !== undefined && ` ${writePercent(ui, job.progress / 100)}`}
          </Pill>
        </div>
        <div className="audiopod-history-about audiopod-meta">
          {voice && <bdi>{voice}</bdi>}
          <Time value={startedAt} />
          {job?.durationSeconds !== undefined && <span>{elapsedText(ui, Math.round(job.durationSeconds))}</span>}
          {job?.creditsReserved !== undefined && state !== 'failed' && (
            <span>{ui.t('history.credits', { count: job.creditsReserved })}</span>
          )}
        </div>
        {reason && <p className="audiopod-history-about audiopod-meta">{reason}</p>}
        {state === 'unknown' && (
          <p className="audiopod-history-about audiopod-meta">{ui.t(resend ? 'speech.unknown' : 'speech.unknown-no-retry')}</p>
        )}
        {row.hasFailed && (
          <p className="audiopod-field-error" role="alert">
            {ui.t(state === 'completed' ? 'history.play-failed' : 'history.resume-failed')}
          </p>
        )}
        <div className="audiopod-history-actions">
          {row.isPlayable && (
            <Button
              size="small"
              icon={isOpen ? undefined : <Icon icon={playIcon} />}
              busy={isBusy}
              aria-expanded={isOpen}
              aria-label={named(isOpen ? 'hide' : 'play')}
              onClick={() => void row.toggle()}
            >
              {ui.t(isOpen ? 'history.hide' : 'history.play')}
            </Button>
          )}
          {row.canResume && (
            <Button size="small" busy={isBusy} aria-label={named('resume')} onClick={() => void row.resume()}>
              {ui.t('history.resume')}
            </Button>
          )}
          {resend && (
            <Button
              size="small"
              aria-label={named('retry')}
              onClick={resend}
            >
              {ui.t('history.retry')}
            </Button>
          )}
          {isUnderWay ? (
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
          <LazyAudioPlayer {...row.audio} title={what} />
        )}
      </li>
    )

    /** Begins with what the button shows, so that it answers to that by voice. */
    function named(action: 'play' | 'hide' | 'resume' | 'retry' | 'stop' | 'remove'): string {
      return ui.t('history.named', { action: ui.t(`history.${action}`), name })
    }
  },
  // The handlers differ in nothing but the moment they were made.
  (before, now) => before.entry === now.entry,
)
