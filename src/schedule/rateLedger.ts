import { createOthersWatch } from './othersWatch.js'
import type { RateWindow } from './pacing.js'
import type { RateNews } from './rateLimitHeaders.js'

/** Two answers of one window may tell its end up to this much apart: `Date` has whole seconds. */
const SAME_WINDOW_MS = 2000

/** AudioPod counts by the minute (its guide, "Rate limiting"). */
const USUAL_LENGTH = 60_000

/** The Free plan's, for as long as nobody says otherwise. */
const USUAL_LIMIT = 100

/** What the account has told of its limit, and what that means for the window that runs now. */
export interface RateLedger {
  /** What was told, and still holds. */
  told: () => { limit: number | undefined; remaining: number | undefined; resetAt: number | undefined }
  /** The window to pace by, `unseen` requests taken off; undefined where nothing is known to pace by. */
  window: (unseen: number) => RateWindow | undefined
  /** No answer has come yet in this window: what is left of it is not known. */
  isCold: () => boolean
  /** The requests that others may have sent since our last answer, and may send until the next. */
  othersNext: (now: number) => number
  /** Of these, what they have probably sent since our last answer. */
  othersUnseen: (now: number) => number
  heardAt: () => number
  /** A request leaves. */
  sent: () => void
  /** The request that left as the `turn`-th was given up unanswered: it was probably counted. */
  lost: (turn: number, now: number) => void
  /** How many such there are that no answer's figures can have told of yet. */
  lostCount: () => number
  /** `turn`: which request of ours was answered; without one it was another's. */
  heard: (news: RateNews, now: number, turn?: number) => void
  /** Somebody who knew it before tells how the window stands; no request was answered. */
  learn: (figures: Omit<RateNews, 'skew'>, now: number) => void
  /** Refused although there should have been some left, and nobody told how many there are. */
  refused: (news: RateNews, now: number) => void
  /** Lets a window that has ended be followed by the next. */
  roll: (now: number, inFlight: number) => void
  /** Somebody wants to see for himself whether any are left. */
  forget: () => void
}

