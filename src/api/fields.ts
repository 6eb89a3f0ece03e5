import { isCredential } from './secrets.js'
import { countCodePoints, isWellFormed } from './text.js'

/**
 * What one input of an operation may hold. The client checks a caller's values with it before anything
 * is sent; the proxy checks a stranger's with the same rules before anything is passed on.
 */
export type Kind =
  | { type: 'text'; min: number; max: number; notBlank?: true }
  | { type: 'number'; min: number; max: number }
  | { type: 'integer'; min: number; max: number }
  | { type: 'boolean' }
  | { type: 'oneOf'; values: readonly string[] }
  | { type: 'id' }
  | { type: 'pattern'; pattern: RegExp; hint: string }
  | { type: 'texts'; maxItems: number; maxLength: number }

export interface Field {
  /** As this kit's callers spell it: `voiceId`. */
  name: string
  /** As AudioPod spells it: `voice_id`. */
  wire: string
  kind: Kind
  required?: true
  /** The wire field, holding a JSON object as text, that this one is a member of. */
  within?: 'generation_params'
}

export interface FieldProblem {
  name: string
  message: string
}

/** Ids are opaque: letters, digits, `_`, `-`, and single dots between them, so never `..` and never a slash. */
export const ID_PATTERN = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/
export const MAX_ID_LENGTH = 512

/** What is wrong with a value, as the end of a sentence that begins with the field's name; undefined if nothing is. */
export function checkKind(kind: Kind, value: unknown): string | undefined {
  switch (kind.type) {
    case 'text': {
      if (typeof value !== 'string') return 'must be a text'
      if (!isWellFormed(value)) return 'holds half of a surrogate pair, which cannot be sent as it is'
      const length = countCodePoints(value)
      if (kind.min > 0 && (length === 0 || (kind.notBlank && value.trim() === ''))) return 'must not be empty'
      if (length < kind.min) return `must have at least ${kind.min} characters`
      if (length > kind.max) return `has ${length} characters; the most is ${kind.max}`
      return undefined
    }
    case 'id':
      if (!isId(value)) return 'is not an id'
      return isCredential(value) ? 'is shaped like a key, and no key belongs in a URL' : undefined
    case 'pattern':
      return typeof value === 'string' && kind.pattern.test(value) ? undefined : kind.hint
    case 'texts':
      return Array.isArray(value) &&
        value.length <= kind.maxItems &&
        value.every((item) => typeof item === 'string' && item.length <= kind.maxLength && isWellFormed(item))
        ? undefined
        : `must be a list of at most ${kind.maxItems} short texts`
    default:
      return checkPlainKind(kind, value)
  }
}

/** Of a number, a yes or no, and one of several: a page that only reads a list brings no more. Anything else is refused. */
export function checkPlainKind(kind: Kind, value: unknown): string | undefined {
  switch (kind.type) {
    case 'number':
    case 'integer': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number'
      if (kind.type === 'integer' && !Number.isInteger(value)) return 'must be a whole number'
      if (value < kind.min || value > kind.max) return `must be between ${kind.min} and ${kind.max}`
      return undefined
    }
    case 'oneOf':
      return typeof value === 'string' && kind.values.includes(value)
        ? undefined
        : `must be one of ${kind.values.join(', ')}`
    default:
      return typeof value === 'boolean' ? undefined : 'must be true or false'
  }
}

/** Letters, digits and punctuation that are plain in any header: what our proxy takes as an `Idempotency-Key`. */
export const IDEMPOTENCY_KEY_PATTERN = /^[\x21-\x7e]{1,255}$/

export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_ID_LENGTH && ID_PATTERN.test(value)
}

/** The value that a query string or a form's text stands for; the text itself where it stands for none. */
export function readText(kind: Kind, text: string): unknown {
  if (kind.type === 'number' || kind.type === 'integer') {
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
  }
  if (kind.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** Every problem with the values of some fields, named by `field.name`. An undefined value is an absent one. */
export function checkFields(fields: readonly Field[], values: (field: Field) => unknown): FieldProblem[] {
  return checkFieldsBy(checkKind, fields, values)
}

/** The same, with the checks of those kinds that the fields are of. */
export function checkFieldsBy(
  check: (kind: Kind, value: unknown) => string | undefined,
  fields: readonly Field[],
  values: (field: Field) => unknown,
): FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const field of fields) {
    const value = values(field)
    if (value === undefined) {
      if (field.required) problems.push({ name: field.name, message: 'is required' })
      continue
    }
    const message = check(field.kind, value)
    if (message) problems.push({ name: field.name, message })
  }
  return problems
}
