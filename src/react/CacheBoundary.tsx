'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { SWRConfig, type SWRConfiguration, useSWRConfig } from 'swr'

/**
 * What every hook of the kit tells SWR, whatever the app around has set for its own hooks; the rest is as SWR has it where
 * nobody says otherwise: answers load again on focus, when the network is back, and where they are old.
 */
const swrDefaults = {
  shouldRetryOnError: false,
  refreshInterval: 0,
  // A widget that comes a moment after the others would only ask again for what has just been answered.
  dedupingInterval: 5000,
  suspense: false,
  keepPreviousData: false,
} as const satisfies SWRConfiguration

export type SwrSettings = ReturnType<typeof useSWRConfig>

interface CacheBoundaryProps {
  children: (swr: SwrSettings) => ReactNode
}

/**
 * Gives the kit's hooks a cache of their own, and leaves the app's SWR as it found it: hooks of the app
 * below the provider keep their cache, their fetcher and their settings, and a cache that the app writes
 * to disk never holds anybody's balance. Hooks take the settings from here as their own options, since an
 * SWRConfig around the children would be the app's too.
 */
export function CacheBoundary({ children }: CacheBoundaryProps) {
  const outer = useInitialised(useSWRConfig())
  const [own] = useState(() => ({ ...swrDefaults, provider: () => new Map() }))
  return (
    <SWRConfig value={() => own}>
      <Inside outer={outer}>{children}</Inside>
    </SWRConfig>
  )
}

function Inside({ outer, children }: CacheBoundaryProps & { outer: SwrSettings }) {
  const own = useInitialised(useSWRConfig())
  return <SWRConfig value={() => outer}>{children(own)}</SWRConfig>
}

/** The settings without the function that made their cache: an SWRConfig that is given it would make another. */
function useInitialised(settings: SwrSettings): SwrSettings {
  return useMemo(() => ({ ...settings, provider: undefined }), [settings])
}
