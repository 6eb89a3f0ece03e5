'use client'

import { type ReactElement, useContext, useId, useLayoutEffect, useRef, useState } from 'react'
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

export interface ApiKeySecretProps {
  box: SecretBox
  /** The person is done with it; the secret is wiped by then. */
  onDone: () => void
  returnFocus?: (() => HTMLElement | null | undefined) | undefined
}

/** Shows a new key's secret, once. Only “Done” closes it; without a copy, only after asking once. */
export function ApiKeySecret(props: ApiKeySecretProps): ReactElement {
  const { box } = props
  useAfterlife(box, () => <OrphanedSecret box={box} />)
  return <SecretPanel {...props} />
}

/** The panel after its widget has gone. */
function OrphanedSecret({ box }: { box: SecretBox }): ReactElement {
  const outlet = useContext(OutletContext)
  return (
    <WidgetRoot name="api-keys">
      <SecretPanel box={box} onDone={() => outlet?.take(box.id)} />
    </WidgetRoot>
  )
}

type Copy = { kind: 'not-yet' } | { kind: 'copied'; at: number } | { kind: 'blocked' }

function SecretPanel({ box, onDone, returnFocus }: ApiKeySecretProps): ReactElement {
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
    onDone()
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
