'use client'

import { useEffect, useMemo, useState } from 'react'
import { checkDirections, type DirectionFinding } from './directions.js'

/** A direction is looked at when the hands rest: half of one is no mistake. */
const REST_MS = 800
const NONE: readonly DirectionFinding[] = []

/** What may not be taken as it is meant, in the text as it stood when the hands came to rest. */
export function useDirectionCheck(value: string): { settled: string; findings: readonly DirectionFinding[] } {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  const found = useMemo(() => checkDirections(settled), [settled])
  // While it is being changed, places in the text are not what they were.
  return { settled, findings: settled === value ? found : NONE }
}
