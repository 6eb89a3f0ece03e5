'use client'

import { type ReactElement, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { CreditUsage } from '../../api/types.js'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { Skeleton, useSkeleton } from '../parts/Skeleton.js'
import { UsageEmpty, UsageFailure, type UsageSource, usageState } from './UsageFailure.js'
import { newestFirst } from './usageGroups.js'
import { reportedColumns, type UsageColumn, UsageRow } from './UsageRow.js'
import { texts } from './usageWords.js'

export interface UsageTableAppearance {
  /** How many charges are shown at first, and how many more at each press. @default 20 */
  pageSize?: number | undefined
  /** Of the card's heading on the page. @default 2 */
  headingLevel?: HeadingLevel | undefined
  className?: string | undefined
}

export interface UsageTableViewProps extends UsageTableAppearance, UsageSource {}

const titles = [
  ['date', 'usage.column-date'],
  ['name', 'usage.column-service'],
  ['length', 'usage.column-length'],
  ['source', 'usage.column-source'],
  ['credits', 'usage.column-credits'],
] as const
const none: readonly CreditUsage[] = []
const usual: ReadonlySet<UsageColumn> = new Set(titles.map(([column]) => column))

/** `UsageTable` without its hook: shows the charges that it is given. */
export function UsageTableView(props: UsageTableViewProps): ReactElement {
  const { data = none, error, isLoading } = props
  const pageSize = Math.max(1, Math.floor(props.pageSize ?? 20) || 20)
  const ui = useUi(texts)
  const titleId = useId()
  const [limit, setLimit] = useState(pageSize)
  const [message, say] = useAnnouncement()
  const loading = useSkeleton(isLoading && !error)
  const charges = useMemo(() => newestFirst(data), [data])
  const reported = useMemo(() => (data.length > 0 ? reportedColumns(data) : usual), [data])
  const body = useRef<HTMLDivElement>(null)
  const firstNew = useRef<number>(undefined)

  // The button that was pressed is gone once everything is shown: the focus goes on to what it brought.
  useEffect(() => {
    const row = firstNew.current === undefined ? undefined : body.current?.querySelectorAll<HTMLElement>(':scope > *')[firstNew.current]
    firstNew.current = undefined
    row?.focus()
  }, [limit])

  const state = usageState(props, loading)
  const columns = titles.filter(([column]) => reported.has(column))
  const shown = state === 'loaded' ? charges.slice(0, limit) : none
  const more = Math.min(pageSize, charges.length - limit)
  const showMore = () => {
    const next = Math.min(charges.length, limit + pageSize)
    if (next === charges.length) firstNew.current = limit
    setLimit(limit + pageSize)
    say(ui.t('usage.shown', { shown: next, count: charges.length }))
  }
  return (
    <WidgetRoot aria-busy={loading || undefined} className={props.className} name="usage-table" state={state}>
      <Card data-stale={error && props.data && !loading ? '' : undefined} flush labelledBy={titleId}>
        <div className="audiopod-keys-head">
          <Title id={titleId} level={props.headingLevel}>
            {ui.t('usage.charges')}
          </Title>
        </div>
        {error && !loading ? (
          <div className="audiopod-keys-notices">
            <UsageFailure {...props} error={error} />
          </div>
        ) : null}
        {state === 'empty' ? (
          <div className="audiopod-keys-empty">
            <UsageEmpty />
          </div>
        ) : null}
        {state === 'loaded' || state === 'loading' ? (
          <div
            {...slot(ui, 'table', 'audiopod-table')}
            aria-labelledby={titleId}
            aria-rowcount={state === 'loaded' ? charges.length + 1 : undefined}
            role="table"
          >
            <div className="audiopod-table-head" role="rowgroup">
              <div className="audiopod-table-row" role="row">
                {columns.map(([column, title]) => (
                  <div className="audiopod-table-title" data-column={column} key={column} role="columnheader">
                    {ui.t(title)}
                  </div>
                ))}
              </div>
            </div>
            <div className="audiopod-table-body" ref={body} role="rowgroup">
              {state === 'loaded'
                ? // A charge may have no id, and two of them the same.
                  shown.map((charge, index) => <UsageRow charge={charge} columns={reported} key={index} />)
                : [1, 2, 3].map((row) => (
                    <div aria-hidden="true" className="audiopod-table-row" key={row} role="row">
                      {columns.map(([column]) => (
                        <div className="audiopod-table-cell" data-column={column} key={column} role="cell">
                          <Skeleton width={column === 'name' ? 'half' : 'short'} />
                        </div>
                      ))}
                    </div>
                  ))}
            </div>
          </div>
        ) : null}
        {more > 0 && state === 'loaded' ? (
          <div className="audiopod-usage-head audiopod-usage-more audiopod-meta">
            <span>{ui.t('usage.shown', { shown: shown.length, count: charges.length })}</span>
            <Button onClick={showMore} size="small">
              {ui.t('usage.show-more', { count: more })}
            </Button>
          </div>
        ) : null}
      </Card>
      <LiveRegion message={message} />
    </WidgetRoot>
  )
}
