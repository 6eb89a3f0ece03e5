import type { OperationName } from '../api/index.js'
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
export function readErrorBody(body: unknown, operation?: OperationName): ErrorBody {
  if (!isObject(body)) return { fields: [], figures: {} }
  const error = own(body, 'error')
  const detail = own(body, 'detail')
  const sources = [body, error, detail, own(body, 'details')].filter(isObject)
  const issues = [detail, own(body, 'errors'), isObject(error) ? own(error, 'fields') : undefined]
    .filter(Array.isArray)
    .flat()
  const fields = issues.flatMap((issue) => fieldOf(issue, operation))
  const message =
    first(sources, ['message', 'error_message', 'msg'], plain) ??
    plain(detail) ??
    (typeof error === 'string' && error.includes(' ') ? plain(error) : undefined) ??
    (fields.length > 0 ? fields.map((field) => `${field.name}: ${field.message}`).join('; ') : undefined)
  const param = isObject(error) ? text(own(error, 'param')) : undefined
  if (param !== undefined && fields.length === 0) {
    fields.push({ name: callerName(param, operation), message: message ?? 'is not accepted' })
  }
  return {
    code: first(sources, ['code', 'error_code'], text) ?? text(error) ?? first(sources, ['type'], text),
    message,
    fields,
    figures: figuresOf(sources, message),
    retryAfter: first(sources, ['retry_after', 'retryAfter', 'retry_after_seconds'], number),
    limit: first(sources, ['limit'], number),
    remaining: first(sources, ['remaining'], number),
    requestId: first(sources, ['request_id', 'requestId'], text),
  }
}

function first<T>(sources: Json[], names: string[], read: (value: unknown) => T | undefined): T | undefined {
  for (const source of sources) {
    const value = pick(source, names, read)
    if (value !== undefined) return value
  }
  return undefined
}

/** A text that may stand in a message: never markup, which is some gateway's page. */
function plain(value: unknown): string | undefined {
  const words = text(value)?.trim()
  return words && !/<\/?[a-z!][^>]*>?/i.test(words) ? words : undefined
}

/** One entry of FastAPI's list: `{loc: ['body', 'input_text'], msg}`; or of our proxy's: `{name, message}`. */
function fieldOf(issue: unknown, operation?: OperationName): FieldError[] {
  if (!isObject(issue)) return []
  const message = pick(issue, ['msg', 'message'], plain) ?? 'is not accepted'
  const loc = own(issue, 'loc')
  if (Array.isArray(loc)) {
    const path = loc.filter((part) => typeof part === 'string')
    const inner = path.filter((part, i) => !(i === 0 && /^(?:body|query|path|header)$/.test(part)))
    const wire = inner[0] === 'generation_params' ? (inner[1] ?? inner[0]) : (inner[0] ?? path[0])
    return wire === undefined ? [] : [{ name: callerName(wire, operation), message }]
  }
  const name = pick(issue, ['name', 'field', 'param'], text)
  return name === undefined ? [] : [{ name: callerName(name, operation), message }]
}

const AMOUNT = String.raw`(\$?)\s*(\d[\d,]*(?:\.\d+)?)`
const PROSE = new RegExp(String.raw`required:?\s*${AMOUNT}.*?available:?\s*${AMOUNT}`, 'is')

/** What a 402 says of the money, from its members or else from its prose: `Required: 8250, Available: 1000`. */
function figuresOf(sources: Json[], message: string | undefined): CreditFigures {
  const told = {
    creditsNeeded: first(sources, ['credits_needed', 'credits_required', 'required_credits'], number),
    creditsAvailable: first(sources, ['credits_available', 'available_credits'], number),
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
