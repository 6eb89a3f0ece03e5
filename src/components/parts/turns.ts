/** Widgets that change in one frame; a page with no more of them has them change together. */
const AT_ONCE = 4
const FRAME = 16
/** A clock that is set back must not make anybody wait. */
const LONGEST = 5000

let next = 0
let taken = 0

/**
 * When a change that is due shall be made, Unix ms: where a hundred widgets change at once, a few a frame, so that a press
 * in between is answered. Each call takes a turn.
 */
export function turnAt(due: number): number {
  if (next < due || next > due + LONGEST) {
    next = due
    taken = 0
  }
  if (taken === AT_ONCE) {
    next += FRAME
    taken = 0
  }
  taken++
  return next
}
