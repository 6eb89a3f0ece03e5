'use client'

import { type ReactElement, useId, useMemo, useRef, useState } from 'react'
import type { ApiKey } from '../../api/types.js'
import type { UseApiKeysResult } from '../../react/types.js'
import type { KeyRotation } from '../../state/keyRotation.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { useSkeleton } from '../parts/Skeleton.js'
import type { OpenDialog } from './ApiKeysDialogs.js'
import { ApiKeyTable } from './ApiKeyTable.js'
import { ApiKeyToolbar } from './ApiKeyToolbar.js'
import { EmptyKeys } from './EmptyKeys.js'
import { type KeyFilter, newKeys, selectKeys } from './keyRows.js'
import { KeyNotices, type KeyNews } from './KeyNotices.js'
import { useDialogs } from './useDialogs.js'

export interface ApiKeysAppearance {
  /** Of the card's heading on the page. @default 2 */
  headingLevel?: HeadingLevel | undefined
  /** The person may look only: nothing that creates, rotates or revokes. The proxy's `keys:write` is what enforces it. @default false */
  readOnly?: boolean | undefined
  className?: string | undefined
}

export interface ApiKeysViewProps extends ApiKeysAppearance, Omit<UseApiKeysResult, 'mutate' | 'rotate'> {
  /** The rotations that are under way, by the old key's id. */
  rotations?: Readonly<Record<string, KeyRotation>> | undefined
  /** Loads the list again. */
  onRefresh: () => Promise<unknown>
  /** Resolves with the list as it is now; rejects where it cannot be loaded. */
  onLook: () => Promise<readonly ApiKey[] | undefined>
  /** Until when a rate limit holds everything back: ISO 8601. */
  pausedUntil?: string | undefined
}

const noKeys: readonly ApiKey[] = []
const noRotations: Readonly<Record<string, KeyRotation>> = {}

