import type { Fault, FaultTarget } from './faults.js'
import type { KeySetup } from './keys.js'
import type { VoiceSetup } from './voices.js'
import type { Synthesize } from './audio/synthesize.js'
import type {
  SimulatedAccount,
  SimulatedCredits,
  SimulatedJob,
  SimulatedUsage,
  SimulatedWallet,
  SimulatedWalletUsage,
} from './types.js'

/** How the account spells its answers: AudioPod has published several ways, and an account may use any. */
export interface Dialect {
  /** @default 'array' */
  voices: 'array' | 'page'
  /** `short`: the subscription part is called `balance`, and no total is given. @default 'full' */
  credits: 'full' | 'short'
  /** The member that holds a new key's secret; `key` comes with nothing but the id and the name. @default 'api_key' */
  createdKey: 'api_key' | 'key'
  /** @default 201 */
  createdKeyStatus: 201 | 200
  /** @default 200 */
  revokedKeyStatus: 200 | 204
  /** @default 'output_url' */
  audioUrl: 'output_url' | 'audio_url' | 'result.output_url'
  /** @default 'number' */
  jobIds: 'number' | 'string'
  /** How the end of a job is written; `processing` and `pending` are always lower case. @default 'upper' */
  jobEnd: 'upper' | 'lower'
  /** How a 402 says its figures: named numbers, or a sentence. @default 'numbers' */
  shortage: 'numbers' | 'sentence'
  /** `session`: a top-up of credits answers its session id alone. @default 'url' */
  creditCheckout: 'url' | 'session'
}

export type RateLimitHeaders = 'x-ratelimit' | 'ietf' | 'draft-7' | 'draft-3' | 'none'

export interface SimulatorOptions {
  /** Requests a minute: 100, 1,000, or a number. @default 'free' */
  plan?: 'free' | 'pro' | number | undefined
  /** A number is the subscription's, with nothing bought. @default 8,200 of the subscription and 3,050 bought */
  credits?: number | Partial<SimulatedCredits> | undefined
  /** A number is the balance in cents. @default $18.75 */
  wallet?: number | Partial<SimulatedWallet> | undefined
  account?: Partial<SimulatedAccount> | undefined
  /** A number makes that many. @default three: one in use, one that expires, one revoked */
  keys?: number | readonly KeySetup[] | undefined
  /** A number makes that many. @default twelve standard voices, a custom one, and one still in training */
  voices?: number | readonly VoiceSetup[] | undefined
  usage?: readonly SimulatedUsage[] | undefined
  walletUsage?: readonly SimulatedWalletUsage[] | undefined
  /** What pays for speech. @default 'credits' */
  billing?: 'credits' | 'wallet' | undefined
  /**
   * The one key that is valid from the beginning. Without it any well-formed key is, unless the simulator
   * knows that it was revoked or has expired.
   */
  apiKey?: string | undefined
  /** Milliseconds from an operation to its answer; a pair is a range. @default 0 */
  latency?: number | readonly [min: number, max: number] | undefined
  /** Makes the audio. @default soft syllable-like tones at the pace of speech, as a WAV */
  synthesize?: Synthesize | undefined
  /** How long a job takes. @default 1.5 seconds and a second for every 200 characters, at most 20 */
  jobSeconds?: number | ((job: SimulatedJob) => number) | undefined
  /** The reason that jobs fail for, half-way; undefined for those that do not. */
  jobFailure?: string | ((job: SimulatedJob) => string | undefined) | undefined
  /** How long a presigned URL is good. @default 900 */
  urlSeconds?: number | undefined
  /** Unix ms. @default Date.now */
  now?: (() => number) | undefined
  /** Ids, secrets and latencies follow from it. @default 1 */
  seed?: number | undefined
  /** @default 'x-ratelimit' */
  rateLimitHeaders?: RateLimitHeaders | undefined
  /** How a 429 says the wait. @default 'seconds' */
  retryAfter?: 'seconds' | 'date' | 'none' | undefined
  /** What is left of the first window. */
  rateLimit?: { remaining: number; resetInSeconds?: number | undefined } | undefined
  /**
   * Answer a repeated `Idempotency-Key` for speech with the first answer. Not documented of the real API.
   * @default false
   */
  idempotency?: boolean | undefined
  dialect?: Partial<Dialect> | undefined
  /** Faults from the start: `fail` called with each. */
  faults?: readonly (readonly [FaultTarget, Fault])[] | undefined
  /** What the MSW handlers match before a path of the API, such as `https://example.com/api/audiopod`. @default '*' */
  endpoint?: string | undefined
}

export const defaultDialect: Dialect = {
  voices: 'array',
  credits: 'full',
  createdKey: 'api_key',
  createdKeyStatus: 201,
  revokedKeyStatus: 200,
  audioUrl: 'output_url',
  jobIds: 'number',
  jobEnd: 'upper',
  shortage: 'numbers',
  creditCheckout: 'url',
}
