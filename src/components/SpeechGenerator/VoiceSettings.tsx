'use client'

import type { ReactElement } from 'react'
import type { AudioFormat } from '../../api/index.js'
import { speechInputTexts } from '../../i18n/en/speechInput.js'
import { useUi } from '../../theme/index.js'
import { Field } from '../parts/Field.js'
import { Select } from '../parts/Input.js'
import { Slider } from '../parts/Slider.js'
import { useSettingsInputs } from '../SpeechParts/useSpeechSettings.js'
import type { Draft, Problems } from './types.js'

export interface VoiceSettingsProps extends Pick<Draft, 'format' | 'speed'> {
  formats: readonly AudioFormat[]
  problems: Problems
  onChange: (change: Partial<Pick<Draft, 'format' | 'speed'>>) => void
}

/** The kind of file, and how fast it is spoken. */
export function VoiceSettings({ formats, format, speed, problems, onChange }: VoiceSettingsProps): ReactElement {
  const ui = useUi(speechInputTexts)
  const { selectProps, sliderProps, speedText } = useSettingsInputs({ format, speed }, formats, onChange)
  return (
    <div className="audiopod-speech-settings">
      {formats.length > 1 && (
        <Field label={ui.t('speech.format')} error={problems.format}>
          {(control) => (
            <Select {...control} {...selectProps}>
              {formats.map((name) => (
                <option key={name} value={name}>
                  {name.toUpperCase()}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field
        label={
          <>
            {ui.t('speech.speed')}{' '}
            <span className="audiopod-speech-speed" aria-hidden="true">
              {speedText}
            </span>
          </>
        }
        error={problems.speed}
      >
        {(control) => <Slider {...control} {...sliderProps} at={sliderProps.value / sliderProps.max} />}
      </Field>
    </div>
  )
}
