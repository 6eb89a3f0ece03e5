'use client'

import { useSyncExternalStore } from 'react'
import { rateLimitOf } from '../client/index.js'
import { useSession } from './SessionContext.js'

/**
 * Until when a rate limit holds every request back (ISO 8601), and nothing else of the limit: what is left of it
 * changes with each answer, which is nobody's reason to render.
 */
export function usePausedUntil(): string | undefined {
  const rateLimit = rateLimitOf(useSession().session.connection)
  return useSyncExternalStore(rateLimit.subscribe, () => rateLimit.getSnapshot().pausedUntil, () => undefined)
}
