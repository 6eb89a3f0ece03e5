import { type Clock, systemClock } from '../../schedule/index.js'
import { canShare } from '../canShare.js'

/** The part of `navigator.locks` that is used here. */
export interface Locks {
  /** Rejects when the lock is stolen, when the signal aborts, and where locks are forbidden. */
  request: (
    name: string,
    options: { signal: AbortSignal } | { steal: true },
    whileHeld: () => Promise<void>,
  ) => Promise<unknown>
}

export interface Channel {
  postMessage: (message: unknown) => void
  close: () => void
}

/** What tabs need of a browser; injected, so that a test can be one. */
export interface TabPorts {
  locks: Locks
  openChannel: (name: string, onMessage: (data: unknown) => void) => Channel
  clock: Clock
  isHidden: () => boolean
  /** Calls back when the page is shown or hidden; returns what ends it. */
  onVisibility: (listener: () => void) => () => void
}

/** The browser's; undefined where it has none: each tab works alone. */
export function browserPorts(): TabPorts | undefined {
  if (!canShare()) return undefined
  return {
    locks: navigator.locks,
    openChannel(name, onMessage) {
      const channel = new BroadcastChannel(name)
      channel.addEventListener('message', ({ data }) => onMessage(data))
      return channel
    },
    clock: systemClock,
    isHidden: () => document.visibilityState === 'hidden',
    onVisibility(listener) {
      document.addEventListener('visibilitychange', listener)
      return () => document.removeEventListener('visibilitychange', listener)
    },
  }
}
