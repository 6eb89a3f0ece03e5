'use client'

import { useState } from 'react'
import type { CreatedApiKey } from '../../api/types.js'
import { createSecretBox } from './secretBox.js'
import { type SecretShown, useSecretCopy } from './useSecretCopy.js'

export interface UseApiKeySecretOptions {
  /** The person has the secret, or knowingly does without (`false`): it is wiped here by then; forget yours too. */
  onDone: (isCopied: boolean) => void
}

/**
 * What `ApiKeySecret` does, without its looks: shows a new key's secret once, copies it and says so only where that is true,
 * asks before the page is left, and wipes it. Escape, a press beside it and a change of route must not close your dialog: only
 * `ApiKeySecret` itself outlives its widget. Another key's needs another `key`.
 *
 * @example
 * const { secretProps, copy, copied, isAsking, done, closeWithout } = useApiKeySecret(created, { onDone: forget })
 * <code aria-label="API key" {...secretProps} />
 */
export function useApiKeySecret(apiKey: CreatedApiKey, { onDone }: UseApiKeySecretOptions): SecretShown {
  const [box] = useState(() => createSecretBox(apiKey))
  return useSecretCopy(box, onDone)
}
