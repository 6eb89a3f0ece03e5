'use client'

import type { ReactElement } from 'react'
import { useSession } from '../../react/SessionContext.js'
import { apiKeysOf } from '../../client/nouns/apiKeys.js'
import { useApiKeys } from '../../react/useApiKeys.js'
import { useKeyRotations } from '../../react/useKeyRotations.js'
import { usePausedUntil } from '../../react/usePausedUntil.js'
import { type ApiKeysAppearance, ApiKeysView } from './ApiKeysView.js'

export type ApiKeysProps = ApiKeysAppearance

/**
 * The account's API keys: a list to search, keys to create, whose secret is shown once, to rotate, and to revoke.
 *
 * @example
 * <ApiKeys />
 */
export function ApiKeys(props: ApiKeysProps): ReactElement {
  const { mutate, rotate: _, ...keys } = useApiKeys()
  const [rotations] = useKeyRotations(keys.data)
  const pausedUntil = usePausedUntil()
  const { session, visit } = useSession()
  return (
    <ApiKeysView
      key={visit}
      {...props}
      {...keys}
      // SWR's own reload resolves with the last list where it fails.
      onLook={() => mutate(apiKeysOf(session.connection).list(), { revalidate: false })}
      onRefresh={() => mutate()}
      pausedUntil={pausedUntil}
      rotations={rotations}
    />
  )
}
