'use client'

import type { ReactElement } from 'react'
import { WidgetRoot } from '../../theme/index.js'
import { useVoiceList } from '../SpeechGenerator/useVoiceList.js'
import { VoicePicker as VoicePickerView } from '../SpeechGenerator/VoicePicker.js'

/**
 * The account's voices to choose from: searched by name, language and description, the person's own first, with a sample
 * of each. Needs the permission `voices:read`. Without it, and to show them your own way, there is `useVoices`.
 *
 * @example
 * const [voiceId, setVoiceId] = useState<string>()
 * <VoicePicker value={voiceId} onChange={setVoiceId} />
 */
export function VoicePicker({ className, ...props }: VoicePickerProps): ReactElement {
  const list = useVoiceList()
  return (
    <WidgetRoot name="voice-picker" className={className}>
      <VoicePickerView {...props} list={list} />
    </WidgetRoot>
  )
}

export interface VoicePickerProps {
  /** The id or, as AudioPod also takes it, the name of the chosen voice. */
  value: string | undefined
  onChange: (voiceId: string) => void
  /** What is wrong with the choice. */
  error?: string | undefined
  className?: string | undefined
}
