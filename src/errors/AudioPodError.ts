import { compact } from '../api/decode/read.js'
import { redact } from '../api/index.js'
import type { ErrorCode } from './codes.js'

/**
 * A mark on the object rather than `instanceof`: it also holds between two copies of this package on one
 * page, and across an `import` and a bundle of it.
 */
const BRAND = Symbol.for('audiopod-react.error')

const MAX_MESSAGE = 1000

export interface ErrorInit {
  /** The HTTP status, where there was an answer. */
  status?: number | undefined
  requestId?: string | undefined
  /** Whether the same request may succeed, and do no harm, when it is sent again. */
  retryable?: boolean | undefined
  /** When to try again: ISO 8601, on the clock of this machine. */
  retryAt?: string | undefined
  userMessage?: string | undefined
}

/** What all errors of the kit share. Told apart by `code`, or with `isAudioPodError(error, code)`. */
export abstract class BaseError extends Error {
  // `declare`, here and below: what is not known is no property at all, rather than one that is undefined.
  declare readonly code: ErrorCode
  declare readonly status?: number
  declare readonly requestId?: string
  declare readonly retryable: boolean
  declare readonly retryAt?: string
  /** One sentence for a person who is not a developer, in English. */
  declare readonly userMessage: string

  /**
   * What a class adds comes in `init`, and is taken over as it is.
   *
   * @param words for a person, where `init` has none
   */
  constructor(name: string, code: ErrorCode, words: string, message: string, init: ErrorInit = {}) {
    super(clean(message))
    this.name = name
    Object.defineProperty(this, BRAND, { value: true })
    this.code = code
    const { requestId, retryable = false, userMessage = words, ...rest } = init
    Object.assign(this, compact(rest))
    if (requestId !== undefined) this.requestId = clean(requestId)
    this.retryable = retryable
    this.userMessage = clean(userMessage)
  }

  /** Everything but the stack, for a log. */
  toJSON(): Record<string, unknown> {
    const json: Record<string, unknown> = { name: this.name, code: this.code, message: this.message }
    for (const [name, value] of Object.entries(this)) {
      if (typeof value !== 'function' && value !== undefined) json[name] = typeof value === 'string' ? clean(value) : value
    }
    return json
  }
}

export function hasBrand(value: unknown): boolean {
  return typeof value === 'object' && value !== null && BRAND in value
}

/** Nothing key-shaped, nothing endless. */
export function clean(message: string): string {
  const safe = redact(message.slice(0, 4 * MAX_MESSAGE))
  return safe.length > MAX_MESSAGE ? `${safe.slice(0, MAX_MESSAGE)}…` : safe
}
