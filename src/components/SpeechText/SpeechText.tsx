'use client'

import type { ReactElement } from 'react'
import { WidgetRoot } from '../../theme/index.js'
import { TextInput } from './TextInput.js'

/**
 * The text to be spoken: its length in AudioPod's own count, about what it costs in credits, a menu of directions (pauses,
 * cues, sounds, pronunciation) that are written at the caret, and a hint at those that may not be taken as they are meant.
 * It cuts and changes nothing: what was typed is what `onChange` gets.
 *
 * @example
 * const [text, setText] = useState('')
 * <SpeechText value={text} onChange={setText} />
 */
export function SpeechText({ className, ...props }: SpeechTextProps): ReactElement {
  return (
    <WidgetRoot name="speech-text" className={className}>
      <TextInput {...props} />
    </WidgetRoot>
  )
}

export interface SpeechTextProps {
  value: string
  onChange: (text: string) => void
  /** What is wrong with it, said at the box. A text beyond 20,000 characters is said by itself. */
  error?: string | undefined
  className?: string | undefined
}
