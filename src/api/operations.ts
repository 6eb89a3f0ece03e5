import { decodeAccount } from './decode/account.js'
import { decodeApiKeys, decodeCreatedApiKey } from './decode/apiKeys.js'
import { decodeCredits, decodeCreditUsage, decodePrices, decodeTopUp, decodeTopUpLimits } from './decode/credits.js'
import { decodeAcceptedSpeech, decodeSpeechJob } from './decode/speech.js'
import { decodeVoice, decodeVoices } from './decode/voices.js'
import { decodeEstimate, decodeWallet, decodeWalletPrices, decodeWalletUsage } from './decode/wallet.js'
import type { Field } from './fields.js'
import { MAX_SPEED, MAX_TEXT_LENGTH, MAX_VOICES_PER_PAGE, MIN_SPEED, TOP_UP_CENTS, TOP_UP_USD } from './limits.js'
import type { Permission } from './permissions.js'

/**
 * Every AudioPod operation that this kit knows, once. The client calls what stands here; the proxy lets
 * through what stands here and nothing else; docs/operations.md prints it; a contract test checks that
 * the simulator answers all of it. A new operation is one row, one decoder, one hook.
 */
export interface Operation<T = unknown> {
  method: 'GET' | 'POST' | 'DELETE'
  /** Below `/api/v1`, with `{name}` for the wire name of an id in the path. */
  path: string
  permission: Permission
  /**
   * `read`: changes nothing, may be asked again after any passing failure.
   * `change`: asked again only where the server says that it did nothing (429, 503 with Retry-After).
   */
  effect: 'read' | 'change'
  /** The request carries an `Idempotency-Key`, so that our proxy can tell a repeat from a second wish. */
  idempotent?: true
  /** The answer holds a secret: it may pass once and is never stored. */
  secret?: true
  params?: readonly Field[]
  query?: readonly Field[]
  body?: { type: 'json' | 'form'; fields: readonly Field[] }
  decode: (body: unknown, context: DecodeContext) => T
}

export interface DecodeContext {
  /** Unix ms, on the server's clock where it is known. */
  now: number
  /** The wire values that the operation was called with. */
  input: Readonly<Record<string, unknown>>
}

const operation = <T>(row: Operation<T>): Operation<T> => row

const id = (name: string, wire: string): Field => ({ name, wire, kind: { type: 'id' }, required: true })

