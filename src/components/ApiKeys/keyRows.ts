import type { ApiKey, ApiKeyStatus } from '../../api/types.js'

/** `current`: everything that is not revoked, so that an expired key stays in sight until it is dealt with. */
export type KeyFilter = 'current' | 'revoked' | 'all'

export type KeyColumn = 'status' | 'hint' | 'lastUsed' | 'created' | 'expires'

const DAY = 86_400_000
const SOON = 7

const rank: Readonly<Record<ApiKeyStatus | 'unknown', number>> = { active: 0, unknown: 1, expired: 2, revoked: 3 }

/** The keys to show: by state, by search in name, description, id and fragment; usable ones first, then the newest. */
export function selectKeys(keys: readonly ApiKey[], filter: KeyFilter, query: string): ApiKey[] {
  const words = query.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const created = (key: ApiKey) => (key.createdAt === undefined ? 0 : Date.parse(key.createdAt) || 0)
  return keys
    .filter((key) => filter === 'all' || (key.status === 'revoked') === (filter === 'revoked'))
    .filter((key) => {
      if (words.length === 0) return true
      const text = [key.name, key.description, key.id, key.hint].join('\n').toLocaleLowerCase()
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => rank[a.status ?? 'unknown'] - rank[b.status ?? 'unknown'] || created(b) - created(a))
}

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
