'use client'

import { type RefObject, type TextareaHTMLAttributes, useMemo, useRef } from 'react'
import { MAX_TEXT_LENGTH } from '../../api/index.js'
import { directionTexts } from '../../i18n/en/directions.js'
import { useUi } from '../../theme/index.js'
import { textState, type TextState } from '../SpeechGenerator/textState.js'
import type { DirectionFinding } from './directions.js'
import { type DirectionOffer, directionOffers, openPart } from './directionOffers.js'
import { findingText } from './findingText.js'
import { insertText } from './insertText.js'
import { useDirectionCheck } from './useDirectionCheck.js'

export interface UseSpeechTextOptions {
  value: string
  onChange: (text: string) => void
}

export interface UseSpeechTextResult extends TextState {
  /** For a `<textarea>`. */
  textareaProps: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref: RefObject<HTMLTextAreaElement | null> }
  /** In code points, as AudioPod counts. */
  maxLength: number
  /** Code points that are left; 0 beyond the limit. */
  remaining: number
  /** Directions of AudioPod that can be written into a text, to be offered. */
  offers: readonly (DirectionOffer & { label: string })[]
  /** Writes a direction at the caret, as if it had been typed: Ctrl+Z takes it back. */
  insert: (offer: Pick<DirectionOffer, 'written' | 'isOpen'>) => void
  /** Directions that may not be taken as they are meant; looked at when the hands rest. They keep nothing from being sent. */
  findings: readonly (DirectionFinding & { message: string })[]
  /** Selects one of them in the text. */
  show: (finding: Pick<DirectionFinding, 'start' | 'end'>) => void
}

/**
 * What `SpeechText` does, without its looks: the text's length in AudioPod's own count, what it costs, the directions that
 * can be written into it, and those that may be mistaken. It cuts and changes nothing.
 *
 * @example
 * const { textareaProps, length, maxLength, level } = useSpeechText({ value: text, onChange: setText })
 * <textarea aria-label="Text" {...textareaProps} /> <small>{length} of {maxLength}</small>
 */
export function useSpeechText({ value, onChange }: UseSpeechTextOptions): UseSpeechTextResult {
  const ref = useRef<HTMLTextAreaElement>(null)
  const state = useMemo(() => textState(value), [value])
  const ui = useUi(directionTexts)
  const { settled, findings } = useDirectionCheck(value)
  return {
    ...state,
    textareaProps: {
      ref,
      value,
      // An empty box follows the page, so that its placeholder does.
      dir: value === '' ? undefined : 'auto',
      'aria-invalid': state.level === 'over' || undefined,
      onChange: (event) => onChange(event.target.value),
    },
    maxLength: MAX_TEXT_LENGTH,
    remaining: Math.max(0, MAX_TEXT_LENGTH - state.length),
    offers: directionOffers.map((offer) => ({ ...offer, label: ui.t(`direction.${offer.id}`) })),
    insert: (offer) => {
      if (ref.current) insertText(ref.current, offer.written, openPart(offer))
    },
    findings: findings.map((finding) => ({ ...finding, message: findingText(ui, settled, finding) })),
    show: ({ start, end }) => {
      ref.current?.focus()
      ref.current?.setSelectionRange(start, end)
    },
  }
}
