import { vi } from 'vitest'
import type { OperationName } from '../../../src/api/index.js'
import { type AudioPodClient, type CallOptions, connectionOf, createAudioPodClient, type Wait } from '../../../src/client/index.js'
import { waitName } from '../../../src/react/queryKey.js'
import { createSession, makeSpeechJobs, type Session, type TabPorts } from '../../../src/state/index.js'
import type { Simulator } from '../../../src/testing.js'
import type { FakeTab } from './fakeBrowser.js'

export const ENDPOINT = 'http://localhost/api/audiopod'
export const START = Date.parse('2026-11-23T09:00:00Z')
export const request = { voiceId: 'aura', text: 'Hello there' }

const calls: Partial<Record<OperationName, (client: AudioPodClient, options: CallOptions) => Promise<unknown>>> = {
  'credits.get': (client, options) => client.credits.get(options),
  'credits.usage': (client, options) => client.credits.usage(options),
  'wallet.get': (client, options) => client.wallet.get(options),
  'account.get': (client, options) => client.account.get(options),
  'apiKeys.list': (client, options) => client.apiKeys.list({}, options),
}

/** The reads of five hooks. */
export const hooks = Object.keys(calls) as OperationName[]

/** What a page with hooks is, without React: a session, reads, and what is on screen. */
export interface Page {
  session: Session
  jobs: ReturnType<typeof makeSpeechJobs>
  client: AudioPodClient
  /** What is on screen, by operation. */
  shown: Map<OperationName, unknown>
  load: (operation: OperationName) => Promise<unknown>
  /** The failure of the last load, by operation. */
  failed: Map<OperationName, unknown>
  wait: (operation: OperationName) => Wait | undefined
  statuses: () => string[]
  start: () => Promise<unknown>
  leave: () => void
}

export interface PageSettings {
  userId?: string | undefined
  endpoint?: string
  uses?: readonly OperationName[]
  ports?: TabPorts | undefined
}

export function openPage(
  tab: FakeTab,
  simulator: Simulator,
  settings: PageSettings = {},
): Page {
  const { userId, endpoint, uses, ports } = { userId: 'user-1', endpoint: ENDPOINT, uses: [], ports: tab.ports, ...settings }
  const client = createAudioPodClient({ endpoint, fetch: tab.fetchAs(simulator.fetch) })
  const shown = new Map<OperationName, unknown>()
  const failed = new Map<OperationName, unknown>()
  const load = (operation: OperationName) => {
    const name = waitName(operation, {})
    const call = calls[operation] ?? (() => Promise.reject(new Error('no such hook')))
    return session.read(name, (_, options) => call(client, options))
      .then((value) => shown.set(operation, value) && failed.delete(operation))
      .catch((error: unknown) => failed.set(operation, error))
  }
  const session = createSession({
    connection: connectionOf(client),
    userId,
    persistJobs: false,
    ports,
    onStale: (operations) => {
      for (const operation of operations) if (uses.includes(operation)) void load(operation)
    },
    onAnswer: (name, value) => shown.set(name.split(' ')[0] as OperationName, value),
  })
  const jobs = session.jobs(makeSpeechJobs)
  const leave = session.connect()
  for (const operation of uses) void load(operation)
  return {
    session,
    jobs,
    client,
    shown,
    failed,
    wait: (operation) => session.waits.getState()[waitName(operation, {})],
    load,
    leave,
    statuses: () => Object.values(jobs.store.getState().entries).map(({ status }) => status),
    start: () => jobs.start(request, 'view').done,
  }
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

export const count = (simulator: Simulator, operation?: string) =>
  simulator.state.requests.filter((one) => operation === undefined || one.operation === operation).length
