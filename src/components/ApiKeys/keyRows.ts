import type { ApiKey } from '../../api/types.js'

export type KeyColumn = 'status' | 'hint' | 'lastUsed' | 'created' | 'expires'

const DAY = 86_400_000
const SOON = 7
/** Days without use, after which a key is probably needed no more. */
export const UNUSED_DAYS = 90
/** After so many months a key is better replaced. */
export const OLD_MONTHS = 6
/** No six months are longer. */
const OLD_DAYS = 184

/** The columns that at least one key has something for. */
export function reportedColumns(keys: readonly ApiKey[]): Set<KeyColumn> {
  const columns = new Set<KeyColumn>()
  for (const key of keys) {
    if (key.status !== undefined) columns.add('status')
    if (key.hint !== undefined) columns.add('hint')
    if (key.lastUsedAt !== undefined || key.neverUsed) columns.add('lastUsed')
    if (key.createdAt !== undefined) columns.add('created')
    if (key.expiresAt !== undefined || key.neverExpires) columns.add('expires')
  }
  return columns
}

export type Expiry =
  | { kind: 'not-reported' | 'never' }
  | { kind: 'expired' | 'later'; at: string }
  | { kind: 'soon'; at: string; days: number }

/** What to say of a key's end. Without `now`, as on the server, only the date. */
export function expiryOf(key: ApiKey, now: number | undefined): Expiry {
  const { expiresAt: at } = key
  if (at === undefined) return { kind: key.neverExpires ? 'never' : 'not-reported' }
  if (key.status === 'expired') return { kind: 'expired', at }
  if (key.status === 'revoked' || now === undefined) return { kind: 'later', at }
  const days = Math.floor((Date.parse(at) - now) / DAY)
  if (days < 0) return { kind: 'expired', at }
  return days < SOON ? { kind: 'soon', at, days } : { kind: 'later', at }
}

export interface KeyAge {
  /** Not used for `UNUSED_DAYS`, or in so many days since it was made not at all. */
  isUnused: boolean
  /** Made more than `OLD_MONTHS` ago. */
  isOld: boolean
}

/**
 * What to point out of a key that still works, only by dates that the account told. Nothing without `now`, as on the
 * server, and nothing of a key that is revoked or has expired: there is nothing left to do about it.
 */
export function ageOf(key: ApiKey, now: number | undefined): KeyAge {
  const { status, createdAt, lastUsedAt, neverUsed } = key
  if (now === undefined || status === 'revoked' || expiryOf(key, now).kind === 'expired') {
    return { isUnused: false, isOld: false }
  }
  const isPast = (time: string | undefined, days: number) => time !== undefined && now - Date.parse(time) >= days * DAY
  return {
    isUnused: isPast(lastUsedAt ?? (neverUsed ? createdAt : undefined), UNUSED_DAYS),
    isOld: isPast(createdAt, OLD_DAYS),
  }
}

/** The day on which a key that is made now for so many days ends. */
export function expiryDate(days: number, now: number): number {
  return now + days * DAY
}

/** Keys that a later list has and an earlier one had not. */
export function newKeys(before: ReadonlySet<string>, after: readonly ApiKey[]): ApiKey[] {
  return after.filter((key) => !before.has(key.id))
}

/** The choice of expiry that is nearest to how long a key was made for; what a new key has by default where nobody tells. */
export function expiryLike({ createdAt, expiresAt, neverExpires }: ApiKey): '30' | '90' | '365' | 'none' {
  if (neverExpires) return 'none'
  const days = (Date.parse(expiresAt ?? '') - Date.parse(createdAt ?? '')) / DAY
  if (Number.isNaN(days)) return '90'
  return days < 60 ? '30' : days < 228 ? '90' : '365'
}
