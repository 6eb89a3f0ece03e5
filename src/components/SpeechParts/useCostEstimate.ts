'use client'

import { useCredits } from '../../react/useCredits.js'
import type { QueryResult } from '../../react/types.js'
import { textState } from '../SpeechGenerator/textState.js'

export interface UseCostEstimateResult extends Pick<QueryResult<unknown>, 'error' | 'isLoading' | 'retry'> {
  /** About what the text costs, in account credits: half a credit a character, rounded up; 0 without a text. */
  credits: number
  /** Credits that may be spent; undefined where nobody says. */
  available: number | undefined
  /** The balance is known, and will not do. */
  isShort: boolean
}

/**
 * About what a text costs, before anything is spent, and whether the balance will do. `error` is that of the balance: the
 * estimate stands without it.
 *
 * @example
 * const { credits, isShort } = useCostEstimate(text)
 */
export function useCostEstimate(text: string): UseCostEstimateResult {
  const { data, error, isLoading, retry } = useCredits()
  const { credits } = textState(text)
  const available = data?.totalAvailable
  return { credits, available, isShort: available !== undefined && credits > available, error, isLoading, retry }
}
