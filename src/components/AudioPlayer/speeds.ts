/** What the speed button goes through, in its order. */
export const PLAYBACK_SPEEDS = [1, 1.25, 1.5, 2, 0.75] as const

export function nextSpeed(speed: number): number {
  const at = PLAYBACK_SPEEDS.findIndex((candidate) => candidate === speed)
  return PLAYBACK_SPEEDS[(at + 1) % PLAYBACK_SPEEDS.length] ?? 1
}
