/** A span of time in ms, short. */
export function span(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`
  const seconds = ms / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 120) return `${Math.round(seconds)} s`
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`
  return `${Math.round(seconds / 3600)} h`
}

/** Whole seconds until a time, ISO 8601; undefined where that is unknown or over. */
export function secondsUntil(at: string | undefined, now: number): number | undefined {
  const left = at === undefined ? 0 : Date.parse(at) - now
  return left > 0 ? Math.ceil(left / 1000) : undefined
}

const format = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })

export function clockTime(at: number): string {
  return format.format(at)
}
