'use client'

import { type ReactElement, useId } from 'react'
import type { Credits } from '../../api/types.js'
import type { QueryResult } from '../../react/types.js'
import { creditTexts } from '../../i18n/en/credits.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { Notice } from '../parts/Notice.js'
import { useSkeleton } from '../parts/Skeleton.js'
import { useNow } from '../parts/ticker.js'
import { Time } from '../parts/Time.js'
import { BalanceNews } from './BalanceNews.js'
import { CreditBadge } from './CreditBadge.js'
import { CreditFigure } from './CreditFigure.js'
import { CreditParts } from './CreditParts.js'
import { creditState, isStale, shownCredits } from './creditStatus.js'

export interface CreditBalanceAppearance {
  /** `badge` is one line, for a header. @default 'card' */
  variant?: 'card' | 'badge' | undefined
  /** Shows “Add funds”. */
  onAddFunds?: (() => void) | undefined
  /** Below this many credits the balance is low. @default a tenth of the plan's monthly credits, where those are known */
  lowBalance?: number | undefined
  /** Of the card's heading on the page. @default 2 */
  headingLevel?: HeadingLevel | undefined
  className?: string | undefined
}

export interface CreditBalanceViewProps extends CreditBalanceAppearance, Omit<QueryResult<Credits>, 'mutate'> {
  onRefresh: () => void
}

/** `CreditBalance` without its hook: shows what it is given. */
export function CreditBalanceView(props: CreditBalanceViewProps): ReactElement {
  const { variant = 'card', className, data, isLoading, error, onAddFunds } = props
  const ui = useUi(creditTexts)
  const titleId = useId()
  const now = useNow(60_000)
  const loading = useSkeleton(isLoading && !error)
  const state = loading ? 'loading' : creditState(props)
  const stale = isStale(props, now)

  if (variant === 'badge') {
    return (
      <WidgetRoot className={className} inline name="credit-balance" state={state}>
        <CreditBadge {...props} stale={stale} state={state} />
      </WidgetRoot>
    )
  }
  const shown = loading ? undefined : shownCredits(data)
  const wanting = state === 'low' || state === 'empty'
  return (
    <WidgetRoot aria-busy={loading || undefined} className={className} name="credit-balance" state={state}>
      <Card data-stale={stale ? '' : undefined} labelledBy={titleId}>
        <div className="audiopod-credit-head">
          <Title id={titleId} level={props.headingLevel} small>
            {ui.t(shown === undefined || shown.of === 'total' ? 'credits.title' : `credits.title-${shown.of}`)}
          </Title>
          {loading || shown ? <CreditFigure amount={shown?.amount} /> : null}
          {onAddFunds && shown ? (
            <Button onClick={onAddFunds} variant={wanting ? 'primary' : 'secondary'}>
              {ui.t('common.add-funds')}
            </Button>
          ) : null}
        </div>
        {state === 'low' ? (
          <Notice title={ui.t('credits.low-title')} tone="warn">
            {ui.t('credits.low')}
          </Notice>
        ) : null}
        {state === 'empty' ? (
          <Notice title={ui.t('credits.empty-title')} tone="danger">
            {data?.nextResetAt
              ? ui.rich('credits.empty-reset', { time: <Time value={data.nextResetAt} /> })
              : ui.t('credits.empty')}
          </Notice>
        ) : null}
        {data && !loading ? <CreditParts credits={data} /> : null}
        {loading ? null : <BalanceNews {...props} stale={stale} />}
      </Card>
    </WidgetRoot>
  )
}
