import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OperationName } from '../api/index.js'
import type { AudioPodClient, Wait } from '../client/index.js'
import type { AudioPodError } from '../errors/index.js'
import { createJobStorage, type PersistJobs } from './jobStorage.js'
import { createSpeechJobs, type SpeechJobs } from './speechJobs.js'

/** Everything that belongs to one user behind one client: stores, and the id that separates their caches. */
export interface Session {
  /** Unique on the page: the first part of every cache key. */
  id: string
  client: AudioPodClient
  jobs: SpeechJobs
  /** The waits of reading hooks, by cache key. */
  waits: StoreApi<Readonly<Record<string, Wait | undefined>>>
  /** When each cache key was last answered: ISO 8601. */
  answeredAt: Map<string, string>
  /** Aborted when nobody uses the session any more. */
  signal: () => AbortSignal
  connect: () => () => void
  isConnected: () => boolean
}

export interface SessionOptions {
  client: AudioPodClient
  userId?: string | undefined
  persistJobs?: PersistJobs | undefined
  /** Told of each failure that a job ended with. */
  onError?: ((error: AudioPodError) => void) | undefined
  /** Told when answers in the caches are no longer true. */
  onStale?: ((operations: readonly OperationName[]) => void) | undefined
}

/** What a job that ended, or was refused for want of money, makes untrue. */
const BALANCES: readonly OperationName[] = ['credits.get', 'credits.usage', 'wallet.get', 'wallet.usage']

let count = 0

export function createSession({ client, userId, persistJobs = 'session', onError, onStale }: SessionOptions): Session {
  let controller = new AbortController()
  let connections = 0
  const jobs = createSpeechJobs({
    client,
    storage: createJobStorage(persistJobs, client.endpoint, userId),
    onSettled({ error, job }) {
      if (job || error?.code === 'insufficient_credits' || error?.code === 'unknown_outcome') onStale?.(BALANCES)
      if (error) onError?.(error)
    },
  })
  return {
    id: `s${++count}`,
    client,
    jobs,
    waits: createStore<Readonly<Record<string, Wait | undefined>>>(() => ({})),
    answeredAt: new Map(),
    signal: () => controller.signal,
    isConnected: () => connections > 0,
    connect() {
      connections++
      const disconnect = jobs.connect()
      return () => {
        connections--
        disconnect()
        // StrictMode takes the effect down and puts it up again at once: only who stays away has left.
        queueMicrotask(() => {
          if (connections > 0) return
          controller.abort()
          controller = new AbortController()
        })
      }
    },
  }
}
