export interface Crowd {
  fetch: typeof globalThis.fetch
  /** How many to start at once. */
  jobs: number
  /** A job's audio is ready. */
  onReady: () => void
  /** The library gave up, and what calls it begins again. */
  onGivenUp: () => void
}

/** Starts jobs at once and sees each to its end, in the way of some library; returns what takes it down. */
export type Start = (crowd: Crowd) => void | (() => void)
