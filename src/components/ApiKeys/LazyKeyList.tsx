'use client'

import { type ComponentType, createElement, type ReactElement, useSyncExternalStore } from 'react'
import { NetworkError } from '../../errors/errors.js'
import { apiKeyTexts } from '../../i18n/en/apiKeys.js'
import { useUi } from '../../theme/UiContext.js'
import { ErrorWords } from '../ErrorNotice/ErrorNotice.js'
import type { KeyListProps } from './KeyList.js'
import { KeyTableFrame } from './KeyTableFrame.js'

let loaded: ComponentType<KeyListProps> | 'failed' | undefined
let isLoading = false
const listeners = new Set<() => void>()

function load(): void {
  if (isLoading || typeof loaded === 'function') return
  isLoading = true
  const settle = (outcome: typeof loaded) => {
    isLoading = false
    loaded = outcome
    for (const listener of listeners) listener()
  }
  import('./KeyList.js').then(
    ({ KeyList }) => settle(KeyList),
    () => settle('failed'),
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  load()
  return () => void listeners.delete(listener)
}

/**
 * The list, which is fetched while the account is asked for its keys, and takes no longer: a page that shows widgets pays
 * for what a table does only once there is one. On a server, and until both are there, it is a table that loads.
 */
export function LazyKeyList({ isLoading: hasNoKeysYet, ...props }: KeyListProps & { isLoading: boolean }): ReactElement {
  const ui = useUi(apiKeyTexts)
  const List = useSyncExternalStore(
    subscribe,
    () => loaded,
    () => undefined,
  )
  if (!hasNoKeysYet && List === 'failed') {
    return (
      <div className="audiopod-keys-notices">
        <ErrorWords error={new NetworkError('The list’s own code could not be fetched.')} onRetry={load} title={ui.t('keys.load-failed')} />
      </div>
    )
  }
  if (!hasNoKeysYet && props.keys.length === 0) return <>{props.emptyState}</>
  if (hasNoKeysYet || List === undefined || List === 'failed') return <KeyTableFrame labelledBy={props.labelledBy} />
  return createElement(List, props)
}
