'use client'

import { useCallback, useSyncExternalStore } from 'react'

/** One timer for all clocks on a page: it runs while somebody looks. */
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let time = 0

/** The time; within a tenth of a second the same one, since it must stand still while React renders. */
function read(): number {
  const now = Date.now()
  if (Math.abs(now - time) > 100) time = now
  return time
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    time = Date.now()
    for (const each of listeners) each()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const unwatched = () => () => {}

/**
 * The time each second, in steps of `step` ms; undefined on the server and in the first render on a page that the server
 * wrote, whose clocks would not agree. Without a step it stands still, and costs no render.
 */
export function useNow(step: number | undefined): number | undefined {
  const now = useCallback(() => step && Math.floor(read() / step) * step, [step])
  return useSyncExternalStore<number | undefined>(step ? subscribe : unwatched, now, () => undefined)
}
