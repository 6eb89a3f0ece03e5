import { ConfigurationError } from './errors.js'

/**
 * @param words for a developer: they stay out of a production bundle, where they are
 * `process.env.NODE_ENV !== 'production' && 'words'`
 */
export function misuse(what: string, words: string | false): ConfigurationError {
  return new ConfigurationError(words || `${what}: see docs/errors/configuration.md`)
}
