import type { UseTopUpResult } from '../../react/types.js'

export interface TopUpSource
  extends Pick<
    UseTopUpResult,
    'data' | 'error' | 'retry' | 'failure' | 'isOpening' | 'checkout' | 'growth' | 'balanceError'
  > {
  /** There is a way to the checkout that was opened. */
  canLeave: boolean
  /** The person has come back from the checkout. */
  hasReturned: boolean
  /** The balance has been loaded since the person came back. */
  hasLooked: boolean
}

/**
 * What the widget shows. `open`: a checkout is open, and nobody has come back from it; `checking`, `unchanged` and `not-checked`:
 * back, with the balance being loaded, as it was before, or not known; `grown`: back, with more; `no-address`: a checkout that leads nowhere.
 */
export type TopUpState =
  | 'loading'
  | 'failed'
  | 'waiting'
  | 'forbidden'
  | 'idle'
  | 'opening'
  | 'open'
  | 'checking'
  | 'unchanged'
  | 'not-checked'
  | 'grown'
  | 'no-address'

export function topUpState(source: TopUpSource): TopUpState {
  const { data, error, retry, failure, isOpening, checkout, growth, balanceError, canLeave } = source
  if (isOpening) return 'opening'
  if (failure?.code === 'forbidden') return 'forbidden'
  if (checkout) {
    if (growth) return 'grown'
    if (!canLeave) return 'no-address'
    if (!source.hasLooked) return source.hasReturned ? 'checking' : 'open'
    return balanceError ? 'not-checked' : 'unchanged'
  }
  if (data) return 'idle'
  if (retry) return 'waiting'
  if (error?.code === 'forbidden') return 'forbidden'
  return error ? 'failed' : 'loading'
}
