'use client'

import { useEffect, useState } from 'react'

/** Unix ms, twice a second: also what has no events of its own, such as a cache, is seen to change. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}
