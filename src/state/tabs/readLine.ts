import { digest } from './groupName.js'
import type { TabPorts } from './ports.js'

/** Who has a question in hand tells so this often (ms). */
export const HELD_BEAT_MS = 4000

/** Who has a question in hand, and says nothing of it for so long, is asleep. */
const SILENCE_MS = 10_000

/** A timer that fires this late shows that it was this tab that slept. */
const SLEPT_MS = 1000

/** Nobody waits behind more sleepers than these. */
const MOST_ROUNDS = 3

/** A place in line: one of all tabs asks a question, the others wait for what it hears. */
export interface PlaceInLine {
  join: () => Promise<void>
  /** Whoever is before this tab is awake. */
  heard: () => void
  leave: () => void
}

/**
 * `go` is called once: with the lock, or without where there is none to be had. Behind a sleeper the awake make a line
 * of their own, so that one of them goes and not all.
 */
export function createPlaceInLine({ clock, locks }: TabPorts, group: string, name: string, go: () => Promise<void>): PlaceInLine {
  const lock = `${group}:${digest(name)}`
  let place = new AbortController()
  let isOver = false
  let isGoing = false
  let stopTimer = () => {}

  function heard() {
    stopTimer()
    if (isOver || isGoing) return
    const due = clock.now() + SILENCE_MS
    stopTimer = clock.after(SILENCE_MS, () => {
      if (clock.now() - due > SLEPT_MS) heard()
      else place.abort()
    })
  }

  async function turn() {
    if (isOver || isGoing) return
    isGoing = true
    stopTimer()
    await go()
  }

  async function join(round = 0): Promise<void> {
    place = new AbortController()
    const { signal } = place
    heard()
    try {
      await locks.request(round === 0 ? lock : `${lock}:${round}`, { signal }, turn)
    } catch {
      // Without a lock after all: what is asked twice is better than what is never asked.
      if (signal.aborted && !isOver && round < MOST_ROUNDS) await join(round + 1)
      else await turn()
    }
  }

  return {
    join: () => join(),
    heard,
    leave() {
      isOver = true
      stopTimer()
      place.abort()
    },
  }
}
