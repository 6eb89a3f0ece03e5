'use client'

import { type ReactElement, type ReactNode, useId } from 'react'
import { SPEECH_CENTS_PER_MINUTE } from '../../api/limits.js'
import type { Wallet } from '../../api/types.js'
import { walletTexts } from '../../i18n/en/wallet.js'
import { writeMoney } from '../../i18n/writers.js'
import type { QueryResult } from '../../react/types.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { isStale } from '../CreditBalance/creditStatus.js'
import { LateNews, useTrouble } from '../CreditBalance/useTrouble.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { Skeleton } from '../parts/Skeleton.js'
import { useNow } from '../parts/ticker.js'
import { walletState } from './walletStatus.js'

export interface WalletBalanceAppearance {
  /** Shows “Add funds”. */
  onAddFunds?: (() => void) | undefined
  /** Stands in place of that button: a link to your billing page, say. */
  addFunds?: ReactNode
  /** Below this many cents the balance is low. @default where the account itself says so */
  lowBalance?: number | undefined
  /** Of the card's heading on the page. @default 2 */
  headingLevel?: HeadingLevel | undefined
  className?: string | undefined
}

export interface WalletBalanceViewProps extends WalletBalanceAppearance, Omit<QueryResult<Wallet>, 'mutate'> {
  onRefresh: () => void
}

/** `WalletBalance` without its hook: shows what it is given. */
export function WalletBalanceView(props: WalletBalanceViewProps): ReactElement {
  const { className, data, error, onAddFunds, addFunds } = props
  const ui = useUi(walletTexts)
  const titleId = useId()
  const now = useNow(60_000)
  const stale = isStale(props, now)
  const known = walletState(props)
  const [loading, trouble] = useTrouble(props, stale || error !== undefined || known === 'low' || known === 'empty')
  const state = loading ? 'loading' : known
  const wallet = loading ? undefined : data
  const wanting = state === 'low' || state === 'empty'
  const button = onAddFunds ? (
    <Button onClick={onAddFunds} variant={wanting ? 'primary' : 'secondary'}>
      {ui.t('common.add-funds')}
    </Button>
  ) : null
  return (
    <WidgetRoot aria-busy={loading || undefined} className={className} name="wallet-balance" state={state}>
      <Card data-stale={stale ? '' : undefined} labelledBy={titleId}>
        <div className="audiopod-credit-head">
          <Title id={titleId} level={props.headingLevel} small>
            {ui.t('wallet.title')}
          </Title>
          {loading || wallet ? <WalletFigure cents={wallet?.balanceCents} /> : null}
          {loading || wallet ? addFunds ? <div className="audiopod-credit-action">{addFunds}</div> : button : null}
        </div>
        {typeof trouble === 'object' && wanting ? (
          <trouble.Notice title={ui.t(`wallet.${state}-title`)} tone={state === 'low' ? 'warn' : 'danger'}>
            {ui.t(`wallet.${state}`)}
          </trouble.Notice>
        ) : null}
        {loading || wallet?.totalSpentCents !== undefined ? (
          <dl className="audiopod-facts">
            <div className="audiopod-fact">
              <dt className="audiopod-fact-name">{ui.t('wallet.spent')}</dt>
              <dd className="audiopod-fact-value">
                {wallet?.totalSpentCents === undefined ? <Skeleton width="short" /> : writeMoney(ui, wallet.totalSpentCents)}
              </dd>
            </div>
          </dl>
        ) : null}
        {loading ? null : <LateNews {...props} stale={stale} trouble={trouble} />}
      </Card>
    </WidgetRoot>
  )
}

/** The money, and about how much speech that is; bars of the same height while it is not known. */
function WalletFigure({ cents }: { cents: number | undefined }): ReactElement {
  const ui = useUi(walletTexts)
  const minutes = cents === undefined ? undefined : Math.floor(cents / SPEECH_CENTS_PER_MINUTE)
  return (
    <>
      {cents === undefined ? (
        <div className="audiopod-figure" data-loading="">
          <Skeleton width="short" />
        </div>
      ) : (
        <div className="audiopod-figure">
          {/* A minus stays before its digits in a page that runs from right to left. */}
          <bdi className="audiopod-figure-number" data-long={writeMoney(ui, cents).length > 10 ? '' : undefined}>
            {writeMoney(ui, cents)}
          </bdi>
        </div>
      )}
      {minutes === undefined || minutes > 0 ? (
        <div className="audiopod-meta audiopod-credit-speech">
          {minutes === undefined ? <Skeleton width="half" /> : ui.t('wallet.speech', { count: minutes })}
        </div>
      ) : null}
    </>
  )
}
