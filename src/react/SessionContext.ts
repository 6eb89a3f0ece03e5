'use client'

import { createContext, useContext } from 'react'
import type { SWRConfiguration } from 'swr'
import { outsideProvider } from '../development/outsideProvider.js'
import type { AudioPodError } from '../errors/index.js'
import { misuse } from '../errors/index.js'
import type { InitialData, OperationName } from '../api/index.js'
import type { Session } from '../state/index.js'
import type { SwrSettings } from './CacheBoundary.js'

export interface SessionContextValue {
  session: Session
  /** The SWR settings of this provider: a cache of its own, and no retries but the client's. */
  swr: SWRConfiguration & Pick<SwrSettings, 'cache' | 'mutate'>
  /** Marks answers in the caches as no longer true; what is on screen loads again. */
  invalidate: (operations: readonly OperationName[]) => void
  onError: (error: AudioPodError) => void
  /** Another number once a user has left: what widgets hold of theirs (drafts, a secret) goes with them. */
  visit: number
  /** What the server asked for ahead of the page. */
  initialData: InitialData | undefined
}

export const SessionContext = createContext<SessionContextValue | undefined>(undefined)

/** @throws ConfigurationError outside an `<AudioPodProvider>` */
export function useSession(): SessionContextValue {
  const value = useContext(SessionContext)
  if (!value) {
    throw misuse(
      'no provider',
      () => process.env.NODE_ENV !== 'production' && outsideProvider(),
    )
  }
  return value
}
