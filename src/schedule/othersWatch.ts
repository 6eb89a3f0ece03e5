/** So many windows are remembered, the one that runs included: who was not seen in them is gone. */
const WINDOWS_KEPT = 3

/** Two answers this close (ms) show one burst of others, not several. */
const ONE_BURST_MS = 1000

/**
 * The largest of a few bursts is not the largest that there is. Of n it is short of it by an nth on the average, and
 * hardly ever by more than three.
 */
const CAUTION = 3

/** What was seen of others in one window of the limit. */
interface Sight {
  /** Unix ms. */
  from: number
  /** When they were last looked at, Unix ms. */
  until: number
  spent: number
  /** The most between two answers. */
  largest: number
  /** Between how many answers there was any. */
  bursts: number
}

/** What others on the same key spend, as far as the answers to our own requests show it. */
export interface OthersWatch {
  /** A window of the limit begins, `from` and `length` in ms. */
  begin: (from: number, length: number) => void
  /** So many requests that are not ours were spent in this window up to now. */
  saw: (spent: number, now: number) => void
  /** The most that they are likely to have spent unseen, and to spend before the next answer. */
  next: (now: number) => number
  /** What they are likely, on the average, to have spent since the last answer. */
  unseen: (now: number) => number
}

export function createOthersWatch(): OthersWatch {
  let sights: Sight[] = []

  /** Requests a millisecond. */
  function rate(): number {
    const spent = sights.reduce((sum, sight) => sum + sight.spent, 0)
    const time = sights.reduce((sum, sight) => sum + sight.until - sight.from, 0)
    return spent / Math.max(ONE_BURST_MS, time)
  }

  /** What is to be expected of them in the time since we last heard, beside a burst. */
  const unseen = (sight: Sight, now: number) => rate() * Math.max(0, now - sight.until - ONE_BURST_MS)

  return {
    begin(from, length) {
      const oldest = from - length * (WINDOWS_KEPT - 0.5)
      sights = sights.filter((sight) => sight.from > oldest)
      sights.push({ from, until: from, spent: 0, largest: 0, bursts: 0 })
    },

    saw(spent, now) {
      const sight = sights.at(-1)
      if (!sight) return
      const more = spent - sight.spent
      if (more > 0) {
        sight.largest = Math.max(sight.largest, more - unseen(sight, now))
        sight.bursts++
        sight.spent = spent
      }
      sight.until = Math.max(sight.until, now)
    },

    next(now) {
      const current = sights.at(-1)
      const bursts = sights.reduce((sum, sight) => sum + sight.bursts, 0)
      if (!current || bursts === 0) return 0
      const largest = Math.max(...sights.map((sight) => sight.largest))
      return largest * (1 + CAUTION / bursts) + unseen(current, now)
    },

    unseen(now) {
      const current = sights.at(-1)
      return current ? unseen(current, now) : 0
    },
  }
}
