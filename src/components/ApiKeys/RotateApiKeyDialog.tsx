'use client'

import type { ReactElement } from 'react'
import type { ApiKey } from '../../api/types.js'
import { useSession } from '../../react/SessionContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { RotateApiKeyView } from './RotateApiKeyView.js'

export interface RotateApiKeyDialogProps {
  /** The old key, as a list shows it. */
  apiKey: ApiKey
  open: boolean
  /** Wants to be closed: `false`. A rotation that is under way stays so, and the next time it goes on from where it stood. */
  onOpenChange: (open: boolean) => void
  /** The old key is revoked. */
  onRotated?: ((oldKey: ApiKey) => void) | undefined
  /** The new key was revoked instead: the old one works as before. */
  onAbandoned?: ((oldKey: ApiKey) => void) | undefined
}

/**
 * Replaces a key as AudioPod recommends, led step by step: create the new key, copy it, deploy and test it, revoke the old one.
 * It may be closed between the steps and gone on with later, after a reload too; each way out says that both keys work, and
 * offers to revoke the new one instead. `useRotateApiKey` is the same without a dialog.
 *
 * @example
 * <RotateApiKeyDialog apiKey={key} open={open} onOpenChange={setOpen} onRotated={() => toast('Rotated')} />
 */
export function RotateApiKeyDialog(props: RotateApiKeyDialogProps): ReactElement | null {
  const { apiKey, open, onOpenChange, onRotated, onAbandoned } = props
  const { visit } = useSession()
  if (!open) return null
  return (
    <WidgetRoot name="overlay">
      <RotateApiKeyView
        apiKey={apiKey}
        key={`${visit} ${apiKey.id}`}
        onCheckList={() => onOpenChange(false)}
        onClose={() => onOpenChange(false)}
        onEnd={(end) => {
          onOpenChange(false)
          if (end === 'done') onRotated?.(apiKey)
          else onAbandoned?.(apiKey)
        }}
      />
    </WidgetRoot>
  )
}
