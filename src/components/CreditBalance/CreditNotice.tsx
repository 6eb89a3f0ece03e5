'use client'

import type { ReactElement } from 'react'
import type { Credits } from '../../api/types.js'
import { creditTroubleTexts } from '../../i18n/en/creditTrouble.js'
import { useUi } from '../../theme/UiContext.js'
import { Notice } from '../parts/Notice.js'
import { Time } from '../parts/Time.js'

interface CreditNoticeProps {
  state: 'low' | 'empty'
  data: Credits | undefined
}

/** That there is little left, or nothing. */
export function CreditNotice({ state, data }: CreditNoticeProps): ReactElement {
  const ui = useUi(creditTroubleTexts)
  if (state === 'low') {
    return (
      <Notice title={ui.t('credits.low-title')} tone="warn">
        {ui.t('credits.low')}
      </Notice>
    )
  }
  return (
    <Notice title={ui.t('credits.empty-title')} tone="danger">
      {data?.nextResetAt
        ? ui.rich('credits.empty-reset', { time: <Time value={data.nextResetAt} /> })
        : ui.t('credits.empty')}
    </Notice>
  )
}
