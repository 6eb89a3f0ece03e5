'use client'

import { type ReactElement, useId, useState } from 'react'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { Skeleton, useSkeleton } from '../parts/Skeleton.js'
import { useNow } from '../parts/ticker.js'
import { DayBars, DayBarsSkeleton } from './DayBars.js'
import { DayTable, ServiceList, ServiceTable } from './UsageLists.js'
import { UsageEmpty, UsageFailure, type UsageSource } from './UsageFailure.js'
import type { UsageGroups } from './usageGroups.js'
import { chartState, usageState } from './usageState.js'
import { useFittingDays } from './useFittingDays.js'
import { dayCount, useUsageDays } from './useUsageDays.js'
import { texts } from './usageWords.js'

export interface UsageChartAppearance {
  /** How many days, today among them: 1 to 90. @default what there is room for: 7, 14 or 30 */
  days?: number | undefined
  /** How many services are named; the rest are one sum. @default 5 */
  topServices?: number | undefined
  /** What is shown at first; the reader can change it. @default 'chart' */
  defaultView?: 'chart' | 'table' | undefined
  /** Of the card's heading on the page. @default 2 */
  headingLevel?: HeadingLevel | undefined
  className?: string | undefined
}

export interface UsageChartViewProps extends UsageChartAppearance, UsageSource {}

/** `UsageChart` without its hook: shows the charges that it is given. */
export function UsageChartView(props: UsageChartViewProps): ReactElement {
  const { data, error, isLoading, topServices = 5 } = props
  const ui = useUi(texts)
  const titleId = useId()
  const now = useNow(60_000)
  const [fitting, measured] = useFittingDays()
  const [view, setView] = useState(props.defaultView ?? 'chart')
  // On a server nobody knows which day it is for the reader.
  const loading = useSkeleton((isLoading && !error) || (data !== undefined && now === undefined))
  const count = dayCount(props.days, fitting)
  const { groups, days, active, ...list } = useUsageDays(data, count, topServices, now)

  const state = chartState(usageState(props, loading), groups?.total)
  const shows = state === 'loaded' || state === 'zero'
  const day = active === undefined ? undefined : days[active]
  return (
    <WidgetRoot aria-busy={loading || undefined} className={props.className} name="usage-chart" state={state}>
      <Card data-stale={error && data && !loading ? '' : undefined} labelledBy={titleId}>
        <div className="audiopod-usage-head">
          <Title id={titleId} level={props.headingLevel}>
            {ui.t('usage.title')}
          </Title>
          {shows || state === 'loading' ? (
            <Button onClick={() => setView(view === 'chart' ? 'table' : 'chart')} size="small">
              {ui.t(view === 'chart' ? 'usage.show-table' : 'usage.show-chart')}
            </Button>
          ) : null}
        </div>
        {error && !loading ? <UsageFailure {...props} error={error} of="usage" /> : null}
        {state === 'empty' ? <UsageEmpty of="usage" /> : null}
        <div className="audiopod-usage-body" data-view={view} ref={measured}>
          {state === 'loading' ? (
            <div className="audiopod-usage-days">
              <Figure />
              <DayBarsSkeleton count={count} />
            </div>
          ) : shows && groups ? (
            <>
              <div className="audiopod-usage-days">
                <Figure
                  amount={(day ?? groups.total).credits}
                  of={day?.label ?? ui.t('usage.last-days', { count })}
                />
                {view === 'chart' ? (
                  <DayBars days={days} {...list} />
                ) : (
                  <DayTable days={days} />
                )}
                <Notes groups={groups} isZero={state === 'zero'} />
              </div>
              {groups.services.length === 0 ? null : view === 'chart' ? (
                <ServiceList {...groups} />
              ) : (
                <ServiceTable {...groups} />
              )}
            </>
          ) : null}
        </div>
      </Card>
    </WidgetRoot>
  )
}

/** The sum and what it is of; bars of the same height while it is not known. */
function Figure({ amount, of }: { amount?: number; of?: string }): ReactElement {
  const ui = useUi(texts)
  return (
    <div>
      <div className="audiopod-figure audiopod-usage-figure">
        {amount === undefined ? (
          <span className="audiopod-figure-number">
            <Skeleton width="short" />
          </span>
        ) : (
          ui.rich(
            'usage.amount',
            { count: <span className="audiopod-figure-number">{ui.number(amount)}</span> },
            amount,
          )
        )}
      </div>
      <div className="audiopod-meta">{of ?? <Skeleton width="short" />}</div>
    </div>
  )
}

/** What the figures above are without. */
function Notes({ groups, isZero }: { groups: Omit<UsageGroups, 'days'>; isZero: boolean }): ReactElement | null {
  const ui = useUi(texts)
  const notes = [
    isZero ? ui.t('usage.none') : undefined,
    groups.total.unpriced > 0 ? ui.t('usage.unpriced', { count: groups.total.unpriced }) : undefined,
    groups.undated.charges > 0 ? ui.t('usage.undated', { count: groups.undated.charges }) : undefined,
    groups.after.charges > 0 ? ui.t('usage.later', { count: groups.after.charges }) : undefined,
  ].filter((note) => note !== undefined)
  if (notes.length === 0) return null
  return (
    <div className="audiopod-meta">
      {notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
    </div>
  )
}
