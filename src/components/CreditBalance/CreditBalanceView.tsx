'use client'

import { type ReactElement, useId } from 'react'
import type { Credits } from '../../api/types.js'
import type { QueryResult } from '../../react/types.js'
import { creditTexts } from '../../i18n/en/credits.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { Skeleton } from '../parts/Skeleton.js'
import { useNow } from '../parts/ticker.js'
import { VisuallyHidden } from '../parts/VisuallyHidden.js'
import { CreditFigure } from './CreditFigure.js'
import { CreditParts } from './CreditParts.js'
import { creditState, isStale, shownCredits } from './creditStatus.js'
import { LateNews, useTrouble } from './useTrouble.js'

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
  const { variant = 'card', className, data, error, onAddFunds } = props
  const ui = useUi(creditTexts)
  const titleId = useId()
  const now = useNow(60_000)
  const stale = isStale(props, now)
  const known = creditState(props)
  const isTroubled = stale || error !== undefined || known === 'low' || known === 'empty'
  const [loading, trouble] = useTrouble(props, isTroubled)
  const state = loading ? 'loading' : known
  const shown = loading ? undefined : shownCredits(data)
  const wanting = state === 'low' || state === 'empty'

  if (variant === 'badge') {
    return (
      <WidgetRoot className={className} inline name="credit-balance" state={state}>
        {typeof trouble === 'object' && isTroubled && state !== 'loading' ? (
          <trouble.CreditBadge {...props} stale={stale} state={state} />
        ) : (
          <span aria-busy={state === 'loading' || undefined} className="audiopod-badge" data-stale={stale ? '' : undefined}>
            {state === 'loading' ? (
              <>
                <Skeleton width="short" />
                <VisuallyHidden>{ui.t('credits.badge-loading')}</VisuallyHidden>
              </>
            ) : (
              <span className="audiopod-badge-text">
                {shown ? ui.t('credits.amount', { count: shown.amount }) : ui.t('credits.badge-unknown')}
              </span>
            )}
          </span>
        )}
      </WidgetRoot>
    )
  }
  return (
    <WidgetRoot aria-busy={loading || undefined} className={className} name="credit-balance" state={state}>
      <Card data-stale={stale ? '' : undefined} labelledBy={titleId}>
        <div className="audiopod-credit-head">
          <Title id={titleId} level={props.headingLevel} small>
            {ui.t(shown === undefined || shown.of === 'total' ? 'credits.title' : `credits.title-${shown.of}`)}
          </Title>
          {loading || shown ? <CreditFigure amount={shown?.amount} /> : null}
          {onAddFunds && (loading || shown) ? (
            <Button onClick={onAddFunds} variant={wanting ? 'primary' : 'secondary'}>
              {ui.t('common.add-funds')}
            </Button>
          ) : null}
        </div>
        {typeof trouble === 'object' && wanting ? <trouble.CreditNotice data={data} state={state} /> : null}
        {loading || data ? <CreditParts credits={loading ? undefined : data} /> : null}
        {loading ? null : <LateNews {...props} stale={stale} trouble={trouble} />}
      </Card>
    </WidgetRoot>
  )
}
