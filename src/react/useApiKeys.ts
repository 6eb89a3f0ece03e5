'use client'

import { useCallback } from 'react'
import type { ApiKey, ApiKeyStatus, CreatedApiKey } from '../api/index.js'
import { type ApiKeyInput, apiKeysOf } from '../client/index.js'
import { isAudioPodError } from '../errors/index.js'
import { useSession } from './SessionContext.js'
import type { UseApiKeysResult } from './types.js'
import { useQuery } from './useQuery.js'

export interface UseApiKeysOptions {
  /** Only keys in this state. @default all */
  status?: ApiKeyStatus | undefined
}

/**
 * The account's API keys, and what can be done with them. The secret of a new key is in the value that
 * `create` resolves with and nowhere else: `data` and the cache never hold it.
 *
 * @example
 * const { data: keys = [], create, revoke } = useApiKeys({ status: 'active' })
 * const { secret } = await create({ name: 'Production', expiresInDays: 90 })
 */
export function useApiKeys({ status }: UseApiKeysOptions = {}): UseApiKeysResult {
  const { session, invalidate, onError } = useSession()
  const keys = apiKeysOf(session.connection)
  const query = useQuery<ApiKey[]>('apiKeys.list', { status }, (connection, options) =>
    apiKeysOf(connection).list({ status }, options),
  )
  const { data } = query

  /** Whether it went well or not: what the list says now is the truth. */
  const change = useCallback(
    async <T>(run: () => Promise<T>): Promise<T> => {
      try {
        return await run()
      } catch (error) {
        if (isAudioPodError(error)) onError(error)
        throw error
      } finally {
        invalidate(['apiKeys.list'])
      }
    },
    [invalidate, onError],
  )
  const create = useCallback(
    (input: ApiKeyInput): Promise<CreatedApiKey> => change(() => keys.create(input)),
    [change, keys],
  )
  const revoke = useCallback((id: string) => change(() => keys.revoke(id)), [change, keys])
  const rotate = useCallback(
    (id: string, input: Partial<ApiKeyInput> = {}) => {
      const old = data?.find((key) => key.id === id)
      const name = input.name ?? old?.name ?? ''
      return create({ description: old?.description, scopes: old?.scopes, ...input, name })
    },
    [create, data],
  )
  return { ...query, create, revoke, rotate }
}
