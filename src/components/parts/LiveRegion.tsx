'use client'

import { type ReactElement, useCallback, useEffect, useState } from 'react'

export interface LiveRegionProps {
  /** What is to be said; each change is said once. */
  message: string
  /** Interrupts: only for a failure of what the person just did. @default false */
  assertive?: boolean | undefined
}

/** Says changes to screen readers, unseen. */
export function LiveRegion({ message, assertive = false }: LiveRegionProps): ReactElement {
  const [said, setSaid] = useState('')
  // A region is heard only if it was on the page, and empty, before the words came.
  useEffect(() => {
    const timer = setTimeout(() => setSaid(message), 100)
    return () => clearTimeout(timer)
  }, [message])
  return (
    <div aria-atomic="true" aria-live={assertive ? 'assertive' : 'polite'} className="audiopod-hidden">
      {said}
    </div>
  )
}

/** What a `LiveRegion` shall say, and how to say something; the same words twice are said twice. */
export function useAnnouncement(): [message: string, say: (message: string) => void] {
  const [message, setMessage] = useState('')
  const say = useCallback((next: string) => {
    // A trailing no-break space makes an equal text a change.
    setMessage((last) => (last === next ? `${next}\u00a0` : next))
  }, [])
  return [message, say]
}
