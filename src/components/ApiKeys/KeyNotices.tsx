'use client'

import { type ReactElement, useEffect, useRef } from 'react'
import type { UseApiKeysResult } from '../../react/types.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { LoadFailure } from '../ErrorNotice/LoadFailure.js'
import { selectText } from '../parts/copyText.js'
import { Notice } from '../parts/Notice.js'

/** What has just happened to the list. */
export interface KeyNews {
  /** `found`, `not-found`: after a creation that nobody answered, whether a new key of that name is in the list. */
  kind: 'revoked' | 'not-revoked' | 'rotated' | 'rotation-abandoned' | 'not-opened' | 'found' | 'not-found' | 'id-copied' | 'id-not-copied'
  name: string
  /** The keys that it is about, to be marked in the list; of an id that was not copied, that one. */
  ids?: readonly string[] | undefined
}

export interface KeyNoticesProps extends Pick<UseApiKeysResult, 'data' | 'error' | 'retry' | 'updatedAt'> {
  loading: boolean
  news: KeyNews | undefined
  /** Without it, trying again does nothing. */
  onRefresh: (() => Promise<unknown>) | undefined
  onDismiss: () => void
}

/** What stands between the heading and the list: why it could not be loaded, and what has just happened. */
export function KeyNotices(props: KeyNoticesProps): ReactElement | null {
  const { error, loading, news, onDismiss, onRefresh } = props
  const ui = useUi(apiKeyTexts)
  const hasNews = news !== undefined && news.kind !== 'id-copied'
  if ((!error || loading) && !hasNews) return null
  return (
    <div className="audiopod-keys-notices">
      {error && !loading ? (
        <LoadFailure
          {...props}
          error={error}
          onRefresh={() => void onRefresh?.().catch(() => undefined)}
          titles={{
            noAccess: ui.t('keys.no-access-title'),
            load: ui.t('keys.load-failed'),
            refresh: ui.t('keys.refresh-failed'),
          }}
        />
      ) : null}
      {hasNews ? <News news={news} onDismiss={onDismiss} /> : null}
    </div>
  )
}

function News({ news, onDismiss }: { news: KeyNews; onDismiss: () => void }): ReactElement {
  const ui = useUi(apiKeyTexts)
  const { kind, name } = news
  switch (kind) {
    case 'revoked':
      return <Notice onDismiss={onDismiss} title={ui.t('keys.revoked', { name })} tone="ok" />
    case 'rotated':
    case 'rotation-abandoned':
      return (
        <Notice onDismiss={onDismiss} tone="ok">
          {ui.t(`keys.${kind}`, { name })}
        </Notice>
      )
    case 'not-revoked':
      return <Notice live="status" onDismiss={onDismiss} title={ui.t('keys.not-revoked', { name })} tone="warn" />
    case 'not-opened':
      return (
        <Notice live="alert" onDismiss={onDismiss} tone="warn">
          {ui.t('keys.not-opened')}
        </Notice>
      )
    case 'found':
    case 'not-found':
      return (
        <Notice
          onDismiss={onDismiss}
          live="status"
          title={ui.t(`keys.${kind}-title`, { name })}
          tone={kind === 'found' ? 'warn' : 'info'}
        >
          {ui.t(`keys.${kind}`)}
        </Notice>
      )
    case 'id-copied':
    case 'id-not-copied':
      return <NotCopied news={news} onDismiss={onDismiss} />
  }
}

/** The id stands here alone: it is selected, so that the keys that copy do. */
function NotCopied({ news, onDismiss }: { news: KeyNews; onDismiss: () => void }): ReactElement {
  const ui = useUi(apiKeyTexts)
  const id = useRef<HTMLElement>(null)
  useEffect(() => {
    if (id.current) selectText(id.current)
  }, [news])
  return (
    <Notice onDismiss={onDismiss} live="alert" title={ui.t('keys.id-not-copied-title')} tone="warn">
      {ui.rich('keys.id-not-copied', {
        id: (
          <code className="audiopod-code audiopod-select-all" ref={id}>
            {news.ids?.[0]}
          </code>
        ),
      })}
    </Notice>
  )
}
