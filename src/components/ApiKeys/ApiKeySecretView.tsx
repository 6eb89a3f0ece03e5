'use client'

import { type ReactElement, type ReactNode, useContext, useId, useRef } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { writeClock } from '../../i18n/writers.js'
import { slot } from '../../theme/slot.js'
import { OutletContext } from '../../theme/UiProvider.js'
import { type UiWith, useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { copyKeys } from '../parts/copyText.js'
import { Icon } from '../parts/Icon.js'
import { checkIcon, copyIcon } from '../parts/icons.js'
import { Dialog } from '../parts/Dialog.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { Notice } from '../parts/Notice.js'
import { useJustNow } from '../parts/useJustNow.js'
import type { SecretBox } from './secretBox.js'
import { type SecretCopy, useSecretCopy } from './useSecretCopy.js'
import { useAfterlife } from './useSecretGuard.js'

export interface ApiKeySecretViewProps {
  box: SecretBox
  /** The person is done with it, with a copy or knowingly without; the secret is wiped by then. */
  onDone: (isCopied: boolean) => void
  /** Told the same when the panel has outlived its widget. */
  onLateDone?: ((isCopied: boolean) => void) | undefined
  /** Stands above the secret. */
  children?: ReactNode
  returnFocus?: (() => HTMLElement | null | undefined) | undefined
}

/** Shows a new key's secret, once. Only “Done” closes it; without a copy, only after asking once. */
export function ApiKeySecretView(props: ApiKeySecretViewProps): ReactElement {
  const { box, onLateDone, children } = props
  useAfterlife(box, () => (
    <OrphanedSecret box={box} onLateDone={onLateDone}>
      {children}
    </OrphanedSecret>
  ))
  return <SecretPanel {...props} />
}

/** The panel after its widget has gone. */
function OrphanedSecret({ box, onLateDone, children }: Omit<ApiKeySecretViewProps, 'onDone'>): ReactElement {
  const outlet = useContext(OutletContext)
  const done = (isCopied: boolean) => {
    outlet?.take(box.id)
    onLateDone?.(isCopied)
  }
  return (
    <WidgetRoot name="overlay">
      <SecretPanel box={box} onDone={done}>
        {children}
      </SecretPanel>
    </WidgetRoot>
  )
}

function SecretPanel({ box, onDone, returnFocus, children }: ApiKeySecretViewProps): ReactElement {
  const ui = useUi(apiKeyTexts)
  const id = useId()
  const copyButton = useRef<HTMLButtonElement>(null)
  const [message, say] = useAnnouncement()
  const secret = useSecretCopy(box, onDone, (next) => say(copyWords(ui, next)))
  const { copied, isAsking, secretProps } = secret
  const justCopied = useJustNow(copied.kind === 'copied' ? copied.at : undefined)

  const done = () => {
    if (!secret.done()) return
    copyButton.current?.focus()
    say(ui.t('keys.close-uncopied'))
  }

  return (
    <Dialog
      actions={
        isAsking ? (
          <Button onClick={secret.closeWithout}>{ui.t('keys.close-without')}</Button>
        ) : (
          <Button onClick={done}>{ui.t('keys.done')}</Button>
        )
      }
      className="audiopod-secret-dialog"
      initialFocus={copyButton}
      returnFocus={returnFocus}
      title={ui.t('keys.secret-title', { name: box.name || ui.t('keys.unnamed') })}
    >
      {children}
      <div className="audiopod-secret-text">{ui.t('keys.secret-text')}</div>
      <div className="audiopod-secret-frame">
        <span className="audiopod-hidden" id={`${id}-label`}>
          {ui.t('keys.secret-label')}
        </span>
        <code
          {...secretProps}
          aria-labelledby={`${id}-label`}
          {...slot(ui, 'secret', `audiopod-secret ${secretProps.className}`)}
        />
      </div>
      {isAsking ? <Notice tone="warn">{ui.t('keys.close-uncopied')}</Notice> : null}
      <Button
        icon={<Icon icon={justCopied ? checkIcon : copyIcon} />}
        onClick={() => void secret.copy()}
        ref={copyButton}
        variant="primary"
      >
        {justCopied ? ui.t('keys.copied') : ui.t('keys.copy-key')}
      </Button>
      {copied.kind === 'blocked' ? (
        <Notice tone="warn">{copyWords(ui, copied)}</Notice>
      ) : isAsking ? null : (
        <div className="audiopod-secret-status">{copyWords(ui, copied)}</div>
      )}
      <LiveRegion message={message} />
    </Dialog>
  )
}

function copyWords(ui: UiWith<typeof apiKeyTexts>, copy: SecretCopy): string {
  switch (copy.kind) {
    case 'not-yet':
      return ui.t('keys.not-copied')
    case 'copied':
      return ui.t('keys.copied-at', { time: writeClock(ui, copy.at) })
    case 'blocked':
      return ui.t('keys.copy-blocked', { keys: copyKeys() })
  }
}
