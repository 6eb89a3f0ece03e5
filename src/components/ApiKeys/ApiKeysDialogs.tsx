'use client'

import type { ReactElement } from 'react'
import type { ApiKey } from '../../api/types.js'
import type { UseApiKeysResult } from '../../react/types.js'
import { ApiKeySecretView } from './ApiKeySecretView.js'
import { CreateApiKeyView } from './CreateApiKeyView.js'
import { RevokeApiKeyView } from './RevokeApiKeyView.js'
import { RotateApiKeyView, type RotationEnd } from './RotateApiKeyView.js'
import type { SecretBox } from './secretBox.js'

export type OpenDialog =
  /** `before`: the keys of the list before anything was sent, to tell a new one by. */
  | { kind: 'create'; before: ReadonlySet<string> }
  | { kind: 'secret'; box: SecretBox }
  /** `following`: the keys of the rows below, one of which has the focus when this one is gone. */
  | { kind: 'revoke' | 'rotate'; key: ApiKey; following: readonly (string | undefined)[] }

export interface ApiKeysDialogsProps extends Pick<UseApiKeysResult, 'create' | 'revoke'> {
  dialog: OpenDialog
  pausedUntil: string | undefined
  onClose: () => void
  onCreated: (box: SecretBox) => void
  onCheckList: (name: string, before: ReadonlySet<string>) => void
  onFound: (name: string, ids: readonly string[]) => void
  /** After a revocation that nobody answered: the person wants to see whether the key is still in force. */
  onCheckRevoked: (key: ApiKey) => void
  onRevoked: (key: ApiKey) => void
  onRotated: (key: ApiKey, end: RotationEnd) => void
  /** Where the focus goes when what opened the dialog is gone. */
  returnFocus: () => HTMLElement | null | undefined
}

/** The dialogs of `ApiKeys`: one file, so that a secret never waits for the code that shows it. */
export function ApiKeysDialogs(props: ApiKeysDialogsProps): ReactElement {
  const { dialog, create, revoke, pausedUntil, onClose, onCreated, returnFocus } = props
  switch (dialog.kind) {
    case 'create':
      return (
        <CreateApiKeyView
          create={create}
          onCheckList={(name) => props.onCheckList(name, dialog.before)}
          onClose={onClose}
          onCreated={onCreated}
          pausedUntil={pausedUntil}
        />
      )
    case 'secret':
      return <ApiKeySecretView box={dialog.box} onDone={onClose} returnFocus={returnFocus} />
    case 'revoke':
      return (
        <RevokeApiKeyView
          apiKey={dialog.key}
          onCheckList={() => props.onCheckRevoked(dialog.key)}
          onClose={onClose}
          onRevoked={props.onRevoked}
          pausedUntil={pausedUntil}
          returnFocus={returnFocus}
          revoke={revoke}
        />
      )
    case 'rotate':
      return (
        <RotateApiKeyView
          apiKey={dialog.key}
          key={dialog.key.id}
          onCheckList={(ids) => props.onFound(dialog.key.name ?? '', ids)}
          onClose={onClose}
          onEnd={(end) => props.onRotated(dialog.key, end)}
          returnFocus={returnFocus}
        />
      )
  }
}
