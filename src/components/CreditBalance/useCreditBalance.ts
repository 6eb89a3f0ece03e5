'use client'

import type { Credits } from '../../api/types.js'
import type { QueryResult } from '../../react/types.js'
import { useCredits } from '../../react/useCredits.js'
import { useNow } from '../parts/ticker.js'
import { type CreditState, creditState, isStale, monthlyShare, shownCredits } from './creditStatus.js'

export interface UseCreditBalanceOptions {
  /** Below this many credits the balance is low. @default a tenth of the plan's monthly credits, where those are known */
  lowBalance?: number | undefined
}

export interface UseCreditBalanceResult extends QueryResult<Credits> {
  state: CreditState
  /** The figure: the sum, or the one part that the account told. */
  shown: ReturnType<typeof shownCredits>
  /** What is left of the month's allowance; undefined where the plan has none. */
  month: ReturnType<typeof monthlyShare>
  /** So old that its age must be told: five minutes, or the last try to load it failed. */
  isStale: boolean
}

/**
 * What `CreditBalance` shows, without its looks.
 *
 * @example
 * const { state, shown, mutate } = useCreditBalance({ lowBalance: 500 })
 */
export function useCreditBalance({ lowBalance }: UseCreditBalanceOptions = {}): UseCreditBalanceResult {
  const credits = useCredits()
  const now = useNow(60_000)
  return {
    ...credits,
    state: creditState({ ...credits, lowBalance }),
    shown: shownCredits(credits.data),
    month: credits.data && monthlyShare(credits.data),
    isStale: isStale(credits, now),
  }
}
