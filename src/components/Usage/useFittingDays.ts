'use client'

import { useCallback, useRef, useState } from 'react'

const MOST = 30

/**
 * How many days there is room for. The stylesheet says it, by container queries, as `--audiopod-_days`, so that it
 * changes with the layout; the sum and the arrow keys must know it too. Give the `ref` to an element within the widget.
 */
export function useFittingDays(): [days: number, ref: (element: HTMLElement | null) => void] {
  const [days, setDays] = useState(MOST)
  const observer = useRef<ResizeObserver>(undefined)
  const ref = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect()
    if (!element) return
    const measure = () => setDays(Number(getComputedStyle(element).getPropertyValue('--audiopod-_days')) || MOST)
    measure()
    if (typeof ResizeObserver === 'undefined') return
    observer.current = new ResizeObserver(measure)
    observer.current.observe(element)
  }, [])
  return [days, ref]
}
