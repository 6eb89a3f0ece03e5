'use client'

import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { ApiKey } from '../../api/types.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { usePausedUntil } from '../../react/usePausedUntil.js'
import { useRotateApiKey } from '../../react/useRotateApiKey.js'
import { useUi } from '../../theme/UiContext.js'
import { ApiKeySecretView } from './ApiKeySecretView.js'
import { RotationDeploy } from './RotationDeploy.js'
import { RotationLeave, RotationRevoke } from './RotationEnd.js'
import { RotationLost, RotationStart, RotationUnknown } from './RotationStart.js'
import { RotationSteps } from './RotationSteps.js'
import { createSecretBox, type SecretBox } from './secretBox.js'

/** What became of a rotation: the old key is revoked, or the new one instead. */
export type RotationEnd = 'done' | 'abandoned'

export interface RotateApiKeyViewProps {
  apiKey: ApiKey
  /** Where a rotation is under way it stays so, and the next dialog goes on from there. */
  onClose: () => void
  onEnd: (end: RotationEnd) => void
  /** Which of several keys is the new one nobody knows: the person wants to see them. */
  onCheckList: (ids: readonly string[]) => void
  returnFocus?: (() => HTMLElement | null | undefined) | undefined
}

/** The dialogs of a rotation, one after the other, from wherever it stands. */
export function RotateApiKeyView(props: RotateApiKeyViewProps): ReactElement {
  const { apiKey, onClose, onEnd, onCheckList, returnFocus } = props
  const ui = useUi(apiKeyTexts)
  const rotation = useRotateApiKey(apiKey.id)
  const pausedUntil = usePausedUntil()
  const [box, setBox] = useState<SecretBox>()
  const [isLeaving, setLeaving] = useState(false)
  const name = rotation.oldKey?.name || apiKey.name || ui.t('keys.unnamed')
  const { step } = rotation

  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    if (step === 'done' || step === 'abandoned') end.current(step)
  }, [step])

  // From before a reload: the list is asked at once whether the new key is there.
  const { look } = rotation
  const firstLook = useRef(look)
  useEffect(() => {
    if (step === 'unknown') void firstLook.current()
  }, [step])

  const view = box ? 'secret' : isLeaving ? 'leave' : step
  const [first] = useState(view)
  const [hasMoved, setMoved] = useState(false)
  if (view !== first && !hasMoved) setMoved(true)

  const common = {
    rotation,
    apiKey,
    name,
    className: hasMoved ? 'audiopod-dialog-next' : undefined,
    onClose: () => setLeaving(true),
    pausedUntil,
    returnFocus,
  }
  const create = async (expiresInDays: number | undefined) => {
    const { description, scopes } = apiKey
    const created = await rotation.create({ name, description, scopes, expiresInDays })
    if (created) setBox(createSecretBox(created))
  }

  if (box) {
    const settle = (isCopied: boolean) => {
      if (isCopied) rotation.confirmSaved()
    }
    return (
      <ApiKeySecretView
        box={box}
        key="secret"
        onDone={(isCopied) => {
          settle(isCopied)
          setBox(undefined)
        }}
        onLateDone={settle}
        returnFocus={returnFocus}
      >
        <RotationSteps at="copy" />
      </ApiKeySecretView>
    )
  }
  // What has ended stays in sight until its widget takes it away, which then also knows where the focus goes.
  if (step === 'abandoned' || (isLeaving && (step === 'copy' || step === 'deploy' || step === 'revoke'))) {
    return <RotationLeave {...common} key="leave" onBack={() => setLeaving(false)} onClose={onClose} />
  }
  switch (step) {
    case 'create':
      return <RotationStart {...common} key="create" onClose={onClose} onCreate={(days) => void create(days)} />
    case 'unknown':
      return <RotationUnknown {...common} key="unknown" onCheckList={onCheckList} onClose={onClose} />
    case 'copy':
      return <RotationLost {...common} key="lost" />
    case 'deploy':
      return <RotationDeploy {...common} key="deploy" />
    case 'revoke':
    case 'done':
      return <RotationRevoke {...common} key="revoke" />
  }
}
