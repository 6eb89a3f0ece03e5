import type { Locks } from './ports.js'

/** One of many who want the same: whoever holds the lock. */
export interface Leadership {
  isLeading: () => boolean
  /** Joins the queue. */
  join: () => void
  /** Takes the lock from whoever has it: asleep, or out of sight. */
  steal: () => void
  /** Out of the queue, and out of office. */
  leave: () => void
}

interface LeadershipEvents {
  onGain: () => void
  /** Somebody took the lock; this one is in the queue again. */
  onLoss: () => void
  /** There are no locks to be had here. */
  onBroken: () => void
}

export function createLeadership(locks: Locks, name: string, events: LeadershipEvents): Leadership {
  let release: (() => void) | undefined
  let queued: AbortController | undefined
  // What an earlier request says comes too late.
  let round = 0

  async function request(steal: boolean) {
    const mine = ++round
    queued?.abort()
    queued = new AbortController()
    try {
      await locks.request(name, steal ? { steal } : { signal: queued.signal }, () => {
        if (mine !== round) return Promise.resolve()
        return new Promise((resolve) => {
          release = resolve
          events.onGain()
        })
      })
    } catch {
      if (mine !== round) return
      if (!release) return events.onBroken()
      release = undefined
      void request(false)
      events.onLoss()
    }
  }

  return {
    isLeading: () => release !== undefined,
    join: () => void (queued ?? request(false)),
    steal: () => void request(true),
    leave() {
      round++
      queued?.abort()
      queued = undefined
      release?.()
      release = undefined
    },
  }
}
