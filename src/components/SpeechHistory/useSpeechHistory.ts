'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { useSpeechJobs } from '../../react/useSpeechJobs.js'
import type { SpeechEntry } from '../../state/types.js'

export interface UseSpeechHistoryOptions {
  /** How many are shown at first, and how many more at each press. @default 20 */
  pageSize?: number | undefined
}

export interface UseSpeechHistoryResult {
  /** Those that are shown, newest first: what each can do is told by `useSpeechEntry`. */
  entries: readonly SpeechEntry[]
  /** How many there are. */
  count: number
  /** How many more `showMore` shows; 0 where all are shown. */
  more: number
  showMore: () => void
  /** Follows the job of an entry again; rejects where it cannot be asked for. */
  resume: (key: string) => Promise<void>
  /** Stops waiting for an entry. */
  stop: (key: string) => void
  /** Takes an entry out of the list; where the focus was in its row, it goes to the one that takes its place. */
  remove: (key: string) => void
  /** For the element whose children are the rows, which need `tabIndex={-1}` each. */
  listRef: RefObject<HTMLOListElement | null>
  /** For an element with `tabIndex={-1}` that has the focus where the last row has gone. */
  headRef: RefObject<HTMLDivElement | null>
}

/**
 * What `SpeechHistory` does, without its looks: the list of this user's jobs, a part of it at a time, and where the focus goes.
 *
 * @example
 * const { entries, more, showMore, remove, listRef } = useSpeechHistory()
 */
export function useSpeechHistory({ pageSize = 20 }: UseSpeechHistoryOptions = {}): UseSpeechHistoryResult {
  const { entries, resume, stop, remove } = useSpeechJobs()
  const step = Math.max(1, Math.floor(pageSize) || 20)
  const [limit, setLimit] = useState(step)
  const listRef = useRef<HTMLOListElement>(null)
  const headRef = useRef<HTMLDivElement>(null)
  /** The row that the focus goes to once the list is written anew. */
  const focusAt = useRef<number>(undefined)

  useEffect(() => {
    const at = focusAt.current
    if (at === undefined) return
    focusAt.current = undefined
    const rows = listRef.current?.querySelectorAll<HTMLElement>(':scope > *')
    const row = rows?.[Math.min(at, rows.length - 1)] ?? headRef.current
    row?.focus()
  })

  const shown = entries.slice(0, limit)
  return {
    entries: shown,
    count: entries.length,
    more: Math.min(step, entries.length - shown.length),
    showMore() {
      if (limit + step >= entries.length) focusAt.current = limit
      setLimit(limit + step)
    },
    resume,
    stop,
    remove(key) {
      const at = [...(listRef.current?.children ?? [])].findIndex((row) => row.matches(':focus-within'))
      focusAt.current = at < 0 ? undefined : at
      remove(key)
    },
    listRef,
    headRef,
  }
}
