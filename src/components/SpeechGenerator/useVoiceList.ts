'use client'

import { useCallback, useState } from 'react'
import { MAX_VOICES_PER_PAGE, type Voice } from '../../api/index.js'
import { useVoices } from '../../react/useVoices.js'
import type { VoiceList } from './VoicePicker.js'

const NO_VOICES: readonly Voice[] = []

/** The account's voices as the picker wants them, a page at a time. */
export function useVoiceList(): VoiceList {
  const { data, error, isLoading, isValidating, loadMore, mutate } = useVoices()
  const voices = data?.items ?? NO_VOICES
  const count = voices.length
  /** How many there were when more were asked for: as many afterwards were all. */
  const [askedAt, setAskedAt] = useState<number>()

  return {
    voices,
    isLoading: isLoading || (data === undefined && error === undefined),
    isLoadingMore: isValidating && data !== undefined,
    hasMore: hasMoreVoices(count, data?.total, data?.hasMore) && (isValidating || askedAt !== count),
    hasFailed: error !== undefined,
    refusal: error?.code === 'unauthorized' ? error : undefined,
    onLoadMore: useCallback(() => {
      setAskedAt(count)
      loadMore()
    }, [count, loadMore]),
    onRetry: useCallback(() => void mutate(), [mutate]),
  }
}

/** Whether there are more than were loaded; where the account does not say, a full last page makes it likely. */
export function hasMoreVoices(count: number, total: number | undefined, hasMore: boolean | undefined): boolean {
  if (hasMore !== undefined) return hasMore
  return total === undefined ? count > 0 && count % MAX_VOICES_PER_PAGE === 0 : count < total
}
