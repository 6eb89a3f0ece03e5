/**
 * The rows of a simulated account, as `simulator.state` shows them. Times are ISO 8601 strings, money whole
 * credits or cents.
 */

export interface SimulatedAccount {
  id: string
  email: string
  fullName: string
  isVerified: boolean
  createdAt: string
}

/** Whole credits. What is reserved for running jobs has already left the two parts. */
export interface SimulatedCredits {
  subscription: number
  payAsYouGo: number
  /** Held for jobs that have not ended. */
  reserved: number
  totalUsed: number
  perMonth: number
  /** Pay-as-you-go credits bought since the account began. */
  purchased: number
  lastResetAt: string
  nextResetAt: string
}

export interface SimulatedWallet {
  balanceCents: number
  /** Held for jobs that have not ended, where `billing` is `'wallet'`. */
  reservedCents: number
  totalSpentCents: number
  /** Below this the account warns. @default 500 */
  lowBalanceCents: number
}

/** Never with its secret, which the simulator keeps to itself. What is undefined is left out of the answer. */
export interface SimulatedKey {
  id: string
  name: string
  description?: string | null | undefined
  /** `expired` follows from `expiresAt` and the clock. */
  status: 'active' | 'revoked'
  scopes?: string[] | undefined
  createdAt: string
  expiresAt?: string | null | undefined
  lastUsedAt?: string | null | undefined
  totalRequests?: number | undefined
}

export interface SimulatedVoice {
  id: number
  uuid: string
  name: string
  displayName?: string | undefined
  description?: string | undefined
  type: 'standard' | 'custom'
  language?: string | undefined
  gender?: string | undefined
  isPublic: boolean
  status: 'completed' | 'processing' | 'failed'
  style?: string | undefined
  tags?: string[] | undefined
}

export type SimulatedJobStatus = 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled'

/** A speech job. `inputText` is the text as it arrived, for tests that check that nothing mangled it. */
export interface SimulatedJob {
  readonly id: number
  readonly voiceId: number
  readonly inputText: string
  readonly format: 'mp3' | 'wav' | 'ogg'
  readonly speed: number
  readonly language?: string | undefined
  readonly deliveryMode?: string | undefined
  readonly timestamps?: 'word' | 'character' | undefined
  readonly normalizeText?: boolean | undefined
  readonly idempotencyKey?: string | undefined
  readonly createdAt: string
  /** Credits, or 0 where the wallet pays. */
  readonly creditsReserved: number
  status: SimulatedJobStatus
  progress: number
  completedAt?: string | undefined
  durationSeconds?: number | undefined
  failureReason?: string | undefined
  failureMessage?: string | undefined
}

export interface SimulatedUsage {
  id: string
  credits: number
  service: string
  seconds: number
  source: 'subscription' | 'payg'
  createdAt: string
  metadata?: Record<string, unknown> | null | undefined
}

export interface SimulatedWalletUsage {
  service: string
  minutes: number
  amountCents: number
  createdAt: string
}

/** A checkout that was opened by a top-up. Opening its page pays it. */
export interface SimulatedCheckout {
  readonly sessionId: string
  readonly kind: 'credits' | 'wallet'
  readonly amountCents: number
  /** What the account gets: credits, or 0 for the wallet. */
  readonly credits: number
  paid: boolean
}

/** One request as it arrived: no secrets, no bodies, of the headers only their names. */
export interface SimulatedRequest {
  /** Undefined for a path that the API does not have. */
  readonly operation: SimulatedOperation | SimulatedFile | undefined
  readonly method: string
  /** With whatever prefix it came, without the query. */
  readonly path: string
  readonly query: string
  /** Unix ms, on the simulator's clock. */
  readonly at: number
  readonly idempotencyKey?: string | undefined
  /** Lower case, sorted. */
  readonly headers: readonly string[]
  /** 0 while it is being answered, and where no answer was sent. */
  status: number
}

export type SimulatedOperation =
  | 'account.get'
  | 'credits.get'
  | 'credits.usage'
  | 'credits.prices'
  | 'credits.topUpLimits'
  | 'credits.topUp'
  | 'wallet.get'
  | 'wallet.usage'
  | 'wallet.prices'
  | 'wallet.estimate'
  | 'wallet.topUp'
  | 'apiKeys.list'
  | 'apiKeys.create'
  | 'apiKeys.revoke'
  | 'voices.list'
  | 'voices.get'
  | 'speech.create'
  | 'speech.get'

/** What the simulator serves beside the API, at the URLs that its answers hold. */
export type SimulatedFile = 'audio' | 'timestamps' | 'preview' | 'checkout'

/**
 * The account, live: read it to see what a test brought about, change it to arrange the next step. Reading
 * it first lets the jobs catch up with the clock.
 */
export interface SimulatorState {
  readonly account: SimulatedAccount
  readonly credits: SimulatedCredits
  readonly wallet: SimulatedWallet
  readonly keys: SimulatedKey[]
  readonly voices: SimulatedVoice[]
  readonly jobs: readonly SimulatedJob[]
  /** Newest first. */
  readonly usage: SimulatedUsage[]
  /** Newest first. */
  readonly walletUsage: SimulatedWalletUsage[]
  readonly checkouts: readonly SimulatedCheckout[]
  /** The last 10,000 requests, oldest first. */
  readonly requests: readonly SimulatedRequest[]
  /** Ends a running job as failed now; its credits are given back. */
  failJob(id: number | string, reason?: string): void
  /** Ends a running job as cancelled now; its credits are given back. */
  cancelJob(id: number | string): void
  /** Ends a running job's time now: it is completed as soon as its audio is made. */
  completeJob(id: number | string): void
  /** Pays a checkout, as opening its page does. */
  payCheckout(sessionId: string): void
  /** Sets what is left of the window of every caller, new ones included, until it resets. */
  setRateLimit(window: { remaining: number; resetInSeconds?: number | undefined }): void
}
