'use client'

import { useCallback, useMemo } from 'react'
import useSWRInfinite from 'swr/infinite'
import { useStore } from 'zustand'
import { MAX_VOICES_PER_PAGE, type VoicePage } from '../api/index.js'
import { readVoicePage, type VoicesQuery } from '../client/index.js'
import type { AudioPodError } from '../errors/index.js'
import { queryKey, waitName } from './queryKey.js'
import { useSession } from './SessionContext.js'
import type { UseVoicesResult } from './types.js'
import { toRetry, visibleError } from './useQuery.js'

export type UseVoicesOptions = Omit<VoicesQuery, 'skip'>

/**
 * The voices that speech can be made with, a page at a time.
 *
 * @example
 * const { data, loadMore } = useVoices({ type: 'custom' })
 * data?.items.map((voice) => voice.displayName ?? voice.name)
 */
export function useVoices({ type, includePublic, limit = MAX_VOICES_PER_PAGE }: UseVoicesOptions = {}): UseVoicesResult {
  const { session, swr, onError } = useSession()
  const input = { type, includePublic, limit }
  const name = waitName('voices.list', input)
  const pages = useSWRInfinite<VoicePage, AudioPodError>(
    (index: number, previous: VoicePage | null) => {
      if (previous && (previous.hasMore === false || previous.items.length === 0)) return null
      return queryKey(session, 'voices.list', { ...input, skip: index * limit })
    },
    ([, , , query]: [string, string, string, VoicesQuery]) =>
      session.read(name, (connection, options) => readVoicePage(connection, query, options), waitName('voices.list', query)),
    { ...swr, onError, revalidateFirstPage: false },
  )
  const wait = useStore(session.waits, (waits) => waits[name])
  const data = useMemo(() => merged(pages.data), [pages.data])
  const { mutate: mutatePages, setSize } = pages
  const mutate = useCallback(async () => merged(await mutatePages()), [mutatePages])
  const loadMore = useCallback(() => void setSize((size) => size + 1), [setSize])
  return {
    data,
    error: visibleError(pages.error, wait),
    isLoading: pages.isLoading,
    isValidating: pages.isValidating,
    mutate,
    retry: toRetry(wait),
    updatedAt: session.answeredAt.get(name),
    loadMore,
  }
}

/** One page out of all that were loaded; `hasMore` is the last one's. */
function merged(pages: VoicePage[] | undefined): VoicePage | undefined {
  const last = pages?.at(-1)
  if (!pages || !last) return undefined
  return pages.length === 1 ? last : { ...last, items: pages.flatMap((page) => page.items) }
}
