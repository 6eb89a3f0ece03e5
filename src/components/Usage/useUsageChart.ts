'use client'

import type { CreditUsage } from '../../api/types.js'
import type { QueryResult } from '../../react/types.js'
import { useUsage } from '../../react/useUsage.js'
import { useUi } from '../../theme/UiContext.js'
import { useNow } from '../parts/ticker.js'
import type { DayListProps, DayProps } from './useDayList.js'
import { chartState, type UsageState, usageState } from './usageState.js'
import type { ServiceSum, UsageServices, UsageSum } from './usageGroups.js'
import { dayCount, type NamedDay, useUsageDays } from './useUsageDays.js'
import { serviceText, texts } from './usageWords.js'

export interface UseUsageChartOptions {
  /** How many days, today among them: 1 to 90. @default 30 */
  days?: number | undefined
  /** How many services are named; the rest are one sum. @default 5 */
  topServices?: number | undefined
}

export interface UseUsageChartResult extends QueryResult<CreditUsage[]> {
  state: UsageState
  /** The reader's days, the oldest first, and those without a charge too; none before the page is alive. The last is today. */
  days: readonly NamedDay[]
  /** What all `days` come to. */
  total: UsageSum
  /** What each service used in these days, the dearest first, named in the reader's language. */
  services: readonly (ServiceSum & { label: string })[]
  /** The services that are not among `services`, and how many they are. */
  others: UsageServices['others']
  /** Charges that no day has: those without a date, and those dated after today. */
  undated: UsageSum
  after: UsageSum
  /** The place in `days` of the one under the pointer or with the focus: show its figure. */
  active: number | undefined
  /** For the element around the days, which needs a name: a listbox whose keys are the arrows, Home and End. */
  listProps: DayListProps
  /** For the element of the day at a place: an option named by its day and credits. */
  dayProps: (index: number) => DayProps & { 'aria-label': string }
}

const nothing: UsageSum = { credits: 0, charges: 0, unpriced: 0 }

/**
 * What `UsageChart` shows, without its looks: credits by day of the reader's and by service, and the days as a list to choose
 * from with one tab stop.
 *
 * @example
 * const { days, total, active, listProps, dayProps } = useUsageChart({ days: 14 })
 * <p>{(days[active ?? -1] ?? total).credits} credits</p>
 * <div aria-label="Credits by day" {...listProps}>
 *   {days.map((day, index) => <MyBar key={day.start} height={day.credits} {...dayProps(index)} />)}
 * </div>
 */
export function useUsageChart({ days, topServices = 5 }: UseUsageChartOptions = {}): UseUsageChartResult {
  const usage = useUsage()
  const ui = useUi(texts)
  const { groups, ...shown } = useUsageDays(usage.data, dayCount(days, 30), topServices, useNow(60_000))
  return {
    ...usage,
    ...shown,
    state: chartState(usageState(usage, usage.data !== undefined && !groups), groups?.total),
    total: groups?.total ?? nothing,
    services: groups?.services.map((sum) => ({ ...sum, label: serviceText(ui, sum.service) })) ?? [],
    others: groups?.others,
    undated: groups?.undated ?? nothing,
    after: groups?.after ?? nothing,
  }
}
