'use client'

import { type ComponentType, useEffect, useState } from 'react'

const atOnce = (show: () => void) => show()

/**
 * A part that is fetched once it is wanted: undefined until it is there, and whether it cannot be had.
 *
 * @param load the same function at each render
 * @param schedule how it comes to be shown, `startTransition` where it is large
 */
export function useLazyPart<P>(
  load: () => Promise<ComponentType<P>>,
  isWanted = true,
  schedule: (show: () => void) => void = atOnce,
): [Part: ComponentType<P> | undefined, hasFailed: boolean] {
  const [Part, setPart] = useState<ComponentType<P>>()
  const [hasFailed, setFailed] = useState(false)

  useEffect(() => {
    if (!isWanted) return undefined
    let isCurrent = true
    load().then(
      (loaded) => isCurrent && schedule(() => setPart(() => loaded)),
      () => isCurrent && setFailed(true),
    )
    return () => {
      isCurrent = false
    }
  }, [load, isWanted, schedule])

  return [Part, hasFailed]
}
