'use client'

import { type ReactElement, useRef } from 'react'
import type { ApiKey } from '../../api/types.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { errorTexts } from '../../i18n/en/errors.js'
import { useUi } from '../../theme/UiContext.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { Button } from '../parts/Button.js'
import { Dialog } from '../parts/Dialog.js'
import { Notice } from '../parts/Notice.js'
import { Time } from '../parts/Time.js'
import { RateLimitWords } from '../RateLimitNotice/RateLimitNotice.js'
import { useRevocation } from './useRevocation.js'

const texts = { ...apiKeyTexts, ...errorTexts }

export interface RevokeApiKeyViewProps {
  apiKey: ApiKey
  revoke: (id: string) => Promise<void>
  onRevoked: (key: ApiKey) => void
  onCheckList: () => void
  onClose: () => void
  returnFocus?: (() => HTMLElement | null | undefined) | undefined
  /** Until when a rate limit holds everything back: ISO 8601. */
  pausedUntil?: string | undefined
}

/** Asks before a key is revoked. Enter on opening keeps it: the focus is on “Keep key”. */
export function RevokeApiKeyView(props: RevokeApiKeyViewProps): ReactElement {
  const { apiKey, onRevoked, onCheckList, onClose, returnFocus, pausedUntil } = props
  const ui = useUi(texts)
  const { revoke, isWorking: busy, error, isUnknown } = useRevocation(apiKey, props.revoke, onRevoked)
  const safe = useRef<HTMLButtonElement>(null)

  return (
    <Dialog
      actions={
        isUnknown ? (
          <Button onClick={onCheckList} ref={safe} variant="primary">
            {ui.t('keys.check-list')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose} ref={safe} unavailable={busy}>
              {ui.t('keys.keep')}
            </Button>
            <Button busy={busy} onClick={revoke} variant="danger">
              {ui.t('keys.revoke')}
            </Button>
          </>
        )
      }
      alert
      initialFocus={safe}
      key={isUnknown ? 'unknown' : 'ask'}
      locked={busy}
      onClose={onClose}
      returnFocus={returnFocus}
      title={ui.t('keys.revoke-title', { name: apiKey.name || ui.t('keys.unnamed') })}
    >
      {isUnknown ? (
        <Notice live="alert" title={ui.t('error.unknown_outcome.title')} tone="warn">
          {ui.t('keys.revoke-unknown')}
        </Notice>
      ) : error ? (
        <ErrorWords error={error} live="alert" title={ui.t('keys.revoke-failed')} />
      ) : null}
      {busy && pausedUntil ? <RateLimitWords purpose="retry" retryAt={pausedUntil} /> : null}
      {isUnknown ? null : (
        <RevokeEffect apiKey={apiKey} />
      )}
    </Dialog>
  )
}

/** What ends with a key, and when it was last used. */
export function RevokeEffect({ apiKey: { hint, lastUsedAt, neverUsed } }: { apiKey: ApiKey }): ReactElement {
  const ui = useUi(texts)
  return (
    <div className="audiopod-revoke-text">
      {hint
        ? ui.rich('keys.revoke-effect', { key: <code className="audiopod-code">{hint}</code> })
        : ui.t('keys.revoke-effect-no-hint')}{' '}
      {lastUsedAt !== undefined
        ? ui.rich('keys.revoke-last-used', { time: <Time value={lastUsedAt} /> })
        : ui.t(neverUsed ? 'keys.revoke-never-used' : 'keys.revoke-use-not-reported')}{' '}
      {ui.t('keys.revoke-final')}
    </div>
  )
}
