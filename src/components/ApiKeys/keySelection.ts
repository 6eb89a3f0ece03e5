import type { ApiKey, ApiKeyStatus } from '../../api/types.js'

/** `current`: everything that is not revoked, so that an expired key stays in sight until it is dealt with. */
export type KeyFilter = 'current' | ApiKeyStatus | 'all'

export type KeySortColumn = 'name' | 'created' | 'lastUsed'

export interface KeySort {
  by: KeySortColumn
  direction: 'ascending' | 'descending'
}

const usable = ['active', 'expired'] as const
const rank: Readonly<Record<ApiKeyStatus | 'unknown', number>> = { active: 0, unknown: 1, expired: 2, revoked: 3 }

/** Undefined for a time that the account did not tell, or that nobody can read. */
function timeOf(iso: string | undefined): number | undefined {
  const time = iso === undefined ? NaN : Date.parse(iso)
  return Number.isNaN(time) ? undefined : time
}

/**
 * The keys in order, in a new array. Without `sort`: usable ones first, and of each state the newest first. What the
 * account did not tell comes last in either direction; a key that was never used comes before all that were.
 *
 * @param locale of the names; numbers within them count as numbers
 */
export function sortKeys(keys: readonly ApiKey[], sort: KeySort | undefined, locale?: string): ApiKey[] {
  if (!sort) {
    return ordered(
      keys,
      (key) => ({ rank: rank[key.status ?? 'unknown'], created: timeOf(key.createdAt) ?? 0 }),
      (a, b) => a.rank - b.rank || b.created - a.created,
    )
  }
  const sign = sort.direction === 'ascending' ? 1 : -1
  if (sort.by === 'name') {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    return ordered(keys, ({ name }) => name || undefined, told((a, b) => sign * compare(a, b)))
  }
  const time = (key: ApiKey) =>
    sort.by === 'created' ? timeOf(key.createdAt) : (timeOf(key.lastUsedAt) ?? (key.neverUsed ? -Infinity : undefined))
  return ordered(keys, time, told((a, b) => (a === b ? 0 : a < b ? -sign : sign)))
}

/** What a key is compared by is read once, and not at each of the comparisons. */
function ordered<T>(keys: readonly ApiKey[], read: (key: ApiKey) => T, compare: (a: T, b: T) => number): ApiKey[] {
  return keys
    .map((key) => ({ key, value: read(key) }))
    .sort((a, b) => compare(a.value, b.value))
    .map(({ key }) => key)
}

function told<T>(compare: (a: T, b: T) => number): (a: T | undefined, b: T | undefined) => number {
  return (a, b) => (a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : compare(a, b))
}

/** What a press on a column's title does: its usual direction, the other one, and no order of its own again. */
export function nextSort(sort: KeySort | undefined, by: KeySortColumn): KeySort | undefined {
  const usual = by === 'name' ? 'ascending' : 'descending'
  if (sort?.by !== by) return { by, direction: usual }
  return sort.direction === usual ? { by, direction: usual === 'ascending' ? 'descending' : 'ascending' } : undefined
}

const searched = new WeakMap<ApiKey, string>()

function searchText(key: ApiKey): string {
  let text = searched.get(key)
  if (text === undefined) {
    text = [key.name, key.description, key.id, key.hint].join('\n').toLowerCase()
    searched.set(key, text)
  }
  return text
}

/** The keys of a state in which every word of `query` is found: in name, description, id or fragment. The order stays. */
export function filterKeys(keys: readonly ApiKey[], filter: KeyFilter, query: string): ApiKey[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return keys.filter((key) => {
    if (filter === 'current' ? key.status === 'revoked' : filter !== 'all' && key.status !== filter) return false
    return words.every((word) => searchText(key).includes(word))
  })
}

/** The filters that make a difference: of the states that the account told. */
export function filtersOf(keys: readonly ApiKey[]): KeyFilter[] {
  const found = new Set(keys.map(({ status }) => status))
  const hasRevoked = found.delete('revoked')
  const told = found.size > 1 ? usable.filter((status) => found.has(status)) : []
  return ['current', ...told, ...(hasRevoked ? (['revoked', 'all'] as const) : [])]
}

export interface KeyPage {
  /** From 0, and never past the last one. */
  page: number
  pageCount: number
  /** The first of its rows among all, from 0, and the one after its last. */
  from: number
  to: number
}

function sizeOf(pageSize: number): number {
  return Math.max(1, Math.floor(pageSize) || 1)
}

/** The page on which the row is that has this index among all. */
export function pageWith(index: number, pageSize: number): number {
  return Math.floor(index / sizeOf(pageSize))
}

/** A page of a list, or the last one where the list has become too short for it. */
export function pageOf(count: number, pageSize: number, page: number): KeyPage {
  const size = sizeOf(pageSize)
  const pageCount = Math.max(1, Math.ceil(count / size))
  const at = Math.min(Math.max(0, Math.floor(page) || 0), pageCount - 1)
  return { page: at, pageCount, from: at * size, to: Math.min(count, (at + 1) * size) }
}
