import type { ApiKey, ApiKeyStatus, CreatedApiKey } from '../types.js'
import { hasSecret, redact } from '../secrets.js'
import {
  boolean,
  compact,
  DecodeError,
  expectList,
  expectObject,
  id,
  type Json,
  pick,
  required,
  saidNull,
  text,
  texts,
  time,
  unwrap,
  whole,
  word,
} from './read.js'

/** `GET /auth/api-keys`. `now` (Unix ms) decides which keys have expired. */
export function decodeApiKeys(body: unknown, now: number): ApiKey[] {
  const { items } = expectList(body, 'a list of API keys', ['api_keys', 'keys', 'apiKeys'])
  return items.map((item) => decodeApiKey(expectObject(item, 'an API key'), now))
}

/** `POST /auth/api-keys`: the secret is in `key` (earlier) or `api_key` (now). */
export function decodeCreatedApiKey(body: unknown, now: number): CreatedApiKey {
  const answer = expectObject(body, 'a created API key')
  // An envelope may carry the key's row under `data` or `api_key`, and its secret inside that or beside it.
  const outer = expectObject(unwrap(answer, 'data'), 'a created API key')
  const row = expectObject(unwrap(outer, 'api_key', 'key'), 'a created API key')
  const secret = pickSecret(outer) ?? pickSecret(row) ?? pickSecret(answer)
  if (secret === undefined) throw new DecodeError('the answer holds no secret')
  return { ...decodeApiKey(row, now), secret }
}

const pickSecret = (source: Json) => pick(source, ['api_key', 'key', 'secret', 'secret_key', 'plaintext_key'], text)

function decodeApiKey(source: Json, now: number): ApiKey {
  const expiresAt = pick(source, ['expires_at', 'expiresAt', 'expires'], time)
  const lastUsedAt = pick(source, ['last_used_at', 'lastUsedAt', 'last_used'], time)
  const totalRequests = pick(source, ['total_requests', 'totalRequests', 'request_count'], whole)
  const keyId = required(pick(source, ['id', 'key_id', 'uuid'], id), 'the id of an API key')
  return compact<ApiKey>({
    id: keyId,
    name: pick(source, ['name', 'label'], words),
    description: pick(source, ['description'], words),
    status: status(source, expiresAt, now),
    scopes: pick(source, ['scopes', 'permissions'], texts),
    createdAt: pick(source, ['created_at', 'createdAt'], time),
    expiresAt,
    lastUsedAt,
    totalRequests,
    neverExpires: expiresAt === undefined && saidNull(source, 'expires_at', 'expiresAt') ? true : undefined,
    neverUsed:
      lastUsedAt === undefined && (saidNull(source, 'last_used_at', 'lastUsedAt') || totalRequests === 0)
        ? true
        : undefined,
    hint: hint(source),
  })
}

/** What a person wrote of a key, which may be the key itself, pasted into the wrong box. */
function words(value: unknown): string | undefined {
  const written = text(value)
  return written === undefined ? undefined : redact(written)
}

function status(source: Json, expiresAt: string | undefined, now: number): ApiKeyStatus | undefined {
  const told = pick(source, ['status', 'state'], statusName) ?? statusOfFlags(source)
  if (told === 'revoked') return told
  return expiresAt !== undefined && Date.parse(expiresAt) <= now ? 'expired' : told
}

function statusName(value: unknown): ApiKeyStatus | undefined {
  switch (word(value)) {
    case 'active':
    case 'enabled':
      return 'active'
    case 'revoked':
    case 'inactive':
    case 'disabled':
    case 'deleted':
      return 'revoked'
    case 'expired':
      return 'expired'
    default:
      return undefined
  }
}

function statusOfFlags(source: Json): ApiKeyStatus | undefined {
  if (pick(source, ['revoked', 'is_revoked'], boolean) === true) return 'revoked'
  if (pick(source, ['revoked_at'], time) !== undefined) return 'revoked'
  const active = pick(source, ['is_active', 'active'], boolean)
  return active === undefined ? undefined : active ? 'active' : 'revoked'
}

/** A fragment of the key where the account sends one. A fragment long enough to be a key is not shown. */
function hint(source: Json): string | undefined {
  const prefix = pick(source, ['key_prefix', 'prefix'], text)
  const last = pick(source, ['last_four', 'last4', 'key_suffix'], text)
  const masked = pick(source, ['masked_key', 'key_hint', 'hint', 'redacted_value', 'key_preview'], text)
  const shown = masked ?? (prefix || last ? `${(prefix ?? '').replace(/[.…*]+$/, '')}…${last ?? ''}` : undefined)
  return shown !== undefined && shown.length <= 24 && !hasSecret(shown) ? shown : undefined
}
