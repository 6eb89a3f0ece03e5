import { findKeysInBase64, findValueInBase64 } from './base64.js'
import { decodeEscapes, decodeWide } from './escapes.js'
import { findKeys, type Match } from './keys.js'
import type { KnownSecret } from './knownSecrets.js'

/** A secret in a text. `value` is the secret itself: it is for comparing, and goes into no output. */
export interface Hit extends Match {
  /** The variable whose value it is; undefined for what is only shaped like a key. */
  variable: string | undefined
}

export interface ScanOptions {
  secrets: readonly KnownSecret[]
  /** Exact texts that are shaped like keys and are none. */
  allow?: readonly string[] | undefined
}

/**
 * The secrets in a text: as they are, escaped (JavaScript, JSON, URL, HTML), in base64, or with two bytes a
 * character. Each place is given once, in order.
 */
export function scanText(text: string, { secrets, allow = [] }: ScanOptions): Hit[] {
  const hits = [...inPlain(text, secrets), ...inBase64(text, secrets)]
  for (const decoded of [decodeEscapes(text), decodeWide(text)]) {
    if (!decoded) continue
    for (const hit of inPlain(decoded.text, secrets)) hits.push({ ...hit, index: decoded.rawIndex(hit.index) })
  }
  return distinct(hits.filter(({ value, variable }) => variable !== undefined || !allow.includes(value)))
}

function inPlain(text: string, secrets: readonly KnownSecret[]): Hit[] {
  const known = secrets.flatMap(({ name, value }) => occurrences(text, value).map((index) => ({ index, value, variable: name })))
  return [...known, ...findKeys(text).map((match) => ({ ...match, variable: undefined }))]
}

function inBase64(text: string, secrets: readonly KnownSecret[]): Hit[] {
  const known = secrets.flatMap(({ name, value }) => findValueInBase64(text, value).map((match) => ({ ...match, variable: name })))
  return [...known, ...findKeysInBase64(text).map((match) => ({ ...match, variable: undefined }))]
}

function occurrences(text: string, value: string): number[] {
  const found: number[] = []
  for (let index = text.indexOf(value); index >= 0; index = text.indexOf(value, index + value.length)) found.push(index)
  return found
}

/** One for each place: a value that is known is told before its shape, the longer text before its part. */
function distinct(hits: readonly Hit[]): Hit[] {
  const ranked = hits.toSorted((a, b) => Number(!a.variable) - Number(!b.variable) || b.value.length - a.value.length)
  const kept: Hit[] = []
  for (const hit of ranked) {
    const same = kept.some(
      ({ index, value }) =>
        Math.abs(hit.index - index) <= value.length && (value.includes(hit.value) || hit.value.includes(value)),
    )
    if (!same) kept.push(hit)
  }
  return kept.sort((a, b) => a.index - b.index)
}
