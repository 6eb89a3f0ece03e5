import { type AudioPodError, AbortedError, RateLimitError } from '../errors/index.js'
import { type Clock, isoTime } from './clock.js'
import type { RateNews } from './rateLimitHeaders.js'
import type { RateLimit, RateLimitStore } from './rateLimitStore.js'
import { type Sleep, sleep } from './sleep.js'

export interface TurnOptions {
  signal?: AbortSignal | undefined
  /** Told when the turn has to be waited for: until when, and what refusal is the reason. */
  onHeld?: ((until: number, reason: AudioPodError | undefined) => void) | undefined
}

/** One gate for all requests of a client. */
export interface Scheduler {
  /** Runs `send` when it may leave. Rejects where the pause is longer than `maxWait`, and on abort. */
  run: <T>(send: () => Promise<T>, options?: TurnOptions) => Promise<T>
  /** Takes in what an answer said of the limit. */
  heard: (news: RateNews) => void
  /** Holds every request back. */
  pause: (pause: Pause) => void
  /** Ends a pause early: a person wants to try now. */
  resume: () => void
  /** Waits for a time of its own. */
  sleep: (ms: number, signal?: AbortSignal) => Sleep
  rateLimit: RateLimitStore
}

export interface Pause {
  /** Unix ms. */
  until: number
  /** What was refused; a spent window refuses nobody. */
  reason?: AudioPodError | undefined
  /** The time that the server named, without our jitter; absent for a guess of ours, which is always short. */
  told?: number | undefined
}

interface Waiter {
  admit: (isProbe: boolean) => void
  refuse: (error: AudioPodError) => void
  onHeld: TurnOptions['onHeld']
  heldUntil?: number
}

/** Two answers of one window may tell its end up to this much apart: `Date` has whole seconds. */
const SAME_WINDOW_MS = 2000

/**
 * Lets requests leave in the order in which they came, holds them all back after a 429 and while the
 * window is spent, and lets one go ahead when a pause ends: the others follow when it was not refused.
 * `maxWait` (ms) bounds a pause that the server told; a longer one is not slept through.
 */
