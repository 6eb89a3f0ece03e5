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
export interface Operation<T = unknown, N extends string = string> {
  /** `noun.verb`, as the client spells it. */
  name: N
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
  /** What a 404 stands for, where it is an answer: AudioPod's word for "none yet", or for "gone already". */
  absent?: () => T
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

// Each row is a constant of its own, and marked as one that nothing is lost without: an app's bundle holds those that it calls.
const operation = <T, const N extends string>(name: N, row: Omit<Operation<T>, 'name'>): Operation<T, N> => ({ name, ...row })

/** A spread in a row is a thing that a bundler may not leave out. */
const within = <const T extends string>(type: T, { min, max }: { min: number; max: number }) => ({ type, min, max })

export const accountGet = /* @__PURE__ */ operation('account.get', {
  method: 'GET',
  path: '/auth/me',
  permission: 'account:read',
  effect: 'read',
  decode: decodeAccount,
})

export const creditsGet = /* @__PURE__ */ operation('credits.get', {
  method: 'GET',
  path: '/credits',
  permission: 'credits:read',
  effect: 'read',
  decode: decodeCredits,
})

export const creditsUsage = /* @__PURE__ */ operation('credits.usage', {
  method: 'GET',
  path: '/credits/usage',
  permission: 'credits:read',
  effect: 'read',
  absent: () => [],
  decode: decodeCreditUsage,
})

export const creditsPrices = /* @__PURE__ */ operation('credits.prices', {
  method: 'GET',
  path: '/credits/multipliers',
  permission: 'credits:read',
  effect: 'read',
  decode: decodePrices,
})

export const creditsTopUpLimits = /* @__PURE__ */ operation('credits.topUpLimits', {
  method: 'GET',
  path: '/credits/payg/info',
  permission: 'credits:read',
  effect: 'read',
  decode: decodeTopUpLimits,
})

export const creditsTopUp = /* @__PURE__ */ operation('credits.topUp', {
  method: 'POST',
  path: '/credits/payg/create-checkout-session',
  permission: 'credits:top-up',
  effect: 'change',
  idempotent: true,
  body: {
    type: 'json',
    fields: [
      { name: 'amountUsd', wire: 'amount_usd', kind: /* @__PURE__ */ within('number', TOP_UP_USD), required: true },
    ],
  },
  decode: (body, { input }) => decodeTopUp(body, Number(input['amount_usd']) * 100),
})

export const walletGet = /* @__PURE__ */ operation('wallet.get', {
  method: 'GET',
  path: '/api-wallet/balance',
  permission: 'credits:read',
  effect: 'read',
  decode: decodeWallet,
})

export const walletUsage = /* @__PURE__ */ operation('wallet.usage', {
  method: 'GET',
  path: '/api-wallet/usage',
  permission: 'credits:read',
  effect: 'read',
  query: [{ name: 'limit', wire: 'limit', kind: { type: 'integer', min: 1, max: 1000 } }],
  decode: decodeWalletUsage,
})

export const walletPrices = /* @__PURE__ */ operation('wallet.prices', {
  method: 'GET',
  path: '/api-wallet/pricing',
  permission: 'credits:read',
  effect: 'read',
  decode: decodeWalletPrices,
})

export const walletEstimate = /* @__PURE__ */ operation('wallet.estimate', {
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
})

export const walletTopUp = /* @__PURE__ */ operation('wallet.topUp', {
  method: 'POST',
  path: '/api-wallet/topup/checkout',
  permission: 'credits:top-up',
  effect: 'change',
  idempotent: true,
  body: {
    type: 'json',
    fields: [
      { name: 'amountCents', wire: 'amount_cents', kind: /* @__PURE__ */ within('integer', TOP_UP_CENTS), required: true },
    ],
  },
  decode: (body, { input }) => decodeTopUp(body, Number(input['amount_cents'])),
})

export const apiKeysList = /* @__PURE__ */ operation('apiKeys.list', {
  method: 'GET',
  path: '/auth/api-keys',
  permission: 'keys:read',
  effect: 'read',
  query: [{ name: 'status', wire: 'status', kind: { type: 'oneOf', values: ['active', 'revoked', 'expired'] } }],
  decode: (body, { now }) => decodeApiKeys(body, now),
})

export const apiKeysCreate = /* @__PURE__ */ operation('apiKeys.create', {
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
})

export const apiKeysRevoke = /* @__PURE__ */ operation('apiKeys.revoke', {
  method: 'DELETE',
  path: '/auth/api-keys/{id}',
  permission: 'keys:write',
  effect: 'change',
  // A key that is gone needs no revoking.
  absent: () => undefined,
  params: [{ name: 'id', wire: 'id', kind: { type: 'id' }, required: true }],
  // 200 with any JSON, or 204 with nothing: the status is the answer.
  decode: () => undefined,
})

export const voicesList = /* @__PURE__ */ operation('voices.list', {
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
})

export const voicesGet = /* @__PURE__ */ operation('voices.get', {
  method: 'GET',
  path: '/voice/voices/{voice_id}/status',
  permission: 'voices:read',
  effect: 'read',
  params: [{ name: 'id', wire: 'voice_id', kind: { type: 'id' }, required: true }],
  decode: decodeVoice,
})

export const speechCreate = /* @__PURE__ */ operation('speech.create', {
  method: 'POST',
  path: '/voice/voices/{voice_id}/generate',
  permission: 'speech:generate',
  effect: 'change',
  idempotent: true,
  params: [{ name: 'voiceId', wire: 'voice_id', kind: { type: 'id' }, required: true }],
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
})

export const speechGet = /* @__PURE__ */ operation('speech.get', {
  method: 'GET',
  path: '/voice/tts-jobs/{job_id}/status',
  permission: 'speech:generate',
  effect: 'read',
  params: [{ name: 'jobId', wire: 'job_id', kind: { type: 'id' }, required: true }],
  decode: (body, { input }) => decodeSpeechJob(body, String(input['job_id'])),
})

/** The whole table, for those who read all of it. */
export const operations = {
  'account.get': accountGet,
  'credits.get': creditsGet,
  'credits.usage': creditsUsage,
  'credits.prices': creditsPrices,
  'credits.topUpLimits': creditsTopUpLimits,
  'credits.topUp': creditsTopUp,
  'wallet.get': walletGet,
  'wallet.usage': walletUsage,
  'wallet.prices': walletPrices,
  'wallet.estimate': walletEstimate,
  'wallet.topUp': walletTopUp,
  'apiKeys.list': apiKeysList,
  'apiKeys.create': apiKeysCreate,
  'apiKeys.revoke': apiKeysRevoke,
  'voices.list': voicesList,
  'voices.get': voicesGet,
  'speech.create': speechCreate,
  'speech.get': speechGet,
} as const

export type OperationName = keyof typeof operations

/** Any row of the table. */
export type AnyOperation<T = unknown> = Operation<T, OperationName>

/** What an operation's decoder gives. */
export type Answer<N extends OperationName> = ReturnType<(typeof operations)[N]['decode']>
