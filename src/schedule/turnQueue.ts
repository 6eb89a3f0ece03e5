import type { AudioPodError } from '../errors/index.js'
import { type Demand, urgencies, type Urgency } from './pacing.js'

/** A request that waits for its turn. */
export interface Waiter {
  urgency: Urgency
  /** Unix ms. */
  askedAt: number
  admit: (isProbe: boolean) => void
  refuse: (error: AudioPodError) => void
  onHeld: ((until: number | undefined, reason: AudioPodError | undefined) => void) | undefined
  heldUntil?: number | undefined
}

/** Who has waited this long (ms) goes first, whatever its class: nothing starves. */
const PATIENCE = 20_000

/** The part of a demand that is known of the queue alone. */
export type TurnDemand = Pick<Demand, 'urgency' | 'waiting' | 'isPromoted'>

/** Requests that wait: by class, and within a class in the order in which they came. */
export interface TurnQueue {
  size: () => number
  all: () => Waiter[]
  has: (waiter: Waiter) => boolean
  add: (waiter: Waiter) => void
  remove: (waiter: Waiter) => void
  takeAll: () => Waiter[]
  /** Takes out the first that may leave now; without one, says when to look again (`Infinity`: when something changes). */
  take: (now: number, leavesAt: (demand: TurnDemand) => number) => Waiter | number
}

export function createTurnQueue(): TurnQueue {
  const lines = new Map<Urgency, Waiter[]>(urgencies.map((urgency) => [urgency, []]))
  const lineOf = ({ urgency }: Waiter) => lines.get(urgency) ?? []
  const all = () => [...lines.values()].flat()

  return {
    size: () => [...lines.values()].reduce((sum, line) => sum + line.length, 0),
    all,
    has: (waiter) => lineOf(waiter).includes(waiter),
    add: (waiter) => void lineOf(waiter).push(waiter),
    remove(waiter) {
      const line = lineOf(waiter)
      const index = line.indexOf(waiter)
      if (index >= 0) line.splice(index, 1)
    },
    takeAll() {
      const taken = all()
      for (const line of lines.values()) line.length = 0
      return taken
    },

    take(now, leavesAt) {
      let lookAgain = Infinity
      const heads = [...lines.values()].flatMap((line) => line.slice(0, 1))
      const isOld = (waiter: Waiter) => now - waiter.askedAt >= PATIENCE
      const old = heads.filter(isOld).toSorted((a, b) => a.askedAt - b.askedAt)
      for (const waiter of [...old, ...heads.filter((head) => !isOld(head))]) {
        const line = lineOf(waiter)
        // Patience earns the first place and leaves no reserve to others, but a crowd of the patient is still a crowd.
        const isPromoted = isOld(waiter) && waiter.urgency !== 'change'
        const at = leavesAt({ urgency: isPromoted ? 'change' : waiter.urgency, waiting: line.length, isPromoted })
        if (at <= now) return line.shift() ?? waiter
        lookAgain = Math.min(lookAgain, at, isOld(waiter) ? Infinity : waiter.askedAt + PATIENCE)
      }
      return lookAgain
    },
  }
}