export const operations = {
  'account.get': operation({
    method: 'GET',
    path: '/auth/me',
    permission: 'account:read',
    effect: 'read',
    decode: decodeAccount,
  }),

  'credits.get': operation({
    method: 'GET',
    path: '/credits',
    permission: 'credits:read',
    effect: 'read',
    decode: decodeCredits,
  }),
  'credits.usage': operation({
    method: 'GET',
    path: '/credits/usage',
    permission: 'credits:read',
    effect: 'read',
    decode: decodeCreditUsage,
  }),
  'credits.prices': operation({
    method: 'GET',
    path: '/credits/multipliers',
    permission: 'credits:read',
    effect: 'read',
    decode: decodePrices,
  }),
  'credits.topUpLimits': operation({
    method: 'GET',
    path: '/credits/payg/info',
    permission: 'credits:read',
    effect: 'read',
    decode: decodeTopUpLimits,
  }),
  'credits.topUp': operation({
    method: 'POST',
    path: '/credits/payg/create-checkout-session',
    permission: 'credits:top-up',
    effect: 'change',
    idempotent: true,
    body: {
      type: 'json',
      fields: [
        { name: 'amountUsd', wire: 'amount_usd', kind: { type: 'number', ...TOP_UP_USD }, required: true },
      ],
    },
    decode: (body, { input }) => decodeTopUp(body, Number(input['amount_usd']) * 100),
  }),

  'wallet.get': operation({
    method: 'GET',
    path: '/api-wallet/balance',
    permission: 'credits:read',
    effect: 'read',
    decode: decodeWallet,
  }),
  'wallet.usage': operation({
    method: 'GET',
    path: '/api-wallet/usage',
    permission: 'credits:read',
    effect: 'read',
    query: [{ name: 'limit', wire: 'limit', kind: { type: 'integer', min: 1, max: 1000 } }],
    decode: decodeWalletUsage,
  }),
  'wallet.prices': operation({
    method: 'GET',
    path: '/api-wallet/pricing',
    permission: 'credits:read',
    effect: 'read',
    decode: decodeWalletPrices,
  }),
  'wallet.estimate': operation({
    method: 'POST',
    path: '/api-wallet/estimate',
    permission: 'credits:read',
    // A POST by name only: it reckons, and changes nothing.
    effect: 'read',
    body: {
      type: 'json',
      fields: [
        {
          name: 'service',
          wire: 'service_type',
          kind: { type: 'pattern', pattern: /^[A-Za-z0-9_-]{1,64}$/, hint: 'is not the name of a service' },
          required: true,
        },
        { name: 'seconds', wire: 'duration_seconds', kind: { type: 'number', min: 0, max: 1e7 }, required: true },
      ],
    },
    decode: decodeEstimate,
  }),
  'wallet.topUp': operation({
    method: 'POST',
    path: '/api-wallet/topup/checkout',
    permission: 'credits:top-up',
    effect: 'change',
    idempotent: true,
    body: {
      type: 'json',
      fields: [
        { name: 'amountCents', wire: 'amount_cents', kind: { type: 'integer', ...TOP_UP_CENTS }, required: true },
      ],
    },
    decode: (body, { input }) => decodeTopUp(body, Number(input['amount_cents'])),
  }),

  'apiKeys.list': operation({
    method: 'GET',
    path: '/auth/api-keys',
    permission: 'keys:read',
    effect: 'read',
    query: [{ name: 'status', wire: 'status', kind: { type: 'oneOf', values: ['active', 'revoked', 'expired'] } }],
    decode: (body, { now }) => decodeApiKeys(body, now),
  }),
  'apiKeys.create': operation({
    method: 'POST',
    path: '/auth/api-keys',
    permission: 'keys:write',
    effect: 'change',
    idempotent: true,
    secret: true,
    body: {
      type: 'json',
      fields: [
        { name: 'name', wire: 'name', kind: { type: 'text', min: 1, max: 100, notBlank: true }, required: true },
        { name: 'description', wire: 'description', kind: { type: 'text', min: 0, max: 500 } },
        { name: 'scopes', wire: 'scopes', kind: { type: 'texts', maxItems: 50, maxLength: 100 } },
        { name: 'expiresInDays', wire: 'expires_in_days', kind: { type: 'integer', min: 1, max: 3650 } },
      ],
    },
    decode: (body, { now }) => decodeCreatedApiKey(body, now),
  }),
  'apiKeys.revoke': operation({
    method: 'DELETE',
    path: '/auth/api-keys/{id}',
    permission: 'keys:write',
    effect: 'change',
    params: [id('id', 'id')],
    // 200 with any JSON, or 204 with nothing: the status is the answer.
    decode: () => undefined,
  }),

  'voices.list': operation({
    method: 'GET',
    path: '/voice/voice-profiles',
    permission: 'voices:read',
    effect: 'read',
    query: [
      { name: 'type', wire: 'voice_type', kind: { type: 'oneOf', values: ['standard', 'custom'] } },
      { name: 'isPublic', wire: 'is_public', kind: { type: 'boolean' } },
      { name: 'includePublic', wire: 'include_public', kind: { type: 'boolean' } },
      { name: 'skip', wire: 'skip', kind: { type: 'integer', min: 0, max: 1_000_000 } },
      { name: 'limit', wire: 'limit', kind: { type: 'integer', min: 1, max: MAX_VOICES_PER_PAGE } },
    ],
    decode: decodeVoices,
  }),
  'voices.get': operation({
    method: 'GET',
    path: '/voice/voices/{voice_id}/status',
    permission: 'voices:read',
    effect: 'read',
    params: [id('id', 'voice_id')],
    decode: decodeVoice,
  }),

  'speech.create': operation({
    method: 'POST',
    path: '/voice/voices/{voice_id}/generate',
    permission: 'speech:generate',
    effect: 'change',
    idempotent: true,
    params: [id('voiceId', 'voice_id')],
    body: {
      type: 'form',
      fields: [
        {
          name: 'text',
          wire: 'input_text',
          kind: { type: 'text', min: 1, max: MAX_TEXT_LENGTH, notBlank: true },
          required: true,
        },
        { name: 'format', wire: 'audio_format', kind: { type: 'oneOf', values: ['mp3', 'wav', 'ogg'] } },
        { name: 'speed', wire: 'speed', kind: { type: 'number', min: MIN_SPEED, max: MAX_SPEED } },
        {
          name: 'language',
          wire: 'language',
          kind: {
            type: 'pattern',
            pattern: /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,3}$/,
            hint: 'is not a language code such as en or pt-BR',
          },
        },
        {
          name: 'deliveryMode',
          wire: 'delivery_mode',
          kind: { type: 'oneOf', values: ['stable', 'balanced', 'creative'] },
          within: 'generation_params',
        },
        {
          name: 'timestamps',
          wire: 'timestamp_type',
          kind: { type: 'oneOf', values: ['word', 'character'] },
          within: 'generation_params',
        },
        {
          name: 'normalizeText',
          wire: 'text_normalization',
          kind: { type: 'boolean' },
          within: 'generation_params',
        },
      ],
    },
    decode: decodeAcceptedSpeech,
  }),
  'speech.get': operation({
    method: 'GET',
    path: '/voice/tts-jobs/{job_id}/status',
    permission: 'speech:generate',
    effect: 'read',
    params: [id('jobId', 'job_id')],
    decode: (body, { input }) => decodeSpeechJob(body, String(input['job_id'])),
  }),
} as const

export type OperationName = keyof typeof operations

/** What an operation's decoder gives. */
export type Answer<N extends OperationName> = ReturnType<(typeof operations)[N]['decode']>

/** The operation that a request is for, and the ids in its path; undefined if there is none. `path` is below `/api/v1`. */
export function matchOperation(
  method: string,
  path: string,
): { name: OperationName; params: Record<string, string> } | undefined {
  const segments = path.split('/')
  for (const name of Object.keys(operations) as OperationName[]) {
    const row: Operation = operations[name]
    if (row.method !== method) continue
    const params = matchPath(row.path.split('/'), segments)
    if (params) return { name, params }
  }
  return undefined
}

function matchPath(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of pattern.entries()) {
    const segment = segments[i] as string
    if (part.startsWith('{')) params[part.slice(1, -1)] = segment
    else if (part !== segment) return undefined
  }
  return params
}

/** The methods that a path answers to, for an `Allow` header; empty if the path is not in the table. */
export function methodsOf(path: string): string[] {
  return ['GET', 'POST', 'DELETE'].filter((method) => matchOperation(method, path) !== undefined)
}

