'use client'

import { type ReactElement, useEffect, useRef, useState } from 'react'
import { turnAt } from './turns.js'

const DELAY = 250
const MINIMUM = 300

/** A bar where a text will be. It shows after 250 ms, by CSS, so that a quick answer does not flicker. */
export function Skeleton({ width = 'full' }: { width?: 'short' | 'half' | 'full' | undefined }): ReactElement {
  return <span aria-hidden="true" className="audiopod-skeleton" data-width={width} />
}

/**
 * Whether to show skeletons: while loading, and, once they have been seen, for 300 ms at least. Where they stand, they stay
 * while something `isMissing` that belongs to what comes: it shall come as a whole, and not jump.
 */
export function useSkeleton(isLoading: boolean, isMissing = false): boolean {
  const [wasLoading, setWasLoading] = useState(isLoading)
  const [isHeld, setHeld] = useState(isLoading)
  const shownAt = useRef(0)
  if (isLoading !== wasLoading) {
    setWasLoading(isLoading)
    if (isLoading) setHeld(true)
  }
  const goesOn = isLoading || (isHeld && isMissing)

  useEffect(() => {
    if (goesOn) {
      shownAt.current = Date.now() + DELAY
      return undefined
    }
    const now = Date.now()
    const shownFor = now - shownAt.current
    const due = now + (shownFor < 0 ? 0 : Math.max(0, MINIMUM - shownFor))
    const timer = setTimeout(() => setHeld(false), turnAt(due) - now)
    return () => clearTimeout(timer)
  }, [goesOn])

  return isLoading || isHeld
}
