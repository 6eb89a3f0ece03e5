import type { AnyOperation } from '../api/index.js'
import type { Scheduler } from '../schedule/index.js'
import type { Engine } from './engine.js'
import { checkEndpoint, checkFigures, checkHeaders, clientDefaults, type ClientOptions, refuseKey, type Setup } from './options.js'
import { plain } from './plainRequest.js'
import type { Request } from './request.js'
import type { AudioPodClient, CallOptions } from './types.js'

export type Noun = 'account' | 'credits' | 'wallet' | 'apiKeys' | 'voices' | 'speech' | 'rateLimit'

/** What the methods of a noun are made with. */
export interface Core {
  request: Request
  /** Undefined until something was the matter. */
  engine: () => Engine | undefined
  load: () => Promise<Engine>
}

/**
 * A way to one endpoint, whose nouns are made when somebody first asks for them: an app's bundle holds those that its
 * hooks import, where a client holds all.
 */
export interface Connection {
  readonly endpoint: string
  /** Undefined before `whole`, and for a client that another copy of this package made. */
  readonly scheduler: Scheduler | undefined
  isWhole: () => boolean
  /** Fetches what a first good answer has no need of. */
  whole: () => Promise<unknown>
  noun: <N extends Noun>(name: N, make: (core: Core) => AudioPodClient[N]) => AudioPodClient[N]
  /** One operation that takes nothing, without the rest of its noun. */
  read: <T>(operation: AnyOperation<T>, options?: CallOptions) => Promise<T>
}

/**
 * @param makeCore `createLight`, which fetches the engine when it is needed, or `createWhole`, which brings it along
 * @throws ConfigurationError at once for an endpoint or a header that would put the account's key in a browser
 */
export function createConnection(options: ClientOptions, makeCore: (setup: Setup) => Core): Connection {
  refuseKey(options)
  checkFigures(options)
  const endpoint = checkEndpoint(options.endpoint)
  if (options.headers !== undefined && typeof options.headers !== 'function') checkHeaders(options.headers)

  const core = makeCore({
    endpoint,
    headers: options.headers,
    fetch: options.fetch,
    credentials: options.credentials ?? clientDefaults.credentials,
    timeout: options.timeout ?? clientDefaults.timeout,
    maxRetries: options.maxRetries ?? clientDefaults.maxRetries,
    maxWait: options.maxWait ?? clientDefaults.maxWait,
  })
  const nouns: Partial<AudioPodClient> = {}
  return {
    endpoint,
    get scheduler() {
      return core.engine()?.scheduler
    },
    isWhole: () => core.engine() !== undefined,
    whole: core.load,
    noun: (name, make) => (nouns[name] ??= make(core)),
    read: (operation, call) => core.request(operation, plain, call),
  }
}

/** Beside the client rather than on it: what a session needs of it is nobody else's. */
const connections = new WeakMap<AudioPodClient, Connection>()

export function keepConnection(client: AudioPodClient, connection: Connection): void {
  connections.set(client, connection)
}

/** The way of a client that is there already: its own methods are called, also where they were put in by hand. */
export function connectionOf(client: AudioPodClient): Connection {
  const { endpoint } = client
  const read: Connection['read'] = <T>(operation: AnyOperation<T>, options?: CallOptions) => {
    const [noun, verb] = operation.name.split('.') as [Noun, string]
    const methods = client[noun] as unknown as Record<string, unknown>
    const call = methods[verb] as (options?: CallOptions) => Promise<T>
    return call.call(methods, options)
  }
  return {
    endpoint,
    scheduler: connections.get(client)?.scheduler,
    isWhole: () => true,
    whole: () => Promise.resolve(),
    noun: (name) => client[name],
    read,
  }
}
