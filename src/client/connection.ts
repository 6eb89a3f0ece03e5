import { compact } from '../api/decode/read.js'
import type { AnyOperation } from '../api/index.js'
import { inDevelopment } from '../errors/index.js'
import type { Engine } from './engine.js'
import { inspected } from './inspect.js'
import { checkEndpoint, checkFigures, checkHeaders, clientDefaults, type ClientOptions, refuseKey, type Setup } from './options.js'
import { type Encode, plain } from './plainRequest.js'
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
  /** The client that the app brought, whose own methods are called. */
  readonly client?: AudioPodClient
  /** Undefined for a client that another copy of this package made. */
  readonly core: Core | undefined
  noun: <N extends Noun>(name: N, make: (core: Core) => AudioPodClient[N]) => AudioPodClient[N]
  /** One operation, without the rest of its noun; `encode` only where there is no `client`. @default one that takes nothing */
  read: <T>(operation: AnyOperation<T>, options?: CallOptions, encode?: Encode) => Promise<T>
}

/**
 * @param makeCore `createLight`, which fetches the engine when it is needed, or `createWhole`, which brings it along
 * @throws ConfigurationError at once for an endpoint or a header that would put the account's key in a browser
 */
export function createConnection(options: ClientOptions, makeCore: (setup: Setup) => Core): Connection {
  refuseKey(options)
  // Found in development; nothing of the account hangs on them.
  const check = inDevelopment(() => process.env.NODE_ENV !== 'production' && checkFigures)
  if (check) check(options)
  const endpoint = checkEndpoint(options.endpoint)
  if (options.headers !== undefined && typeof options.headers !== 'function') checkHeaders(options.headers)

  const given: object = compact(options)
  const setup: Setup = { ...clientDefaults, ...given, endpoint }
  const core = inDevelopment(() => process.env.NODE_ENV !== 'production' && inspected(setup, makeCore)) || makeCore(setup)
  const nouns: Partial<AudioPodClient> = {}
  return {
    endpoint,
    core,
    noun: (name, make) => (nouns[name] ??= make(core)),
    read: (operation, call, encode = plain) => core.request(operation, encode, call),
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
    // `get` stands for whichever verb it is.
    const [noun, verb] = operation.name.split('.') as [Noun, 'get']
    const methods = client[noun] as unknown as Record<'get', (options?: CallOptions) => Promise<T>>
    return methods[verb](options)
  }
  return {
    endpoint,
    client,
    core: connections.get(client)?.core,
    noun: (name) => client[name],
    read,
  }
}
