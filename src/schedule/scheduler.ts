import { AbortedError } from '../errors/index.js'
import { callSafely } from './callSafely.js'
import { isoTime } from './clock.js'
import { createHolder } from './holder.js'
import { mayLeaveAt } from './pacing.js'
import { createRateLedger } from './rateLedger.js'
import type { RateLimit } from './rateLimitStore.js'
import { sleep } from './sleep.js'
import { createTurnQueue, type TurnDemand, type Waiter } from './turnQueue.js'
import type { Pause, Scheduler, SchedulerOptions, SharedRate, TurnOptions } from './types.js'

/** Before the first answer nobody knows what is left: no more than this many find it out. */
const MOST_WHILE_COLD = 8

/**
 * Lets the most urgent request leave first, paced so that the limit is never met; holds all back after a 429,
 * while the window is spent, and while the device is offline; and lets one go ahead when a pause ends: the
 * others follow when it was not refused.
 */
export function createScheduler({ clock, maxWait, connectivity }: SchedulerOptions): Scheduler {
  const queue = createTurnQueue()
  const ledger = createRateLedger()
  const holder = createHolder({ queue, ledger, clock, maxWait })
  const listeners = new Set<() => void>()
  const siblings = new Set<(rate: SharedRate) => void>()
  let paused: Pause | undefined
  let stopWatching: (() => void) | undefined
  /** When somebody in the queue may leave, as far as is known. */
  let nextTurn = Infinity
  let inFlight = 0
  let turns = 0
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
    ledger.roll(now, inFlight)
    // A spent window is a pause like any other; nobody was refused yet, so it has no reason.
    const { remaining, resetAt } = ledger.told()
    if (!paused && remaining === 0 && resetAt !== undefined) paused = { until: resetAt, told: resetAt }
  }

  /** What is on its way may not be in the server's count yet: one more than is left waits for those answers. */
  function hasRoom(): boolean {
    if (probing === 'under way') return false
    if (inFlight >= mostInFlight()) return false
    const { remaining, resetAt } = ledger.told()
    return remaining === undefined || resetAt === undefined || remaining > unseen()
  }

  /**
   * What the server may have counted without our knowing it. What was lost is no reason to send nothing at all: an
   * outage would look like a spent window, and only an answer can tell the two apart.
   */
  function unseen(): number {
    return inFlight === 0 ? 0 : inFlight + ledger.lostCount()
  }

  /** All that are on their way may be refused together where others were faster: the less is left, the fewer. */
  function mostInFlight(): number {
    const window = ledger.window(ledger.lostCount())
    if (ledger.isCold()) return Math.max(1, MOST_WHILE_COLD - ledger.lostCount())
    if (!window || window.isGuess || window.left > window.limit / 2) return Infinity
    const hasOthers = ledger.othersNext(clock.now()) > 0
    if (window.left <= window.limit * (hasOthers ? 0.3 : 0.15)) return 1
    return hasOthers ? 2 : MOST_WHILE_COLD
  }

  function leavesAt(turn: TurnDemand): number {
    const now = clock.now()
    const window = ledger.window(unseen())
    const othersNext = ledger.othersNext(now)
    const demand = { ...turn, othersNext, othersUnseen: ledger.othersUnseen(now), heardAt: ledger.heardAt() }
    return window ? mayLeaveAt(window, demand, now) : now
  }

  function advance() {
    settle()
    const isOffline = connectivity?.isOffline() ?? false
    nextTurn = Infinity
    while (queue.size() > 0 && !paused && !isOffline && hasRoom()) {
      const next = queue.take(clock.now(), leavesAt)
      if (typeof next === 'number') {
        nextTurn = next
        break
      }
      const isProbe = probing === 'due'
      if (isProbe) probing = 'under way'
      inFlight++
      ledger.sent()
      next.admit(isProbe)
    }
    const calls = isOffline ? holder.holdOffline() : paused ? holder.hold(paused) : []
    watch(isOffline)
    arm()
    // Others' code comes last: it may throw, or call this again.
    publish()
    for (const call of calls) callSafely(call)
  }

  /** The page's events are listened to only while somebody waits for them. */
  function watch(isOffline: boolean) {
    const wants = isOffline && queue.size() > 0
    if (wants === (stopWatching !== undefined)) return
    stopWatching?.()
    stopWatching = wants ? connectivity?.onChange(advance) : undefined
  }

  /** A timer runs only while somebody waits or watches. */
  function arm() {
    stopTimer?.()
    stopTimer = undefined
    const waits = queue.size() > 0
    if (!waits && listeners.size === 0) return
    const { resetAt = Infinity } = ledger.told()
    const renewed = ledger.window(inFlight)?.resetAt ?? Infinity
    const next = paused?.until ?? Math.min(resetAt, waits ? Math.min(nextTurn, renewed) : Infinity)
    if (next !== Infinity) stopTimer = clock.after(next - clock.now(), advance)
  }

  function publish() {
    const { limit, remaining, resetAt } = ledger.told()
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
  function turn({ signal, onHeld, urgency = 'read' }: TurnOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new AbortedError())
      const waiter: Waiter = {
        urgency,
        askedAt: clock.now(),
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
        queue.remove(waiter)
        reject(new AbortedError())
        watch(stopWatching !== undefined)
        arm()
      }
      signal?.addEventListener('abort', abort, { once: true })
      queue.add(waiter)
      advance()
    })
  }

  function tellSiblings(rate: SharedRate) {
    for (const listener of siblings) callSafely(() => listener(rate))
  }

  function takePause(pause: Pause) {
    if (!paused || pause.until >= paused.until) {
      paused = { ...pause, reason: pause.reason ?? paused?.reason, told: pause.told ?? paused?.told }
    }
    advance()
  }

  return {
    async run(send, options = {}) {
      const isProbe = await turn(options)
      const number = ++turns
      let isAnswered = false
      try {
        const value = await send(number)
        isAnswered = !options.signal?.aborted
        return value
      } finally {
        inFlight--
        // One that was given up has not seen whether the way is free.
        if (isProbe) probing = isAnswered ? undefined : 'due'
        advance()
      }
    },

    heard(news, number = Infinity) {
      ledger.heard(news, clock.now(), number)
      tellSiblings(news)
      advance()
    },

    lost(number) {
      ledger.lost(number, clock.now())
    },

    refused(news) {
      ledger.refused(news, clock.now())
    },

    pause(pause) {
      tellSiblings({ pausedUntil: pause.until, told: pause.told })
      takePause(pause)
    },

    resume() {
      if (!paused) return
      paused = undefined
      // The person was told that the window is spent and wants to see for himself.
      ledger.forget()
      probing ??= 'due'
      advance()
    },

    sleep: (ms, signal) => sleep(clock, ms, signal),

    onRate(listener) {
      siblings.add(listener)
      return () => siblings.delete(listener)
    },

    takeIn({ pausedUntil, told, isRequest = true, ...figures }) {
      if (pausedUntil !== undefined) return takePause({ until: pausedUntil, told })
      if (isRequest) {
        // A sibling's request, not a stranger's.
        ledger.sent()
        ledger.heard({ ...figures, skew: 0 }, clock.now())
      } else {
        ledger.learn(figures, clock.now())
      }
      advance()
    },

    rateLimit: {
      getSnapshot() {
        settle()
        // A snapshot that is read without anybody listening must not tell of a pause that is over.
        if (listeners.size === 0) publish()
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
}
