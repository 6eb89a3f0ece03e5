'use client'

import { useCallback, useMemo } from 'react'
import type { SpeechTimestamps } from '../../api/index.js'
import { type CaptionText, captionWords, wordAt } from './captionWords.js'
import { useTimestamps } from './useTimestamps.js'

export interface UseCaptionsOptions {
  /** When each word is heard, or the address that says so (`timestampsSource`). */
  timestamps: SpeechTimestamps | string | undefined
  /** The text as it was written, whose marks and lines the tokens may lack. */
  text?: string | undefined
}

export interface UseCaptionsResult extends CaptionText {
  /** Which of `words` is heard at a position in seconds; -1 for none. */
  wordAt: (seconds: number) => number
}

const NONE: SpeechTimestamps = { type: 'word', tokens: [] }

/**
 * The words of a clip, as they are written and with the times when they are heard; none until they are there, and where
 * they cannot be had.
 *
 * @example
 * const { words, wordAt } = useCaptions({ timestamps: timestampsSource, text: request?.text })
 * const current = wordAt(player.seconds)
 */
export function useCaptions({ timestamps, text }: UseCaptionsOptions): UseCaptionsResult {
  const read = useTimestamps(timestamps ?? NONE)
  const shown = useMemo(() => captionWords(read ?? NONE, read && text), [read, text])
  const { words } = shown
  return { ...shown, wordAt: useCallback((seconds: number) => wordAt(words, seconds), [words]) }
}
