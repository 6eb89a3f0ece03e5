'use client'

import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { AudioFormat } from '../../api/index.js'
import type { SpeechJob } from '../../client/index.js'
import { useCredits } from '../../react/useCredits.js'
import { useSession } from '../../react/SessionContext.js'
import { useGenerateSpeech } from '../../react/useGenerateSpeech.js'
import { useUi } from '../../theme/index.js'
import { loadAudioPlayer } from './LazyAudioPlayer.js'
import { problemsIn, problemsOf, problemTexts } from './problems.js'
import { SpeechGeneratorView } from './SpeechGeneratorView.js'
import { firstWords } from './textState.js'
import type { Draft, Problems, Subject } from './types.js'
import { useVoiceList } from './useVoiceList.js'
import { findVoice, toOption, voiceLabel } from './voices.js'

const FORMATS: readonly AudioFormat[] = ['mp3', 'wav', 'ogg']

/**
 * From text to sound: the text with its length and about what it costs, a voice, the format and the speed;
 * then progress, and a player. What the person has put in stays through every failure.
 *
 * Needs the permission `speech:generate`; `voices:read` for the list of voices; `credits:read`, if it is
 * there, for a word of warning where the balance may not do.
 *
 * @example
 * <SpeechGenerator defaultVoiceId="aura" onGenerated={(job) => save(job.id)} onAddFunds={() => router.push('/billing')} />
 */
export function SpeechGenerator(props: SpeechGeneratorProps): ReactElement {
  // What one user typed is not for the next.
  const { visit } = useSession()
  return <Generator key={visit} {...props} />
}

function Generator(props: SpeechGeneratorProps): ReactElement {
  const { defaultText = '', defaultVoiceId, formats = FORMATS, onGenerated, onAddFunds, captions, className } = props
  const ui = useUi(problemTexts)
  const speech = useGenerateSpeech()
  const list = useVoiceList()
  const credits = useCredits()
  const [text, setText] = useState(defaultText)
  const [chosenId, setChosenId] = useState(defaultVoiceId)
  const [settings, setSettings] = useState<Pick<Draft, 'format' | 'speed'>>({ format: formats[0] ?? 'mp3', speed: 1 })
  const [problems, setProblems] = useState<Problems>({})
  const [sent, setSent] = useState<Subject>({})
  /** What was to be sent when there was no voice yet: as it stood at the press. */
  const [pressed, setPressed] = useState<Draft>()
  const inputsRef = useRef<HTMLDivElement>(null)
  /** Set when problems come in, and not when one of them is mended. */
  const wantsFocus = useRef(false)

  const voiceId = chosenId ?? list.voices.find((voice) => toOption(voice).blocked === undefined)?.id
  const draft: Draft = { text, voiceId, ...settings }

  const onDraft = ({ text: newText, voiceId: newVoice, ...change }: Partial<Draft>) => {
    if (newText !== undefined) setText(newText)
    if (newVoice !== undefined) setChosenId(newVoice)
    setSettings((now) => ({ ...now, ...change }))
    const changed = [newText !== undefined && 'text', newVoice !== undefined && 'voiceId', ...Object.keys(change)]
    setProblems((now) => Object.fromEntries(Object.entries(now).filter(([name]) => !changed.includes(name))))
  }

  const send = (wanted: Draft) => {
    const found = problemsOf(wanted, list, ui)
    setProblems(found)
    setPressed(undefined)
    if (Object.keys(found).length > 0) return
    const { voiceId: id, ...request } = wanted
    if (id === undefined) return setPressed(wanted)
    const voice = findVoice(list.voices, id)
    setSent({ words: firstWords(wanted.text), voice: voice && voiceLabel(voice) })
    // Where this fails, it is tried again when there is something to play.
    loadAudioPlayer().catch(() => {})
    void speech.generate({ ...request, voiceId: id, ...(captions && { timestamps: 'word' }) })
  }
  const generate = () => {
    wantsFocus.current = true
    send(draft)
  }

  const isSettled = pressed !== undefined && (voiceId !== undefined || !list.isLoading)
  const sendPressed = useRef(() => {})
  useEffect(() => {
    sendPressed.current = () => {
      if (pressed === undefined) return
      // By now the person may be writing on: a problem with the voice does not take them away.
      wantsFocus.current = !inputsRef.current?.querySelector('textarea:focus')
      send({ ...pressed, voiceId })
    }
  })
  useEffect(() => {
    if (isSettled) sendPressed.current()
  }, [isSettled])

  // What was kept over a reload stands in the inputs again, unless there is something new in them.
  const kept = speech.isResumed ? speech.request : undefined
  const [shownAgain, setShownAgain] = useState<typeof kept>()
  if (kept !== undefined && kept !== shownAgain) {
    setShownAgain(kept)
    if (text === '') {
      setText(kept.text)
      setChosenId((now) => now ?? kept.voiceId)
      setSettings((now) => ({ format: kept.format ?? now.format, speed: kept.speed ?? now.speed }))
    }
  }

  // What the account found wrong stands at the inputs until they are changed.
  const { error } = speech
  const uiRef = useRef(ui)
  useEffect(() => {
    uiRef.current = ui
  })
  useEffect(() => {
    const found = problemsIn(error, uiRef.current)
    if (Object.keys(found).length === 0) return
    wantsFocus.current = true
    setProblems(found)
  }, [error])

  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    inputsRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])

  // By its id: a job is told of once, however often its state is read.
  const { status, job } = speech
  const told = useRef<string>(undefined)
  useEffect(() => {
    if (status !== 'completed' || job === undefined || told.current === job.id) return
    told.current = job.id
    onGenerated?.(job)
  }, [status, job, onGenerated])

  return (
    <SpeechGeneratorView
      draft={draft}
      onDraft={onDraft}
      problems={problems}
      voices={list}
      formats={formats}
      available={credits.data?.totalAvailable}
      speech={pressed ? { ...speech, isAwaitingVoice: true } : speech}
      subject={
        speech.isResumed
          ? { words: kept && firstWords(kept.text), voice: job?.voice?.displayName ?? job?.voice?.name }
          : sent
      }
      onGenerate={generate}
      onStop={() => (pressed ? setPressed(undefined) : speech.cancel())}
      onEdit={() => inputsRef.current?.querySelector('textarea')?.focus()}
      onRefresh={speech.refresh}
      onAddFunds={onAddFunds}
      inputsRef={inputsRef}
      className={className}
    />
  )
}

export interface SpeechGeneratorProps {
  /** The text to begin with. @default '' */
  defaultText?: string | undefined
  /** The voice to begin with, by its id or its name. @default the first one of the account's list that is ready */
  defaultVoiceId?: string | undefined
  /** The formats to choose from; with a single one there is no choice. @default ['mp3', 'wav', 'ogg'] */
  formats?: readonly AudioFormat[] | undefined
  /** Called once for each job that has ended well, also for one from before a reload. */
  onGenerated?: ((job: SpeechJob) => void) | undefined
  /**
   * Asks for the times of the words as well: they are marked as they are spoken. Their file is AudioPod's, and its host
   * must let the page read it (CORS); where it does not, the audio plays without.
   * @default false
   */
  captions?: boolean | undefined
  /** Shows “Add funds” where the balance will not do. */
  onAddFunds?: (() => void) | undefined
  className?: string | undefined
}
