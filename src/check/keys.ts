import { looksRandom } from './randomness.js'

/** Where something stands in a text, and what it is. */
export interface Match {
  index: number
  value: string
}

/** Docs show 24 characters behind `ap_`; a random text of fewer than 20 is hard to tell from a name. */
const SHORTEST = 20
/** A longer run is a blob in base64url, in which `_ap_` is chance. */
const LONGEST = 200
/** What may stand before a prefix and its `_` or `-`, as in `token-ap_…`: more is a blob again. */
const LONGEST_BEFORE = 40

const prefixes = ['ap_', 'ak_', 'whsec_'] as const
const body = /[A-Za-z0-9_-]*/y
// Webhook secrets are base64 with its `+`, `/` and `=`.
const secretBody = /[A-Za-z0-9+/_-]*={0,2}/y
/** The environment that a key is for: `ap_dev_…`, `ak_live_…`. */
const ENVIRONMENT = /^[a-z]{2,8}_/
const ESCAPE = /(?:%[0-9a-f]{2}|\\[nrtbfv0]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4})$/i

/**
 * Everything in a plain text that is shaped like an AudioPod key or webhook secret. Narrower than `hasAudioPodSecret`,
 * which may strike out a name that only begins like a key: here a name must not stop a build. With `before`, only what
 * begins before that place.
 */
export function findKeys(text: string, before: number = text.length): Match[] {
  return prefixes.flatMap((prefix) => findPrefixed(text, prefix, before))
}

/** True for a text that holds something shaped like a key. */
export function hasKey(text: string): boolean {
  return findKeys(text).length > 0
}

function findPrefixed(text: string, prefix: (typeof prefixes)[number], before: number): Match[] {
  const found: Match[] = []
  for (let index = text.indexOf(prefix); index >= 0 && index < before; index = text.indexOf(prefix, index + 1)) {
    if (!startsHere(text, index)) continue
    const rest = runAt(text, index + prefix.length, prefix === 'whsec_' ? secretBody : body)
    if (isSecretPart(rest)) found.push({ index, value: prefix + rest })
  }
  return found
}

function isSecretPart(rest: string): boolean {
  if (rest.length < SHORTEST || rest.length > LONGEST) return false
  const inner = rest.replace(ENVIRONMENT, '')
  return looksRandom(rest) || (inner.length >= SHORTEST && looksRandom(inner))
}

/** A letter before it makes it another word ("map_tiles"), unless that is the end of an escape: `%3Dap_…`, `\nap_…`. */
function startsHere(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - LONGEST_BEFORE - 1), index)
  if (/[A-Za-z0-9]$/.test(before)) return ESCAPE.test(before)
  return !/[_-]$/.test(before) || (/[A-Za-z0-9_-]*$/.exec(before)?.[0].length ?? 0) <= LONGEST_BEFORE
}

export function runAt(text: string, index: number, run: RegExp): string {
  run.lastIndex = index
  return run.exec(text)?.[0] ?? ''
}
