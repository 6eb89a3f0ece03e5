'use client'

import { type ReactElement, useId } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { Skeleton, useSkeleton } from '../parts/Skeleton.js'
import { useCharges } from './useCharges.js'
import type { UsageColumn } from './usageColumns.js'
import { UsageEmpty, UsageFailure, type UsageSource } from './UsageFailure.js'
import { UsageRow } from './UsageRow.js'
import { usageState } from './usageState.js'
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
const usual: ReadonlySet<UsageColumn> = new Set(titles.map(([column]) => column))

/** `UsageTable` without its hook: shows the charges that it is given. */
export function UsageTableView(props: UsageTableViewProps): ReactElement {
  const { data, error, isLoading } = props
  const ui = useUi(texts)
  const titleId = useId()
  const [message, say] = useAnnouncement()
  const loading = useSkeleton(isLoading && !error)
  const { charges, count, more, listRef, ...list } = useCharges(data, props.pageSize)
  const reported = data && data.length > 0 ? list.columns : usual

  const state = usageState(props, loading)
  const columns = titles.filter(([column]) => reported.has(column))
  const showMore = () => {
    list.showMore()
    say(ui.t('usage.shown', { shown: charges.length + more, count }))
  }
  return (
    <WidgetRoot aria-busy={loading || undefined} className={props.className} name="usage-table" state={state}>
      <Card data-stale={error && data && !loading ? '' : undefined} flush labelledBy={titleId}>
        <div className="audiopod-keys-head">
          <Title id={titleId} level={props.headingLevel}>
            {ui.t('usage.charges')}
          </Title>
        </div>
        {error && !loading ? (
          <div className="audiopod-keys-notices">
            <UsageFailure {...props} error={error} of="charges" />
          </div>
        ) : null}
        {state === 'empty' ? (
          <div className="audiopod-keys-empty">
            <UsageEmpty of="charges" />
          </div>
        ) : null}
        {state === 'loaded' || state === 'loading' ? (
          <div
            {...slot(ui, 'table', 'audiopod-table')}
            aria-labelledby={titleId}
            aria-rowcount={state === 'loaded' ? count + 1 : undefined}
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
            <div className="audiopod-table-body" ref={listRef} role="rowgroup">
              {state === 'loaded'
                ? // A charge may have no id, and two of them the same.
                  charges.map((charge, index) => <UsageRow charge={charge} columns={reported} key={index} />)
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
            <span>{ui.t('usage.shown', { shown: charges.length, count })}</span>
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