export function createRateLedger(): RateLedger {
  let limit: number | undefined
  /** The least that an answer of this window said is left. */
  let remaining: number | undefined
  let resetAt: number | undefined
  /** The end of the window as it was first told: a window that slides by a little each time is a new one in the end. */
  let firstTold: number | undefined
  let length = USUAL_LENGTH
  let hasAnswer = false
  let tellsRemaining = false
  const others = createOthersWatch()
  /** Requests of ours that may have been counted in the window that runs. */
  let ownInWindow = 0
  /** Requests that were given up unanswered, by their turn: when each was. */
  const lost = new Map<number, number>()
  let heardAt = 0
  /** The window that nobody told of: the one after the last, or the Free plan's. */
  let assumed: { limit: number; left: number; resetAt: number } | undefined
  let assumedLimit = USUAL_LIMIT

  function startAssumed(from: number, of: number) {
    assumed = { limit: of, left: of, resetAt: from + length }
  }

  /** An answer that was long on its way speaks of a window that another answer has told to be over. */
  function isOfAnEndedWindow(told: number | undefined, now: number): boolean {
    if (told === undefined || told - now >= SAME_WINDOW_MS) return false
    const current = resetAt ?? assumed?.resetAt
    return current !== undefined && told < current - SAME_WINDOW_MS
  }

  function takeReset(told: number, now: number) {
    const isSameWindow = resetAt !== undefined && firstTold !== undefined && Math.abs(told - firstTold) < SAME_WINDOW_MS
    // Of two tellings of one end the later one is kept: early is refused, late is only late.
    resetAt = isSameWindow ? Math.max(resetAt ?? 0, told) : told
    length = Math.max(length, told - now)
    if (isSameWindow) return
    firstTold = told
    remaining = undefined
    others.begin(Math.min(now, resetAt - length), length)
  }

  /** An answer speaks of all that left before its own request. */
  function foundBefore(turn: number): number {
    const found = [...lost.keys()].filter((number) => number < turn)
    for (const number of found) lost.delete(number)
    return found.length
  }

  return {
    told: () => ({ limit, remaining, resetAt }),
    isCold: () => !hasAnswer || (remaining === undefined && (limit !== undefined || tellsRemaining)),
    othersNext: others.next,
    othersUnseen: others.unseen,
    heardAt: () => heardAt,

    window(unseen) {
      if (resetAt !== undefined && remaining !== undefined && limit !== undefined && limit > 0) {
        return { limit, left: remaining - unseen, resetAt, length }
      }
      return assumed && { ...assumed, left: assumed.left - unseen, length, isGuess: limit === undefined }
    },

    sent() {
      ownInWindow++
    },

    lost: (turn, now) => void lost.set(turn, now),
    lostCount: () => lost.size,

    heard(news, now, turn = 0) {
      hasAnswer = true
      heardAt = now
      if (news.limit !== undefined) limit = news.limit
      if (isOfAnEndedWindow(news.resetAt, now)) return
      if (news.resetAt !== undefined) takeReset(news.resetAt, now)
      if (news.remaining === undefined) {
        // An answer that says nothing was counted all the same.
        if (remaining !== undefined && resetAt !== undefined && remaining > 0 && news.resetAt === undefined) remaining--
        if (!assumed && resetAt === undefined) startAssumed(now, limit ?? assumedLimit)
        if (assumed) assumed.left = Math.max(0, assumed.left - 1 - foundBefore(turn))
        return
      }
      foundBefore(turn)
      // Answers overtake each other; within a window the least is the newest. Without an end there is no telling.
      tellsRemaining = true
      const least = resetAt === undefined ? Infinity : (remaining ?? Infinity)
      remaining = Math.min(least, news.remaining)
      if (resetAt !== undefined) assumed = undefined
      if (resetAt !== undefined && limit !== undefined) others.saw(limit - remaining - ownInWindow, now)
    },

    learn(news, now) {
      if (news.limit !== undefined) limit = news.limit
      if (news.resetAt === undefined || news.remaining === undefined) return
      if (news.resetAt <= now || isOfAnEndedWindow(news.resetAt, now)) return
      hasAnswer = true
      takeReset(news.resetAt, now)
      const isNews = remaining === undefined
      remaining = Math.min(remaining ?? Infinity, news.remaining)
      assumed = undefined
      // Who was spending before we came is not known: none of it is a burst of strangers.
      if (isNews && limit !== undefined) ownInWindow = Math.max(ownInWindow, limit - remaining)
    },

    refused(news, now) {
      hasAnswer = true
      lost.clear()
      if (news.limit !== undefined) limit = news.limit
      if (limit !== undefined || !assumed) return
      // Nobody says how many there are: as many as went well.
      assumedLimit = Math.max(1, assumed.limit - assumed.left)
      startAssumed(now, assumedLimit)
    },

    roll(now, inFlight) {
      const hasEnded = (resetAt ?? assumed?.resetAt ?? Infinity) <= now
      // The last of them may have arrived in the next window, whose beginning is told in whole seconds.
      if (hasEnded) for (const [turn, lostAt] of lost) if (now - lostAt > SAME_WINDOW_MS) lost.delete(turn)
      if (resetAt !== undefined && resetAt <= now) {
        const ended = resetAt
        ownInWindow = inFlight
        remaining = undefined
        resetAt = undefined
        // One window begins where the other ended, unless nobody was there to see it.
        if (limit !== undefined && limit > 0) startAssumed(now - ended < length ? ended : now, limit)
      }
      if (assumed && assumed.resetAt <= now) {
        // All of it went well: there may be more.
        if (limit === undefined && assumed.left === 0) assumedLimit *= 2
        assumed = undefined
        // Whose limit is known has one in the next window too, though nobody has been answered yet.
        if (limit !== undefined && limit > 0) startAssumed(now, limit)
      }
    },

    forget() {
      remaining = undefined
      assumed = undefined
    },
  }
}
