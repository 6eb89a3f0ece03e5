'use client'

import { type ReactElement, useRef } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { rotationTexts } from '../../i18n/en/rotation.js'
import type { AudioPodError } from '../../errors/errors.js'
import { useUi } from '../../theme/UiContext.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { Button } from '../parts/Button.js'
import { Dialog } from '../parts/Dialog.js'
import { Notice } from '../parts/Notice.js'
import { RateLimitWords } from '../RateLimitNotice/RateLimitNotice.js'
import { RevokeEffect } from './RevokeApiKeyView.js'
import type { RotationViewProps } from './RotationStart.js'
import { RotationSteps } from './RotationSteps.js'
import { usesOf } from './rotationUses.js'

const texts = { ...apiKeyTexts, ...errorTexts, ...rotationTexts }

/** The last step. The focus is on what changes nothing. */
export function RotationRevoke(props: RotationViewProps): ReactElement {
  const { rotation, apiKey, name, onClose, className, returnFocus, pausedUntil } = props
  const ui = useUi(texts)
  const safe = useRef<HTMLButtonElement>(null)
  const { isWorking, error, oldKey = apiKey, newKey, back, revokeOld } = rotation
  const uses = usesOf(oldKey, newKey)
  return (
    <Dialog
      actions={
        <>
          <Button onClick={onClose} ref={safe} unavailable={isWorking}>
            {ui.t('rotate.later')}
          </Button>
          <Button onClick={back} unavailable={isWorking}>
            {ui.t('rotate.back')}
          </Button>
          <Button busy={isWorking} onClick={() => void revokeOld()} variant="danger">
            {ui.t('rotate.revoke')}
          </Button>
        </>
      }
      alert
      className={className}
      initialFocus={safe}
      locked={isWorking}
      onClose={onClose}
      returnFocus={returnFocus}
      title={ui.t('rotate.revoke-title', { name })}
    >
      <RevokeFailure error={error} title={ui.t('keys.revoke-failed')} />
      {isWorking && pausedUntil ? <RateLimitWords purpose="retry" retryAt={pausedUntil} /> : null}
      <RotationSteps at="revoke" />
      {uses.isNewUnused || uses.isOldUsedSince ? (
        <Notice tone="warn">{ui.t(uses.isNewUnused ? 'rotate.not-used' : 'rotate.old-in-use')}</Notice>
      ) : null}
      <RevokeEffect apiKey={oldKey} />
    </Dialog>
  )
}

/** On the way out, while there are two keys: that both work, and the way back to one. */
export function RotationLeave({ onBack, ...props }: RotationViewProps & { onBack: () => void }): ReactElement {
  const { rotation, name, onClose, className, returnFocus, pausedUntil } = props
  const ui = useUi(texts)
  const close = useRef<HTMLButtonElement>(null)
  const { isWorking, error, oldKey, newKey, abandon } = rotation
  return (
    <Dialog
      actions={
        <>
          <Button onClick={onBack} unavailable={isWorking}>
            {ui.t('rotate.go-on')}
          </Button>
          <Button busy={isWorking} onClick={() => void abandon()}>
            {ui.t('rotate.abandon')}
          </Button>
          <Button onClick={onClose} ref={close} unavailable={isWorking} variant="primary">
            {ui.t('rotate.close')}
          </Button>
        </>
      }
      alert
      className={className}
      initialFocus={close}
      locked={isWorking}
      onClose={onClose}
      returnFocus={returnFocus}
      title={ui.t('rotate.leave-title', { name })}
    >
      <RevokeFailure error={error} title={ui.t('rotate.new-not-revoked')} />
      {isWorking && pausedUntil ? <RateLimitWords purpose="retry" retryAt={pausedUntil} /> : null}
      <div>{ui.t('rotate.leave')}</div>
      {usesOf(oldKey, newKey).isNewUsed ? <Notice tone="warn">{ui.t('rotate.leave-in-use')}</Notice> : null}
    </Dialog>
  )
}

/** Revoking twice does no harm, so that after an answer that was lost the same button may be pressed again. */
function RevokeFailure({ error, title }: { error: AudioPodError | undefined; title: string }): ReactElement | null {
  const ui = useUi(texts)
  if (!error) return null
  if (error.code !== 'unknown_outcome') return <ErrorWords error={error} live="alert" title={title} />
  return (
    <Notice live="alert" title={ui.t('error.unknown_outcome.title')} tone="warn">
      {ui.t('rotate.maybe-revoked')}
    </Notice>
  )
}
