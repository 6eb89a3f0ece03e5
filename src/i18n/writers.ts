/** How numbers, money and times are written in one locale and time zone. Made once a locale: Intl's objects are dear. */
export interface Writers {
  number: (value: number) => string
  /** `cents` of US dollars, in which AudioPod reckons. */
  money: (cents: number) => string
  percent: (fraction: number) => string
  /** Day and month; the year where it is another than `now`'s. */
  day: (time: number, now?: number) => string
  /** Day, month, year and time of day. */
  exact: (time: number) => string
  /** Time of day. */
  clock: (time: number) => string
  /** `3 days ago`, `in 2 hours`; undefined under a minute, for which a label stands. */
  distance: (time: number, now: number) => string | undefined
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function createWriters(locale: string, timeZone: string | undefined): Writers {
  const once = <T>(make: () => T): (() => T) => {
    let made: T | undefined
    return () => (made ??= make())
  }
  const zone = timeZone === undefined ? {} : { timeZone }
  const number = once(() => new Intl.NumberFormat(locale))
  const money = once(() => new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }))
  const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent' }))
  const day = once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone }))
  const dayAndYear = once(
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', ...zone }),
  )
  const year = once(() => new Intl.DateTimeFormat('en', { year: 'numeric', calendar: 'gregory', ...zone }))
  const exact = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', ...zone }))
  const clock = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone }))
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }))

  return {
    number: (value) => number().format(value),
    money: (cents) => money().format(cents / 100),
    percent: (fraction) => percent().format(fraction),
    day: (time, now) =>
      (now !== undefined && year().format(time) === year().format(now) ? day() : dayAndYear()).format(time),
    exact: (time) => exact().format(time),
    clock: (time) => clock().format(time),
    distance(time, now) {
      const away = Math.abs(time - now)
      if (away < MINUTE) return undefined
      const [unit, size] =
        away < HOUR ? (['minute', MINUTE] as const) : away < DAY ? (['hour', HOUR] as const) : (['day', DAY] as const)
      // The clock that widgets read goes by half minutes; an hour and a day count once they are whole.
      const count = size === MINUTE ? Math.min(59, Math.round(away / size)) : Math.floor(away / size)
      const text = relative().format(Math.sign(time - now) * count, unit)
      // English alone writes "min." and "hr." with a dot that its own style guides leave out.
      return locale.startsWith('en') ? text.replace(/\b(min|hr)\./, '$1') : text
    },
  }
}

/** The locale to write in where none is given: the browser's own if it is of the labels' language, so that words do not mix. */
export function browserLocale(language: string): string {
  const [wanted] = language.split('-')
  const languages = typeof navigator === 'undefined' ? [] : (navigator.languages ?? [])
  return languages.find((tag) => tag.split('-')[0] === wanted && isLanguageTag(tag)) ?? language
}

/** Chromium on a system without a locale says `en-US@posix`, which Intl refuses with a throw. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
