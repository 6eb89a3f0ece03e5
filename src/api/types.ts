/**
 * What AudioPod's nouns look like to a caller of this kit, whatever dialect the account answers in.
 *
 * Names are camelCase, times ISO 8601 strings, money integer cents or whole credits, ids strings.
 * A field that the account did not send is `undefined`: nothing here is invented.
 */

/** Who the key behind the proxy belongs to. */
export interface Account {
  id?: string | undefined
  email?: string | undefined
  fullName?: string | undefined
  isVerified?: boolean | undefined
  createdAt?: string | undefined
}

/** The credit balance, in whole credits. */
export interface Credits {
  /** What may be spent now. The sum of the two parts where the account gives only them. */
  totalAvailable?: number | undefined
  /** What is left of the plan's monthly credits. */
  subscription?: number | undefined
  /** Bought credits; they outlive the month. */
  payAsYouGo?: number | undefined
  /** Spent since the account began. */
  totalUsed?: number | undefined
  /** The plan's allowance a month. */
  perMonth?: number | undefined
  nextResetAt?: string | undefined
  lastResetAt?: string | undefined
}

/** One charge against the credit balance. */
export interface CreditUsage {
  id?: string | undefined
  credits?: number | undefined
  service?: string | undefined
  /** Seconds of audio. */
  seconds?: number | undefined
  source?: 'subscription' | 'payg' | undefined
  createdAt?: string | undefined
}

/** Service name to credits a minute. */
export type Prices = Readonly<Record<string, number>>

/** What a top-up may be: `GET /credits/payg/info`. */
export interface TopUpLimits {
  creditsPerDollar?: number | undefined
  minAmountUsd?: number | undefined
  maxAmountUsd?: number | undefined
  currency?: string | undefined
}

/** A checkout that was opened. Nothing is charged until the person pays there. */
export interface TopUp {
  /** Where to send the person. Not every account gives one. */
  url?: string | undefined
  sessionId?: string | undefined
  /** Credits that the payment will buy. */
  credits?: number | undefined
  amountCents: number
}

/** The prepaid wallet that API-key accounts are billed from, in cents. */
export interface Wallet {
  balanceCents: number
  totalSpentCents?: number | undefined
  lowBalance?: boolean | undefined
}

/** One charge against the wallet. */
export interface WalletUsage {
  service?: string | undefined
  minutes?: number | undefined
  amountCents?: number | undefined
  createdAt?: string | undefined
}

/** What a service would cost on the wallet. */
export interface Estimate {
  service?: string | undefined
  minutes?: number | undefined
  /** May be a fraction of a cent. */
  ratePerMinuteCents?: number | undefined
  costCents: number
}

/** Service name to whatever the account says of its price; the shape is AudioPod's own. */
export type WalletPrices = Readonly<Record<string, unknown>>

export type ApiKeyStatus = 'active' | 'revoked' | 'expired'

/** An API key as a list shows it: never its secret. */
export interface ApiKey {
  id: string
  name?: string | undefined
  description?: string | undefined
  /** A key past its `expiresAt` is `expired`, unless it was revoked. */
  status?: ApiKeyStatus | undefined
  scopes?: readonly string[] | undefined
  createdAt?: string | undefined
  expiresAt?: string | undefined
  lastUsedAt?: string | undefined
  totalRequests?: number | undefined
  /** `true` only where the account said so (`expires_at: null`); `expiresAt` alone cannot tell "never" from "not reported". */
  neverExpires?: true | undefined
  /** `true` only where the account said so (`last_used_at: null`, or no requests at all). */
  neverUsed?: true | undefined
  /** A fragment to recognise the key by, such as `ap_…k3Qz`, where the account sends one. */
  hint?: string | undefined
}

/** The answer to creating a key. `secret` is here and nowhere else, ever. */
export interface CreatedApiKey extends ApiKey {
  secret: string
}

export interface Voice {
  /** `voice_id`, else `id`, else `uuid`. */
  id: string
  name?: string | undefined
  displayName?: string | undefined
  description?: string | undefined
  type?: 'standard' | 'custom' | undefined
  language?: string | undefined
  gender?: string | undefined
  previewUrl?: string | undefined
  /** Lower case, as the account says it; a custom voice may still be `processing`. */
  status?: string | undefined
}

/** One page of a list. */
export interface Page<T> {
  items: T[]
  total?: number | undefined
  hasMore?: boolean | undefined
}

export type VoicePage = Page<Voice>

export type AudioFormat = 'mp3' | 'wav' | 'ogg'
export type DeliveryMode = 'stable' | 'balanced' | 'creative'
export type TimestampType = 'word' | 'character'

export interface SpeechRequest {
  /** A UUID, an integer id, or a name such as `aura`. */
  voiceId: string
  /** 1 to 20,000 characters, counted in code points. */
  text: string
  /** @default 'mp3' */
  format?: AudioFormat | undefined
  /** 0.25 to 4. @default 1 */
  speed?: number | undefined
  language?: string | undefined
  deliveryMode?: DeliveryMode | undefined
  timestamps?: TimestampType | undefined
  normalizeText?: boolean | undefined
}

/** A word, or a character, and when it is heard, in seconds from the beginning of the audio. */
export interface TimedText {
  text: string
  start: number
  end: number
}

/** When each word is heard: what `timestampsUrl` of a job leads to where `timestamps` was asked for. */
export interface SpeechTimestamps {
  type: TimestampType
  tokens: readonly TimedText[]
}

export type SpeechJobStatus = 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled'

export interface SpeechJobVoice {
  id?: string | undefined
  name?: string | undefined
  displayName?: string | undefined
}

/** A speech job as the wire tells it; the client adds `error` and hands out a `SpeechJob`. */
export interface SpeechJobData {
  id: string
  status: SpeechJobStatus
  /** 0 to 100. */
  progress?: number | undefined
  /** Presigned and short-lived: ask for the job again to get a fresh one. */
  audioUrl?: string | undefined
  timestampsUrl?: string | undefined
  durationSeconds?: number | undefined
  /** How long the account thinks that the job takes, in seconds. */
  estimatedSeconds?: number | undefined
  creditsReserved?: number | undefined
  voice?: SpeechJobVoice | undefined
  createdAt?: string | undefined
  completedAt?: string | undefined
  /** `failure_reason`, else `error_message`. */
  failureReason?: string | undefined
  failureMessage?: string | undefined
}
