'use client'

import type { ReactElement } from 'react'
import { useSession } from '../../react/SessionContext.js'
import { useApiKeys } from '../../react/useApiKeys.js'
import { usePausedUntil } from '../../react/usePausedUntil.js'
import { type ApiKeysAppearance, ApiKeysView } from './ApiKeysView.js'

export type ApiKeysProps = ApiKeysAppearance

/**
 * The account's API keys: a list to search, keys to create, whose secret is shown once, and to revoke.
 *
 * @example
 * <ApiKeys />
 */
export function ApiKeys(props: ApiKeysProps): ReactElement {
  const { mutate, rotate: _, ...keys } = useApiKeys()
  const pausedUntil = usePausedUntil()
  const { visit } = useSession()
  return <ApiKeysView key={visit} {...props} {...keys} onRefresh={() => mutate()} pausedUntil={pausedUntil} />
}
