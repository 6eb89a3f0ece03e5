'use client'

import type { ReactElement, ReactNode } from 'react'
import type { Credits } from '../../api/types.js'
import { creditTexts } from '../../i18n/en/credits.js'
import { writeDay } from '../../i18n/writers.js'
import { useUi } from '../../theme/UiContext.js'
import { Meter } from '../parts/Meter.js'
import { Moment } from '../parts/Moment.js'
import { Skeleton } from '../parts/Skeleton.js'
import { monthlyShare, shownCredits } from './creditStatus.js'

/** What the sum is made of, the month's meter, and the next reset: each only where the account told it; bars while it is asked. */
export function CreditParts({ credits }: { credits: Credits | undefined }): ReactElement | null {
  const ui = useUi(creditTexts)
  if (!credits) {
    return (
      <div className="audiopod-facts">
        {[1, 2, 3].map((row) => (
          <div className="audiopod-fact" key={row}>
            <Skeleton width="short" />
            <Skeleton width="short" />
          </div>
        ))}
      </div>
    )
  }
  const share = monthlyShare(credits)
  const { subscription, payAsYouGo, nextResetAt } = credits
  const only = shownCredits(credits)?.of
  const left = share && ui.t('credits.used-of', { left: share.left, total: share.total })
  const parts: [string, ReactNode][] = []
  if (subscription !== undefined && only !== 'subscription') {
    parts.push([ui.t('credits.subscription'), ui.number(subscription)])
  }
  if (payAsYouGo !== undefined && only !== 'pay-as-you-go') {
    parts.push([ui.t('credits.pay-as-you-go'), ui.number(payAsYouGo)])
  }
  if (nextResetAt !== undefined) parts.push([ui.t('credits.next-reset'), <Moment key="time" value={nextResetAt} words={writeDay} />])
  if (!share && parts.length === 0) return null
  return (
    <div className="audiopod-credit-parts">
      {share ? (
        <div className="audiopod-credit-month">
          <Meter label={ui.t('credits.meter')} max={share.total} value={share.left} valueText={left ?? ''} />
          <div className="audiopod-meta">{left}</div>
        </div>
      ) : null}
      {parts.length > 0 ? (
        <dl className="audiopod-facts">
          {parts.map(([name, value]) => (
            <div className="audiopod-fact" key={name}>
              <dt className="audiopod-fact-name">{name}</dt>
              <dd className="audiopod-fact-value">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}
