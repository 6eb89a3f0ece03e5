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
import { CreateApiKeyDialog } from './CreateApiKeyDialog.js'
import { newKeys } from './keyRows.js'
import { KeyNotices, type KeyNews } from './KeyNotices.js'
import { LazyKeyList } from './LazyKeyList.js'
import { NoKeys } from './NoKeys.js'
import { RevokeApiKeyDialog } from './RevokeApiKeyDialog.js'
import { actionsOf, rowsOf } from './rowFocus.js'
import type { SecretBox } from './secretBox.js'

export interface ApiKeysAppearance {
  /** How many keys are shown at a time. @default 25 */
  pageSize?: number | undefined
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
  /** `following`: the keys of the rows below, one of which has the focus when this one is gone. */
  | { kind: 'revoke'; key: ApiKey; following: readonly (string | undefined)[] }

const noKeys: readonly ApiKey[] = []

/** `ApiKeys` without its hook: shows the keys that it is given, and runs the dialogs. */
export function ApiKeysView(props: ApiKeysViewProps): ReactElement {
  const { data, error, isLoading, create, revoke, onRefresh, pausedUntil } = props
  const ui = useUi(apiKeyTexts)
  const titleId = useId()
  const [dialog, setDialog] = useState<OpenDialog>()
  const [news, setNews] = useState<KeyNews>()
  const [revoked, setRevoked] = useState<ReadonlySet<string>>(new Set())
  const [message, say] = useAnnouncement()
  const createButton = useRef<HTMLButtonElement>(null)
  const rows = useRef<HTMLDivElement>(null)
  const loading = useSkeleton(isLoading && !error)

  // What the account has confirmed shows at once, before the list has been loaded again.
  const keys = useMemo(
    () => (data ?? noKeys).map((key) => (revoked.has(key.id) ? { ...key, status: 'revoked' as const } : key)),
    [data, revoked],
  )
  const close = () => setDialog(undefined)

  const openCreate = () => setDialog({ kind: 'create', before: new Set(keys.map((key) => key.id)) })
  const checkList = async (name: string, before: ReadonlySet<string>) => {
    close()
    const after = await onRefresh().catch(() => undefined)
    if (!after) return
    const found = newKeys(before, after).filter((key) => key.name === name)
    setNews({ kind: found.length > 0 ? 'found' : 'not-found', name, ids: found.map((key) => key.id) })
  }
  const openRevoke = (key: ApiKey) => {
    const ids = rowsOf(rows.current).map((row) => row.dataset['keyId'])
    setDialog({ kind: 'revoke', key, following: ids.slice(ids.indexOf(key.id) + 1) })
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
        {state === 'failed' ? null : (
          <LazyKeyList
            bodyRef={rows}
            emptyState={
              <NoKeys
                action={
                  <Button onClick={openCreate} ref={createButton} variant="primary">
                    {ui.t('keys.create')}
                  </Button>
                }
              />
            }
            fresh={news?.ids}
            isLoading={state === 'loading'}
            keys={keys}
            labelledBy={titleId}
            onNews={(next) => {
              setNews(next)
              if (next?.kind === 'id-copied') say(ui.t('keys.id-copied'))
            }}
            onRevoke={openRevoke}
            pageSize={props.pageSize}
          />
        )}
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
          returnFocus={() => {
            const next = rowsOf(rows.current).find((row) => dialog.following.includes(row.dataset['keyId']))
            return actionsOf(next) ?? createButton.current
          }}
          revoke={revoke}
        />
      ) : null}
    </WidgetRoot>
  )
}
