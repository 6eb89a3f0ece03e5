'use client'

import { type ComponentType, lazy, type ReactElement, Suspense, useSyncExternalStore } from 'react'
import { inDevelopment } from '../errors/misuse.js'

export type DevtoolsPosition = 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left'

export interface AudioPodDevtoolsProps {
  /** The corner of the page. @default 'bottom-right' */
  position?: DevtoolsPosition | undefined
  /** Open from the start. @default false */
  initialIsOpen?: boolean | undefined
}

interface Loaded {
  default: ComponentType<AudioPodDevtoolsProps>
}

const nothing: Loaded = { default: () => null }

/** Where its file cannot be had there are no tools, and the app goes on. */
const Tools: ComponentType<AudioPodDevtoolsProps> | false = inDevelopment(
  () =>
    process.env.NODE_ENV !== 'production' &&
    lazy(() => import('./Devtools.js').then(({ Devtools }): Loaded => ({ default: Devtools }), () => nothing)),
)

/**
 * A button in a corner of the page that opens a panel: the requests of the provider around it, the rate limit's window, what
 * waits, the jobs, the caches, the last errors, and switches that answer the next request with a 429, a 402 or a 502, or take the
 * page offline for ten seconds. What is provoked is sent to nobody and costs nothing.
 *
 * In a production bundle it is a component that shows nothing, and the panel is not in it. In English.
 *
 * @throws ConfigurationError in development, outside an `<AudioPodProvider>`
 * @example
 * import { AudioPodDevtools } from 'audiopod-react/devtools'
 *
 * <AudioPodProvider endpoint="/api/audiopod">
 *   <App />
 *   <AudioPodDevtools />
 * </AudioPodProvider>
 */
export function AudioPodDevtools(props: AudioPodDevtoolsProps): ReactElement | null {
  const isInBrowser = useSyncExternalStore(never, () => true, () => false)
  if (!Tools || !isInBrowser) return null
  return (
    <Suspense>
      <Tools {...props} />
    </Suspense>
  )
}

const never = () => () => {}
