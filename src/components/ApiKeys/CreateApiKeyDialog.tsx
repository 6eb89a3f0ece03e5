'use client'

import { type ReactElement, useState } from 'react'
import type { ApiKey } from '../../api/types.js'
import { usePausedUntil } from '../../react/usePausedUntil.js'
import { useApiKeys } from '../../react/useApiKeys.js'
import { useSession } from '../../react/SessionContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { ApiKeySecretView } from './ApiKeySecretView.js'
import { CreateApiKeyView } from './CreateApiKeyView.js'
import type { SecretBox } from './secretBox.js'

export interface CreateApiKeyDialogProps {
  open: boolean
  /**
   * Wants to be closed: `false`. Once a key was made its secret stays in sight until it is acknowledged, whatever `open`
   * says meanwhile.
   */
  onOpenChange: (open: boolean) => void
  /** A key was made and its secret acknowledged: the key without it. */
  onCreated?: ((key: Pick<ApiKey, 'id' | 'name'>) => void) | undefined
  /** A creation stayed without an answer, and the person wants to see the list of keys. The list is loaded again by then. */
  onCheckList?: ((name: string) => void) | undefined
}

/**
 * Asks for a new key's name and expiry, makes it, and shows its secret once. Escape closes the form, and nothing but
 * “Done” the secret; the focus goes back to what opened the dialog.
 *
 * @example
 * const [open, setOpen] = useState(false)
 * <CreateApiKeyDialog open={open} onOpenChange={setOpen} onCreated={(key) => toast(`${key.name} is ready`)} />
 */
export function CreateApiKeyDialog(props: CreateApiKeyDialogProps): ReactElement | null {
  const { visit } = useSession()
  // Nothing of one user's is left for the next.
  return <Inside key={visit} {...props} />
}

function Inside({ open, onOpenChange, onCreated, onCheckList }: CreateApiKeyDialogProps): ReactElement | null {
  const [box, setBox] = useState<SecretBox>()
  if (!open && !box) return null
  const done = () => {
    setBox(undefined)
    onOpenChange(false)
    if (box) onCreated?.({ id: box.id, name: box.name })
  }
  return (
    <WidgetRoot name="overlay">
      {box ? (
        <ApiKeySecretView box={box} onDone={done} />
      ) : (
        <Form onCheckList={onCheckList} onClose={() => onOpenChange(false)} onCreated={setBox} />
      )}
    </WidgetRoot>
  )
}

interface FormProps extends Pick<CreateApiKeyDialogProps, 'onCheckList'> {
  onCreated: (box: SecretBox) => void
  onClose: () => void
}

function Form({ onCreated, onCheckList, onClose }: FormProps): ReactElement {
  const { create } = useApiKeys()
  const pausedUntil = usePausedUntil()
  return (
    <CreateApiKeyView
      create={create}
      onCheckList={(name) => {
        onClose()
        onCheckList?.(name)
      }}
      onClose={onClose}
      onCreated={onCreated}
      pausedUntil={pausedUntil}
    />
  )
}
