'use client'

import { useEffect, useState } from 'react'

/** True for two seconds from a time on. */
export function useJustNow(at: number | undefined): boolean {
  const [passed, setPassed] = useState<number>()
  useEffect(() => {
    if (at === undefined) return undefined
    const timer = setTimeout(() => setPassed(at), 2000)
    return () => clearTimeout(timer)
  }, [at])
  return at !== undefined && passed !== at
}
