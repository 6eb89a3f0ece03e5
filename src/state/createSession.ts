import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OperationName } from '../api/index.js'
import type { Connection, Wait } from '../client/index.js'
import type { AudioPodError } from '../errors/index.js'
import type { Keeping, PersistJobs } from './jobsPlace.js'
import { keepsAnything } from './keepsAnything.js'
import type { KeyRotations } from './keyRotations.js'
import { createLazyTabs, type LazyTabs } from './lazyTabs.js'
import type { MakeSpeechJobs } from './makeSpeechJobs.js'
import { createSessionReads, type SessionRead } from './sessionReads.js'
import type { SpeechJobs } from './speechJobs.js'
import type { TabPorts } from './tabs/ports.js'

/** Everything that belongs to one user behind one client: stores, and the id that separates their caches. */
export interface Session {
  /** Unique on the page: the first part of every cache key. */
  id: string
  connection: Connection
  /**
   * The user's jobs, made when somebody first asks for them, with what makes them brought along: so that an app without
   * speech does not carry it.
   */
  jobs: (make: MakeSpeechJobs) => SpeechJobs
  /** Where things are kept over a reload, such as the checkout that a person was sent to. */
  keeping: Keeping
  /** The key rotations that are under way; made when somebody first asks, as the jobs are. */
  rotations: (make: (keeping: Keeping) => KeyRotations) => KeyRotations
  read: SessionRead
  /** The waits of reading hooks, by cache key. */
  waits: StoreApi<Readonly<Record<string, Wait | undefined>>>
  /** When each cache key was last answered: ISO 8601. */
  answeredAt: Map<string, string>
  /** What this user's tabs have in common. */
  tabs: LazyTabs
  connect: () => () => void
  isConnected: () => boolean
}

export interface SessionOptions {
  connection: Connection
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

let count = 0

export function createSession(options: SessionOptions): Session {
  const { connection, userId, persistJobs, onError, onStale, onAnswer, ports } = options
  const isCurrent = () => connections > 0
  const keeping = { persistJobs, endpoint: connection.endpoint, userId, isCurrent }
  let controller = new AbortController()
  let connections = 0
  let made: SpeechJobs | undefined
  let rotations: KeyRotations | undefined
  let leaveJobs: (() => void) | undefined
  let connecting: ReturnType<typeof setTimeout> | undefined
  const answeredAt = new Map<string, string>()
  const waits = createStore<Readonly<Record<string, Wait | undefined>>>(() => ({}))
  const signal = () => controller.signal
  const tabs = createLazyTabs({
    connection,
    userId,
    ports,
    live: () => made?.live() ?? [],
    onJobs: (news) => void loadJobs().then((jobs) => jobs?.adopt(news)),
    onAnswer(name, value, sentAt) {
      if (!answeredAt.has(name)) return
      answeredAt.set(name, new Date(sentAt).toISOString())
      onAnswer?.(name, value)
    },
  })

  function jobs(make: MakeSpeechJobs): SpeechJobs {
    if (made) return made
    made = make({ connection, keeping, tabs, onStale, onError })
    connectSoon()
    return made
  }

  /** In a task of its own: a view may ask in the midst of a render, and to resume a thousand jobs takes as long as one. */
  function connectSoon() {
    if (connections > 0) connecting ??= setTimeout(connectJobs)
  }

  function connectJobs() {
    connecting = undefined
    if (connections > 0) leaveJobs ??= made?.connect()
  }

  async function loadJobs(): Promise<SpeechJobs | undefined> {
    if (made) return made
    try {
      const { makeSpeechJobs } = await import('./makeSpeechJobs.js')
      return connections > 0 ? jobs(makeSpeechJobs) : undefined
    } catch {
      // No network, or a newer version of the app: what is kept waits for the next page.
      return undefined
    }
  }

  /** A job from before a reload is followed, and what is another user's wiped, on pages without speech, top-ups or keys too. */
  async function goThroughKept() {
    try {
      const { sweep } = await import('./sweep.js')
      if (connections > 0 && sweep(keeping)) await loadJobs()
    } catch {
      // Where the code for it does not come, the next page does it.
    }
  }

  return {
    id: `s${++count}`,
    connection,
    jobs,
    keeping,
    rotations: (make) => (rotations ??= make(keeping)),
    waits,
    read: createSessionReads({ connection, tabs, waits, answeredAt, signal }),
    answeredAt,
    tabs,
    isConnected: () => connections > 0,
    connect() {
      connections++
      tabs.open()
      if (made) connectSoon()
      if (keepsAnything()) void goThroughKept()
      return () => {
        connections--
        leaveJobs?.()
        leaveJobs = undefined
        // StrictMode takes the effect down and puts it up again at once: only who stays away has left.
        queueMicrotask(() => {
          if (connections > 0) return connectSoon()
          controller.abort()
          controller = new AbortController()
          tabs.close()
        })
      }
    },
  }
}
