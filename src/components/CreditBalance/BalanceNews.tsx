'use client'

import type { ReactElement } from 'react'
import { ageTexts } from '../../i18n/en/common.js'
import { creditTexts } from '../../i18n/en/credits.js'
import { creditTroubleTexts } from '../../i18n/en/creditTrouble.js'
import type { QueryResult } from '../../react/types.js'
import { useUi } from '../../theme/UiContext.js'
import { LoadFailure } from '../ErrorNotice/LoadFailure.js'
import { Button } from '../parts/Button.js'
import { Time } from '../parts/Time.js'

const texts = { ...creditTexts, ...creditTroubleTexts, ...ageTexts }

export interface BalanceNewsProps extends Omit<QueryResult<unknown>, 'mutate' | 'isLoading'> {
  stale: boolean
  onRefresh: () => void
}

/** What stands below a balance, of credits or of money: why it could not be loaded, or how old it is. */
export function BalanceNews(props: BalanceNewsProps): ReactElement | null {
  const { error, stale, isValidating, updatedAt, onRefresh } = props
  const ui = useUi(texts)
  if (!error) {
    if (!stale || !updatedAt) return null
    return (
      <div className="audiopod-credit-age">
        <span>{ui.rich('common.updated', { time: <Time value={updatedAt} /> })}</span>
        <Button busy={isValidating} onClick={onRefresh} size="small">
          {ui.t('common.refresh')}
        </Button>
      </div>
    )
  }
  const titles = {
    noAccess: ui.t('credits.no-access-title'),
    load: ui.t('credits.load-failed'),
    refresh: ui.t('credits.refresh-failed'),
  }
  return <LoadFailure {...props} error={error} titles={titles} />
}
