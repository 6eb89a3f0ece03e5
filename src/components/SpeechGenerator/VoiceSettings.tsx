'use client'

import type { ReactElement } from 'react'
import type { AudioFormat } from '../../api/index.js'
import { speechInputTexts } from '../../i18n/en/speechInput.js'
import { speedTexts } from '../../i18n/en/speed.js'
import { useUi } from '../../theme/index.js'
import { Field } from '../parts/Field.js'
import { Select } from '../parts/Input.js'
import { Slider } from '../parts/Slider.js'
import { SPEED_STOPS, speedAt, stopOf } from './speedStops.js'
import type { Draft, Problems } from './types.js'

const texts = { ...speechInputTexts, ...speedTexts }

export interface VoiceSettingsProps extends Pick<Draft, 'format' | 'speed'> {
  formats: readonly AudioFormat[]
  problems: Problems
  onChange: (change: Partial<Pick<Draft, 'format' | 'speed'>>) => void
}

/** The kind of file, and how fast it is spoken. */
export function VoiceSettings({ formats, format, speed, problems, onChange }: VoiceSettingsProps): ReactElement {
  const ui = useUi(texts)
  const last = SPEED_STOPS.length - 1
  const stop = stopOf(speed)
  const words = ui.t('player.times', { speed })
  return (
    <div className="audiopod-speech-settings">
      {formats.length > 1 && (
        <Field label={ui.t('speech.format')} error={problems.format}>
          {(control) => (
            <Select
              {...control}
              value={format}
              onChange={({ target }) => {
                const chosen = formats.find((candidate) => candidate === target.value)
                if (chosen) onChange({ format: chosen })
              }}
            >
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
            {ui.t('speech.speed')}
            <span className="audiopod-speech-speed" aria-hidden="true">
              {words}
            </span>
          </>
        }
        error={problems.speed}
      >
        {(control) => (
          <Slider
            {...control}
            at={stop / last}
            min={0}
            max={last}
            step={1}
            value={stop}
            aria-valuetext={words}
            onChange={(event) => onChange({ speed: speedAt(Number(event.target.value)) })}
          />
        )}
      </Field>
    </div>
  )
}
