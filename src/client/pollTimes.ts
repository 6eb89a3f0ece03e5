import type { RateLimit } from '../schedule/index.js'

/** Milliseconds between the polls of a job whose end nobody has told, or which is late: quick at first. */
const USUAL = [1000, 1000, 1500, 2000, 3000, 5000]

const SOONEST = 1000
/**
 * As long as one person who waits is left without news, whatever the estimate: the documented one is 30 s for a job
 * of 9 s. Only in a crowd is it worth being late.
 */
const LATEST_NEWS = 2000
/** An account may be far too careful when it says how long a job will take. */
const LATEST_FIRST = 30_000
const LATEST_AFTER_FAILURES = 30_000
/** However many jobs there are, each is asked for within two windows. */
const LATEST_IN_A_CROWD = 120_000

/** The part of what is left of the limit that all polls together may take. */
const SHARE = 0.5

/** Nobody told a limit: the Free plan's. */
const USUAL_GAP = 600

export interface Progress {
  /** Polls answered so far. */
  polls: number
  /** Polls one after another that brought no answer about the job. */
  failed: number
  /** Milliseconds since the job was first followed. */
  elapsed: number
  /** How long the account thought that the job would take, from when it was accepted, in ms. */
  estimate: number | undefined
}

/** Milliseconds from now until a job is asked for: soon, at growing intervals, and when its end was told. */
export function pollDelay({ polls, failed, elapsed, estimate = 0 }: Progress, fairGap: number): number {
  const left = estimate - elapsed
  if (polls === 0 && failed === 0) {
    // A crowd is asked for when it should be done, and not on the way; later would only keep the audio back.
    const latest = Math.max(SOONEST, Math.min(LATEST_FIRST, left))
    const halfWay = Math.max(SOONEST, Math.min(LATEST_NEWS, left / 2))
    return Math.min(latest, Math.max(halfWay, fairGap))
  }
  const growing = usualDelay(polls - 1)
  const usual = left >= SOONEST ? Math.min(Math.max(LATEST_NEWS, growing), left) : growing
  return Math.max(Math.min(LATEST_AFTER_FAILURES, usual * 2 ** failed), fairGap)
}

function usualDelay(poll: number): number {
  return USUAL[Math.max(0, Math.min(poll, USUAL.length - 1))] ?? SOONEST
}

/** How long each of `jobs` has to wait between its polls, in ms, for all of them to take no more than their share. */
export function fairGap({ limit, remaining, resetAt }: RateLimit, jobs: number, now: number): number {
  const left = resetAt === undefined ? undefined : Date.parse(resetAt) - now
  const isTold = limit !== undefined && remaining !== undefined && remaining > 0 && left !== undefined && left > 0
  const gap = isTold ? left / remaining : limit ? 60_000 / limit : USUAL_GAP
  return Math.min(LATEST_IN_A_CROWD, (jobs * gap) / SHARE)
}
