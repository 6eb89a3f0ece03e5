import type { AudioPodError } from '../errors/index.js'
import type { Clock } from './clock.js'
import type { Urgency } from './pacing.js'
import type { RateNews } from './rateLimitHeaders.js'
import type { RateLimitStore } from './rateLimitStore.js'
import type { Sleep } from './sleep.js'

export interface TurnOptions {
  signal?: AbortSignal | undefined
  /** @default 'read' */
  urgency?: Urgency | undefined
  /** Told when the turn has to be waited for: until when, if that is known, and what failure is the reason. */
  onHeld?: ((until: number | undefined, reason: AudioPodError | undefined) => void) | undefined
}

/** One gate for all requests of a client. */
export interface Scheduler {
  /** Runs `send` when it may leave. Rejects where the pause is longer than `maxWait`, and on abort. */
  run: <T>(send: (turn: number) => Promise<T>, options?: TurnOptions) => Promise<T>
  /** Takes in what an answer said of the limit. @param turn the request's; without one it is the latest */
  heard: (news: RateNews, turn?: number) => void
  /** A request that left was given up, or its connection broke: it counts as spent until an answer tells. */
  lost: (turn: number) => void
  /** Takes in what a 429 said of it; the wait itself is a `pause`. */
  refused: (news: RateNews) => void
  /** Holds every request back. */
  pause: (pause: Pause) => void
  /** Ends a pause early: a person wants to try now. */
  resume: () => void
  /** Waits for a time of its own. */
  sleep: (ms: number, signal?: AbortSignal) => Sleep
  rateLimit: RateLimitStore
  /** Tells of each answer's figures and of each pause, but not of those taken in; returns what ends that. */
  onRate: (listener: (rate: SharedRate) => void) => () => void
  /** Takes in what another scheduler told. */
  takeIn: (rate: SharedRate) => void
}

export interface Pause {
  /** Unix ms. */
  until: number
  /** What was refused; a spent window refuses nobody. */
  reason?: AudioPodError | undefined
  /** The time that the server named, without our jitter; absent for a guess of ours, which is always short. */
  told?: number | undefined
}

/** What one scheduler can tell another that spends the same limit; times are Unix ms. */
export interface SharedRate {
  limit?: number | undefined
  remaining?: number | undefined
  resetAt?: number | undefined
  pausedUntil?: number | undefined
  /** Of a pause: the time that the server named. */
  told?: number | undefined
  /** False: what is known, told to somebody new; no request was answered. @default true */
  isRequest?: boolean | undefined
}

/** What tells a scheduler that no request can arrive. */
export interface Connectivity {
  isOffline: () => boolean
  /** Calls back when that may have changed; returns what ends it. */
  onChange: (listener: () => void) => () => void
}

export interface SchedulerOptions {
  clock: Clock
  /** The longest pause told by the server that is slept through, in ms. */
  maxWait: number
  /** @default always online */
  connectivity?: Connectivity | undefined
}
