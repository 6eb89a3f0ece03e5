'use client'

import type { ChangeEvent } from 'react'
import { speedTexts } from '../../i18n/en/speed.js'
import type { AudioFormat } from '../../api/index.js'
import { useUi } from '../../theme/index.js'
import { SPEED_STOPS, speedAt, stopOf } from '../SpeechGenerator/speedStops.js'
import type { SpeechSettingsValue } from './SpeechSettings.js'

const FORMATS: readonly AudioFormat[] = ['mp3', 'wav', 'ogg']

export interface UseSpeechSettingsOptions {
  /** What is chosen now; `draft` of `useSpeechGenerator` does. */
  value: SpeechSettingsValue
  /** Told the format and the speed, both, when one of them is changed; `change` of `useSpeechGenerator` does. */
  onChange: (value: SpeechSettingsValue) => void
  /** The formats to choose from. @default ['mp3', 'wav', 'ogg'] */
  formats?: readonly AudioFormat[] | undefined
}

export interface UseSpeechSettingsResult {
  /** The formats to choose from; with a single one there is no choice. */
  formats: readonly AudioFormat[]
  /** For a `<select>` whose options have the formats as values. */
  selectProps: { value: AudioFormat; onChange: (event: ChangeEvent<HTMLSelectElement>) => void }
  /** For an `<input type="range">`: steps of 0.05 up to twice the usual speed, of 0.25 above, and its words for screen readers. */
  sliderProps: {
    min: number
    max: number
    step: number
    value: number
    'aria-valuetext': string
    onChange: (event: ChangeEvent<HTMLInputElement>) => void
  }
  /** The speed as it is written for the reader: `1.25x`. */
  speedText: string
}

/**
 * What `SpeechSettings` does, without its looks: the kind of file, and the speed on a slider whose steps are those that
 * the ear tells apart.
 *
 * @example
 * const { formats, selectProps, sliderProps, speedText } = useSpeechSettings({ value, onChange: setValue })
 * <select aria-label="Format" {...selectProps}>{formats.map((name) => <option key={name}>{name}</option>)}</select>
 * <input type="range" aria-label="Speed" {...sliderProps} /> {speedText}
 */
export function useSpeechSettings({ value, onChange, formats = FORMATS }: UseSpeechSettingsOptions): UseSpeechSettingsResult {
  const { format, speed } = value
  return useSettingsInputs({ format, speed }, formats, (change) => onChange({ format, speed, ...change }))
}

/** The same, telling only what was changed. */
export function useSettingsInputs(
  { format, speed }: SpeechSettingsValue,
  formats: readonly AudioFormat[],
  onChange: (change: Partial<SpeechSettingsValue>) => void,
): UseSpeechSettingsResult {
  const ui = useUi(speedTexts)
  const speedText = ui.t('player.times', { speed })
  return {
    formats,
    selectProps: {
      value: format,
      onChange({ target }) {
        const chosen = formats.find((candidate) => candidate === target.value)
        if (chosen) onChange({ format: chosen })
      },
    },
    sliderProps: {
      min: 0,
      max: SPEED_STOPS.length - 1,
      step: 1,
      value: stopOf(speed),
      'aria-valuetext': speedText,
      onChange: ({ target }) => onChange({ speed: speedAt(Number(target.value)) }),
    },
    speedText,
  }
}
