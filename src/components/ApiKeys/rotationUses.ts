import type { ApiKey } from '../../api/types.js'

/** What the account tells of the use of two keys, of which one replaces the other. */
export interface KeyUses {
  isNewUsed: boolean
  /** The account says so; what it does not report is neither. */
  isNewUnused: boolean
  /** The old key was used after the new one was made. */
  isOldUsedSince: boolean
}

export function usesOf(oldKey: ApiKey | undefined, newKey: ApiKey | undefined): KeyUses {
  const isNewUsed = newKey?.lastUsedAt !== undefined || (newKey?.totalRequests ?? 0) > 0
  const last = Date.parse(oldKey?.lastUsedAt ?? '')
  return {
    isNewUsed,
    isNewUnused: !isNewUsed && newKey?.neverUsed === true,
    // False where either is not reported: nothing is greater than NaN.
    isOldUsedSince: last > Date.parse(newKey?.createdAt ?? ''),
  }
}
