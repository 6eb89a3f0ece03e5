'use client'

import type { ReactElement } from 'react'
import { useSession } from '../../react/SessionContext.js'
import { useUsage } from '../../react/useUsage.js'
import { type UsageChartAppearance, UsageChartView } from './UsageChartView.js'

export type UsageChartProps = UsageChartAppearance

/**
 * The credits that were used, by day and by service: as a picture, and as a table of the same figures. Days are those
 * of the reader's time zone.
 *
 * @example
 * <UsageChart days={30} />
 */
export function UsageChart(props: UsageChartProps): ReactElement {
  const { mutate, ...usage } = useUsage()
  const { visit } = useSession()
  return <UsageChartView key={visit} {...props} {...usage} onRefresh={() => void mutate().catch(() => undefined)} />
}
