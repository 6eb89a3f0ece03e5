'use client'

import type { ReactElement, RefObject } from 'react'
import type { ApiKey } from '../../api/types.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import type { KeyRotation } from '../../state/keyRotation.js'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { Skeleton } from '../parts/Skeleton.js'
import { VisuallyHidden } from '../parts/VisuallyHidden.js'
import { ApiKeyRow } from './ApiKeyRow.js'
import type { KeyNews } from './KeyNotices.js'
import { type KeyColumn, reportedColumns } from './keyRows.js'

interface ApiKeyTableProps {
  /** The rows; undefined while they are loaded for the first time. */
  keys: readonly ApiKey[] | undefined
  /** Every key of the account: a column that none of them has anything for is left out. */
  all: readonly ApiKey[]
  /** Keys to mark as new. */
  fresh?: readonly string[] | undefined
  labelledBy: string
  menus: RefObject<Map<string, HTMLButtonElement>>
  /** Undefined where the person may not. */
  onRevoke: ((key: ApiKey) => void) | undefined
  onRotate: ((key: ApiKey) => void) | undefined
  /** Those under way, by the old key's id. */
  rotations: Readonly<Record<string, KeyRotation>>
  onNews: (news: KeyNews | undefined) => void
}

const titles: readonly (readonly [KeyColumn, keyof typeof apiKeyTexts])[] = [
  ['status', 'keys.column-status'],
  ['hint', 'keys.column-key'],
  ['lastUsed', 'keys.column-last-used'],
  ['created', 'keys.column-created'],
  ['expires', 'keys.column-expires'],
]
const usual: ReadonlySet<KeyColumn> = new Set<KeyColumn>(['status', 'lastUsed', 'created', 'expires'])

/**
 * The list as a table, by roles: its rows stack in a narrow box, which would take their meaning from a table's
 * own elements in some browsers, and no page styles a `div` as it does a `td`.
 */
export function ApiKeyTable(props: ApiKeyTableProps): ReactElement {
  const { keys, all, fresh, labelledBy, menus, onRevoke, onRotate, rotations, onNews } = props
  const ui = useUi(apiKeyTexts)
  const reported = keys ? reportedColumns(all) : usual
  const successors = new Set(Object.values(rotations).map(({ newId }) => newId))
  const columns = titles.filter(([column]) => reported.has(column))
  return (
    <div {...slot(ui, 'table', 'audiopod-table')} aria-labelledby={labelledBy} role="table">
      <div className="audiopod-table-head" role="rowgroup">
        <div className="audiopod-table-row" role="row">
          <div className="audiopod-table-title" data-column="name" role="columnheader">
            {ui.t('keys.column-name')}
          </div>
          {columns.map(([column, title]) => (
            <div className="audiopod-table-title" data-column={column} key={column} role="columnheader">
              {ui.t(title)}
            </div>
          ))}
          <div className="audiopod-table-title" data-column="menu" role="columnheader">
            <VisuallyHidden>{ui.t('keys.column-actions')}</VisuallyHidden>
          </div>
        </div>
      </div>
      <div className="audiopod-table-body" role="rowgroup">
        {keys
          ? keys.map((key) => (
              <ApiKeyRow
                apiKey={key}
                columns={reported}
                isFresh={fresh?.includes(key.id) || successors.has(key.id)}
                isRotating={key.id in rotations}
                key={key.id}
                menuRef={(button) => {
                  if (button) menus.current.set(key.id, button)
                  else menus.current.delete(key.id)
                }}
                onNews={onNews}
                onRevoke={onRevoke && (() => onRevoke(key))}
                onRotate={onRotate && !successors.has(key.id) ? () => onRotate(key) : undefined}
              />
            ))
          : [1, 2, 3].map((row) => (
              <div aria-hidden="true" className="audiopod-table-row" key={row} role="row">
                <div className="audiopod-table-cell" data-column="name" role="cell">
                  <Skeleton width="half" />
                </div>
                {columns.map(([column]) => (
                  <div className="audiopod-table-cell" data-column={column} key={column} role="cell">
                    <Skeleton width="short" />
                  </div>
                ))}
                <div className="audiopod-table-cell" data-column="menu" role="cell" />
              </div>
            ))}
      </div>
    </div>
  )
}
