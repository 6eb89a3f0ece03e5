'use client'

import type { ReactElement } from 'react'
import { CREDITS_PER_CHARACTER } from '../../api/limits.js'
import { creditTexts } from '../../i18n/en/credits.js'
import { useUi } from '../../theme/UiContext.js'
import { Skeleton } from '../parts/Skeleton.js'

/** The sum, and how much speech that is; bars of the same height while it is not known. */
export function CreditFigure({ amount }: { amount: number | undefined }): ReactElement {
  const ui = useUi(creditTexts)
  if (amount === undefined) {
    return (
      <>
        <div className="audiopod-figure" data-loading="">
          <Skeleton width="short" />
        </div>
        <div className="audiopod-meta audiopod-credit-speech">
          <Skeleton width="half" />
        </div>
      </>
    )
  }
  return (
    <>
      <div className="audiopod-figure">
        {ui.rich(
          'credits.amount',
          { count: <span className="audiopod-figure-number">{ui.number(amount)}</span> },
          amount,
        )}
      </div>
      {amount > 0 ? (
        <div className="audiopod-meta audiopod-credit-speech">
          {ui.t('credits.speech', { count: Math.floor(amount / CREDITS_PER_CHARACTER) })}
        </div>
      ) : null}
    </>
  )
}
