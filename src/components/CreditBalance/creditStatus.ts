import type { Credits } from '../../api/types.js'
import type { QueryResult } from '../../react/types.js'

export interface CreditBalanceSource
  extends Pick<QueryResult<Credits>, 'data' | 'error' | 'retry' | 'updatedAt'> {
  /** Below this many credits the balance is low. @default a tenth of the plan's monthly credits, where those are known */
  lowBalance?: number | undefined
}

/** What the balance shows; `stale`, `failed` and `waiting` may come with a figure from before. */
export type CreditState = 'loading' | 'loaded' | 'low' | 'empty' | 'failed' | 'forbidden' | 'waiting'

const STALE = 5 * 60_000
const LOW_SHARE = 0.1

/** The credits to show as the figure: the sum, or the one part that the account told. */
export function shownCredits(
  credits: Credits | undefined,
): { amount: number; of: 'total' | 'subscription' | 'pay-as-you-go' } | undefined {
  if (credits?.totalAvailable !== undefined) return { amount: credits.totalAvailable, of: 'total' }
  if (credits?.subscription !== undefined) return { amount: credits.subscription, of: 'subscription' }
  if (credits?.payAsYouGo !== undefined) return { amount: credits.payAsYouGo, of: 'pay-as-you-go' }
  return undefined
}

export function creditState({ data, error, retry, lowBalance }: CreditBalanceSource): CreditState {
  const shown = shownCredits(data)
  if (!data || !shown) {
    if (retry) return 'waiting'
    if (error?.code === 'forbidden') return 'forbidden'
    return error ? 'failed' : 'loading'
  }
  // One part at zero says nothing of the other.
  if (shown.amount <= 0 && shown.of === 'total') return 'empty'
  const low = lowBalance ?? (data.perMonth === undefined ? 0 : data.perMonth * LOW_SHARE)
  return shown.of === 'total' && shown.amount < low ? 'low' : 'loaded'
}

/** Whether a figure is so old that its age must be told: five minutes, or the last try to load it failed. */
export function isStale(
  { data, error, updatedAt }: Pick<QueryResult<unknown>, 'data' | 'error' | 'updatedAt'>,
  now: number | undefined,
): boolean {
  if (!data) return false
  if (error) return true
  return updatedAt !== undefined && now !== undefined && now - Date.parse(updatedAt) >= STALE
}

/** What is left of the month's allowance, for a meter: only where the plan has one. */
export function monthlyShare(credits: Credits): { left: number; total: number } | undefined {
  const { subscription: left, perMonth: total } = credits
  if (left === undefined || total === undefined || total <= 0) return undefined
  return { left, total }
}
