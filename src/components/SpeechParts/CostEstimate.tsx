'use client'

import type { ReactElement } from 'react'
import { speechTexts } from '../../i18n/en/speech.js'
import { useUi, WidgetRoot } from '../../theme/index.js'
import { ShortNotice } from '../SpeechGenerator/ShortNotice.js'
import { useCostEstimate } from './useCostEstimate.js'

/**
 * About what a text costs in account credits (half a credit a character), before anything is spent, with a warning where
 * the balance may not do. Needs the permission `credits:read` for the warning; without it the estimate stands alone.
 * For accounts that pay by the minute from a wallet there is `client.wallet.estimate`.
 *
 * @example
 * <CostEstimate text={text} onAddFunds={() => router.push('/billing')} />
 */
export function CostEstimate({ text, onAddFunds, className }: CostEstimateProps): ReactElement {
  const ui = useUi(speechTexts)
  const { credits, available, isShort } = useCostEstimate(text)
  return (
    <WidgetRoot name="cost" state={credits === 0 ? 'empty' : isShort ? 'short' : 'ok'} className={className}>
      <p className="audiopod-cost">{ui.t('speech.estimate', { count: credits })}</p>
      <ShortNotice needed={credits} available={available} onAddFunds={onAddFunds} />
    </WidgetRoot>
  )
}

export interface CostEstimateProps {
  text: string
  /** Shows “Add funds” where the balance may not do. */
  onAddFunds?: (() => void) | undefined
  className?: string | undefined
}
