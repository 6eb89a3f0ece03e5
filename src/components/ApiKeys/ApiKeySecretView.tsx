'use client'

import { type ReactElement, type ReactNode, useContext, useId, useLayoutEffect, useRef, useState } from 'react'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { OutletContext } from '../../theme/UiProvider.js'
import { type UiWith, useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { copyKeys, copyText } from '../parts/copyText.js'
import { Dialog } from '../parts/Dialog.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { Notice } from '../parts/Notice.js'
import { useJustNow } from '../parts/useJustNow.js'
import { maskingAttributes, maskingClasses } from './masking.js'
import type { SecretBox } from './secretBox.js'
import { useAfterlife, useUnloadGuard } from './useSecretGuard.js'

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

type Copy = { kind: 'not-yet' } | { kind: 'copied'; at: number } | { kind: 'blocked' }

function SecretPanel({ box, onDone, returnFocus, children }: ApiKeySecretViewProps): ReactElement {
  const ui = useUi(apiKeyTexts)
  const id = useId()
  const secret = useRef<HTMLElement>(null)
  const copyButton = useRef<HTMLButtonElement>(null)
  const [copy, setCopy] = useState<Copy>({ kind: 'not-yet' })
  const [isAsking, setAsking] = useState(false)
  const [message, say] = useAnnouncement()
  const justCopied = useJustNow(copy.kind === 'copied' ? copy.at : undefined)
  useUnloadGuard(box)

  // Written past React, whose tree would keep it; and taken out with the panel.
  useLayoutEffect(() => {
    const element = secret.current
    if (!element) return undefined
    element.textContent = box.read()
    return () => {
      element.textContent = ''
    }
  }, [box])

  const report = (next: Copy) => {
    setCopy(next)
    if (next.kind === 'copied') setAsking(false)
    say(copyWords(ui, next))
  }
  const doCopy = async () => {
    const copied = await copyText(box.read(), secret.current)
    report(copied ? { kind: 'copied', at: Date.now() } : { kind: 'blocked' })
  }
  const finish = () => {
    if (secret.current) secret.current.textContent = ''
    box.wipe()
    onDone(copy.kind === 'copied')
  }
  const done = () => {
    if (copy.kind === 'copied') return finish()
    setAsking(true)
    copyButton.current?.focus()
    say(ui.t('keys.close-uncopied'))
  }

  return (
    <Dialog
      actions={
        isAsking ? (
          <Button onClick={finish}>{ui.t('keys.close-without')}</Button>
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
          {...maskingAttributes}
          aria-labelledby={`${id}-label`}
          className={`audiopod-secret ${maskingClasses}${ui.classNames.secret ? ` ${ui.classNames.secret}` : ''}`}
          onCopy={() => {
            // Copied by hand: as good as by the button, if it was all of it.
            const selected = secret.current?.ownerDocument.getSelection()?.toString().trim()
            if (selected === box.read()) report({ kind: 'copied', at: Date.now() })
          }}
          ref={secret}
          role="group"
          spellCheck={false}
        />
      </div>
      {isAsking ? <Notice tone="warn">{ui.t('keys.close-uncopied')}</Notice> : null}
      <Button
        icon={justCopied ? 'check' : 'copy'}
        onClick={() => void doCopy()}
        ref={copyButton}
        variant="primary"
      >
        {justCopied ? ui.t('keys.copied') : ui.t('keys.copy-key')}
      </Button>
      {copy.kind === 'blocked' ? (
        <Notice tone="warn">{copyWords(ui, copy)}</Notice>
      ) : isAsking ? null : (
        <div className="audiopod-secret-status">{copyWords(ui, copy)}</div>
      )}
      <LiveRegion message={message} />
    </Dialog>
  )
}

function copyWords(ui: UiWith<typeof apiKeyTexts>, copy: Copy): string {
  switch (copy.kind) {
    case 'not-yet':
      return ui.t('keys.not-copied')
    case 'copied':
      return ui.t('keys.copied-at', { time: ui.clock(copy.at) })
    case 'blocked':
      return ui.t('keys.copy-blocked', { keys: copyKeys() })
  }
}
