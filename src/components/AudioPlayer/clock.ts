/** `0:07`, `12:34`, `1:02:03`: whole seconds, cut down and not rounded, so that the end is shown when it is reached. */
export function clock(seconds: number): string {
  const whole = Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds) : 0
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const tail = String(s).padStart(2, '0')
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${tail}` : `${m}:${tail}`
}

/** The first that is a length: a stream that is still arriving says `Infinity`, an empty element `NaN`. */
export function lengthOf(...candidates: (number | undefined)[]): number | undefined {
  return candidates.find((value) => value !== undefined && Number.isFinite(value) && value > 0)
}
