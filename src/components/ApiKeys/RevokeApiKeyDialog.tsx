'use client'

import type { ReactElement } from 'react'
import type { ApiKey } from '../../api/types.js'
import { useApiKeys } from '../../react/useApiKeys.js'
import { usePausedUntil } from '../../react/usePausedUntil.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { RevokeApiKeyView } from './RevokeApiKeyView.js'

export interface RevokeApiKeyDialogProps {
  /** As a list shows it. */
  apiKey: ApiKey
  open: boolean
  /** Wants to be closed: `false`. */
  onOpenChange: (open: boolean) => void
  /** The key is revoked, or was gone already. */
  onRevoked?: ((key: ApiKey) => void) | undefined
}

/**
 * Asks before a key is revoked, with what it stops and when the key was last used. The focus is on “Keep key”; a refusal is
 * shown in the dialog, which stays.
 *
 * @example
 * <RevokeApiKeyDialog apiKey={key} open={open} onOpenChange={setOpen} />
 */
export function RevokeApiKeyDialog(props: RevokeApiKeyDialogProps): ReactElement | null {
  return props.open ? <Opened {...props} /> : null
}

function Opened({ apiKey, onOpenChange, onRevoked }: RevokeApiKeyDialogProps): ReactElement {
  const { revoke } = useApiKeys()
  const pausedUntil = usePausedUntil()
  const close = () => onOpenChange(false)
  return (
    <WidgetRoot name="overlay">
      <RevokeApiKeyView
        apiKey={apiKey}
        onCheckList={close}
        onClose={close}
        onRevoked={(key) => {
          close()
          onRevoked?.(key)
        }}
        pausedUntil={pausedUntil}
        revoke={revoke}
      />
    </WidgetRoot>
  )
}
