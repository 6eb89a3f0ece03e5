import type { AnyOperation } from '../api/index.js'
import { createScheduler, type RateLimitStore, type Scheduler, systemClock } from '../schedule/index.js'
import { type AudioRoute, createAudioRoute } from './audioRoute.js'
import { browserConnectivity } from './connectivity.js'
import { checkEndpoint, checkFigures, checkHeaders, clientDefaults, type ClientOptions, refuseKey } from './options.js'
import { createRequest, type Request } from './request.js'
import { plain } from './plainRequest.js'
import type { AudioPodClient, CallOptions } from './types.js'

export type Noun = 'account' | 'credits' | 'wallet' | 'apiKeys' | 'voices' | 'speech'

/** What the methods of a noun are made with. */
export interface Core {
  request: Request
  scheduler: Scheduler
  audioRoute: AudioRoute
}

/**
 * A way to one endpoint, whose nouns are made when somebody first asks for them: an app's bundle holds those that its
 * hooks import, where a client holds all.
 */
export interface Connection {
  readonly endpoint: string
  rateLimit: RateLimitStore
  /** Undefined for a client that another copy of this package made. */
  scheduler: Scheduler | undefined
  noun: <N extends Noun>(name: N, make: (core: Core) => AudioPodClient[N]) => AudioPodClient[N]
  /** One operation that takes nothing, without the rest of its noun. */
  read: <T>(operation: AnyOperation<T>, options?: CallOptions) => Promise<T>
}

/** @throws ConfigurationError at once for an endpoint or a header that would put the account's key in a browser */
export function createConnection(options: ClientOptions): Connection {
  refuseKey(options)
  checkFigures(options)
  const endpoint = checkEndpoint(options.endpoint)
  if (options.headers !== undefined && typeof options.headers !== 'function') checkHeaders(options.headers)

  const clock = systemClock
  const maxWait = options.maxWait ?? clientDefaults.maxWait
  const scheduler = createScheduler({ clock, maxWait, connectivity: browserConnectivity(endpoint) })
  const credentials = options.credentials ?? clientDefaults.credentials
  const audioRoute = createAudioRoute(endpoint, credentials)
  const request = createRequest({
    endpoint,
    headers: options.headers,
    fetch: options.fetch,
    credentials,
    audioRoute,
    timeout: options.timeout ?? clientDefaults.timeout,
    maxRetries: options.maxRetries ?? clientDefaults.maxRetries,
    maxWait,
    scheduler,
    clock,
    random: Math.random,
  })
  const nouns: Partial<AudioPodClient> = {}
  return {
    endpoint,
    scheduler,
    rateLimit: scheduler.rateLimit,
    noun: (name, make) => (nouns[name] ??= make({ request, scheduler, audioRoute })),
    read: (operation, call) => request(operation, plain, call),
  }
}

/** Beside the client rather than on it: what a session needs of it is nobody else's. */
const connections = new WeakMap<AudioPodClient, Connection>()

export function keepConnection(client: AudioPodClient, connection: Connection): void {
  connections.set(client, connection)
}

/** The way of a client that is there already: its own methods are called, also where they were put in by hand. */
export function connectionOf(client: AudioPodClient): Connection {
  const { endpoint, rateLimit } = client
  const read: Connection['read'] = <T>(operation: AnyOperation<T>, options?: CallOptions) => {
    const [noun, verb] = operation.name.split('.') as [Noun, string]
    const methods = client[noun] as Record<string, unknown>
    const call = methods[verb] as (options?: CallOptions) => Promise<T>
    return call.call(methods, options)
  }
  return { endpoint, rateLimit, scheduler: connections.get(client)?.scheduler, noun: (name) => client[name], read }
}
