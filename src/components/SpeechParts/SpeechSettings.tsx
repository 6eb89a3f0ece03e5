'use client'

import type { ReactElement } from 'react'
import type { AudioFormat } from '../../api/index.js'
import { WidgetRoot } from '../../theme/index.js'
import { VoiceSettings } from '../SpeechGenerator/VoiceSettings.js'

const FORMATS: readonly AudioFormat[] = ['mp3', 'wav', 'ogg']

/**
 * The kind of file, and how fast it is spoken: from a quarter of the usual speed, 1, to four times it.
 *
 * @example
 * const [settings, setSettings] = useState<SpeechSettingsValue>({ format: 'mp3', speed: 1 })
 * <SpeechSettings value={settings} onChange={setSettings} />
 */
export function SpeechSettings({ value, onChange, formats = FORMATS, className }: SpeechSettingsProps): ReactElement {
  return (
    <WidgetRoot name="speech-settings-box" className={className}>
      <VoiceSettings
        {...value}
        formats={formats}
        problems={{}}
        onChange={(change) => onChange({ ...value, ...change })}
      />
    </WidgetRoot>
  )
}

export interface SpeechSettingsValue {
  format: AudioFormat
  /** 0.25 to 4; 1 is as usual. */
  speed: number
}

export interface SpeechSettingsProps {
  value: SpeechSettingsValue
  onChange: (value: SpeechSettingsValue) => void
  /** The formats to choose from; with a single one there is no choice. @default ['mp3', 'wav', 'ogg'] */
  formats?: readonly AudioFormat[] | undefined
  className?: string | undefined
}
