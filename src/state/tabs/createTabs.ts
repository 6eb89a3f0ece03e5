import type { OperationName } from '../../api/index.js'
import type { AudioPodClient } from '../../client/types.js'
import type { Scheduler } from '../../schedule/index.js'
import { groupName } from './groupName.js'
import { fromWire, type LiveJob, type TabMessage, toWire } from './messages.js'
import type { Channel, TabPorts } from './ports.js'
import { createSharedJobs, type Follow, type SharedJobs } from './sharedJobs.js'
import { createSharedReads, type SharedReads } from './sharedReads.js'

export interface TabsOptions {
  client: AudioPodClient
  /** The client's, for news of the limit. */
  scheduler: Scheduler | undefined
  /** Without one nobody can say whose answers these are: each tab works alone. */
  userId: string | undefined
  /** Undefined where the browser has nothing to share by. */
  ports: TabPorts | undefined
  /** The jobs that this tab waits for. */
  live: () => LiveJob[]
  /** Told of jobs that other tabs started. */
  onJobs: (jobs: LiveJob[]) => void
  /** What the end of a job makes untrue. */
  balances: readonly OperationName[]
  /** Told of answers that other tabs got. */
  onAnswer: (name: string, value: unknown, sentAt: number) => void
}

/** What the tabs of one user at one endpoint have in common. Where there is nothing to share by, each tab works alone. */
export interface Tabs extends Pick<SharedReads, 'read' | 'outdate'> {
  follow: Follow
  open: () => void
  close: () => void
  /** For tests. */
  isLeading: () => boolean
}

export function createTabs({ client, scheduler, userId, ports, live, onJobs, balances, onAnswer }: TabsOptions): Tabs {
  const name = ports && userId !== undefined ? groupName(client.endpoint, userId) : ''
  let channel: Channel | undefined
  let jobs: SharedJobs | undefined
  let reads: SharedReads | undefined
  let stops: (() => void)[] = []
  let isClosed = false

  function post(message: TabMessage) {
    try {
      channel?.post(toWire(message))
    } catch {
      goAlone()
    }
  }

  function goAlone() {
    for (const stop of stops) stop()
    stops = []
    channel = undefined
    reads = undefined
    jobs?.goAlone()
  }

  function receive(data: unknown) {
    const message = channel && fromWire(data)
    if (!message) return
    if (message.type === 'rate') scheduler?.takeIn(message.rate)
    jobs?.receive(message)
    reads?.receive(message)
  }

  function open() {
    if (channel || isClosed || !ports || name === '') return
    try {
      const opened = ports.openChannel(name, receive)
      channel = opened
      stops.push(() => opened.close())
    } catch {
      isClosed = true
      return
    }
    reads = createSharedReads({ ports, name, post, onAnswer })
    const onEnd = (at: number) => reads?.outdate(balances, at)
    jobs = createSharedJobs({ ports, name, wait: client.speech.wait, post, live, onJobs, onEnd })
    stops.push(ports.onVisibility(jobs.onVisibility))
    if (scheduler) stops.push(scheduler.onRate((rate) => post({ type: 'rate', rate })))
    post({ type: 'hello' })
  }

  return {
    open() {
      isClosed = false
      open()
    },
    close() {
      isClosed = true
      goAlone()
      jobs = undefined
    },
    isLeading: () => jobs?.isLeading() ?? true,
    follow: (job, options) => (jobs ?? { follow: client.speech.wait }).follow(job, options),
    outdate: (operations, at) => reads?.outdate(operations, at),
    read(readName, call, options) {
      // A hook reads before its provider's effects have run.
      open()
      return reads ? reads.read(readName, call, options) : call(options.signal)
    },
  }
}
