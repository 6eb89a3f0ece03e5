'use client'

import type { ApiKey } from '../../api/types.js'
import { type AudioPodError, isAudioPodError } from '../../errors/errors.js'
import { useAction } from './useAction.js'

export interface Revocation {
  /** Revokes the key; while that is under way it does nothing. One that is gone already counts as revoked. */
  revoke: () => void
  isWorking: boolean
  /** Why it was refused: the key is as it was. */
  error: AudioPodError | undefined
  /** No answer came: look at the list. */
  isUnknown: boolean
}

/** The end of a key, whatever revokes it. */
export function useRevocation(
  apiKey: ApiKey,
  revoke: (id: string) => Promise<void>,
  onRevoked: (key: ApiKey) => void,
): Revocation {
  const { busy, error, run } = useAction()
  return {
    revoke: () =>
      run(async () => {
        try {
          await revoke(apiKey.id)
        } catch (failure) {
          // A key that is gone is what was wanted.
          if (!isAudioPodError(failure, 'not_found')) throw failure
        }
        onRevoked(apiKey)
      }),
    isWorking: busy,
    error,
    isUnknown: error?.code === 'unknown_outcome',
  }
}
