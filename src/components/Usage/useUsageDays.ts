'use client'

import { useMemo } from 'react'
import type { CreditUsage } from '../../api/types.js'
import { writeDay } from '../../i18n/writers.js'
import { useUi } from '../../theme/UiContext.js'
import { calendarDays } from './calendarDays.js'
import { type DayList, type DayProps, useDayList } from './useDayList.js'
import { groupByDay, groupByService, type UsageGroups, type UsageServices, type UsageDay } from './usageGroups.js'
import { texts } from './usageWords.js'

export interface NamedDay extends UsageDay {
  /** “Today”, or the date as the reader writes it. */
  label: string
  /** Its credits in words, or that the account did not say them. */
  amount: string
}

export interface UsageDays extends Omit<DayList, 'dayProps'> {
  /** Undefined while nobody knows which day it is for the reader: on a server, and until the page is alive. */
  groups: (Omit<UsageGroups, 'days'> & UsageServices) | undefined
  days: readonly NamedDay[]
  dayProps: (index: number) => DayProps & { 'aria-label': string }
}

const none: readonly CreditUsage[] = []

/** Charges by day and by service, and the days as a list to walk through. Shared by `UsageChartView` and `useUsageChart`. */
export function useUsageDays(
  data: readonly CreditUsage[] = none,
  count: number,
  topServices: number,
  now: number | undefined,
): UsageDays {
  const ui = useUi(texts)
  const top = Math.max(1, topServices)
  const edges = useMemo(() => (now === undefined ? undefined : calendarDays(now, count)), [now, count])
  const groups = useMemo(
    () => edges && { ...groupByDay(data, edges), ...groupByService(data, edges, top) },
    [data, edges, top],
  )
  const days = useMemo(
    () =>
      groups
        ? groups.days.map((day, index) => ({
            ...day,
            label: index === groups.days.length - 1 ? ui.t('usage.today') : writeDay(ui, day.start, now),
            amount:
              day.charges > 0 && day.unpriced === day.charges
                ? ui.t('usage.credits-not-reported')
                : ui.t('usage.amount', { count: day.credits }),
          }))
        : [],
    [groups, now, ui],
  )
  const { dayProps, ...list } = useDayList(days.length)
  return {
    ...list,
    groups,
    days,
    dayProps(index) {
      const { label: day = '', amount = '' } = days[index] ?? {}
      return { ...dayProps(index), 'aria-label': ui.t('usage.day', { day, amount }) }
    },
  }
}

/** As many days as asked for, within what can be shown. */
export function dayCount(days: number | undefined, otherwise: number): number {
  const wanted = days === undefined || Number.isNaN(days) ? otherwise : days
  return Math.min(90, Math.max(1, Math.floor(wanted)))
}
