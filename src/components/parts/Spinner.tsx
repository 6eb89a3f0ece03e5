'use client'

import type { ReactElement } from 'react'
import { useUi } from '../../theme/UiContext.js'

/** The one thing that turns. Readers who asked for less motion see the word instead. */
export function Spinner(): ReactElement {
  const { t } = useUi()
  return (
    <span aria-hidden="true" className="audiopod-spinner">
      <span className="audiopod-spinner-word">{t('common.working')}</span>
    </span>
  )
}
