import { type Connection, lateSpeechOf, rateLimitOf } from '../../client/index.js'
import { BALANCES } from '../balances.js'
import { groupName, VERSION } from './groupName.js'
import type { LiveJob } from './jobMessages.js'
import { isRecord, isText, type Message, readRate } from './messages.js'
import { browserPorts, type Channel, type TabPorts } from './ports.js'
import type { Follow, SharedJobs } from './sharedJobs.js'
import { createSharedReads, type SharedReads } from './sharedReads.js'

export interface TabsOptions {
  connection: Connection
  /** Without one nobody can say whose answers these are: each tab works alone. */
  userId: string | undefined
  /** @default the browser's, if it has any */
  ports: TabPorts | undefined
  /** The jobs that this tab waits for. */
  live: () => LiveJob[]
  /** Told of jobs that other tabs started. */
  onJobs: (jobs: LiveJob[]) => void
  /** Told of answers that other tabs got. */
  onAnswer: (name: string, value: unknown, sentAt: number) => void
}

/** What the tabs of one user at one endpoint have in common. Where there is nothing to share by, each tab works alone. */
export interface Tabs extends Pick<SharedReads, 'read' | 'outdate'> {
  follow: Follow
  open: () => void
  close: () => void
  /** Whether this tab polls, if anybody has to. */
  isLeading: () => boolean
}

export function createTabs({ connection, userId, live, onJobs, onAnswer, ...given }: TabsOptions): Tabs {
  const ports = given.ports ?? browserPorts()
  const name = ports && userId !== undefined ? groupName(connection.endpoint, userId) : undefined
  let channel: Channel | undefined
  let jobs: SharedJobs | undefined
  let loading: Promise<SharedJobs | undefined> | undefined
  let reads: SharedReads | undefined
  let stopTelling: (() => void) | undefined
  let isClosed = false

  function post(message: Message) {
    try {
      channel?.postMessage({ ...message, v: VERSION })
    } catch {
      close()
    }
  }

  function receive(data: unknown) {
    // What another version means by its words is not known here.
    if (!channel || !isRecord(data) || data['v'] !== VERSION || !isText(data['type'])) return
    const message = { ...data, type: data['type'] }
    if (message.type === 'rate') connection.core?.engine()?.scheduler.takeIn(readRate(data['rate']))
    if (message.type === 'hello') tellRate()
    reads?.receive(message)
    if (jobs) jobs.receive(message)
    else if (message.type === 'jobs' || message.type === 'beat') void load().then((loaded) => loaded?.receive(message))
  }

  /** Who opens in the middle of a window or a pause shall not have to ask, or be refused, to know of it. */
  function tellRate() {
    const { limit, remaining, resetAt, pausedUntil } = rateLimitOf(connection).getSnapshot()
    if (resetAt !== undefined) {
      post({ type: 'rate', rate: { limit, remaining, resetAt: Date.parse(resetAt), isRequest: false } })
    }
    const until = pausedUntil === undefined ? undefined : Date.parse(pausedUntil)
    if (until !== undefined) post({ type: 'rate', rate: { pausedUntil: until, told: until } })
  }

  /** Fetched when there is a job somewhere: a page with a balance alone has no use for it. */
  function load(): Promise<SharedJobs | undefined> {
    const own = channel
    loading ??= import('./sharedJobs.js').then(
      ({ createSharedJobs }) => {
        if (!ports || name === undefined || own === undefined || own !== channel) return undefined
        const onEnd = (at: number) => reads?.outdate(BALANCES, at)
        jobs = createSharedJobs({ ports, name, wait: lateSpeechOf(connection).wait, post, live, onJobs, onEnd })
        return jobs
      },
      () => {
        loading = undefined
        return undefined
      },
    )
    return loading
  }

  function open() {
    if (channel || isClosed || !ports || name === undefined) return
    try {
      channel = ports.openChannel(name, receive)
    } catch {
      isClosed = true
      return
    }
    reads = createSharedReads({ ports, name, post, onAnswer })
    stopTelling = connection.core?.engine()?.scheduler.onRate((rate) => post({ type: 'rate', rate }))
    post({ type: 'hello' })
  }

  /** From now on this tab is alone; what it waits for goes on. */
  function close() {
    isClosed = true
    stopTelling?.()
    channel?.close()
    channel = undefined
    reads = undefined
    jobs?.close()
    jobs = undefined
    loading = undefined
  }

  return {
    open() {
      isClosed = false
      open()
    },
    close,
    isLeading: () => (jobs ? jobs.isLeading() : channel === undefined),
    async follow(job, options) {
      const shared = channel && (jobs ?? (await load()))
      return shared ? shared.follow(job, options) : lateSpeechOf(connection).wait(job, options)
    },
    outdate: (operations, at) => reads?.outdate(operations, at),
    read(question, ask, options) {
      // A hook reads before its provider's effects have run.
      open()
      return reads ? reads.read(question, ask, options) : ask({ ...options, onSend: () => {} })
    },
  }
}
