import type { Operation } from '../api/index.js'
import { centsOfDollars, isObject, type Json, number, own, pick, text } from '../api/decode/read.js'
import type { CreditFigures, FieldError } from './errors.js'
import { callerName } from './fieldNames.js'

/** What the body of a refusal says, whichever of AudioPod's shapes it has. */
export interface ErrorBody {
  /** The code as it came: one of AudioPod's, or one of our proxy's. */
  code?: string | undefined
  message?: string | undefined
  fields: FieldError[]
  figures: CreditFigures
  /** Seconds. */
  retryAfter?: number | undefined
  limit?: number | undefined
  remaining?: number | undefined
  requestId?: string | undefined
}

/**
 * Reads the documented shapes, and those like them:
 * `{error: {code, message}}`, `{error: 'code', message}`, `{detail: 'text'}`, `{detail: [{loc, msg}]}`,
 * `{error: {message, type, param}}`, `{error_code, message, details}` and `{detail: {message}}`.
 */
export function readErrorBody(body: unknown, operation: Operation): ErrorBody {
  if (!isObject(body)) return { fields: [], figures: {} }
  const error = own(body, 'error')
  const detail = own(body, 'detail')
  const inner = isObject(error) ? own(error, 'details') : undefined
  const sources = [body, error, detail, own(body, 'details'), inner].filter(isObject)
  const issues = [detail, own(body, 'errors'), isObject(error) ? own(error, 'fields') : undefined]
    .filter(Array.isArray)
    .flat()
    .slice(0, MAX_FIELDS)
  const fields = issues.flatMap((issue) => fieldOf(issue, operation))
  const message =
    first(sources, ['message', 'error_message', 'msg'], plain) ??
    plain(detail) ??
    (typeof error === 'string' && error.includes(' ') ? plain(error) : undefined) ??
    (fields.length > 0 ? `${fields.map((field) => `${field.name}: ${field.message}`).join('; ')}.` : undefined)
  const param = isObject(error) ? name(own(error, 'param')) : undefined
  if (param !== undefined && fields.length === 0) {
    fields.push({ name: callerName(param, operation), message: message ?? 'is not accepted' })
  }
  return {
    code: first(sources, ['code', 'error_code'], text) ?? text(error) ?? first(sources, ['type'], text),
    message,
    fields,
    figures: figuresOf(sources, message),
    retryAfter: first(sources, ['retry_after', 'retryAfter', 'retry_after_seconds'], seconds),
    limit: first(sources, ['limit'], notNegative),
    remaining: first(sources, ['remaining'], notNegative),
    requestId: first(sources, ['request_id', 'requestId'], readRequestId),
  }
}

/** An id that support can look a request up by; never a page or a sentence. */
export function readRequestId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:/+=-]{1,200}$/.test(value) ? value : undefined
}

/** More than a form has inputs, and more words than anybody reads: what follows is looked at by nobody. */
const MAX_FIELDS = 100
const MAX_WORDS = 2000

/** A wait: a century of it is garbage. */
function seconds(value: unknown): number | undefined {
  const told = notNegative(value)
  return told !== undefined && told < 100 * 365 * 86_400 ? told : undefined
}

function notNegative(value: unknown): number | undefined {
  const told = number(value)
  return told !== undefined && told >= 0 ? told : undefined
}

function first<T>(sources: Json[], names: string[], read: (value: unknown) => T | undefined): T | undefined {
  for (const source of sources) {
    const value = pick(source, names, read)
    if (value !== undefined) return value
  }
  return undefined
}

/** A text that may stand in a message: never markup, which is some gateway's page. */
export function plain(value: unknown): string | undefined {
  const words = text(value)?.trim()
  return words && !/<[/?]?[a-z!]/i.test(words) ? words.slice(0, MAX_WORDS) : undefined
}

/** The name of a field. */
function name(value: unknown): string | undefined {
  return plain(value)?.slice(0, 100)
}

/** One entry of FastAPI's list: `{loc: ['body', 'input_text'], msg}`; or of our proxy's: `{name, message}`. */
function fieldOf(issue: unknown, operation: Operation): FieldError[] {
  if (!isObject(issue)) return []
  const message = pick(issue, ['msg', 'message'], plain) ?? 'is not accepted'
  const wire = wireName(own(issue, 'loc')) ?? pick(issue, ['name', 'field', 'param'], name)
  return wire === undefined ? [] : [{ name: callerName(wire, operation), message }]
}

/** The field that a location means: `['body', 'input_text']`, or `'body.input_text'`. */
function wireName(loc: unknown): string | undefined {
  const parts: unknown[] = Array.isArray(loc) ? loc : typeof loc === 'string' ? loc.split('.', 10) : []
  const path = parts.flatMap((part) => name(part) ?? [])
  const inner = path.filter((part, i) => !(i === 0 && /^(?:body|query|path|header)$/.test(part)))
  return inner[0] === 'generation_params' ? (inner[1] ?? inner[0]) : (inner[0] ?? path[0])
}

// A comma belongs to the amount only where three digits follow: "Required: 8250, Available: 1000".
const AMOUNT = String.raw`(\$?)\s*(\d+(?:,\d{3})*(?:\.\d+)?)`
const PROSE = new RegExp(String.raw`required:?\s*${AMOUNT}.*?available:?\s*${AMOUNT}`, 'is')

/** What a 402 says of the money, from its members or else from its prose: `Required: 8250, Available: 1000`. */
function figuresOf(sources: Json[], message: string | undefined): CreditFigures {
  const told = {
    creditsNeeded: first(sources, ['credits_needed', 'credits_required', 'required_credits', 'required', 'needed'], number),
    creditsAvailable: first(sources, ['credits_available', 'available_credits', 'available'], number),
    centsNeeded: first(sources, ['required_cents', 'cents_needed'], number),
    centsAvailable: first(sources, ['available_cents', 'cents_available'], number),
  }
  if (Object.values(told).some((value) => value !== undefined)) return told
  const prose = PROSE.exec(message ?? '')
  if (!prose) return {}
  const [, sign, needed, otherSign, available] = prose
  return sign || otherSign
    ? { centsNeeded: cents(needed), centsAvailable: cents(available) }
    : { creditsNeeded: number(needed), creditsAvailable: number(available) }
}

function cents(amount: string | undefined): number | undefined {
  const exact = centsOfDollars(amount)
  return exact === undefined ? undefined : Math.round(exact)
}