export function createScheduler({ clock, maxWait }: { clock: Clock; maxWait: number }): Scheduler {
  const queue: Waiter[] = []
  const listeners = new Set<() => void>()
  let limit: number | undefined
  /** The least that an answer of this window said is left. */
  let remaining: number | undefined
  let resetAt: number | undefined
  /** The end of the window as it was first told: a window that slides by a little each time is a new one in the end. */
  let firstTold: number | undefined
  let paused: Pause | undefined
  let inFlight = 0
  /** After a pause: one request goes ahead to see whether the way is free. */
  let probing: 'due' | 'under way' | undefined
  let snapshot: RateLimit = {}
  let stopTimer: (() => void) | undefined

  function settle() {
    const now = clock.now()
    if (paused && paused.until <= now) {
      paused = undefined
      probing ??= 'due'
    }
    if (resetAt !== undefined && resetAt <= now) {
      remaining = undefined
      resetAt = undefined
    }
    // A spent window is a pause like any other; nobody was refused yet, so it has no reason.
    if (!paused && remaining === 0 && resetAt !== undefined) paused = { until: resetAt, told: resetAt }
  }

  /** What is on its way may not be in the server's count yet: one more than is left waits for those answers. */
  function hasRoom(): boolean {
    return probing !== 'under way' && (remaining === undefined || resetAt === undefined || remaining > inFlight)
  }

  function advance() {
    settle()
    while (queue.length > 0 && !paused && hasRoom()) {
      const isProbe = probing === 'due'
      if (isProbe) probing = 'under way'
      inFlight++
      queue.shift()?.admit(isProbe)
    }
    const calls = paused ? hold(paused) : []
    arm()
    // Others' code comes last: it may throw, or call this again.
    publish()
    for (const call of calls) callSafely(call)
  }

  /** Refuses those that would wait too long; the rest are told, by the calls that it returns. */
  function hold({ until, reason, told }: Pause): (() => void)[] {
    if (told !== undefined && told - clock.now() > maxWait) {
      for (const waiter of queue.splice(0)) waiter.refuse(refusal(until, reason))
      return []
    }
    const untold = queue.filter((waiter) => waiter.heldUntil !== until)
    for (const waiter of untold) waiter.heldUntil = until
    return untold.map((waiter) => () => {
      if (queue.includes(waiter)) waiter.onHeld?.(until, reason)
    })
  }

  function refusal(until: number, reason: AudioPodError | undefined): AudioPodError {
    const seconds = Math.ceil((until - clock.now()) / 1000)
    return new RateLimitError(
      reason?.message ?? `The rate limit is spent; ${seconds} s until it is renewed. Nothing was sent.`,
      { status: reason?.status, retryAt: isoTime(until), retryAfter: seconds, limit, remaining },
    )
  }

  /** A timer runs only while somebody waits or watches. */
  function arm() {
    stopTimer?.()
    stopTimer = undefined
    const next = paused?.until ?? resetAt
    if (next === undefined || (queue.length === 0 && listeners.size === 0)) return
    stopTimer = clock.after(next - clock.now(), advance)
  }

  function publish() {
    const next: RateLimit = {
      limit,
      remaining,
      resetAt: resetAt === undefined ? undefined : isoTime(resetAt),
      pausedUntil: paused === undefined ? undefined : isoTime(paused.until),
    }
    const names = ['limit', 'remaining', 'resetAt', 'pausedUntil'] as const
    if (names.every((name) => next[name] === snapshot[name])) return
    snapshot = next
    for (const listener of [...listeners]) callSafely(listener)
  }

  /** Resolves with whether this request is the one that goes ahead. */
  function turn({ signal, onHeld }: TurnOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new AbortedError())
      const waiter: Waiter = {
        admit(isProbe) {
          signal?.removeEventListener('abort', abort)
          resolve(isProbe)
        },
        refuse(error) {
          signal?.removeEventListener('abort', abort)
          reject(error)
        },
        onHeld,
      }
      const abort = () => {
        const index = queue.indexOf(waiter)
        if (index >= 0) queue.splice(index, 1)
        reject(new AbortedError())
        arm()
      }
      signal?.addEventListener('abort', abort, { once: true })
      queue.push(waiter)
      advance()
    })
  }

  return {
    async run(send, options = {}) {
      const isProbe = await turn(options)
      try {
        return await send()
      } finally {
        inFlight--
        if (isProbe) probing = undefined
        advance()
      }
    },

    heard(news) {
      if (news.limit !== undefined) limit = news.limit
      if (news.resetAt !== undefined) {
        const isSameWindow =
          resetAt !== undefined && firstTold !== undefined && Math.abs(news.resetAt - firstTold) < SAME_WINDOW_MS
        // Of two tellings of one end the later one is kept: early is refused, late is only late.
        resetAt = isSameWindow ? Math.max(resetAt ?? 0, news.resetAt) : news.resetAt
        if (!isSameWindow) {
          firstTold = news.resetAt
          remaining = undefined
        }
      }
      // Answers overtake each other; within a window the least is the newest. Without an end there is no telling.
      const least = resetAt === undefined ? Infinity : (remaining ?? Infinity)
      if (news.remaining !== undefined) remaining = Math.min(least, news.remaining)
      advance()
    },

    pause(pause) {
      if (!paused || pause.until >= paused.until) {
        paused = { ...pause, reason: pause.reason ?? paused?.reason, told: pause.told ?? paused?.told }
      }
      advance()
    },

    resume() {
      if (!paused) return
      paused = undefined
      // The person was told that the window is spent and wants to see for himself.
      remaining = undefined
      probing ??= 'due'
      advance()
    },

    sleep: (ms, signal) => sleep(clock, ms, signal),

    rateLimit: {
      getSnapshot() {
        settle()
        publishSilently()
        return snapshot
      },
      subscribe(listener) {
        listeners.add(listener)
        arm()
        return () => {
          listeners.delete(listener)
          arm()
        }
      },
    },
  }

  /** A snapshot that is read without anybody listening must not tell of a pause that is over. */
  function publishSilently() {
    if (listeners.size === 0) publish()
  }
}

/** What a listener throws is its own affair: reported like any event listener's, it ends nobody else's request. */
function callSafely(call: () => void): void {
  try {
    call()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
