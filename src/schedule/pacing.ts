/**
 * Who a request is for, the most urgent first: a change that a person waits for, a poll of a job on screen, a
 * read that a view waits for, and a read that only refreshes what is shown already.
 */
export const urgencies = ['change', 'poll', 'read', 'background'] as const
export type Urgency = (typeof urgencies)[number]

/** A window of the rate limit as it stands; times are Unix ms. */
export interface RateWindow {
  /** Requests a window. */
  limit: number
  /** Requests that may still leave, what is on its way taken off. */
  left: number
  resetAt: number
  /** Milliseconds. */
  length: number
  /** Nobody has told a limit: this is the Free plan's, or what was learnt. */
  isGuess?: boolean | undefined
}

/** How far ahead of an even spending a class may be, as a share of the limit. */
const AHEAD: Readonly<Record<Urgency, number>> = { change: 0.5, poll: 0.25, read: 0.5, background: 0.25 }

/** What a class leaves to those more urgent, as a share of the limit; it shrinks as the window ends. */
const RESERVE: Readonly<Record<Urgency, number>> = { change: 0, poll: 0.05, read: 0, background: 0.2 }

/** A crowd is more than one that would take more than this share of what is left: a page that opens is none. */
const CROWD = 0.25

/** So many changes at once are what a person clicked, and not an app's own list of them. */
const CLICKS = 3

/** A crowd leaves this share of the limit to clicks until the window's last moments (ms). */
const FOR_CLICKS = 0.03
const LAST_MOMENTS = 2000

/** Never more than this share of the limit is kept back for others who use the same key. */
const MOST_FOR_OTHERS = 0.2

/** What others do is seen in our answers alone: beside them the line is waited for no longer than this (ms) unseen. */
const LONGEST_SILENCE = 2000

export interface Demand {
  urgency: Urgency
  /** How many of its class wait, itself included. */
  waiting: number
  /** Of a class less urgent, and ahead by its patience alone. */
  isPromoted?: boolean | undefined
  /** Requests that others are likely to spend before our answer comes. */
  othersNext: number
  /** Of these, what they have probably spent since the last answer. */
  othersUnseen: number
  /** When the account was last heard of, Unix ms. */
  heardAt: number
}

/**
 * When a request may leave (Unix ms; not later than now means now). `Infinity` is: not in this window, unless
 * answers on their way leave more than is thought.
 *
 * With time the part of the window that is left shrinks evenly, and the requests that are left should not shrink
 * much faster. A request may leave when what is left is more than that line, less what its class may be ahead, and
 * more than the reserve for those more urgent. Others on the same key are seen in `left` itself.
 */
export function mayLeaveAt(window: RateWindow, demand: Demand, now: number): number {
  const { limit, left, resetAt, length, isGuess } = window
  // A guess spreads crowds. It makes nobody wait who is alone, and nobody before it is used up.
  if (isGuess && (left > 0 || demand.waiting === 1)) return now
  const margin = Math.min(Math.ceil(demand.othersNext), Math.floor(limit * MOST_FOR_OTHERS))
  const { urgency, waiting, isPromoted = false, othersNext, othersUnseen, heardAt } = demand
  // What is kept for others is for a click too: it is one request, and a person sees it wait.
  if (urgency === 'change' && !isPromoted && waiting <= CLICKS && left - Math.floor(othersUnseen) > 0) return now
  if (left <= margin) return Infinity
  // One or a few are what a person just did, or opened.
  if ((waiting === 1 || waiting <= left * CROWD) && RESERVE[urgency] === 0) return now
  // Whoever is patient, or of a crowd of changes, has no reserve of its class to leave; a click finds some all the same.
  const forClicks = left <= Math.floor(limit * FOR_CLICKS) ? resetAt - LAST_MOMENTS : 0
  // The share of the window's time that may at most be left when this one leaves.
  const byPace = left / limit + AHEAD[urgency]
  const byReserve = RESERVE[urgency] === 0 ? Infinity : left / (limit * RESERVE[urgency])
  const onLine = resetAt - Math.min(1, byPace) * length
  // Where two bursts of others would take what is left, a request soon after an answer is safer than one after a wait.
  const silence = left <= 2 * margin ? Math.min(LONGEST_SILENCE, length / limit) : LONGEST_SILENCE
  const look = othersNext > 0 ? Math.min(onLine, heardAt + silence) : onLine
  return Math.max(look, forClicks, resetAt - byReserve * length)
}
