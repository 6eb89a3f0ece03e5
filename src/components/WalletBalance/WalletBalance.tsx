'use client'

import type { ReactElement } from 'react'
import { useWallet } from '../../react/useWallet.js'
import { type WalletBalanceAppearance, WalletBalanceView } from './WalletBalanceView.js'

export type WalletBalanceProps = WalletBalanceAppearance

/**
 * What the prepaid wallet holds, which accounts that pay for API use are billed from: the money, in the reader's way of
 * writing it, about how much speech it is, and what to do about too little.
 *
 * @example
 * <WalletBalance onAddFunds={() => router.push('/billing')} />
 */
export function WalletBalance(props: WalletBalanceProps): ReactElement {
  const { mutate, ...wallet } = useWallet()
  // What went wrong is in `error`.
  return <WalletBalanceView {...props} {...wallet} onRefresh={() => void mutate().catch(() => undefined)} />
}
