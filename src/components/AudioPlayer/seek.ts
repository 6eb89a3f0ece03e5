import type { KeyboardEvent } from 'react'

const STEP = 5
const PAGE = 30

/**
 * Where a key on the slider leads, in seconds; undefined for a key that is not the slider's.
 * Time runs from left to right in every writing direction, as on a tape, so Right is always forward.
 */
export function seekByKey(key: string, at: number, length: number): number | undefined {
  const to = target(key, at, length)
  return to === undefined ? undefined : Math.min(Math.max(to, 0), length)
}

function target(key: string, at: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + STEP
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - STEP
    case 'PageUp':
      return at + PAGE
    case 'PageDown':
      return at - PAGE
    case 'Home':
      return 0
    case 'End':
      return length
    default:
      return undefined
  }
}

export interface Seekable {
  length: number | undefined
  position: () => number
  toggle: () => void
  seek: (seconds: number) => void
}

/** What a key does on the slider: it moves, Space plays and pauses, and others are left to the page. */
export function seekByEvent(event: KeyboardEvent, { length, position, toggle, seek }: Seekable): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const to = length === undefined ? undefined : seekByKey(event.key, position(), length)
  if (event.key !== ' ' && to === undefined) return
  event.preventDefault()
  if (to === undefined) toggle()
  else seek(to)
}
