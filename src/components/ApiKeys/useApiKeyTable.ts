'use client'

import { useCallback, useContext, useMemo, useState } from 'react'
import type { ApiKey } from '../../api/types.js'
import { UiOptionsContext } from '../../theme/UiOptionsContext.js'
import {
  filterKeys,
  filtersOf,
  type KeyFilter,
  type KeyPage,
  type KeySort,
  type KeySortColumn,
  nextSort,
  pageOf,
  pageWith,
  sortKeys,
} from './keySelection.js'

export interface UseApiKeyTableOptions {
  /** How many keys are on a page. @default 25 */
  pageSize?: number | undefined
}

export interface UseApiKeyTableResult extends KeyPage {
  /** The keys of this page, in order. */
  rows: readonly ApiKey[]
  /** How many keys match, on all pages. */
  count: number
  setPage: (page: number) => void
  /** To the page on which a key is, without the search and the filter where they hide it; nowhere for a key that is not there. */
  showKey: (id: string) => void
  query: string
  setQuery: (query: string) => void
  filter: KeyFilter
  setFilter: (filter: KeyFilter) => void
  /** The filters that make a difference: states that the account tells of some key. */
  filters: readonly KeyFilter[]
  /** Undefined: usable keys first, the newest of them on top. */
  sort: KeySort | undefined
  setSort: (sort: KeySort | undefined) => void
  /** What a press on a column's title does: its usual direction, the other one, none. */
  toggleSort: (by: KeySortColumn) => void
  /** No search, and all keys that are not revoked. */
  clear: () => void
}

export const PAGE_SIZE = 25

const none: readonly ApiKey[] = []

/**
 * What `ApiKeyTable` does, without its looks: sorts, searches and filters keys, and shows a page of them.
 *
 * @example
 * const { data } = useApiKeys()
 * const { rows, query, setQuery, toggleSort } = useApiKeyTable(data)
 */
export function useApiKeyTable(
  keys: readonly ApiKey[] = none,
  { pageSize = PAGE_SIZE }: UseApiKeyTableOptions = {},
): UseApiKeyTableResult {
  const { locale } = useContext(UiOptionsContext)
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<KeyFilter>('current')
  const [sort, setSort] = useState<KeySort>()
  const [wanted, setPage] = useState(0)

  const filters = useMemo(() => filtersOf(keys), [keys])
  // Sorted before it is filtered: typing then costs no comparisons.
  const sorted = useMemo(() => sortKeys(keys, sort, locale), [keys, sort, locale])
  const matching = useMemo(() => filterKeys(sorted, filter, query), [sorted, filter, query])
  const page = pageOf(matching.length, pageSize, wanted)
  const { from, to } = page
  const rows = useMemo(() => matching.slice(from, to), [matching, from, to])

  const showKey = useCallback(
    (id: string) => {
      const isIt = (key: ApiKey) => key.id === id
      const at = matching.findIndex(isIt)
      if (at >= 0) return setPage(pageWith(at, pageSize))
      const hidden = sorted.find(isIt)
      if (!hidden) return
      const wider = hidden.status === 'revoked' ? 'all' : 'current'
      setQuery('')
      setFilter(wider)
      setPage(pageWith(filterKeys(sorted, wider, '').indexOf(hidden), pageSize))
    },
    [sorted, matching, pageSize],
  )
  const anew =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setPage(0)
    }
  return {
    ...page,
    rows,
    count: matching.length,
    setPage,
    showKey,
    query,
    setQuery: anew(setQuery),
    filter,
    setFilter: anew(setFilter),
    filters,
    sort,
    setSort: anew(setSort),
    toggleSort: (by) => anew(setSort)(nextSort(sort, by)),
    clear() {
      setQuery('')
      setFilter('current')
      setPage(0)
    },
  }
}
