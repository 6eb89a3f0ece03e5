'use client'

import type { ReactElement } from 'react'
import { useCredits } from '../../react/useCredits.js'
import { type CreditBalanceAppearance, CreditBalanceView } from './CreditBalanceView.js'

export type CreditBalanceProps = CreditBalanceAppearance

/**
 * What the account has left, in credits: the total, its two parts, the next reset, and what to do about too little.
 *
 * @example
 * <CreditBalance onAddFunds={() => router.push('/billing')} />
 */
export function CreditBalance(props: CreditBalanceProps): ReactElement {
  const { mutate, ...credits } = useCredits()
  return <CreditBalanceView {...props} {...credits} onRefresh={() => void mutate()} />
}
