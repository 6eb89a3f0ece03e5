import type { HttpHandler } from 'msw'
import { answer, unknownPath } from './answer.js'
import { createState } from './createState.js'
import type { Fault, FaultTarget } from './faults.js'
import { matchFile } from './files/paths.js'
import { serveFile } from './files/serveFile.js'
import { createHandlers } from './handlers.js'
import { settleJobs } from './jobs.js'
import type { SimulatorOptions } from './options.js'
import { pause } from './pause.js'
import { matchRoute, routes } from './routes.js'
import type { SimulatedRequest, SimulatorState } from './types.js'
import { createWorld, type World } from './world.js'

export interface Simulator {
  /**
   * For MSW 2: `setupServer(...simulator.handlers)` in Node, `setupWorker(...)` in the browser. MSW's worker
   * leaves navigations alone, so that a checkout's page does not open there: `state.payCheckout` pays it.
   */
  readonly handlers: HttpHandler[]
  /** `fetch` on the simulator, for the `fetch` option of a client, provider or proxy. Rejects as the real one does. */
  readonly fetch: typeof globalThis.fetch
  /** The whole API as a function. Where a fault loses the answer, that is `Response.error()`. It never rejects. */
  readonly handle: (request: Request) => Promise<Response>
  readonly state: SimulatorState
  /**
   * Makes an operation, or with `'*'` any, go wrong. Faults of one operation come one after the other, a
   * lasting one last. The returned function takes it back.
   *
   * @throws TypeError for an operation that there is not.
   *
   * @example
   * simulator.fail('credits.get', { status: 502, times: 2 })
   * simulator.fail('speech.create', { network: true, after: true }) // a job runs, and nobody was told
   */
  readonly fail: (operation: FaultTarget, fault: Fault) => () => void
  /** Back to the options that it was created with: account, faults, windows and the log. */
  readonly reset: () => void
}

const MAX_REQUESTS_KEPT = 10_000

/**
 * AudioPod's API in memory, written from its documentation: one account with its keys, rate limit, credits,
 * voices and speech jobs, for tests, stories and demos. Jobs and limits follow the clock (`now`), so fake
 * timers move them.
 *
 * A path is known by its end. Below `/api/v1` it is AudioPod itself, and a key is required; below anything
 * else it is the account as an app's own endpoint shows it (`endpoint="/api/audiopod"`), where there is none.
 * Both reach the same account.
 *
 * @example
 * const simulator = createSimulator({ credits: 500, jobSeconds: 0 })
 * const client = createAudioPodClient({ endpoint: 'https://app.example/api/audiopod', fetch: simulator.fetch })
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  let world = createWorld(options)
  const handle = (request: Request) => handleIn(world, request, request.signal)
  return {
    handlers: createHandlers(handle, options.endpoint ?? '*'),
    handle,
    fetch: async (input, init = {}) => {
      // A signal of another realm (jsdom's) is refused by Request, so it goes beside it.
      const { signal, ...rest } = init
      const given = signal ?? (input instanceof Request ? input.signal : undefined)
      given?.throwIfAborted()
      const request = new Request(input instanceof Request ? input : absolute(input), rest)
      const response = await handleIn(world, request, given)
      given?.throwIfAborted()
      if (response.type === 'error') throw new TypeError('Failed to fetch')
      return response
    },
    state: createState(() => world),
    fail: (operation, fault) => {
      checkTarget(operation)
      return world.faults.add(operation, fault)
    },
    reset: () => {
      world = createWorld(options)
    },
  }
}

/** A misspelt operation never goes wrong, and the test that says it does would pass for nothing. */
function checkTarget(operation: string): void {
  const names = ['*', ...routes.map((route) => route.operation)]
  if (!names.includes(operation)) throw new TypeError(`There is no operation ${operation}: it is one of ${names.join(', ')}.`)
}

async function handleIn(world: World, request: Request, signal: AbortSignal | undefined): Promise<Response> {
  const url = new URL(request.url)
  const file = matchFile(url.pathname)
  const match = file ? undefined : matchRoute(request.method, url.pathname)
  const route = match && 'route' in match ? match : undefined
  const entry = log(world, request, url, file?.kind ?? route?.route.operation)
  const body = await request.text().catch(() => undefined)
  if (body === undefined) return Response.error()
  settleJobs(world)

  if (file) return finish(entry, await serveFile(world, file, request).catch(() => new Response(null, { status: 500 })))
  if (!route) return finish(entry, unknownPath(match && 'allow' in match ? match.allow : undefined))

  const call = { params: route.params, query: url.searchParams, headers: request.headers, body, origin: url.origin }
  const fault = world.faults.take(route.route.operation)
  const response = answer(world, route, call, fault)
  const [min, max] = world.settings.latency
  // The work is done when the request arrives and the answer takes its time, as with a real server: who
  // gives up waiting has not undone anything.
  await pause(world.random.between(min, max) + (fault?.delay ?? 0), signal)
  if (signal?.aborted || response.type === 'error') return Response.error()
  if (!response.headers.has('Date')) response.headers.set('Date', new Date(world.now()).toUTCString())
  return finish(entry, response)
}

function finish(entry: SimulatedRequest, response: Response): Response {
  entry.status = response.status
  return response
}

function log(world: World, request: Request, url: URL, operation: SimulatedRequest['operation']): SimulatedRequest {
  const entry: SimulatedRequest = {
    operation,
    method: request.method,
    path: url.pathname,
    query: operation === 'audio' || operation === 'timestamps' ? '' : url.search,
    at: world.now(),
    idempotencyKey: request.headers.get('idempotency-key') ?? undefined,
    headers: [...request.headers.keys()].sort(),
    status: 0,
  }
  world.requests.push(entry)
  if (world.requests.length > MAX_REQUESTS_KEPT) world.requests.shift()
  return entry
}

/** A path is one of the page, or outside a browser of an example. */
function absolute(input: string | URL): URL {
  const base = typeof location === 'undefined' ? 'http://localhost/' : location.href
  return new URL(input, base)
}
