import { type AudioPodError, NetworkError, RateLimitError } from '../errors/index.js'
import { isoTime } from './clock.js'
import type { RateLedger } from './rateLedger.js'
import type { TurnQueue } from './turnQueue.js'
import type { Pause, SchedulerOptions } from './types.js'

/** Tells those who wait why, once for each reason. The calls that do so are returned: others' code comes last. */
export interface Holder {
  /** Refuses those that would wait too long; the rest are told. */
  hold: (pause: Pause) => (() => void)[]
  holdOffline: () => (() => void)[]
}

export interface HolderOptions extends Pick<SchedulerOptions, 'clock' | 'maxWait'> {
  queue: TurnQueue
  ledger: RateLedger
}

export function createHolder({ queue, ledger, clock, maxWait }: HolderOptions): Holder {
  function tell(until: number | undefined, reason: AudioPodError | undefined): (() => void)[] {
    const untold = queue.all().filter((waiter) => !('heldUntil' in waiter) || waiter.heldUntil !== until)
    for (const waiter of untold) waiter.heldUntil = until
    return untold.map((waiter) => () => {
      if (queue.has(waiter)) waiter.onHeld?.(until, reason)
    })
  }

  function refusal(until: number, reason: AudioPodError | undefined): AudioPodError {
    const seconds = Math.ceil((until - clock.now()) / 1000)
    const { limit, remaining } = ledger.told()
    return new RateLimitError(
      reason?.message ?? `The rate limit is spent; ${seconds} s until it is renewed. Nothing was sent.`,
      { status: reason?.status, retryAt: isoTime(until), retryAfter: seconds, limit, remaining },
    )
  }

  return {
    hold({ until, reason, told }) {
      if (told !== undefined && told - clock.now() > maxWait) {
        for (const waiter of queue.takeAll()) waiter.refuse(refusal(until, reason))
        return []
      }
      return tell(until, reason)
    },

    holdOffline: () =>
      tell(undefined, new NetworkError('The device is offline. Nothing was sent; it goes on when it is back.')),
  }
}