/** `ApiKeys` without its hook: shows the keys that it is given, and runs the dialogs. */
export function ApiKeysView(props: ApiKeysViewProps): ReactElement {
  const { data, error, isLoading, rotations = noRotations, readOnly = false, onRefresh, onLook, pausedUntil } = props
  const ui = useUi(apiKeyTexts)
  const titleId = useId()
  const [filter, setFilter] = useState<KeyFilter>('current')
  const [query, setQuery] = useState('')
  const [dialog, setDialog] = useState<OpenDialog>()
  const [news, setNews] = useState<KeyNews>()
  const [revoked, setRevoked] = useState<ReadonlySet<string>>(new Set())
  const [message, say] = useAnnouncement()
  const createButton = useRef<HTMLButtonElement>(null)
  const menus = useRef(new Map<string, HTMLButtonElement>())
  const loading = useSkeleton(isLoading && !error)

  // What the account has confirmed shows at once, before the list has been loaded again.
  const keys = useMemo(
    () => (data ?? noKeys).map((key) => (revoked.has(key.id) ? { ...key, status: 'revoked' as const } : key)),
    [data, revoked],
  )
  const shown = useMemo(() => selectKeys(keys, filter, query), [keys, filter, query])
  const close = () => setDialog(undefined)
  const [Dialogs, loadDialogs] = useDialogs(dialog !== undefined, () => {
    close()
    setNews({ kind: 'not-opened', name: '' })
  })

  const openCreate = () => setDialog({ kind: 'create', before: new Set(keys.map((key) => key.id)) })
  const checkList = async (name: string, before: ReadonlySet<string>) => {
    close()
    const after = await onLook().catch(() => undefined)
    // What cannot be loaded is said where the list stands.
    if (!after) return void onRefresh().catch(() => undefined)
    const found = newKeys(before, after).filter((key) => key.name === name)
    setNews({ kind: found.length > 0 ? 'found' : 'not-found', name, ids: found.map((key) => key.id) })
  }
  const nameOf = (key: ApiKey) => key.name || ui.t('keys.unnamed')
  const markRevoked = (id: string) => setRevoked((ids) => new Set(ids).add(id))
  /** The menu of the successor's row, which has its name, else of the row after a key's, else the button that is always there. */
  const besides = ({ id, name }: ApiKey, isRotated: boolean) => {
    const namesakes = isRotated ? shown.filter((key) => key.id !== id && key.name === name) : []
    const rows = [...namesakes, ...shown.slice(shown.findIndex((key) => key.id === id) + 1)]
    return () => rows.map((key) => menus.current.get(key.id)).find(Boolean) ?? createButton.current
  }

  const forbidden = error?.code === 'forbidden' && !data
  const state = loading ? 'loading' : data ? (keys.length > 0 ? 'list' : 'empty') : error ? 'failed' : 'loading'
  return (
    <WidgetRoot
      aria-busy={loading || undefined}
      className={props.className}
      name="api-keys"
      onFocus={loadDialogs}
      onPointerEnter={loadDialogs}
      state={state}
    >
      <Card flush labelledBy={titleId}>
        <div className="audiopod-keys-head">
          <Title id={titleId} level={props.headingLevel}>
            {ui.t('keys.title')}
          </Title>
          {forbidden || readOnly || state === 'empty' ? null : (
            <Button onClick={openCreate} ref={createButton} variant="primary">
              {ui.t('keys.create')}
            </Button>
          )}
        </div>
        <KeyNotices {...props} loading={loading} news={news} onDismiss={() => setNews(undefined)} />
        {state === 'list' ? (
          <ApiKeyToolbar
            count={shown.length}
            filter={filter}
            hasRevoked={keys.some((key) => key.status === 'revoked')}
            onFilter={setFilter}
            onQuery={setQuery}
            query={query}
          />
        ) : null}
        {state === 'loading' || shown.length > 0 ? (
          <ApiKeyTable
            all={keys}
            fresh={news?.ids}
            keys={state === 'loading' ? undefined : shown}
            labelledBy={titleId}
            menus={menus}
            onNews={(next) => {
              setNews(next)
              if (next?.kind === 'id-copied') say(ui.t('keys.id-copied'))
            }}
            onRevoke={readOnly ? undefined : (key) => setDialog({ kind: 'revoke', key })}
            onRotate={readOnly ? undefined : (key) => setDialog({ kind: 'rotate', key })}
            rotations={rotations}
          />
        ) : data && !loading ? (
          <EmptyKeys
            action={
              readOnly ? null : <Button onClick={openCreate} ref={createButton} variant="primary">
                {ui.t('keys.create')}
              </Button>
            }
            filter={filter}
            isEmpty={keys.length === 0}
            onClear={() => setQuery('')}
            query={query}
          />
        ) : null}
      </Card>
      <LiveRegion message={message} />
      {dialog && Dialogs ? (
        <Dialogs
          create={props.create}
          dialog={dialog}
          onCheckList={(name, before) => void checkList(name, before)}
          onClose={close}
          onCreated={(box) => {
            setNews(undefined)
            setDialog({ kind: 'secret', box })
          }}
          onFound={(name, ids) => {
            close()
            setNews({ kind: 'found', name, ids })
          }}
          onRefresh={() => void onRefresh().catch(() => undefined)}
          onRevoked={(key) => {
            markRevoked(key.id)
            setNews({ kind: 'revoked', name: nameOf(key) })
            say(ui.t('keys.revoked', { name: nameOf(key) }))
            close()
          }}
          onRotated={(key, end) => {
            if (end === 'done') markRevoked(key.id)
            const kind = end === 'done' ? 'rotated' : 'rotation-abandoned'
            setNews({ kind, name: nameOf(key) })
            say(ui.t(`keys.${kind}`, { name: nameOf(key) }))
            close()
          }}
          pausedUntil={pausedUntil}
          returnFocus={'key' in dialog ? besides(dialog.key, dialog.kind === 'rotate') : () => createButton.current}
          revoke={props.revoke}
        />
      ) : null}
    </WidgetRoot>
  )
}
