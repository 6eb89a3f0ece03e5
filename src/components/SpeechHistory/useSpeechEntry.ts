'use client'

import { useState } from 'react'
import { errorTexts } from '../../i18n/en/errors.js'
import { historyTexts } from '../../i18n/en/history.js'
import { speechTexts } from '../../i18n/en/speech.js'
import { writeClock } from '../../i18n/writers.js'
import { useSpeechAudio } from '../../react/useSpeechAudio.js'
import type { SpeechEntry } from '../../state/types.js'
import { useUi } from '../../theme/index.js'
import { errorText, readable } from '../ErrorNotice/errorText.js'
import { firstWords } from '../SpeechGenerator/textState.js'
import { type HistoryState, historyState } from './historyState.js'

const texts = { ...historyTexts, ...speechTexts, ...errorTexts }

export interface UseSpeechEntryOptions {
  /** `resume` of `useSpeechJobs` or `useSpeechHistory`. */
  resume: (key: string) => Promise<void>
}

export interface UseSpeechEntryResult {
  state: HistoryState
  /** The first words of its text, else its voice, else that it is speech. */
  what: string
  /** The same with the time, which tells it from others in labels. */
  name: string
  /** Where it is not all there is to `what`. */
  voice: string | undefined
  isUnderWay: boolean
  /** There is audio: `play` brings its address. */
  isPlayable: boolean
  /** Its job can be followed again. */
  canResume: boolean
  /** Asks for the job again. False where nothing could be learnt; `hasFailed` says so. */
  resume: () => Promise<boolean>
  isBusy: boolean
  hasFailed: boolean
  /** Sends it again under its own key; only where nobody knows whether it arrived. */
  resend: (() => void) | undefined
  /** Shows the player or hides it; where the address is not known any more, once it has been asked for. */
  toggle: () => Promise<void>
  isOpen: boolean
  /** For `useAudioPlayer`. */
  audio: { src: string | undefined; fallbackSrc: string | undefined; durationSeconds: number | undefined; onExpired: () => Promise<void> }
  /** Why it failed, as a person reads it; undefined where it has not. */
  reason: string | undefined
}

/**
 * What a row of `SpeechHistory` does, without its looks.
 *
 * @example
 * const { entries, resume } = useSpeechHistory()
 * const { name, state, toggle, isOpen, audio } = useSpeechEntry(entry, { resume })
 */
export function useSpeechEntry(entry: SpeechEntry, { resume }: UseSpeechEntryOptions): UseSpeechEntryResult {
  const ui = useUi(texts)
  const { key, job, error, request, startedAt } = entry
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const { audioSource } = useSpeechAudio(job)
  const state = historyState(entry)
  const voice = job?.voice?.displayName ?? job?.voice?.name
  const what = request ? firstWords(request.text) : (voice ?? ui.t('history.someone'))
  const retry = state === 'unknown' && error?.code === 'unknown_outcome' ? error.retry : undefined

  const ask = async () => {
    setBusy(true)
    setFailed(false)
    const isDone = await resume(key).then(() => true, () => false)
    setBusy(false)
    setFailed(!isDone)
    return isDone
  }
  return {
    state,
    what,
    name: ui.t('history.name', { voice: what, time: writeClock(ui, Date.parse(startedAt)) }),
    voice: request && voice,
    isUnderWay: ['submitting', 'waiting', 'pending', 'processing'].includes(state),
    isPlayable: state === 'completed',
    canResume: job !== undefined && (state === 'stopped' || state === 'late'),
    resume: ask,
    isBusy,
    hasFailed,
    // Its outcome is told by the entry's own state.
    resend: retry && (() => void retry().catch(() => {})),
    async toggle() {
      // Links are short-lived, and none is kept over a reload.
      if (!isOpen && job?.audioUrl === undefined && !(await ask())) return
      setOpen(!isOpen)
    },
    isOpen,
    audio: {
      src: audioSource ?? job?.audioUrl,
      fallbackSrc: job?.audioUrl,
      durationSeconds: job?.durationSeconds,
      onExpired: () => resume(key),
    },
    reason: state === 'failed' ? failureText() : undefined,
  }

  function failureText(): string {
    const reason = error?.code === 'job_failed' ? error.reason : job?.error?.reason
    if (reason) return ui.t('speech.failed-reason', { reason: `${readable(reason)}.` })
    // Without a job nothing was held.
    return job === undefined && error ? errorText(ui, error).text : ui.t('speech.failed')
  }
}
