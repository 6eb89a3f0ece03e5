import type { KeyedMutator } from 'swr'
import type { ApiKey, CreatedApiKey, SpeechRequest, TopUp, TopUpLimits, VoicePage } from '../api/index.js'
import type { ApiKeyInput, SpeechJob } from '../client/types.js'
import type { AudioPodError } from '../errors/index.js'
import type { Retry, SpeechStatus } from '../state/types.js'

export type { Retry, SpeechStatus }

/** What every reading hook gives: SWR's shape, and the wait, if there is one. */
export interface QueryResult<T> {
  /** The last known answer; it stays through errors. */
  data: T | undefined
  /** Stays visible while the next try waits. */
  error: AudioPodError | undefined
  /** Loading for the first time: no data yet. */
  isLoading: boolean
  /** A request is under way, the first one or a later one. */
  isValidating: boolean
  /** SWR's bound mutate: `mutate()` loads again. */
  mutate: KeyedMutator<T>
  /** Set while the next try waits. */
  retry: Retry | undefined
  /** When `data` was answered: ISO 8601, this machine's clock. */
  updatedAt: string | undefined
}

export interface UseApiKeysResult extends QueryResult<ApiKey[]> {
  /** Makes a key. Its secret is in the value this resolves with and nowhere else: not in `data`, not in a cache. */
  create: (input: ApiKeyInput) => Promise<CreatedApiKey>
  /** Revokes a key at once; the row changes when the account has said yes. */
  revoke: (id: string) => Promise<void>
  /** Makes the successor of a key, named and scoped like it unless `input` says otherwise. The old key works until it is revoked. */
  rotate: (id: string, input?: Partial<ApiKeyInput>) => Promise<CreatedApiKey>
}

/** Where the replacement of a key stands. */
export type RotationStep =
  /** Nothing was made yet. */
  | 'create'
  /** A new key was asked for and no answer came: there may be one. `look()` tells. */
  | 'unknown'
  /** There is a new key, and its secret was not acknowledged. */
  | 'copy'
  /** The person deploys and tests the new key. Both keys work. */
  | 'deploy'
  /** The old key can go. Both keys work. */
  | 'revoke'
  /** The old key is revoked, or gone. */
  | 'done'
  /** The new key was revoked instead; the old one works as before. */
  | 'abandoned'

export interface UseRotateApiKeyResult {
  step: RotationStep
  /** As the list last told. */
  oldKey: ApiKey | undefined
  /** The successor, as the list last told; undefined where there is none or the list has not told of it yet. */
  newKey: ApiKey | undefined
  /** Since when: ISO 8601, this machine's clock. */
  startedAt: string | undefined
  /** A request is under way; calls meanwhile do nothing. */
  isWorking: boolean
  /** Why the last thing that was tried did not work; gone with the next. */
  error: AudioPodError | undefined
  /** In step `unknown`, once looked: the keys that may be the new one. Their secrets cannot be had any more. */
  found: readonly ApiKey[] | undefined
  /**
   * Makes the new key, named, described and scoped like the old one unless `input` says otherwise. Its secret is in the value
   * this resolves with and nowhere else. Undefined where none was made: why is in `error`.
   */
  create: (input?: Partial<ApiKeyInput>) => Promise<CreatedApiKey | undefined>
  /** The person has the secret: on to `deploy`. */
  confirmSaved: () => void
  /** The person has deployed and tested the new key: on to `revoke`. */
  confirmTested: () => void
  /** From `revoke` back to `deploy`. */
  back: () => void
  /** Revokes the old key. One that is gone already counts as revoked. */
  revokeOld: () => Promise<void>
  /** Revokes the new key instead, and gives the rotation up. */
  abandon: () => Promise<void>
  /** The new key's secret is lost, or its creation's outcome unknown: revokes the new key that there is, and begins again. */
  startOver: () => Promise<void>
  /** Loads the list: which keys were used when, and in step `unknown` whether there is a new one. */
  look: () => Promise<void>
}

/** `data`: what a top-up may be. */
export interface UseTopUpResult extends QueryResult<TopUpLimits> {
  /** What there is now: whole credits, or the wallet's cents. */
  balance: number | undefined
  /** Why the balance could not be loaded. */
  balanceError: AudioPodError | undefined
  /**
   * Opens a checkout for so many cents; while one is being opened it does nothing but give that one's promise. Resolves
   * with the checkout, or with undefined where there is none: what went wrong is in `failure`.
   */
  topUp: (amountCents: number) => Promise<TopUp | undefined>
  /** After `unknown_outcome`: sends the same request again under its `Idempotency-Key`. Else it does nothing. */
  repeat: () => Promise<TopUp | undefined>
  isOpening: boolean
  /** Why the last checkout could not be opened. */
  failure: AudioPodError | undefined
  /** The checkout that was opened last. Whether it was paid nobody tells: `growth` shows what came of it. */
  checkout: TopUp | undefined
  /** The checkout was opened before this page was: the person is back from it, or has loaded the page anew. */
  isResumed: boolean
  /** Set once the balance is greater than it was when the checkout was opened. */
  growth: { before: number; after: number } | undefined
  /** Loads the balance again. */
  check: () => Promise<void>
  /** The balance is being loaded. */
  isChecking: boolean
  /** Forgets the checkout. One that is open stays open, and can be paid. */
  reset: () => void
}

export interface UseVoicesResult extends QueryResult<VoicePage> {
  /** Loads the next page, if the account says that there is one. */
  loadMore: () => void
}

export interface UseGenerateSpeechResult {
  /**
   * Starts a job; while one is under way it does nothing but give that one's promise.
   * Resolves with the finished job, or with undefined where there is none: what went wrong is in `error`.
   */
  generate: (request: SpeechRequest) => Promise<SpeechJob | undefined>
  /** Stops waiting. AudioPod has no way to cancel: a job that was accepted goes on and is charged. */
  cancel: () => void
  /** Back to `idle`; a job under way goes on in `useSpeechJobs`. */
  reset: () => void
  status: SpeechStatus
  job: SpeechJob | undefined
  /** 0 to 100, only where the account says it. */
  progress: number | undefined
  /** AudioPod's own link: signed, short-lived, of another origin. */
  audioUrl: string | undefined
  /** For a player or a download: the endpoint's own route where there is one, else `audioUrl`. */
  audioSource: string | undefined
  /** For captions: the endpoint's own route to the times of the words where there is one, else AudioPod's link, which needs CORS. */
  timestampsSource: string | undefined
  error: AudioPodError | undefined
  /** While `waiting`: when it goes on by itself; undefined where nobody said. */
  retryAt: string | undefined
  /** While `waiting`. */
  retry: Retry | undefined
  /** When the job was started: ISO 8601, this machine's clock. */
  startedAt: string | undefined
  /** What was asked for, until it has ended well; after a reload only with `persistJobs: { text: true }`. */
  request: SpeechRequest | undefined
  /** The job was found again after a reload. */
  isResumed: boolean
  /**
   * Asks for the job again: for a fresh audio URL where the old one has expired, and to follow it again where following
   * ended before the job did, as with the error `timeout`.
   */
  refresh: () => Promise<void>
}
