'use client'

import type { ReactElement } from 'react'
import { speechTexts } from '../../i18n/en/speech.js'
import { useUi } from '../../theme/index.js'
import { Button } from '../parts/Button.js'
import { Notice } from '../parts/Notice.js'

export interface ShortNoticeProps {
  /** Credits that the text needs. */
  needed: number
  /** Credits that may be spent; undefined where nobody says. */
  available: number | undefined
  onAddFunds?: (() => void) | undefined
}

/** Says before anything is sent that the balance may not do; nothing where it does, or is not known. */
export function ShortNotice({ needed, available, onAddFunds }: ShortNoticeProps): ReactElement | null {
  const ui = useUi(speechTexts)
  if (available === undefined || needed <= available) return null
  return (
    <Notice
      tone="warn"
      title={ui.t('speech.short-title')}
      action={onAddFunds && <Button onClick={onAddFunds}>{ui.t('common.add-funds')}</Button>}
    >
      {ui.t('speech.short', { needed, available })}
    </Notice>
  )
}
