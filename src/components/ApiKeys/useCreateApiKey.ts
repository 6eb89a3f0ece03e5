'use client'

import type { CreatedApiKey } from '../../api/types.js'
import { usePausedUntil } from '../../react/usePausedUntil.js'
import { useApiKeys } from '../../react/useApiKeys.js'
import { type KeyForm, useKeyForm } from './useKeyForm.js'

export interface UseCreateApiKeyOptions {
  /** The key with its secret, which is here and nowhere else: give it to `useApiKeySecret`, and forget it after. */
  onCreated: (created: CreatedApiKey) => void
}

export interface UseCreateApiKeyResult extends KeyForm {
  /** Until when a rate limit holds everything back: ISO 8601. */
  pausedUntil: string | undefined
}

/**
 * What the form of `CreateApiKeyDialog` does, without its looks: name, description and expiry, what is wrong with them, and the
 * making of the key, once. In your own dialog, which must not close while `isWorking`.
 *
 * @example
 * const { name, setName, problems, nameRef, submit, isWorking } = useCreateApiKey({ onCreated: setCreated })
 */
export function useCreateApiKey({ onCreated }: UseCreateApiKeyOptions): UseCreateApiKeyResult {
  const { create } = useApiKeys()
  return { ...useKeyForm(create, onCreated), pausedUntil: usePausedUntil() }
}
