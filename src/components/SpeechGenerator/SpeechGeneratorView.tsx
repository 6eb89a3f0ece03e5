'use client'

import { type ReactElement, useId } from 'react'
import type { AudioFormat } from '../../api/index.js'
import { speechInputTexts } from '../../i18n/en/speechInput.js'
import { useUi, WidgetRoot } from '../../theme/index.js'
import { Button } from '../parts/Button.js'
import { Card, Title } from '../parts/Card.js'
import { LazyOutcome, type LazyOutcomeProps, loadOutcome } from './LazyOutcome.js'
import { isUnderWay, speechPhase } from './speechPhase.js'
import { TextInput } from '../SpeechText/TextInput.js'
import { textState } from './textState.js'
import type { Draft, Problems } from './types.js'
import type { UseSpeechGeneratorResult } from './useSpeechGenerator.js'
import { VoicePicker, type VoiceList } from './VoicePicker.js'
import { VoiceSettings } from './VoiceSettings.js'

export interface SpeechGeneratorViewProps extends Omit<LazyOutcomeProps, 'phase' | 'refusal' | 'needed'> {
  draft: Draft
  onDraft: (change: Partial<Draft>) => void
  problems: Problems
  voices: VoiceList
  formats: readonly AudioFormat[]
  /** Of the element that holds every input. */
  inputsProps?: UseSpeechGeneratorResult['inputsProps'] | undefined
  className?: string | undefined
}

// Where this fails, it is tried again when there is something to show.
const prepare = () => void loadOutcome().catch(() => {})

/** The widget without its hooks: everything it shows, from its props. */
export function SpeechGeneratorView(props: SpeechGeneratorViewProps): ReactElement {
  const { draft, onDraft, problems, voices, formats, onGenerate, inputsProps, className } = props
  const ui = useUi(speechInputTexts)
  const titleId = useId()
  const phase = speechPhase(props.speech)
  const { credits } = textState(draft.text)

  return (
    <WidgetRoot name="speech" state={phase} className={className}>
      <Card labelledBy={titleId}>
        <Title id={titleId}>{ui.t('speech.title')}</Title>
        <div className="audiopod-speech-inputs" {...inputsProps} onFocus={prepare}>
          <TextInput value={draft.text} onChange={(text) => onDraft({ text })} error={problems.text} />
          <div className="audiopod-speech-controls">
            <VoiceSettings
              formats={formats}
              format={draft.format}
              speed={draft.speed}
              problems={problems}
              onChange={onDraft}
            />
            <VoicePicker
              list={voices}
              value={draft.voiceId}
              onChange={(voiceId) => onDraft({ voiceId })}
              error={problems.voiceId}
            />
            <Button
              variant="primary"
              busy={isUnderWay(phase)}
              onClick={onGenerate}
              aria-keyshortcuts="Control+Enter Meta+Enter"
            >
              {ui.t('speech.generate')}
            </Button>
          </div>
        </div>
        <LazyOutcome {...props} phase={phase} refusal={voices.refusal} needed={credits} />
      </Card>
    </WidgetRoot>
  )
}
