import type {
  Account,
  ApiKey,
  ApiKeyStatus,
  CreatedApiKey,
  Credits,
  CreditUsage,
  Estimate,
  Prices,
  SpeechJobData,
  SpeechRequest,
  TopUp,
  TopUpLimits,
  Voice,
  VoicePage,
  Wallet,
  WalletPrices,
  WalletUsage,
} from '../api/index.js'
import type { AudioPodError, JobFailedError } from '../errors/index.js'
import type { RateLimitStore } from '../schedule/index.js'

/** A piece of speech in the making, or made. */
export interface SpeechJob extends Omit<SpeechJobData, 'failureReason' | 'failureMessage'> {
  /** Why it failed; set where `status` is `failed`. */
  error?: JobFailedError | undefined
}

/** A wait before a request is sent, or sent again. */
export interface Wait {
  /** How often the request was sent before; 0 where it has not left yet. */
  attempt: number
  /** ISO 8601, on this machine's clock; undefined where nobody knows, as while the device is offline. */
  retryAt: string | undefined
  /** What the last try failed with, or the refusal that holds every request back. */
  error: AudioPodError | undefined
  /** Ends the wait at once. */
  now: () => void
}

export interface CallOptions {
  /** Ends the call, also while it waits; it then rejects with `aborted`. */
  signal?: AbortSignal | undefined
  /** Told of each wait before it begins, and with undefined when the request leaves. */
  onWait?: ((wait: Wait | undefined) => void) | undefined
  /** Told each time the request leaves: its answer says what is true from then on. */
  onSend?: (() => void) | undefined
  /** The answer only refreshes one that is on screen already: others go first. @default false */
  isRefresh?: boolean | undefined
}

export interface ApiKeyInput {
  /** 1 to 100 characters. */
  name: string
  description?: string | undefined
  scopes?: readonly string[] | undefined
  /** Whole days; without it the key does not expire. */
  expiresInDays?: number | undefined
}

export interface VoicesQuery {
  type?: 'standard' | 'custom' | undefined
  includePublic?: boolean | undefined
  /** @default 0 */
  skip?: number | undefined
  /** At most 50. */
  limit?: number | undefined
}

export interface CreateSpeechOptions extends CallOptions {
  /** The same key for the same wish: our proxy answers a repeat with the first answer. @default a random one */
  idempotencyKey?: string | undefined
}

export interface WaitForSpeechOptions extends CallOptions {
  /** Told of each answer about the job. */
  onProgress?: ((job: SpeechJob) => void) | undefined
  /** Milliseconds after which waiting ends with `timeout`; the job itself goes on. @default 600_000 */
  deadline?: number | undefined
}

export interface GenerateSpeechOptions extends WaitForSpeechOptions, CreateSpeechOptions {}

/** What `createAudioPodClient` returns: everything that the hooks do, without React. */
export interface AudioPodClient {
  /** The app's own endpoint, as it was given, without a slash at its end. */
  readonly endpoint: string
  account: { get(options?: CallOptions): Promise<Account> }
  credits: {
    get(options?: CallOptions): Promise<Credits>
    /** The account's charges, newest first as AudioPod sends them; none is `[]`. */
    usage(options?: CallOptions): Promise<CreditUsage[]>
    prices(options?: CallOptions): Promise<Prices>
    topUpLimits(options?: CallOptions): Promise<TopUpLimits>
    /** Opens a checkout; nothing is charged until the person pays there. */
    topUp(input: { amountUsd: number }, options?: CallOptions): Promise<TopUp>
  }
  wallet: {
    get(options?: CallOptions): Promise<Wallet>
    usage(options?: CallOptions & { limit?: number | undefined }): Promise<WalletUsage[]>
    prices(options?: CallOptions): Promise<WalletPrices>
    estimate(input: { service: string; seconds: number }, options?: CallOptions): Promise<Estimate>
    topUp(input: { amountCents: number }, options?: CallOptions): Promise<TopUp>
  }
  apiKeys: {
    list(input?: { status?: ApiKeyStatus | undefined } & CallOptions, options?: CallOptions): Promise<ApiKey[]>
    /** The secret is in the value that this resolves with, and nowhere else. */
    create(input: ApiKeyInput, options?: CallOptions): Promise<CreatedApiKey>
    /** Takes effect at once. A key that is gone already resolves too. */
    revoke(id: string, options?: CallOptions): Promise<void>
  }
  voices: {
    list(input?: VoicesQuery & CallOptions, options?: CallOptions): Promise<VoicePage>
    get(id: string, options?: CallOptions): Promise<Voice>
  }
  speech: {
    /** Starts a job. It is paid for when this resolves. */
    create(request: SpeechRequest, options?: CreateSpeechOptions): Promise<SpeechJob>
    get(jobId: string, options?: CallOptions): Promise<SpeechJob>
    /**
     * Where a player or a download gets the finished audio: the endpoint's own route for it, on the page's origin and never
     * expired, where `createAudioPodProxy` is known to stand behind the endpoint and an `<audio>` element can reach it (same
     * origin, cookies, no `headers` of the app's); else the job's `audioUrl`. Keep `audioUrl` for when the route fails.
     */
    audioSource(job: SpeechJob): string | undefined
    /**
     * The same for the times of its words: the endpoint's own route, which needs no CORS, else the job's `timestampsUrl`. Undefined
     * where `timestamps` was not asked for.
     */
    timestampsSource(job: SpeechJob): string | undefined
    /**
     * Waits for a job that was accepted before, such as one whose id an app kept; resolves when its audio is
     * ready. Asks when the job should be done, then at growing intervals, spaced by what is left of the rate limit and
     * by how many jobs there are; not at all while the page is hidden. Survives failed answers.
     *
     * @throws JobFailedError, AbortedError (it was cancelled, or the signal was), TimeoutError past the deadline
     */
    wait(job: string | SpeechJob, options?: WaitForSpeechOptions): Promise<SpeechJob>
    /** Starts a job and resolves when its audio is ready: `create`, then `wait`. */
    generate(request: SpeechRequest, options?: GenerateSpeechOptions): Promise<SpeechJob>
  }
  /** What is known of the account's rate limit. */
  rateLimit: RateLimitStore
}
