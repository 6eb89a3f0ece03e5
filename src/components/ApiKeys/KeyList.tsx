'use client'

import { type ReactElement, type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'
import type { ApiKey } from '../../api/types.js'
import type { KeyRotation } from '../../state/keyRotation.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { Both } from '../parts/Both.js'
import { Icon } from '../parts/Icon.js'
import { ascendingIcon, descendingIcon, sortIcon } from '../parts/icons.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { ApiKeyRow, type ApiKeyRowActions } from './ApiKeyRow.js'
import { ApiKeyToolbar, sortName } from './ApiKeyToolbar.js'
import { EmptyKeys } from './EmptyKeys.js'
import { type KeySort, nextSort, pageOf } from './keySelection.js'
import { type KeyColumn, reportedColumns } from './keyRows.js'
import { KeyPager } from './KeyPager.js'
import { KeyTableFrame } from './KeyTableFrame.js'
import { PAGE_SIZE, useApiKeyTable } from './useApiKeyTable.js'
import { useKeptFocus } from './useKeptFocus.js'

export interface KeyListProps extends ApiKeyRowActions {
  keys: readonly ApiKey[]
  /** Keys to mark as new. One that comes to be here later is shown, on whatever page it is. */
  fresh?: readonly string[] | undefined
  /** Those under way, by the old key's id. The new keys count as fresh. */
  rotations?: Readonly<Record<string, KeyRotation>> | undefined
  labelledBy: string
  pageSize?: number | undefined
  /** In place of all of it, where there are no keys. */
  emptyState: ReactNode
  bodyRef: RefObject<HTMLDivElement | null>
}

const noRotations: Readonly<Record<string, KeyRotation>> = {}
const both = ['ascending', 'descending'] as const

/** The orders that the account tells enough for. */
function sortsOf(columns: ReadonlySet<KeyColumn>): KeySort[] {
  const told = (['created', 'lastUsed'] as const).filter((by) => columns.has(by))
  return [
    ...both.map((direction) => ({ by: 'name', direction }) as const),
    ...told.flatMap((by) => both.map((direction) => ({ by, direction })).reverse()),
  ]
}

/** The keys of an account with what finds one among many: search, filter, order and pages. */
export function KeyList(props: KeyListProps): ReactElement {
  const { keys, rotations = noRotations, labelledBy, pageSize = PAGE_SIZE, bodyRef, onNews, onRevoke, onRotate, renderActions } = props
  const ui = useUi(apiKeyTexts)
  const list = useApiKeyTable(keys, { pageSize })
  const { rows, from, count, sort } = list
  const search = useRef<HTMLInputElement>(null)
  const kept = useKeptFocus(bodyRef, rows, search)
  const [message, say] = useAnnouncement()
  const columns = useMemo(() => reportedColumns(keys), [keys])
  const sorts = useMemo(() => (keys.length > 1 ? sortsOf(columns) : []), [columns, keys.length])
  const isPaged = list.pageCount > 1
  const successors = useMemo(() => new Set(Object.values(rotations).map(({ newId }) => newId)), [rotations])
  const fresh = useMemo(() => new Set([...successors, ...(props.fresh ?? [])]), [successors, props.fresh])
  useArrivals(keys, fresh, list.showKey)

  const sortBy = (next: KeySort | undefined) => {
    list.setSort(next)
    say(ui.t('keys.sorted', { order: ui.t(`keys.sort-${sortName(next)}`) }))
  }
  const showPage = (page: number) => {
    list.setPage(page)
    const next = pageOf(count, pageSize, page)
    say(ui.t('keys.range', { from: next.from + 1, to: next.to, count }))
    const table = bodyRef.current?.parentElement
    if (table && table.getBoundingClientRect().top < 0) table.scrollIntoView({ block: 'start' })
  }
  return (
    <>
      <ApiKeyToolbar list={list} onSort={sortBy} searchRef={search} sorts={sorts} />
      {rows.length > 0 ? (
        <KeyTableFrame
          {...kept}
          bodyRef={bodyRef}
          columns={columns}
          labelledBy={labelledBy}
          rowCount={isPaged ? count : undefined}
          sort={sort}
          sortable={(column, title) => {
            const by = sorts.find((each) => each.by === column)?.by
            return by && <SortTitle onSort={() => sortBy(nextSort(sort, by))} sort={sort?.by === by ? sort : undefined} title={title} />
          }}
        >
          {rows.map((key, index) => (
            <ApiKeyRow
              apiKey={key}
              columns={columns}
              isFresh={fresh.has(key.id)}
              isRotating={key.id in rotations}
              key={key.id}
              onNews={onNews}
              onRevoke={onRevoke}
              onRotate={successors.has(key.id) ? undefined : onRotate}
              renderActions={renderActions}
              rowIndex={isPaged ? from + index + 2 : undefined}
            />
          ))}
        </KeyTableFrame>
      ) : (
        <EmptyKeys
          filter={list.filter}
          onClear={() => {
            list.clear()
            search.current?.focus()
          }}
          query={list.query}
        />
      )}
      {isPaged ? <KeyPager list={list} onPage={showPage} /> : null}
      <LiveRegion message={message} />
    </>
  )
}

/** Tells once of each fresh key that was not fresh, or not in the list, when that was first shown. */
function useArrivals(keys: readonly ApiKey[], fresh: ReadonlySet<string | undefined>, tell: (id: string) => void): void {
  const known = useRef<Set<string>>(undefined)
  useEffect(() => {
    const here = keys.filter(({ id }) => fresh.has(id))
    const before = known.current
    known.current = new Set([...(before ?? []), ...here.map(({ id }) => id)])
    const arrived = before && here.find(({ id }) => !before.has(id))
    if (arrived) tell(arrived.id)
  }, [keys, fresh, tell])
}

const directionIcons = { ascending: ascendingIcon, descending: descendingIcon }

/** Stacked, the titles are out of sight, and the toolbar sorts. */
function SortTitle({ title, sort, onSort }: { title: string; sort: KeySort | undefined; onSort: () => void }): ReactElement {
  return (
    <Both
      narrow={title}
      wide={
        <button className="audiopod-keys-order" onClick={onSort} type="button">
          {title}
          <Icon icon={sort ? directionIcons[sort.direction] : sortIcon} />
        </button>
      }
    />
  )
}
