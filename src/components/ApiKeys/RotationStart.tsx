'use client'

import { type ReactElement, useRef, useState } from 'react'
import type { ApiKey } from '../../api/types.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { actionTexts } from '../../i18n/en/common.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { rotationTexts } from '../../i18n/en/rotation.js'
import type { UseRotateApiKeyResult } from '../../react/types.js'
import { useUi } from '../../theme/UiContext.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { Button } from '../parts/Button.js'
import { Dialog } from '../parts/Dialog.js'
import { Notice } from '../parts/Notice.js'
import { Time } from '../parts/Time.js'
import { RateLimitWords } from '../RateLimitNotice/RateLimitNotice.js'
import { ExpiryField } from './ExpiryField.js'
import { expiryLike } from './keyRows.js'
import { RotationSteps } from './RotationSteps.js'
import type { ExpiryChoice } from './useExpiries.js'

const texts = { ...apiKeyTexts, ...errorTexts, ...rotationTexts, ...actionTexts }

export interface RotationViewProps {
  rotation: UseRotateApiKeyResult
  apiKey: ApiKey
  /** Of the old key, or what stands for it. */
  name: string
  /** Wants to be closed: what is under way stays so. */
  onClose: () => void
  /** Not the first dialog in a row: it takes the place of the one before. */
  className: string | undefined
  returnFocus?: (() => HTMLElement | null | undefined) | undefined
  /** Until when a rate limit holds everything back: ISO 8601. */
  pausedUntil?: string | undefined
}

/** The first step: what is going to happen, and for how long the new key works. */
export function RotationStart({
  onCreate,
  ...props
}: RotationViewProps & { onCreate: (days: number | undefined) => void }): ReactElement {
  const { rotation, apiKey, name, onClose, className, returnFocus, pausedUntil } = props
  const ui = useUi(texts)
  const [expiry, setExpiry] = useState<ExpiryChoice>(() => expiryLike(apiKey))
  const confirm = useRef<HTMLButtonElement>(null)
  const { isWorking, error } = rotation
  return (
    <Dialog
      actions={
        <>
          <Button onClick={onClose} unavailable={isWorking}>
            {ui.t('common.cancel')}
          </Button>
          <Button busy={isWorking} ref={confirm} type="submit" variant="primary">
            {ui.t('rotate.create')}
          </Button>
        </>
      }
      className={className}
      initialFocus={confirm}
      locked={isWorking}
      onClose={onClose}
      onSubmit={() => onCreate(expiry === 'none' ? undefined : Number(expiry))}
      returnFocus={returnFocus}
      title={ui.t('rotate.title', { name })}
    >
      {error ? <ErrorWords error={error} live="alert" title={ui.t('keys.create-failed')} /> : null}
      {isWorking && pausedUntil ? <RateLimitWords purpose="retry" retryAt={pausedUntil} /> : null}
      <div>{ui.t('rotate.text')}</div>
      <RotationSteps at="create" />
      <ExpiryField onChange={setExpiry} value={expiry} />
    </Dialog>
  )
}

/** After a creation that nobody answered: what the list says of it. */
export function RotationUnknown({
  onCheckList,
  ...props
}: RotationViewProps & { onCheckList: (ids: readonly string[]) => void }): ReactElement {
  const { rotation, name, onClose, className, returnFocus } = props
  const ui = useUi(texts)
  const close = useRef<HTMLButtonElement>(null)
  const { isWorking, error, found, look, startOver } = rotation
  const isMany = found !== undefined && found.length > 1
  // The creation's own failure is what the first sentence says.
  const failure = error?.code === 'unknown_outcome' ? undefined : error
  return (
    <Dialog
      actions={
        <>
          <Button onClick={onClose} ref={close} unavailable={isWorking}>
            {ui.t('common.close')}
          </Button>
          {!found ? (
            <Button busy={isWorking} onClick={() => void look()} variant="primary">
              {ui.t('keys.check-list')}
            </Button>
          ) : isMany ? (
            <Button onClick={() => onCheckList(found.map(({ id }) => id))} variant="primary">
              {ui.t('keys.check-list')}
            </Button>
          ) : (
            <Button busy={isWorking} onClick={() => void startOver()} variant="primary">
              {ui.t('rotate.start-over')}
            </Button>
          )}
        </>
      }
      className={className}
      initialFocus={close}
      locked={isWorking}
      onClose={onClose}
      returnFocus={returnFocus}
      title={ui.t('rotate.title', { name })}
    >
      {found ? (
        <Notice live="status" title={ui.t(found.length > 0 ? 'keys.found-title' : 'keys.not-found-title', { name })} tone="warn">
          {ui.t(found.length > 0 ? 'keys.found' : 'keys.not-found')}
        </Notice>
      ) : (
        <Notice live="alert" title={ui.t('error.unknown_outcome.title')} tone="warn">
          {ui.t(failure && !isWorking ? 'keys.create-unknown' : 'rotate.looking')}
        </Notice>
      )}
      {failure ? (
        <ErrorWords
          error={failure}
          live="alert"
          title={ui.t(found ? 'rotate.new-not-revoked' : 'keys.load-failed')}
        />
      ) : null}
    </Dialog>
  )
}

/** The new key is there, and this page does not have its secret. */
export function RotationLost({ rotation, name, onClose, className, returnFocus }: RotationViewProps): ReactElement {
  const ui = useUi(texts)
  const close = useRef<HTMLButtonElement>(null)
  const { isWorking, error, startedAt, confirmSaved, startOver } = rotation
  return (
    <Dialog
      actions={
        <>
          <Button onClick={onClose} ref={close} unavailable={isWorking}>
            {ui.t('rotate.later')}
          </Button>
          <Button busy={isWorking} onClick={() => void startOver()}>
            {ui.t('rotate.start-over')}
          </Button>
          <Button onClick={confirmSaved} unavailable={isWorking} variant="primary">
            {ui.t('rotate.have-it')}
          </Button>
        </>
      }
      className={className}
      initialFocus={close}
      locked={isWorking}
      onClose={onClose}
      returnFocus={returnFocus}
      title={ui.t('rotate.lost-title')}
    >
      {error ? <ErrorWords error={error} live="alert" title={ui.t('rotate.new-not-revoked')} /> : null}
      <RotationSteps at="copy" />
      <div>{ui.rich('rotate.lost', { name, time: <Time value={startedAt ?? ''} /> })}</div>
      <div>{ui.t('rotate.both-work')}</div>
    </Dialog>
  )
}
