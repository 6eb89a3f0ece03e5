'use client'

import { type ReactElement, useEffect, useRef } from 'react'
import { durationTexts } from '../../i18n/en/common.js'
import { speechTexts } from '../../i18n/en/speech.js'
import { voiceTexts } from '../../i18n/en/voice.js'
import { writePercent } from '../../i18n/writers.js'
import { useUi } from '../../theme/index.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { useNow } from '../parts/ticker.js'
import { elapsedText, secondsSince } from './elapsed.js'
import { type ProgressPoint, progressNews } from './progressNews.js'
import { isUnderWay, type SpeechPhase } from './speechPhase.js'
import type { SpeechShown } from './types.js'

const texts = { ...speechTexts, ...voiceTexts, ...durationTexts }

interface SpeechNewsProps {
  phase: SpeechPhase
  speech: SpeechShown
  /** Whether a job was under way before this was there. */
  wasUnderWay?: boolean | undefined
}

/** Says how a job goes on to those who do not see it. Failures are said by their notices. */
export function SpeechNews({ phase, speech, wasUnderWay }: SpeechNewsProps): ReactElement {
  const ui = useUi(texts)
  const [message, say] = useAnnouncement()
  const { status, progress, startedAt } = speech
  const elapsedSeconds = secondsSince(startedAt, useNow(isUnderWay(phase) ? 1000 : undefined))
  const before = useRef<ProgressPoint & { phase: SpeechPhase }>(undefined)

  useEffect(() => {
    const now = { status, progress, elapsedSeconds, phase }
    const last = before.current
    before.current = now
    if (phase === 'done' && (last ? last.phase !== 'done' : wasUnderWay)) say(ui.t('speech.announce-done'))
    if (phase === 'voices' && last?.phase !== 'voices') say(ui.t('voice.loading'))
    const news = progressNews(last, now)
    if (news?.kind === 'started') say(ui.t('speech.announce-started'))
    if (news?.kind === 'percent') say(ui.t('speech.announce-percent', { percent: writePercent(ui, news.percent / 100) }))
    if (news?.kind === 'still') say(ui.t('speech.announce-still', { time: elapsedText(ui, news.seconds) }))
  }, [status, progress, elapsedSeconds, phase, say, ui, wasUnderWay])

  return <LiveRegion message={message} />
}
