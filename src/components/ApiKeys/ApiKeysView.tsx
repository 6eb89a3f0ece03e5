'use client'

import { type ReactElement, useId, useMemo, useRef, useState } from 'react'
import type { ApiKey } from '../../api/types.js'
import type { UseApiKeysResult } from '../../react/types.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { useSkeleton } from '../parts/Skeleton.js'
import { ApiKeySecret } from './ApiKeySecret.js'
import { ApiKeyTable } from './ApiKeyTable.js'
import { ApiKeyToolbar } from './ApiKeyToolbar.js'
import { CreateApiKeyDialog } from './CreateApiKeyDialog.js'
import { EmptyKeys } from './EmptyKeys.js'
import { type KeyFilter, newKeys, selectKeys } from './keyRows.js'
import { KeyNotices, type KeyNews } from './KeyNotices.js'
import { RevokeApiKeyDialog } from './RevokeApiKeyDialog.js'
import type { SecretBox } from './secretBox.js'

export interface ApiKeysAppearance {
  /** Of the card's heading on the page. @default 2 */
  headingLevel?: HeadingLevel | undefined
  className?: string | undefined
}

export interface ApiKeysViewProps extends ApiKeysAppearance, Omit<UseApiKeysResult, 'mutate' | 'rotate'> {
  /** Loads the list again, and resolves with it. */
  onRefresh: () => Promise<ApiKey[] | undefined>
  /** Until when a rate limit holds everything back: ISO 8601. */
  pausedUntil?: string | undefined
}

type OpenDialog =
  /** `before`: the keys of the list before anything was sent, to tell a new one by. */
  | { kind: 'create'; before: ReadonlySet<string> }
  | { kind: 'secret'; box: SecretBox }
  | { kind: 'revoke'; key: ApiKey }

const noKeys: readonly ApiKey[] = []

/** `ApiKeys` without its hook: shows the keys that it is given, and runs the dialogs. */
export function ApiKeysView(props: ApiKeysViewProps): ReactElement {
  const { data, error, isLoading, create, revoke, onRefresh, pausedUntil } = props
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

  const openCreate = () => setDialog({ kind: 'create', before: new Set(keys.map((key) => key.id)) })
  const checkList = async (name: string, before: ReadonlySet<string>) => {
    close()
    const after = await onRefresh().catch(() => undefined)
    if (!after) return
    const found = newKeys(before, after).filter((key) => key.name === name)
    setNews({ kind: found.length > 0 ? 'found' : 'not-found', name, ids: found.map((key) => key.id) })
  }
  /** The menu of the row after a key's, or the button that is always there. */
  const besides = (id: string) => {
    const rows = shown.slice(shown.findIndex((key) => key.id === id) + 1)
    return () => rows.map((key) => menus.current.get(key.id)).find(Boolean) ?? createButton.current
  }

  const forbidden = error?.code === 'forbidden' && !data
  const state = loading ? 'loading' : data ? (keys.length > 0 ? 'list' : 'empty') : error ? 'failed' : 'loading'
  return (
    <WidgetRoot aria-busy={loading || undefined} className={props.className} name="api-keys" state={state}>
      <Card flush labelledBy={titleId}>
        <div className="audiopod-keys-head">
          <Title id={titleId} level={props.headingLevel}>
            {ui.t('keys.title')}
          </Title>
          {forbidden || state === 'empty' ? null : (
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
            onRevoke={(key) => setDialog({ kind: 'revoke', key })}
          />
        ) : data && !loading ? (
          <EmptyKeys
            action={
              <Button onClick={openCreate} ref={createButton} variant="primary">
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
      {dialog?.kind === 'create' ? (
        <CreateApiKeyDialog
          create={create}
          onCheckList={(name) => void checkList(name, dialog.before)}
          onClose={close}
          onCreated={(box) => {
            setNews(undefined)
            setDialog({ kind: 'secret', box })
          }}
          pausedUntil={pausedUntil}
        />
      ) : null}
      {dialog?.kind === 'secret' ? (
        <ApiKeySecret box={dialog.box} onDone={close} returnFocus={() => createButton.current} />
      ) : null}
      {dialog?.kind === 'revoke' ? (
        <RevokeApiKeyDialog
          apiKey={dialog.key}
          onCheckList={() => {
            close()
            void onRefresh().catch(() => undefined)
          }}
          onClose={close}
          onRevoked={(key) => {
            setRevoked((ids) => new Set(ids).add(key.id))
            setNews({ kind: 'revoked', name: key.name || ui.t('keys.unnamed') })
            say(ui.t('keys.revoked', { name: key.name || ui.t('keys.unnamed') }))
            close()
          }}
          pausedUntil={pausedUntil}
          returnFocus={besides(dialog.key.id)}
          revoke={revoke}
        />
      ) : null}
    </WidgetRoot>
  )
}
