'use client'

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { AudioFormat } from '../../api/index.js'
import type { SpeechJob } from '../../client/index.js'
import { useCredits } from '../../react/useCredits.js'
import { useSession } from '../../react/SessionContext.js'
import { useGenerateSpeech } from '../../react/useGenerateSpeech.js'
import { useUi } from '../../theme/index.js'
import { problemsIn, problemsOf, problemTexts } from './problems.js'
import { isUnderWay, type SpeechPhase, speechPhase } from './speechPhase.js'
import { firstWords } from './textState.js'
import type { Draft, Problems, SpeechShown, Subject } from './types.js'
import { useVoiceList } from './useVoiceList.js'
import type { VoiceList } from './VoicePicker.js'
import { findVoice, toOption, voiceLabel } from './voices.js'

const FORMATS: readonly AudioFormat[] = ['mp3', 'wav', 'ogg']

export interface UseSpeechGeneratorOptions {
  /** The text to begin with. @default '' */
  defaultText?: string | undefined
  /** The voice to begin with, by its id or its name. @default the first one of the account's list that is ready */
  defaultVoiceId?: string | undefined
  /** The formats to choose from; with a single one there is no choice. @default ['mp3', 'wav', 'ogg'] */
  formats?: readonly AudioFormat[] | undefined
  /** Called once for each job that has ended well, also for one from before a reload. */
  onGenerated?: ((job: SpeechJob) => void) | undefined
  /**
   * Asks for the times of the words as well: they are marked as they are spoken. Behind another proxy than
   * `createAudioPodProxy` their file's host must let the page read it (CORS); where it does not, the audio plays without.
   * @default false
   */
  captions?: boolean | undefined
}

export interface UseSpeechGeneratorResult {
  /** What the person has put in; it stays through every failure. `voiceId` is undefined while no voice is known. */
  draft: Draft
  /** Changes some of it, and takes back what was said to be wrong with that. */
  change: (change: Partial<Draft>) => void
  /** What is wrong, by the name of the input, in the person's language: from our checks and from the account. */
  problems: Problems
  /** The account's voices, as `useVoicePicker` takes them. */
  voices: VoiceList
  formats: readonly AudioFormat[]
  /** Credits that may be spent; undefined where nobody says. */
  available: number | undefined
  /** The job: its state, progress, audio and error. */
  speech: SpeechShown
  /** What there is to show below the button. */
  phase: SpeechPhase
  /** A job is under way, or waits to be: `generate` would come too early. */
  isUnderWay: boolean
  /** What tells this job from others. */
  subject: Subject
  /** Checks the draft, and sends it where nothing is wrong; else the focus goes to the first input that is. */
  generate: () => void
  /** Stops waiting. AudioPod has no way to cancel: what was accepted goes on and is charged. */
  stop: () => void
  /** Brings the person back to their text. */
  edit: () => void
  /** Asks for the job once more: for a fresh link to its audio, or to follow it again. */
  refresh: () => Promise<void>
  /**
   * For the element that holds every input: the keys that generate, and where the focus finds what is wrong. Inputs in it say so
   * by `aria-invalid`.
   */
  inputsProps: { ref: RefObject<HTMLDivElement | null>; onKeyDown: (event: KeyboardEvent) => void }
}

/**
 * What `SpeechGenerator` does, without its looks: the draft and what is wrong with it, the voices, the balance, and one
 * job from the press to its audio.
 *
 * @example
 * const { draft, change, problems, generate, inputsProps, speech } = useSpeechGenerator({ defaultVoiceId: 'aura' })
 * <div {...inputsProps}>
 *   <MyTextarea value={draft.text} onChange={(text) => change({ text })} error={problems.text} />
 * </div>
 */
export function useSpeechGenerator(options: UseSpeechGeneratorOptions = {}): UseSpeechGeneratorResult {
  const { defaultText = '', defaultVoiceId, formats = FORMATS, onGenerated, captions } = options
  const ui = useUi(problemTexts)
  const { visit } = useSession()
  const generation = useGenerateSpeech()
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

  // What one user typed is not for the next.
  const [seenVisit, setSeenVisit] = useState(visit)
  if (seenVisit !== visit) {
    setSeenVisit(visit)
    setText(defaultText)
    setChosenId(defaultVoiceId)
    setSettings({ format: formats[0] ?? 'mp3', speed: 1 })
    setProblems({})
    setSent({})
    setPressed(undefined)
  }

  const voiceId = chosenId ?? list.voices.find((voice) => toOption(voice).blocked === undefined)?.id
  const draft: Draft = { text, voiceId, ...settings }

  const change = ({ text: newText, voiceId: newVoice, ...rest }: Partial<Draft>) => {
    if (newText !== undefined) setText(newText)
    if (newVoice !== undefined) setChosenId(newVoice)
    setSettings((now) => ({ ...now, ...rest }))
    const changed = [newText !== undefined && 'text', newVoice !== undefined && 'voiceId', ...Object.keys(rest)]
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
    void generation.generate({ ...request, voiceId: id, ...(captions && { timestamps: 'word' }) })
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
  const kept = generation.isResumed ? generation.request : undefined
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
  const { error } = generation
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
  const { status, job } = generation
  const told = useRef<string>(undefined)
  useEffect(() => {
    if (status !== 'completed' || job === undefined || told.current === job.id) return
    told.current = job.id
    onGenerated?.(job)
  }, [status, job, onGenerated])

  const speech: SpeechShown = pressed ? { ...generation, isAwaitingVoice: true } : generation
  const phase = speechPhase(speech)
  const isBusy = isUnderWay(phase)
  return {
    draft,
    change,
    problems,
    voices: list,
    formats,
    available: credits.data?.totalAvailable,
    speech,
    phase,
    isUnderWay: isBusy,
    subject: generation.isResumed
      ? { words: kept && firstWords(kept.text), voice: job?.voice?.displayName ?? job?.voice?.name }
      : sent,
    generate,
    stop: () => (pressed ? setPressed(undefined) : generation.cancel()),
    edit: () => inputsRef.current?.querySelector('textarea')?.focus(),
    refresh: generation.refresh,
    inputsProps: {
      ref: inputsRef,
      onKeyDown(event) {
        const isMeant = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
        if (!isMeant || event.repeat) return
        event.preventDefault()
        if (!isBusy) generate()
      },
    },
  }
}
