import type { Wallet } from '../../api/types.js'
import type { QueryResult } from '../../react/types.js'

export interface WalletBalanceSource extends Pick<QueryResult<Wallet>, 'data' | 'error' | 'retry'> {
  /** Below this many cents the balance is low. @default where the account itself says so */
  lowBalance?: number | undefined
}

/** What the wallet shows; an error may come with a figure from before. */
export type WalletState = 'loading' | 'loaded' | 'low' | 'empty' | 'failed' | 'forbidden' | 'waiting'

export function walletState({ data, error, retry, lowBalance }: WalletBalanceSource): WalletState {
  if (!data) {
    if (retry) return 'waiting'
    if (error?.code === 'forbidden') return 'forbidden'
    return error ? 'failed' : 'loading'
  }
  if (data.balanceCents <= 0) return 'empty'
  const low = lowBalance === undefined ? data.lowBalance === true : data.balanceCents < lowBalance
  return low ? 'low' : 'loaded'
}
