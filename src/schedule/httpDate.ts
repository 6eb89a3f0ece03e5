/** Only what looks like a date: `Date.parse` understands "-1" and "12" too. */
export function dateOf(value: string): number | undefined {
  const trimmed = value.trim()
  if (!/^(?:[A-Za-z]{3,9},? |\d{4}-\d{2}-\d{2})/.test(trimmed)) return undefined
  const date = Date.parse(trimmed)
  return Number.isNaN(date) ? undefined : date
}
