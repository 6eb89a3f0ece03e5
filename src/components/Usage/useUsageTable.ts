'use client'

import type { CreditUsage } from '../../api/types.js'
import type { QueryResult } from '../../react/types.js'
import { useUsage } from '../../react/useUsage.js'
import { useUi } from '../../theme/UiContext.js'
import { type ChargeList, useCharges } from './useCharges.js'
import { type UsageState, usageState } from './usageState.js'
import { serviceText, texts } from './usageWords.js'

export interface UseUsageTableOptions {
  /** How many charges are shown at first, and how many more at each press. @default 20 */
  pageSize?: number | undefined
}

export interface UseUsageTableResult extends QueryResult<CreditUsage[]>, ChargeList {
  state: Exclude<UsageState, 'zero'>
  /** What a charge was for, named in the reader's language. */
  serviceLabel: (charge: CreditUsage) => string
}

/**
 * What `UsageTable` shows, without its looks: the charges one by one, the newest first, a part of them at a time, and where the
 * focus goes.
 *
 * @example
 * const { charges, more, showMore, listRef, serviceLabel } = useUsageTable({ pageSize: 25 })
 * <tbody ref={listRef}>
 *   {charges.map((charge, index) => (
 *     <tr key={index} tabIndex={-1}><th>{serviceLabel(charge)}</th><td>{charge.credits}</td></tr>
 *   ))}
 * </tbody>
 */
export function useUsageTable({ pageSize }: UseUsageTableOptions = {}): UseUsageTableResult {
  const usage = useUsage()
  const ui = useUi(texts)
  return {
    ...usage,
    ...useCharges(usage.data, pageSize),
    state: usageState(usage, false),
    serviceLabel: ({ service }) => serviceText(ui, service),
  }
}
