'use client'

import { type ReactElement, type ReactNode, useId } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import type { UsageServices, UsageSum } from './usageGroups.js'
import type { NamedDay } from './useUsageDays.js'
import { serviceText, texts, type UsageUi } from './usageWords.js'

interface Row {
  key: string | number
  name: string
  sum: UsageSum
}

/** A sum nobody told a part of is not 0. */
function sumText(ui: UsageUi, sum: UsageSum): string {
  return sum.charges > 0 && sum.unpriced === sum.charges ? ui.t('common.not-reported') : ui.number(sum.credits)
}

function serviceRows(ui: UsageUi, { services, others }: UsageServices): Row[] {
  const rows: Row[] = services.map((sum) => ({ key: sum.service ?? '', name: serviceText(ui, sum.service), sum }))
  if (others) rows.push({ key: '…', name: ui.t('usage.other', { count: others.services }), sum: others })
  return rows
}

/** The days of the chart as a table. */
export function DayTable({ days }: { days: readonly NamedDay[] }): ReactElement {
  const ui = useUi(texts)
  const rows = days.map((day) => ({ key: day.start, name: day.label, sum: day }))
  return <FactTable caption={ui.t('usage.by-day')} first={ui.t('usage.column-day')} rows={rows.reverse()} />
}

/** The services of these days as a table. */
export function ServiceTable(props: UsageServices): ReactElement {
  const ui = useUi(texts)
  const rows = serviceRows(ui, props)
  return <FactTable caption={ui.t('usage.by-service')} first={ui.t('usage.column-service')} rows={rows} title />
}

interface FactTableProps {
  caption: string
  first: string
  rows: readonly Row[]
  title?: boolean
}

/** Two columns, by roles, as ApiKeyTable: no page styles a `div` as it does a `td`. */
function FactTable({ caption, first, rows, title = false }: FactTableProps): ReactElement {
  const ui = useUi(texts)
  const id = useId()
  return (
    <div>
      <div className={title ? 'audiopod-usage-caption' : 'audiopod-hidden'} id={id}>
        {caption}
      </div>
      <div {...slot(ui, 'table', 'audiopod-facts')} aria-labelledby={id} role="table">
        <div className="audiopod-fact audiopod-meta" role="row">
          <div role="columnheader">{first}</div>
          <div role="columnheader">{ui.t('usage.column-credits')}</div>
        </div>
        {rows.map(({ key, name, sum }) => (
          <div {...slot(ui, 'row', 'audiopod-fact')} key={key} role="row">
            <div className="audiopod-fact-name" role="rowheader">
              {name}
            </div>
            <div className="audiopod-fact-value" role="cell">
              {sumText(ui, sum)}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

/** The services of these days, each with its share; beside the chart where there is room. */
export function ServiceList(props: UsageServices): ReactElement {
  const ui = useUi(texts)
  const id = useId()
  const rows = serviceRows(ui, props)
  const whole = rows.reduce((all, { sum }) => all + Math.max(0, sum.credits), 0)
  const share = ({ credits }: UsageSum): ReactNode => (
    <svg aria-hidden="true" className="audiopod-meter-bar" focusable="false">
      <rect height="100%" width={`${whole > 0 ? (Math.max(0, credits) / whole) * 100 : 0}%`} />
    </svg>
  )
  return (
    <div className="audiopod-usage-services">
      <div className="audiopod-usage-caption" id={id}>
        {ui.t('usage.by-service')}
      </div>
      <div aria-labelledby={id} className="audiopod-facts" role="list">
        {rows.map(({ key, name, sum }) => (
          <div key={key} role="listitem">
            <div className="audiopod-fact">
              <span className="audiopod-fact-name">{name}</span>
              <span className="audiopod-fact-value">{sumText(ui, sum)}</span>
            </div>
            <div className="audiopod-meter">{share(sum)}</div>
          </div>
        ))}
      </div>
    </div>
  )
}
