'use client'

import { SPEECH_CENTS_PER_MINUTE } from '../../api/limits.js'
import type { Wallet } from '../../api/types.js'
import type { QueryResult } from '../../react/types.js'
import { useWallet } from '../../react/useWallet.js'
import { isStale } from '../CreditBalance/creditStatus.js'
import { useNow } from '../parts/ticker.js'
import { type WalletState, walletState } from './walletStatus.js'

export interface UseWalletBalanceOptions {
  /** Below this many cents the balance is low. @default where the account itself says so */
  lowBalance?: number | undefined
}

export interface UseWalletBalanceResult extends QueryResult<Wallet> {
  state: WalletState
  /** About how many minutes of speech the balance buys. */
  minutes: number | undefined
  /** So old that its age must be told: five minutes, or the last try to load it failed. */
  isStale: boolean
}

/**
 * What `WalletBalance` shows, without its looks.
 *
 * @example
 * const { state, data, minutes } = useWalletBalance({ lowBalance: 500 })
 */
export function useWalletBalance({ lowBalance }: UseWalletBalanceOptions = {}): UseWalletBalanceResult {
  const wallet = useWallet()
  const now = useNow(60_000)
  return {
    ...wallet,
    state: walletState({ ...wallet, lowBalance }),
    minutes: wallet.data && speechMinutes(wallet.data.balanceCents),
    isStale: isStale(wallet, now),
  }
}

/** Of speech, for so much money. */
export function speechMinutes(cents: number): number {
  return Math.max(0, Math.floor(cents / SPEECH_CENTS_PER_MINUTE))
}
