import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OperationName } from '../api/index.js'
import { type AudioPodClient, connectionOf, type Wait } from '../client/index.js'
import type { AudioPodError } from '../errors/index.js'
import { createJobStorage, type PersistJobs } from './jobStorage.js'
import { createSessionReads, type SessionRead } from './sessionReads.js'
import { createSpeechJobs, type SpeechJobs } from './speechJobs.js'
import { browserPorts, createTabs, type TabPorts, type Tabs } from './tabs/index.js'

/** Everything that belongs to one user behind one client: stores, and the id that separates their caches. */
export interface Session {
  /** Unique on the page: the first part of every cache key. */
  id: string
  client: AudioPodClient
  jobs: SpeechJobs
  read: SessionRead
  /** The waits of reading hooks, by cache key. */
  waits: StoreApi<Readonly<Record<string, Wait | undefined>>>
  /** When each cache key was last answered: ISO 8601. */
  answeredAt: Map<string, string>
  /** What this user's tabs have in common. */
  tabs: Tabs
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
  /** Told of an answer that another tab got, by the name of one that is shown here. */
  onAnswer?: ((name: string, value: unknown) => void) | undefined
  /** @default the browser's */
  ports?: TabPorts | undefined
}

/** What a job that ended, or was refused for want of money, makes untrue. */
const BALANCES: readonly OperationName[] = ['credits.get', 'credits.usage', 'wallet.get', 'wallet.usage']

let count = 0

export function createSession(options: SessionOptions): Session {
  const { client, userId, persistJobs = 'session', onError, onStale, onAnswer, ports = browserPorts() } = options
  let controller = new AbortController()
  let connections = 0
  const answeredAt = new Map<string, string>()
  const waits = createStore<Readonly<Record<string, Wait | undefined>>>(() => ({}))
  const signal = () => controller.signal
  const tabs = createTabs({
    client,
    scheduler: connectionOf(client).scheduler,
    userId,
    ports,
    live: () => jobs.live(),
    onJobs: (news) => jobs.adopt(news),
    balances: BALANCES,
    onAnswer(name, value, sentAt) {
      if (!answeredAt.has(name)) return
      answeredAt.set(name, new Date(sentAt).toISOString())
      onAnswer?.(name, value)
    },
  })
  const jobs = createSpeechJobs({
    client,
    follow: tabs.follow,
    storage: createJobStorage(persistJobs, client.endpoint, userId),
    onSettled({ error, job }) {
      // The end of a job is dated by the tab that heard of it first.
      if (!job) tabs.outdate(BALANCES)
      if (job || error?.code === 'insufficient_credits' || error?.code === 'unknown_outcome') onStale?.(BALANCES)
      if (error) onError?.(error)
    },
  })
  return {
    id: `s${++count}`,
    client,
    jobs,
    waits,
    read: createSessionReads({ client, tabs, waits, answeredAt, signal }),
    answeredAt,
    tabs,
    isConnected: () => connections > 0,
    connect() {
      connections++
      tabs.open()
      const disconnect = jobs.connect()
      return () => {
        connections--
        disconnect()
        // StrictMode takes the effect down and puts it up again at once: only who stays away has left.
        queueMicrotask(() => {
          if (connections > 0) return
          controller.abort()
          controller = new AbortController()
          tabs.close()
        })
      }
    },
  }
}
