/** Longer than any day has been: where the date line was crossed eastward, a date came twice. */
const LONGEST = 49 * 3_600_000
const USUAL = 24 * 3_600_000

/**
 * Where the last `count` days of a calendar begin, oldest first, and, as one more, where today ends: in milliseconds,
 * so a day that daylight saving time makes shorter or longer is as long as it is. A date that a zone leapt over
 * is no day.
 *
 * @param timeZone IANA's name of it; the reader's own where there is none
 */
export function calendarDays(now: number, count: number, timeZone?: string): number[] {
  const writer = new Intl.DateTimeFormat('en-US', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    ...(timeZone === undefined ? {} : { timeZone }),
  })
  const dateOf = (time: number) => writer.format(time)

  /** The first moment that is on the date of `later`, searched for after `earlier`, which is on another. */
  const beginning = (earlier: number, later: number, guess: number): number => {
    const date = dateOf(later)
    if (dateOf(guess) === date && dateOf(guess - 1) !== date) return guess
    let [before, since] = [earlier, later]
    while (since - before > 1) {
      const middle = Math.floor((before + since) / 2)
      if (dateOf(middle) === date) since = middle
      else before = middle
    }
    return since
  }

  let start = beginning(now - LONGEST, now, now)
  const today = dateOf(now)
  let [still, past] = [now, now + LONGEST]
  if (dateOf(start + USUAL - 1) === today && dateOf(start + USUAL) !== today) past = start + USUAL
  else {
    while (past - still > 1) {
      const middle = Math.floor((still + past) / 2)
      if (dateOf(middle) === today) still = middle
      else past = middle
    }
  }
  const edges = [start, past]
  while (edges.length <= count) {
    start = beginning(start - 1 - LONGEST, start - 1, start - USUAL)
    edges.unshift(start)
  }
  return edges
}
