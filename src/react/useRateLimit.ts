'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { RateLimit } from '../schedule/index.js'
import { alwaysThere } from './alwaysThere.js'
import { rateLimitOf } from '../client/index.js'
import { useSession } from './SessionContext.js'
import type { QueryResult } from './types.js'

/**
 * What is known of the account's rate limit, from the headers of the answers so far. It asks for nothing by
 * itself; times are on this machine's clock.
 *
 * @example
 * const { data } = useRateLimit()
 * if (data?.pausedUntil) return <RateLimitNotice retryAt={data.pausedUntil} />
 */
export function useRateLimit(): QueryResult<RateLimit> {
  const rateLimit = rateLimitOf(useSession().session.connection)
  const data = useSyncExternalStore(rateLimit.subscribe, rateLimit.getSnapshot, serverSnapshot)
  const mutate = useCallback(() => Promise.resolve(rateLimit.getSnapshot()), [rateLimit])
  return { ...alwaysThere, data, mutate }
}

const nothing: RateLimit = {}
const serverSnapshot = () => nothing
