'use client'

import { type ReactElement, useId, useMemo, useRef, useState } from 'react'
import type { ApiKey } from '../../api/types.js'
import type { UseApiKeysResult } from '../../react/types.js'
import type { KeyRotation } from '../../state/keyRotation.js'
import { keyFrameTexts } from '../../i18n/en/keyFrame.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import type { OpenDialog } from './ApiKeysDialogs.js'
import { newKeys } from './keyRows.js'
import type { KeyNews } from './KeyNotices.js'
import { LateKeyNotices, useKeyNotices } from './LateKeyNotices.js'
import { LazyKeyList } from './LazyKeyList.js'
import { NoKeys } from './NoKeys.js'
import { actionsOf, rowsOf } from './rowFocus.js'
import { useDialogs } from './useDialogs.js'

export interface ApiKeysAppearance {
  /** How many keys are shown at a time. @default 25 */
  pageSize?: number | undefined
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
  const { data, error, rotations = noRotations, readOnly = false, onRefresh, onLook, pausedUntil } = props
  const ui = useUi(keyFrameTexts)
  const titleId = useId()
  const [dialog, setDialog] = useState<OpenDialog>()
  const [news, setNews] = useState<KeyNews>()
  const [created, setCreated] = useState<readonly string[]>([])
  const [revoked, setRevoked] = useState<ReadonlySet<string>>(new Set())
  const [message, say] = useAnnouncement()
  const createButton = useRef<HTMLButtonElement>(null)
  const rows = useRef<HTMLDivElement>(null)
  const [loading, notices] = useKeyNotices(props, news)

  // What the account has confirmed shows at once, before the list has been loaded again.
  const keys = useMemo(
    () => (data ?? noKeys).map((key) => (revoked.has(key.id) ? { ...key, status: 'revoked' as const } : key)),
    [data, revoked],
  )
  const fresh = useMemo(() => [...created, ...(news?.kind === 'found' ? (news.ids ?? []) : [])], [created, news])
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
  const checkRevoked = async (key: ApiKey) => {
    close()
    const after = await onLook().catch(() => undefined)
    if (!after) return void onRefresh().catch(() => undefined)
    const now = after.find(({ id }) => id === key.id)
    if (!now || now.status === 'revoked') tellRevoked(key)
    else setNews({ kind: 'not-revoked', name: nameOf(key) })
  }
  const nameOf = (key: ApiKey) => key.name || ui.t('keys.unnamed')
  const markRevoked = (id: string) => setRevoked((ids) => new Set(ids).add(id))
  const tellRevoked = (key: ApiKey) => {
    setNews({ kind: 'revoked', name: nameOf(key) })
    say(ui.t('keys.revoked', { name: nameOf(key) }))
  }
  const openFor = (kind: 'revoke' | 'rotate') => (key: ApiKey) => {
    const ids = rowsOf(rows.current).map((row) => row.dataset['keyId'])
    setDialog({ kind, key, following: ids.slice(ids.indexOf(key.id) + 1) })
  }
  /** The menu of the successor's row, which has its name, else of the row after a key's, else the button that is always there. */
  const besides = () => {
    if (!dialog || !('key' in dialog)) return createButton.current
    const { kind, key, following } = dialog
    const namesakes = kind === 'rotate' ? keys.filter(({ id, name }) => id !== key.id && name === key.name).map(({ id }) => id) : []
    const shown = new Map(rowsOf(rows.current).map((row) => [row.dataset['keyId'], row]))
    const next = [...namesakes, ...following].find((id) => shown.has(id))
    return actionsOf(shown.get(next)) ?? createButton.current
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
        <LateKeyNotices {...props} loading={loading} news={news} notices={notices} onDismiss={() => setNews(undefined)} />
        {state === 'failed' ? null : (
          <LazyKeyList
            bodyRef={rows}
            emptyState={
              <NoKeys
                action={
                  readOnly ? null : (
                    <Button onClick={openCreate} ref={createButton} variant="primary">
                      {ui.t('keys.create')}
                    </Button>
                  )
                }
              />
            }
            fresh={fresh}
            isLoading={state === 'loading'}
            keys={keys}
            labelledBy={titleId}
            onNews={(next) => {
              setNews(next)
              if (next?.kind === 'id-copied') say(ui.t('keys.id-copied'))
            }}
            onRevoke={readOnly ? undefined : openFor('revoke')}
            onRotate={readOnly ? undefined : openFor('rotate')}
            pageSize={props.pageSize}
            rotations={rotations}
          />
        )}
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
            setCreated((ids) => [...ids, box.id])
            setDialog({ kind: 'secret', box })
          }}
          onFound={(name, ids) => {
            close()
            setNews({ kind: 'found', name, ids })
          }}
          onCheckRevoked={(key) => void checkRevoked(key)}
          onRevoked={(key) => {
            markRevoked(key.id)
            tellRevoked(key)
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
          returnFocus={besides}
          revoke={props.revoke}
        />
      ) : null}
    </WidgetRoot>
  )
}
