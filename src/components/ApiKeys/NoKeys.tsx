'use client'

import type { ReactElement, ReactNode } from 'react'
import { keyFrameTexts } from '../../i18n/en/keyFrame.js'
import { useUi } from '../../theme/UiContext.js'

/** The account has no keys at all. */
export function NoKeys({ action }: { action?: ReactNode }): ReactElement {
  const ui = useUi(keyFrameTexts)
  return <Nothing action={action} text={ui.t('keys.empty')} title={ui.t('keys.empty-title')} />
}

export function Nothing({ title, text, action }: { title: string; text: string; action?: ReactNode }): ReactElement {
  return (
    <div className="audiopod-keys-empty">
      <div className="audiopod-keys-empty-title">{title}</div>
      <div className="audiopod-keys-empty-text">{text}</div>
      {action ? <div className="audiopod-keys-empty-action">{action}</div> : null}
    </div>
  )
}
