'use client'

import type { ReactElement } from 'react'
import { creditTexts } from '../../i18n/en/credits.js'
import { errorTexts } from '../../i18n/en/errors.js'
import type { QueryResult } from '../../react/types.js'
import { useUi } from '../../theme/UiContext.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import { Button } from '../parts/Button.js'
import { Notice } from '../parts/Notice.js'
import { Time } from '../parts/Time.js'

const texts = { ...creditTexts, ...errorTexts }

interface BalanceNewsProps extends Omit<QueryResult<unknown>, 'mutate' | 'isLoading'> {
  stale: boolean
  onRefresh: () => void
}

/** What stands below a balance, of credits or of money: why it could not be loaded, or how old it is. */
export function BalanceNews(props: BalanceNewsProps): ReactElement | null {
  const { data, error, stale, isValidating, updatedAt, retry, onRefresh } = props
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
  const age =
    data && updatedAt ? ui.rich('common.last-loaded', { time: <Time show="clock" value={updatedAt} /> }) : undefined
  if (error.code === 'forbidden') {
    return (
      <Notice title={ui.t('credits.no-access-title')}>
        {ui.t('error.forbidden.text')} {age}
      </Notice>
    )
  }
  return (
    <>
      <ErrorWords
        detail={age}
        error={error}
        onRetry={onRefresh}
        retry={retry}
        title={ui.t(data ? 'credits.refresh-failed' : 'credits.load-failed')}
      />
      {age && error.code === 'rate_limit_exceeded' ? (
        // The countdown has no room for it.
        <div className="audiopod-credit-age">
          <span>{age}</span>
        </div>
      ) : null}
    </>
  )
}
