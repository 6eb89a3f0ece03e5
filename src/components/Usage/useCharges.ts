'use client'

import { type RefCallback, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CreditUsage } from '../../api/types.js'
import { newestFirst } from './usageGroups.js'
import { reportedColumns, type UsageColumn } from './usageColumns.js'

export interface ChargeList {
  /** Those that are shown, the newest first; the last are those without a date. */
  charges: readonly CreditUsage[]
  /** How many there are. */
  count: number
  /** How many more `showMore` shows; 0 where all are shown. */
  more: number
  showMore: () => void
  /** What at least one charge tells: a column of others would say nothing. */
  columns: ReadonlySet<UsageColumn>
  /** For the element whose children are the rows, which need `tabIndex={-1}` each: the focus goes on where the button has gone. */
  listRef: RefCallback<HTMLElement>
}

const none: readonly CreditUsage[] = []

/** Shared by `UsageTableView` and `useUsageTable`. */
export function useCharges(data: readonly CreditUsage[] = none, pageSize = 20): ChargeList {
  const step = Math.max(1, Math.floor(pageSize) || 20)
  const [limit, setLimit] = useState(step)
  const all = useMemo(() => newestFirst(data), [data])
  const columns = useMemo(() => reportedColumns(data), [data])
  const list = useRef<HTMLElement>(null)
  const firstNew = useRef<number>(undefined)

  // The button that was pressed is gone once everything is shown: the focus goes on to what it brought.
  useEffect(() => {
    const rows = list.current?.querySelectorAll<HTMLElement>(':scope > *')
    const row = firstNew.current === undefined ? undefined : rows?.[firstNew.current]
    firstNew.current = undefined
    row?.focus()
  }, [limit])

  return {
    charges: all.slice(0, limit),
    count: all.length,
    more: Math.max(0, Math.min(step, all.length - limit)),
    showMore() {
      if (limit + step >= all.length) firstNew.current = limit
      setLimit(limit + step)
    },
    columns,
    listRef: useCallback((element) => {
      list.current = element
    }, []),
  }
}
