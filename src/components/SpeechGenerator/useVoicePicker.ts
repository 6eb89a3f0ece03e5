'use client'

import { useMemo, useState } from 'react'
import { useVoiceList } from './useVoiceList.js'
import { useVoicePreview, type UseVoicePreviewResult } from './useVoicePreview.js'
import { isGone, type VoiceList } from './VoicePicker.js'
import { findVoice, toOption, type VoiceGroup, type VoiceOption, voiceGroups } from './voices.js'

export interface UseVoicePickerOptions {
  /** The id or, as AudioPod also takes it, the name of the chosen voice. */
  value: string | undefined
}

export interface UseVoicePickerResult extends VoiceList, UseVoicePreviewResult {
  /** What the list is narrowed by: words of names, languages and descriptions. */
  query: string
  setQuery: (query: string) => void
  /** The voices that match, the person's own first. One that is `blocked` is shown, and not to be chosen. */
  groups: readonly VoiceGroup[]
  chosen: VoiceOption | undefined
  /** Every voice is known, and the chosen one is not among them. */
  isGone: boolean
}

/**
 * What `VoicePicker` does, without its looks: the account's voices, a page at a time, searched and grouped, the chosen one, and
 * samples to hear. For a listbox, a combobox or a set of radio buttons of your own.
 *
 * @example
 * const { groups, query, setQuery, hasMore, onLoadMore, audioProps, toggle } = useVoicePicker({ value: voiceId })
 */
export function useVoicePicker({ value }: UseVoicePickerOptions): UseVoicePickerResult {
  const list = useVoiceList()
  const preview = useVoicePreview()
  const [query, setQuery] = useState('')
  const { voices } = list
  const groups = useMemo(() => voiceGroups(voices, query), [voices, query])
  const voice = findVoice(voices, value)
  return { ...list, ...preview, query, setQuery, groups, chosen: voice && toOption(voice), isGone: isGone({ list, value }) }
}
