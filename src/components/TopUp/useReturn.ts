'use client'

import { useEffect, useRef } from 'react'

/** Calls back when the person comes back to the page: from another window or tab, or by the browser's Back. */
export function useReturn(isAway: boolean, onReturn: () => void): void {
  const latest = useRef(onReturn)
  useEffect(() => {
    latest.current = onReturn
  })
  useEffect(() => {
    if (!isAway) return undefined
    const back = () => {
      if (document.visibilityState !== 'hidden') latest.current()
    }
    // A page that the browser had kept whole hears of its return by `pageshow` alone.
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) back()
    }
    window.addEventListener('focus', back)
    window.addEventListener('pageshow', shown)
    document.addEventListener('visibilitychange', back)
    return () => {
      window.removeEventListener('focus', back)
      window.removeEventListener('pageshow', shown)
      document.removeEventListener('visibilitychange', back)
    }
  }, [isAway])
}
