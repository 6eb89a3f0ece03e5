import type { CreditUsage } from '../../api/types.js'
import type { QueryResult } from '../../react/types.js'
import type { UsageSum } from './usageGroups.js'

export type UsageState =
  | 'loading'
  | 'loaded'
  /** There are charges, and none in the days that are shown. */
  | 'zero'
  /** There is no charge at all. */
  | 'empty'
  | 'failed'
  | 'forbidden'
  /** It failed, and is tried again by itself. */
  | 'waiting'

export function usageState(
  { data, error, retry }: Pick<QueryResult<CreditUsage[]>, 'data' | 'error' | 'retry'>,
  loading: boolean,
): Exclude<UsageState, 'zero'> {
  if (loading) return 'loading'
  if (data) return data.length > 0 ? 'loaded' : 'empty'
  if (retry) return 'waiting'
  if (error?.code === 'forbidden') return 'forbidden'
  return error ? 'failed' : 'loading'
}

/** The same where days are shown, which may have none of the charges. */
export function chartState(state: UsageState, total: UsageSum | undefined): UsageState {
  return state === 'loaded' && total?.charges === 0 ? 'zero' : state
}
