import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OperationName } from '../api/index.js'
import type { Connection, Wait } from '../client/index.js'
import type { AudioPodError } from '../errors/index.js'
import { createJobsPlace, createPlace, type PersistJobs, type Place } from './jobsPlace.js'
import type { KeyRotations, MakeKeyRotations } from './keyRotations.js'
import { createLazyTabs, type LazyTabs } from './lazyTabs.js'
import type { MakeSpeechJobs } from './makeSpeechJobs.js'
import { createSessionReads, type SessionRead } from './sessionReads.js'
import type { SpeechJobs } from './speechJobs.js'
import { browserPorts, type TabPorts } from './tabs/ports.js'

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
  /** Where the checkout that a person was sent to is kept, while they are there. */
  checkouts: Readonly<Record<'credits' | 'wallet', Place>>
  /** The key rotations that are under way; made when somebody first asks, as the jobs are. */
  rotations: (make: MakeKeyRotations) => KeyRotations
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

/** What a job that ended, or was refused for want of money, makes untrue. */
const BALANCES: readonly OperationName[] = ['credits.get', 'credits.usage', 'wallet.get', 'wallet.usage']

let count = 0

export function createSession(options: SessionOptions): Session {
  const { connection, userId, persistJobs, onError, onStale, onAnswer, ports = browserPorts() } = options
  const isCurrent = () => connections > 0
  const place = createJobsPlace(persistJobs ?? 'session', connection.endpoint, userId, isCurrent)
  const checkoutPlace = (of: 'credits' | 'wallet') =>
    createPlace(`checkout-${of}`, persistJobs !== false && 'session', connection.endpoint, userId, isCurrent)
  const checkouts = { credits: checkoutPlace('credits'), wallet: checkoutPlace('wallet') }
  // A rotation may last for days: without a word from the app its ids outlive the tab, where it is known whose they are.
  const where =
    (typeof persistJobs === 'object' ? persistJobs.storage : persistJobs) ?? (userId === undefined ? 'session' : 'local')
  const rotationsPlace = createPlace('rotations', where, connection.endpoint, userId, isCurrent)
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
    balances: BALANCES,
    onAnswer(name, value, sentAt) {
      if (!answeredAt.has(name)) return
      answeredAt.set(name, new Date(sentAt).toISOString())
      onAnswer?.(name, value)
    },
  })

  function jobs(make: MakeSpeechJobs): SpeechJobs {
    if (made) return made
    made = make({
      connection,
      place,
      shared: tabs.shared,
      onSettled({ error, job }) {
        // The end of a job is dated by the tab that heard of it first.
        if (!job) tabs.outdate(BALANCES)
        if (job || error?.code === 'insufficient_credits' || error?.code === 'unknown_outcome') onStale?.(BALANCES)
        if (error) onError?.(error)
      },
    })
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

  return {
    id: `s${++count}`,
    connection,
    jobs,
    checkouts,
    rotations: (make) => (rotations ??= make(rotationsPlace)),
    waits,
    read: createSessionReads({ connection, tabs, waits, answeredAt, signal }),
    answeredAt,
    tabs,
    isConnected: () => connections > 0,
    connect() {
      connections++
      tabs.open()
      // A job from before a reload is followed, and another user's wiped, on pages without speech too.
      if (made) connectSoon()
      else if (place.isUsed()) void loadJobs()
      // Another user's goes, on pages without top-ups or keys too. Where the code for it does not come, the next page does it.
      const used = [...Object.values(checkouts), rotationsPlace].filter(({ isUsed }) => isUsed())
      if (used.length > 0) void import('./wipeOthers.js').then(({ wipeOthers }) => used.forEach(wipeOthers), () => {})
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
