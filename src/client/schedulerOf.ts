import type { Scheduler } from '../schedule/index.js'
import type { AudioPodClient } from './types.js'

/** Beside the client rather than on it: what a session needs of it is nobody else's. */
const schedulers = new WeakMap<AudioPodClient, Scheduler>()

export function keepScheduler(client: AudioPodClient, scheduler: Scheduler): void {
  schedulers.set(client, scheduler)
}

/** Undefined for a client that another copy of this package made. */
export function schedulerOf(client: AudioPodClient): Scheduler | undefined {
  return schedulers.get(client)
}
