/** What is known of the account's rate limit. Times are ISO 8601 on this machine's clock. */
export interface RateLimit {
  /** Requests a window. */
  limit?: number | undefined
  remaining?: number | undefined
  /** When the window ends. */
  resetAt?: string | undefined
  /** Until when this client sends nothing. */
  pausedUntil?: string | undefined
}

/** A store in the form that `useSyncExternalStore` takes. */
export interface RateLimitStore {
  getSnapshot: () => RateLimit
  /** Calls the listener after each change; returns what ends that. */
  subscribe: (listener: () => void) => () => void
}
