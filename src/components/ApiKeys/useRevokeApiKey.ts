'use client'

import type { ApiKey } from '../../api/types.js'
import { usePausedUntil } from '../../react/usePausedUntil.js'
import { useApiKeys } from '../../react/useApiKeys.js'
import { type Revocation, useRevocation } from './useRevocation.js'

export interface UseRevokeApiKeyOptions {
  /** The key is revoked, or was gone already. */
  onRevoked: (key: ApiKey) => void
}

export interface UseRevokeApiKeyResult extends Revocation {
  /** Until when a rate limit holds everything back: ISO 8601. */
  pausedUntil: string | undefined
}

/**
 * What `RevokeApiKeyDialog` does, without its looks. In your own alert dialog, whose focus begins on what keeps the key.
 *
 * @example
 * const { revoke, isWorking, error } = useRevokeApiKey(key, { onRevoked: close })
 */
export function useRevokeApiKey(apiKey: ApiKey, { onRevoked }: UseRevokeApiKeyOptions): UseRevokeApiKeyResult {
  const keys = useApiKeys()
  return { ...useRevocation(apiKey, keys.revoke, onRevoked), pausedUntil: usePausedUntil() }
}
