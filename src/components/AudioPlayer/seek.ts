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
