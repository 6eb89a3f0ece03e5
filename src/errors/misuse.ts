import { ConfigurationError } from './errors.js'

/**
 * What only a developer is to read stays out of a production bundle: bundlers put a text in place of
 * `process.env.NODE_ENV`. A page without a build has no `process`, and is taken for production.
 *
 * @param read `() => process.env.NODE_ENV !== 'production' && …`
 */
export function inDevelopment<T>(read: () => T | false): T | false {
  try {
    return read()
  } catch {
    return false
  }
}

/** @param words for a developer, as `inDevelopment` takes them */
export function misuse(what: string, words: () => string | false): ConfigurationError {
  return new ConfigurationError(inDevelopment(words) || `${what}: see docs/errors/configuration.md`)
}
