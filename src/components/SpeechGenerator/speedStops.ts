import { MAX_SPEED, MIN_SPEED } from '../../api/index.js'

/** The stops of the speed slider: steps of 0.05 up to 2, where the ear tells them apart, and of 0.25 above. */
export const SPEED_STOPS: readonly number[] = [...steps(MIN_SPEED, 2, 0.05), ...steps(2.25, MAX_SPEED, 0.25)]

function steps(from: number, to: number, by: number): number[] {
  const count = Math.round((to - from) / by)
  return Array.from({ length: count + 1 }, (_, i) => Math.round((from + i * by) * 100) / 100)
}

/** The stop that is nearest to a speed. */
export function stopOf(speed: number): number {
  let best = 0
  for (const [i, stop] of SPEED_STOPS.entries()) {
    if (Math.abs(stop - speed) < Math.abs((SPEED_STOPS[best] ?? 0) - speed)) best = i
  }
  return best
}

export function speedAt(stop: number): number {
  return SPEED_STOPS[stop] ?? 1
}
