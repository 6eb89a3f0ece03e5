'use client'

import { type ReactElement, useState } from 'react'
import type { CreatedApiKey } from '../../api/types.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { ApiKeySecretView } from './ApiKeySecretView.js'
import { createSecretBox } from './secretBox.js'

export interface ApiKeySecretProps {
  /** What `create` or `rotate` of `useApiKeys` resolved with. Another key's needs another `key`. */
  apiKey: CreatedApiKey
  /** The person has the secret, or knowingly does without (`false`): forget yours too. */
  onDone: (isCopied: boolean) => void
}

/**
 * Shows a new key's secret, once, in a dialog that nothing but “Done” closes; without a copy only after asking once. It says
 * “Copied” only where the clipboard has it. It is masked for tools that record sessions, and outlives a change of route.
 *
 * @example
 * const [created, setCreated] = useState<CreatedApiKey>()
 * {created && <ApiKeySecret key={created.id} apiKey={created} onDone={() => setCreated(undefined)} />}
 */
export function ApiKeySecret({ apiKey, onDone }: ApiKeySecretProps): ReactElement {
  const [box] = useState(() => createSecretBox(apiKey))
  return (
    <WidgetRoot name="overlay">
      <ApiKeySecretView box={box} onDone={onDone} />
    </WidgetRoot>
  )
}
