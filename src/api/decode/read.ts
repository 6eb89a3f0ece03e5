/**
 * Reading values that an account may send in any dialect: numbers as strings, ids as numbers, null for
 * absent. Each reader gives the value or undefined; none guesses.
 */
export type Json = { readonly [name: string]: unknown }

/** The answer is not what the operation answers with. The client makes an `invalid_response` of it. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function expectObject(value: unknown, what: string): Json {
  if (isObject(value)) return value
  throw new DecodeError(`expected ${what}, got ${describe(value)}`)
}

export function required<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value
  throw new DecodeError(`${what} is missing or not understood`)
}

/** What a value is, never what it holds: the words go into messages. */
export function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** The first of some members that a reader understands; each `snake_case` name is looked for as `camelCase` too. */
export function pick<T>(
  source: Json,
  names: readonly string[],
  read: (value: unknown) => T | undefined,
): T | undefined {
  for (const name of names) {
    const value = read(own(source, name))
    if (value !== undefined) return value
    const other = camelCase(name)
    const otherValue = other === name ? undefined : read(own(source, other))
    if (otherValue !== undefined) return otherValue
  }
  return undefined
}

/** Of the decoders' names, which are few: a list of ten thousand asks for each of them ten thousand times. */
const camelCased = new Map<string, string>()

function camelCase(name: string): string {
  let cased = camelCased.get(name)
  if (cased === undefined) {
    cased = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    camelCased.set(name, cased)
  }
  return cased
}

export function own(source: Json, name: string): unknown {
  return Object.hasOwn(source, name) ? source[name] : undefined
}

export function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  return undefined
}

/** A word of a set, such as a state, in lower case. */
export function word(value: unknown): string | undefined {
  return text(value)?.trim().toLowerCase()
}

/** An opaque id: a text, or a number (0 is one) given as a text. */
export function id(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d+)?$/i

export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const trimmed = value.trim()
  if (!NUMBER.test(trimmed)) return undefined
  const parsed = Number(trimmed.replaceAll(',', ''))
  return Number.isFinite(parsed) ? parsed : undefined
}

/** Whole credits or cents; more of them than can be counted exactly is nobody's balance. */
export function whole(value: unknown): number | undefined {
  // `+ 0` turns -0 into 0.
  const rounded = Math.round(number(value) ?? Number.NaN) + 0
  return Number.isSafeInteger(rounded) ? rounded : undefined
}

/** `"$1,234.56"`, `"-$5"`, `"1.5 USD"` or a number of dollars, in cents that may have a fraction. */
export function centsOfDollars(value: unknown): number | undefined {
  const bare =
    typeof value === 'string' ? value.replace(/^\s*([+-]?)\s*(?:US)?\$\s*/, '$1').replace(/\s*USD\s*$/i, '') : value
  const dollars = number(bare)
  // Rounded to a millionth of a cent: 0.29 * 100 is 28.999999999999996.
  const cents = Math.round((dollars ?? Number.NaN) * 1e8) / 1e6 + 0
  return Math.abs(cents) <= Number.MAX_SAFE_INTEGER ? cents : undefined
}

export function boolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') {
    const lower = value.toLowerCase()
    return lower === 'true' ? true : lower === 'false' ? false : undefined
  }
  return value === 1 ? true : value === 0 ? false : undefined
}

export function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined
}

/**
 * Only absolute http and https URLs come out: a `javascript:` or `data:` one must never reach an `href` or
 * `src`, and `https:a`, which `new URL` takes, is a path of the page there.
 */
export function url(value: unknown): string | undefined {
  const trimmed = typeof value === 'string' ? value.trim() : ''
  if (!/^https?:\/\/[^\\\t\r\n]+$/i.test(trimmed)) return undefined
  try {
    return new URL(trimmed).host === '' ? undefined : trimmed
  } catch {
    return undefined
  }
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(?:([Zz])|([+-]\d{2}):?(\d{2})?)?)?$/
const UNIX = /^\d{9,13}(?:\.\d+)?$/

/**
 * A time as ISO 8601. A text that already is one stays as it is; one without a zone is UTC, as the
 * account's clocks are; a number is Unix seconds or, past the year 5138 in those, milliseconds.
 */
export function time(value: unknown): string | undefined {
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || value <= 0) return undefined
    return iso(new Date(value < 1e11 ? value * 1000 : value))
  }
  if (typeof value !== 'string') return undefined
  const trimmed = value.trim()
  if (UNIX.test(trimmed)) return time(Number(trimmed))
  const [whole, day, clock = '00:00:00', , hours, minutes = '00'] = ISO.exec(trimmed) ?? []
  if (whole === undefined) return undefined
  const told = `${day}T${clock}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`
  return Number.isNaN(Date.parse(told)) ? undefined : told
}

function iso(date: Date): string | undefined {
  const year = date.getUTCFullYear()
  // Past 9999 ISO 8601 takes a sign and six digits, which nobody means and few read.
  return year <= 9999 ? date.toISOString() : undefined
}

/** True where the account sent the member, and sent null. */
export function saidNull(source: Json, ...names: string[]): boolean {
  return names.some((name) => own(source, name) === null)
}

/** Refuses an answer of which nothing was understood: an error's body with a 200, or some other service's. */
export function expectSomething<T extends object>(value: T, what: string): T {
  if (Object.keys(value).length > 0) return value
  throw new DecodeError(`the answer holds nothing of ${what}`)
}

/** An object with its undefined members left out, so that answers compare and print plainly. */
export function compact<T extends object>(value: T): T {
  const kept = {} as T
  for (const name of Object.keys(value) as (keyof T)[]) {
    if (value[name] !== undefined) kept[name] = value[name]
  }
  return kept
}

/** Steps out of an envelope such as `{"data": {…}}` or `{"credits": {…}}`; what has none stays as it is. */
export function unwrap(value: unknown, ...names: string[]): unknown {
  if (!isObject(value)) return value
  for (const name of names) {
    const inner = own(value, name)
    if (isObject(inner)) return inner
  }
  return value
}

export interface ListAnswer {
  items: unknown[]
  envelope: Json
}

/** A bare list, or one inside an envelope under any of the names, or one level further under `data`. */
export function expectList(value: unknown, what: string, names: readonly string[]): ListAnswer {
  const data = isObject(value) ? own(value, 'data') : undefined
  const found = listIn(value, names) ?? (isObject(data) ? listIn(data, names) : undefined)
  if (found) return found
  throw new DecodeError(`expected ${what}, got ${describe(value)}`)
}

function listIn(value: unknown, names: readonly string[]): ListAnswer | undefined {
  if (Array.isArray(value)) return { items: value, envelope: {} }
  if (!isObject(value)) return undefined
  for (const name of [...names, 'items', 'data', 'results']) {
    const inner = own(value, name)
    if (Array.isArray(inner)) return { items: inner, envelope: value }
  }
  return undefined
}
