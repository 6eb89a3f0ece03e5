/** Where numbers, money and times are written. */
export interface Place {
  /** BCP 47 tag. */
  readonly locale: string
  /** @default the reader's own */
  readonly timeZone?: string | undefined
}

/** Intl's objects are dear, and places few: each is made once. */
export function onceEach<T>(make: (locale: string, timeZone: string | undefined) => T): (place: Place) => T {
  const made = new Map<string, T>()
  return ({ locale, timeZone }) => {
    const name = `${locale} ${timeZone}`
    const known = made.get(name) ?? make(locale, timeZone)
    made.set(name, known)
    return known
  }
}

// Each is a constant of its own, and marked as one that nothing is lost without: a widget brings those that it writes with.
const numbers = /* @__PURE__ */ onceEach((locale) => new Intl.NumberFormat(locale))
const dollars = /* @__PURE__ */ onceEach((locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' }))
const percents = /* @__PURE__ */ onceEach((locale) => new Intl.NumberFormat(locale, { style: 'percent' }))
const days = /* @__PURE__ */ onceEach(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone }),
)
const daysAndYears = /* @__PURE__ */ onceEach(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }),
)
const years = /* @__PURE__ */ onceEach(
  (_, timeZone) => new Intl.DateTimeFormat('en', { year: 'numeric', calendar: 'gregory', timeZone }),
)
const moments = /* @__PURE__ */ onceEach(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }),
)
const clocks = /* @__PURE__ */ onceEach((locale, timeZone) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }))
const distances = /* @__PURE__ */ onceEach(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
)

export function writeNumber(place: Place, value: number): string {
  return numbers(place).format(value)
}

/** `cents` of US dollars, in which AudioPod reckons. */
export function writeMoney(place: Place, cents: number): string {
  return dollars(place).format(cents / 100)
}

export function writePercent(place: Place, fraction: number): string {
  return percents(place).format(fraction)
}

/** Day and month; the year where it is another than `now`'s. */
export function writeDay(place: Place, time: number, now?: number): string {
  const year = years(place)
  return (now !== undefined && year.format(time) === year.format(now) ? days : daysAndYears)(place).format(time)
}

/** Day, month, year and time of day. */
export function writeExact(place: Place, time: number): string {
  return moments(place).format(time)
}

/** Time of day. */
export function writeClock(place: Place, time: number): string {
  return clocks(place).format(time)
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `3 days ago`, `in 2 hours`; undefined under a minute, for which a label stands. */
export function writeDistance(place: Place, time: number, now: number): string | undefined {
  const away = Math.abs(time - now)
  if (away < MINUTE) return undefined
  const [unit, size] =
    away < HOUR ? (['minute', MINUTE] as const) : away < DAY ? (['hour', HOUR] as const) : (['day', DAY] as const)
  // The clock that widgets read goes by half minutes; an hour and a day count once they are whole.
  const count = size === MINUTE ? Math.min(59, Math.round(away / size)) : Math.floor(away / size)
  const text = distances(place).format(Math.sign(time - now) * count, unit)
  // English alone writes "min." and "hr." with a dot that its own style guides leave out.
  return place.locale.startsWith('en') ? text.replace(/\b(min|hr)\./, '$1') : text
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
