'use client'

import { type ReactElement, type ReactNode, type Ref, useId } from 'react'
import type { Voice } from '../../api/index.js'
import { voiceInputTexts } from '../../i18n/en/voiceInput.js'
import { useUi } from '../../theme/index.js'
import { type ControlProps, Field } from '../parts/Field.js'
import { aboutVoice } from './aboutVoice.js'
import { initials, voiceLabel } from './voices.js'

export interface VoiceFrameProps {
  labelId: string
  voice: Voice | undefined
  error: string | undefined
  isGone: boolean
  /** The combobox's input. */
  input: (control: ControlProps) => ReactNode
  toggle: ReactNode
  boxRef?: Ref<HTMLDivElement> | undefined
  /** The list, while it is open. */
  children?: ReactNode
}

/** What the picker looks like, before and after its list has been fetched. */
export function VoiceFrame(props: VoiceFrameProps): ReactElement {
  const { labelId, voice, error, isGone, input, toggle, boxRef, children } = props
  const ui = useUi(voiceInputTexts)
  const aboutId = useId()
  const words = voice ? aboutVoice(ui, voice) : ''
  // Nothing is laid over an input with a padding of the page's own.
  const isOwn = ui.render.input ?? ui.classNames.input
  const about = isOwn ? '' : words
  const problem = error ?? (isGone ? ui.t('voice.gone') : undefined)
  return (
    <Field label={<span id={labelId}>{ui.t('voice.label')}</span>} error={problem} help={isOwn && words}>
      {(control) => {
        const described = [about ? aboutId : undefined, control['aria-describedby']].filter(Boolean).join(' ')
        return (
          <div
            ref={boxRef}
            className="audiopod-voice"
            data-chosen={voice && !isOwn ? '' : undefined}
            data-lines={about ? 2 : 1}
          >
            {input({ ...control, 'aria-describedby': described || undefined })}
            {voice && !isOwn && <VoiceFace label={voiceLabel(voice)} />}
            {about && (
              <span className="audiopod-voice-about" id={aboutId}>
                {about}
              </span>
            )}
            {toggle}
            {children}
          </div>
        )
      }}
    </Field>
  )
}

/** The round picture: letters, for accounts send no image. */
export function VoiceFace({ label }: { label: string }): ReactElement {
  return (
    <span className="audiopod-voice-face" aria-hidden="true">
      {initials(label)}
    </span>
  )
}
