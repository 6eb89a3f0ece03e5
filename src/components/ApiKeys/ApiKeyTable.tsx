'use client'

import { type ReactElement, type ReactNode, useId, useRef, useState } from 'react'
import type { ApiKey } from '../../api/types.js'
import type { UseApiKeysResult } from '../../react/types.js'
import { keyFrameTexts } from '../../i18n/en/keyFrame.js'
import { useUi } from '../../theme/UiContext.js'
import { WidgetRoot } from '../../theme/WidgetRoot.js'
import { Card } from '../parts/Card.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { VisuallyHidden } from '../parts/VisuallyHidden.js'
import type { KeyNews } from './KeyNotices.js'
import { LateKeyNotices, useKeyNotices } from './LateKeyNotices.js'
import { LazyKeyList } from './LazyKeyList.js'
import { NoKeys } from './NoKeys.js'

type Source = Pick<UseApiKeysResult, 'data' | 'error' | 'isLoading' | 'retry' | 'updatedAt' | 'mutate'>

/** What `useApiKeys` gives, or `data` alone: without data, error or `isLoading={false}` the table shows that it loads. */
export interface ApiKeyTableProps extends Partial<Source> {
  /** The menu of a row then offers to revoke its key; asking for confirmation (`RevokeApiKeyDialog`) is the page's part. */
  onRevoke?: ((key: ApiKey) => void) | undefined
  /** The menu of a row then offers to rotate its key, as `RotateApiKeyDialog` does. */
  onRotate?: ((key: ApiKey) => void) | undefined
  /** What stands at the end of a row, in place of the menu: buttons that name the key in their labels. */
  renderActions?: ((key: ApiKey) => ReactNode) | undefined
  /** Shown where the account has no keys. */
  emptyState?: ReactNode
  /** How many keys are shown at a time. @default 25 */
  pageSize?: number | undefined
  /** The name of the table for screen readers. @default "API keys", in the reader's language */
  label?: string | undefined
  className?: string | undefined
}

const none: readonly ApiKey[] = []

/**
 * The keys alone, to sort, search and filter, for a page that makes and revokes them in its own way. It takes ten thousand.
 *
 * @example
 * const keys = useApiKeys()
 * return <ApiKeyTable {...keys} onRevoke={(key) => setRevoking(key)} />
 */
export function ApiKeyTable(props: ApiKeyTableProps): ReactElement {
  const { data, error, mutate, emptyState, onRevoke, onRotate, renderActions, pageSize } = props
  const ui = useUi(keyFrameTexts)
  const labelId = useId()
  const rows = useRef<HTMLDivElement>(null)
  const [news, setNews] = useState<KeyNews>()
  const [message, say] = useAnnouncement()
  const [loading, notices] = useKeyNotices(props, news)
  const state = loading ? 'loading' : data ? (data.length > 0 ? 'list' : 'empty') : 'failed'
  return (
    <WidgetRoot aria-busy={loading || undefined} className={props.className} name="api-key-table" state={state}>
      <Card flush labelledBy={labelId}>
        <VisuallyHidden id={labelId}>{props.label ?? ui.t('keys.title')}</VisuallyHidden>
        <div className={state === 'empty' && !error && !news ? undefined : 'audiopod-keys-lead'}>
          <LateKeyNotices
            data={data}
            error={error}
            loading={loading}
            news={news}
            notices={notices}
            onDismiss={() => setNews(undefined)}
            onRefresh={mutate && (() => mutate())}
            retry={props.retry}
            updatedAt={props.updatedAt}
          />
        </div>
        {state === 'failed' ? null : (
          <LazyKeyList
            bodyRef={rows}
            emptyState={emptyState ? <div className="audiopod-keys-empty">{emptyState}</div> : <NoKeys />}
            isLoading={loading}
            keys={data ?? none}
            labelledBy={labelId}
            onNews={(next) => {
              setNews(next)
              if (next?.kind === 'id-copied') say(ui.t('keys.id-copied'))
            }}
            onRevoke={onRevoke}
            onRotate={onRotate}
            pageSize={pageSize}
            renderActions={renderActions}
          />
        )}
      </Card>
      <LiveRegion message={message} />
    </WidgetRoot>
  )
}
