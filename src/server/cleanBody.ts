import { hasAudioPodSecret, hasSecret, type OperationName, redact } from '../api/index.js'

/** Deeper than any answer of AudioPod's; a bound, so that no answer can exhaust the stack. */
const MAX_DEPTH = 32

/** Members that hold a secret by their name. As a list or an object (`api_key: { id, … }`) they are a row. */
const SECRET_NAMES = new Set([
  'key', 'api_key', 'apikey', 'secret', 'secret_key', 'plaintext_key', 'plain_key', 'raw_key',
  'full_key', 'token', 'access_token', 'refresh_token', 'webhook_secret', 'signing_secret', 'password', 'hash',
  'key_hash', 'hashed_key',
])

/** All that a row about a key may say. Whatever else upstream puts there, under any name, stops here. */
const KEY_ROW_NAMES = new Set([
  'id', 'key_id', 'uuid', 'name', 'label', 'description', 'status', 'state', 'scopes', 'permissions', 'created_at',
  'updated_at', 'expires_at', 'expires', 'last_used_at', 'last_used', 'total_requests', 'request_count', 'revoked',
  'is_revoked', 'revoked_at', 'is_active', 'active', 'total', 'count', 'has_more', 'skip', 'limit', 'page',
])

/** Fragments that a person recognises a key by; one that is long enough to be a key is left out. */
const HINT_NAMES = new Set([
  'key_prefix', 'prefix', 'last_four', 'last4', 'key_suffix', 'masked_key', 'key_hint', 'hint', 'redacted_value',
  'key_preview',
])

/** Members with a list of rows, or one row, inside. */
const ENVELOPE_NAMES = new Set(['data', 'items', 'results', 'api_keys', 'keys', 'api_key', 'key'])

/** The names that a created key's secret has in the account's dialects. */
const CREATED_NAMES = new Set(['api_key', 'key', 'secret', 'secret_key', 'plaintext_key'])

/** True for a name of a set, in `snake_case` or in `camelCase`: accounts write either. */
function isOf(names: ReadonlySet<string>, name: string): boolean {
  return names.has(name) || (/[A-Z]/.test(name) && names.has(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)))
}

type Clean = (name: string, value: unknown, depth: number) => unknown

/**
 * An answer as the browser may have it: our own key struck out by its exact bytes, everything that looks like a
 * credential struck out too, and of a key only what the table of keys shows. A created key's secret passes.
 */
export function cleanBody(operation: OperationName, body: unknown, apiKey: string): unknown {
  const strike = (text: string) => (text.includes(apiKey) ? text.replaceAll(apiKey, '[redacted]') : text)
  if (operation === 'apiKeys.list') return keyRow(strike, false)('', body, 0)
  if (operation === 'apiKeys.create') return keyRow(strike, true)('', body, 0)
  return walk(body, (name, value, depth) => member(name, value, depth, strike), strike)
}

/** A refusal's body: nothing in it is data, so everything that looks like a credential goes. */
export function cleanRefusal(body: unknown, apiKey: string): unknown {
  const strike = (text: string) => redact(text.replaceAll(apiKey, '[redacted]'))
  const clean: Clean = (name, value, depth) => {
    if (typeof value === 'string') return isOf(SECRET_NAMES, name) ? undefined : strike(value)
    return walk(value, clean, strike, depth)
  }
  return walk(body, clean, strike)
}

const knownNames = new Map<string, string>()

/** The same few names stand in every answer: the short ones are remembered, the first thousand of them. */
function redactName(name: string): string {
  const known = knownNames.get(name)
  if (known !== undefined) return known
  const redacted = redact(name)
  if (name === redacted && name.length <= 40 && knownNames.size < 1000) knownNames.set(name, redacted)
  return redacted
}

function walk(value: unknown, clean: Clean, strike: (text: string) => string, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw new RangeError('The answer is nested too deeply.')
  if (Array.isArray(value)) return value.map((item) => clean('', item, depth + 1)).filter((item) => item !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(value)) {
    // No answer has it, and assigning it would set a prototype.
    if (name === '__proto__') continue
    const safe = clean(name, Reflect.get(value, name), depth + 1)
    // `redact` for the name as well: a map may be keyed by anything.
    if (safe !== undefined) kept[redactName(strike(name))] = safe
  }
  return kept
}

function member(name: string, value: unknown, depth: number, strike: (text: string) => string): unknown {
  if (typeof value !== 'string') return walk(value, (n, v, d) => member(n, v, d, strike), strike, depth)
  if (isOf(SECRET_NAMES, name)) return undefined
  const struck = strike(value)
  // A presigned URL may hold a token that looks like anything, and is of no use when it is cut.
  if (/^https?:\/\/\S+$/.test(struck)) return struck
  // A sentence may begin "Bearer …": only what is long enough for a token counts as one in data.
  const suspicious = hasAudioPodSecret(struck) || /eyJ[\w-]{8,}\.[\w-]{4,}|bearer\s+\S{20,}/i.test(struck)
  return suspicious ? redact(struck) : struck
}

function keyRow(strike: (text: string) => string, created: boolean): Clean {
  const clean: Clean = (name, value, depth) => {
    if (typeof value === 'string') {
      if (created && isOf(CREATED_NAMES, name)) return strike(value)
      if (isOf(HINT_NAMES, name)) return value.length <= 24 && !hasSecret(value) ? strike(value) : undefined
      return name === '' || isOf(KEY_ROW_NAMES, name) ? redact(strike(value)) : undefined
    }
    if (typeof value !== 'object' || value === null) {
      return name === '' || isOf(KEY_ROW_NAMES, name) || isOf(HINT_NAMES, name) ? value : undefined
    }
    if (name === 'scopes' || name === 'permissions') return walk(value, clean, strike, depth)
    if (name !== '' && !isOf(ENVELOPE_NAMES, name)) return undefined
    // A list of bare texts is no list of rows: they may be the keys themselves, in whatever shape.
    return walk(Array.isArray(value) ? value.filter((item) => typeof item === 'object') : value, clean, strike, depth)
  }
  return clean
}
