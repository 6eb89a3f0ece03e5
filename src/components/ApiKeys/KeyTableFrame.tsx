'use client'

import type { FocusEvent, ReactElement, ReactNode, Ref } from 'react'
import { keyFrameTexts } from '../../i18n/en/keyFrame.js'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { Skeleton } from '../parts/Skeleton.js'
import { VisuallyHidden } from '../parts/VisuallyHidden.js'
import type { KeySort } from './keySelection.js'
import type { KeyColumn } from './keyRows.js'

interface KeyTableFrameProps {
  columns?: ReadonlySet<KeyColumn>
  labelledBy: string
  /** All rows, where only some are shown. */
  rowCount?: number | undefined
  sort?: KeySort | undefined
  /** The title of a column that sorts; undefined for one that does not. */
  sortable?: (column: KeyColumn | 'name', title: string) => ReactNode
  bodyRef?: Ref<HTMLDivElement>
  onFocus?: (event: FocusEvent<HTMLElement>) => void
  onBlur?: () => void
  /** The rows; without them those of a list that is not there yet. */
  children?: ReactNode
}

const titles = [
  ['name', 'keys.column-name'],
  ['status', 'keys.column-status'],
  ['hint', 'keys.column-key'],
  ['lastUsed', 'keys.column-last-used'],
  ['created', 'keys.column-created'],
  ['expires', 'keys.column-expires'],
] as const
const usual: ReadonlySet<KeyColumn> = new Set<KeyColumn>(['status', 'lastUsed', 'created', 'expires'])

/**
 * The table without its keys. It is one by roles: its rows stack in a narrow box, which would take their meaning from
 * a table's own elements in some browsers, and no page styles a `div` as it does a `td`.
 */
export function KeyTableFrame(props: KeyTableFrameProps): ReactElement {
  const { columns = usual, labelledBy, rowCount, sort, sortable, bodyRef, onFocus, onBlur, children } = props
  const ui = useUi(keyFrameTexts)
  const shown = titles.filter(([column]) => column === 'name' || columns.has(column))
  return (
    <div
      {...slot(ui, 'table', 'audiopod-table')}
      aria-labelledby={labelledBy}
      aria-rowcount={rowCount === undefined ? undefined : rowCount + 1}
      role="table"
    >
      <div className="audiopod-table-head" role="rowgroup">
        <div aria-rowindex={rowCount === undefined ? undefined : 1} className="audiopod-table-row" role="row">
          {shown.map(([column, title]) => {
            const sorts = sortable?.(column, ui.t(title))
            return (
              <div
                aria-sort={sorts ? (sort?.by === column ? sort.direction : 'none') : undefined}
                className="audiopod-table-title"
                data-column={column}
                key={column}
                role="columnheader"
              >
                {sorts ?? ui.t(title)}
              </div>
            )
          })}
          <div className="audiopod-table-title" data-column="menu" role="columnheader">
            <VisuallyHidden>{ui.t('keys.column-actions')}</VisuallyHidden>
          </div>
        </div>
      </div>
      {/* It only listens where the focus within it goes. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div className="audiopod-table-body" onBlur={onBlur} onFocus={onFocus} ref={bodyRef} role="rowgroup">
        {children ??
          [1, 2, 3].map((row) => (
            <div aria-hidden="true" className="audiopod-table-row" key={row} role="row">
              {shown.map(([column]) => (
                <div className="audiopod-table-cell" data-column={column} key={column} role="cell">
                  <Skeleton width={column === 'name' ? 'half' : 'short'} />
                </div>
              ))}
              <div className="audiopod-table-cell" data-column="menu" role="cell" />
            </div>
          ))}
      </div>
    </div>
  )
}
