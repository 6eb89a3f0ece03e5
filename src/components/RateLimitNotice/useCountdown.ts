'use client'

import { useEffect, useRef, useState } from 'react'
import { useNow } from '../parts/ticker.js'
import { milestone, secondsUntil } from './countdown.js'

export interface Countdown {
  /** Whole seconds left, 0 when over; undefined where no time is known. */
  seconds: number | undefined
  /** The seconds as they were at the last moment worth telling a screen reader. */
  told: number | undefined
}

/** Counts down to a time. `onOver` is called once for each time, when it has come. */
export function useCountdown(retryAt: string | undefined, onOver?: () => void): Countdown {
  const seconds = secondsUntil(retryAt, useNow(1))
  const phase = `${retryAt} ${milestone(seconds)}`
  const [last, setLast] = useState({ phase, told: seconds })
  if (last.phase !== phase) setLast({ phase, told: seconds })

  const over = useRef(onOver)
  useEffect(() => {
    over.current = onOver
  })
  const isOver = seconds === 0
  useEffect(() => {
    if (isOver && retryAt !== undefined) over.current?.()
  }, [isOver, retryAt])

  return { seconds, told: last.told }
}
