'use client'

import { type ReactElement, useEffect, useRef, useState } from 'react'
import { turnAt } from './turns.js'

const DELAY = 250
const MINIMUM = 300

/** A bar where a text will be. It shows after 250 ms, by CSS, so that a quick answer does not flicker. */
export function Skeleton({ width = 'full' }: { width?: 'short' | 'half' | 'full' | undefined }): ReactElement {
  return <span aria-hidden="true" className="audiopod-skeleton" data-width={width} />
}

/** Whether to show skeletons: while loading, and, once they have been seen, for 300 ms at least. */
export function useSkeleton(isLoading: boolean): boolean {
  const [wasLoading, setWasLoading] = useState(isLoading)
  const [isHeld, setHeld] = useState(isLoading)
  const shownAt = useRef(0)
  if (isLoading !== wasLoading) {
    setWasLoading(isLoading)
    if (isLoading) setHeld(true)
  }

  useEffect(() => {
    if (isLoading) {
      shownAt.current = Date.now() + DELAY
      return undefined
    }
    const now = Date.now()
    const shownFor = now - shownAt.current
    const due = now + (shownFor < 0 ? 0 : Math.max(0, MINIMUM - shownFor))
    const timer = setTimeout(() => setHeld(false), turnAt(due) - now)
    return () => clearTimeout(timer)
  }, [isLoading])

  return isLoading || isHeld
}
