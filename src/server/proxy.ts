import { IDEMPOTENCY_KEY_PATTERN, isLoopback, type Operation, type OperationName, operations } from '../api/index.js'
import { type Account, createAccounts } from './accounts.js'
import { readApiKey } from './apiKey.js'
import { createLinks, type Links } from './audio/links.js'
import type { ClipHosts } from './audio/openClip.js'
import { isPublicAddress } from './audio/publicAddress.js'
import { serveAudio } from './audio/serveAudio.js'
import { serveTimestamps } from './audio/serveTimestamps.js'
import { createStreams, type Streams } from './audio/streams.js'
import { createClosing } from './closing.js'
import { createFetchTransport } from './fetchTransport.js'
import { headersOf } from './headers.js'
import { createIdempotency, type Idempotency } from './idempotency.js'
import { checkPermission, identify } from './identity.js'
import { readInput } from './input.js'
import { sealJobs } from './jobs.js'
import { judge, type Judged } from './judge.js'
import { closeWindow, countUser, lookAtWindow } from './limits.js'
import { type AudioPodProxyEvent, type AudioPodProxyOptions, readOptions, type Settings } from './options.js'
import { checkOrigin, preflight } from './origin.js'
import { findRoute, pathBelow, type Route } from './paths.js'
import { createPrefetch, type Prefetch } from './prefetch.js'
import { type Answer, describeError, endedBySender, invalidRequest, notFound, Refusal, storeFailed } from './refusals.js'
import type { JobIds } from './seal.js'
import { tell } from './tell.js'
import type { CreateTransport, Leaving, Transport } from './transport.js'
import { callUpstream } from './upstream.js'

/** A handler that any framework with web-standard requests takes as it is. */
export interface AudioPodProxy {
  (request: Request): Promise<Response>
  /**
   * For a shutdown in good order: from now on requests and the health probe are answered 503 (with `Retry-After`), those
   * under way finish, the store gets the answers that it could not take before, and the connections to AudioPod are
   * closed. Resolves when that is done, or after `timeout` milliseconds (10_000), when what is still under way is cut
   * off; of a change it is then noted that its outcome is unknown, which may take a second more. Never rejects. To be
   * called before the server itself is closed, and before the client of Redis is.
   *
   * @example
   * process.once('SIGTERM', async () => {
   *   await proxy.close()
   *   server.close()
   * })
   */
  close(options?: { timeout?: number }): Promise<void>
  /**
   * Asks ahead of a page what its widgets will show, for `<AudioPodProvider initialData>`: the first paint then has the
   * balance. It goes the way of a browser's request: `authorize` is called with the headers of the page's own request,
   * permissions and limits hold, `onEvent` is told. What is refused, fails or takes longer than `timeout` is left out,
   * and the browser asks for it. The answers are this user's: a page that holds them must not be cached for others.
   *
   * @param from the page's request, or its headers where a framework gives no more
   * @throws ConfigurationError for what cannot be asked ahead; rejects for nothing else
   * @example
   * const initialData = await proxy.prefetch(await headers(), ['credits.get'])
   */
  prefetch: Prefetch
}

/** What a proxy answers, before it is made a Response: an adapter that needs none is spared it. */
export type Answerer = (request: Request, leaving: Leaving) => Promise<Answer & { headers: Record<string, string> }>

/** The answerer of each proxy. Not a property of it: users are not to see it. */
export const answerers = new WeakMap<(request: Request) => Promise<Response>, Answerer>()

/** The proxy of every runtime. `platformTransport` carries its requests where the app has no `fetch` of its own. */
export function createProxy(options: AudioPodProxyOptions, platformTransport: CreateTransport): AudioPodProxy {
  const settings = readOptions(options)
  const emit = (event: AudioPodProxyEvent) => tell(settings, event)
  const onFault = (error: unknown) => emit({ type: 'fault', error: { code: 'server_error', message: describeError(error) } })
  const closing = createClosing(() => parts.idempotency.settled())
  const { fetch } = settings
  const createTransport: CreateTransport = (needs) =>
    closing.add(fetch ? createFetchTransport(needs, fetch) : platformTransport(needs))
  const transport = createTransport({ timeout: settings.timeout })
  const parts: Parts = {
    settings,
    transport,
    clips: {
      guarded: createTransport({ timeout: settings.timeout, checkAddress: isPublicAddress }),
      open: transport,
      local: originIfLocal(settings.baseUrl),
    },
    links: createLinks(),
    streams: createStreams(),
    onFault,
    account: createAccounts(settings.secrets),
    idempotency: createIdempotency(settings.store, settings.timeout + LEASE_MARGIN_MS, onFault),
  }
  const attempt = async (request: Request, leaving: Leaving, trace: Trace): Promise<Answer> => {
    let begun = false
    try {
      closing.begin()
      begun = true
      return await serve(parts, request, leaving, trace)
    } catch (error) {
      return (error instanceof Refusal ? error : unforeseen(error)).toAnswer()
    } finally {
      if (begun) closing.end()
    }
  }
  const answer: Answerer = async (request, leaving) => {
    const started = performance.now()
    const trace: Trace = {}
    const served = await attempt(request, leaving, trace)
    const { status, error } = served
    const event: AudioPodProxyEvent = { type: 'request', ...trace, status, durationMs: Math.round(performance.now() - started) }
    if (error) event.error = error
    emit(event)
    return { ...served, headers: headersOf(served, request.headers.get('origin'), settings.allowedOrigins) }
  }
  const proxy = async (request: Request) => {
    const { status, headers, body, stream } = await answer(request, request.signal)
    return new Response(body ?? stream ?? null, { status, headers })
  }
  answerers.set(proxy, answer)
  return Object.assign(proxy, { close: closing.close, prefetch: createPrefetch(answer, settings.basePath) })
}

/** Room for storing an answer that came at the last moment. */
const LEASE_MARGIN_MS = 5_000

interface Trace {
  operation?: OperationName | 'speech.audio' | 'speech.timestamps'
  userId?: string
}

interface Parts {
  settings: Settings
  transport: Transport
  clips: ClipHosts
  links: Links
  streams: Streams
  onFault: (error: unknown) => void
  account: (apiKey: string) => Promise<Account>
  idempotency: Idempotency
}

/** One request, step by step. Each step refuses by throwing. */
async function serve(parts: Parts, request: Request, leaving: Leaving, trace: Trace): Promise<Answer> {
  const { settings } = parts
  const path = pathBelow(settings.basePath, request.url)
  if (path === undefined) throw notFound()
  if (path === '/healthz') return health(request)
  if (request.method === 'OPTIONS') return preflight(request, path, settings.allowedOrigins)

  const route = findRoute(request.method, path)
  const row: Operation = operations[route.name]
  trace.operation = route.file ? (`speech.${route.file}` as const) : route.name
  if (row.method !== 'GET') checkOrigin(request, settings.allowedOrigins)

  const identity = await identify(settings.authorize, request)
  trace.userId = identity.userId
  checkPermission(identity, row)
  const apiKey = await readApiKey(settings.apiKey)
  const account = await parts.account(apiKey)

  // Both questions go to the store at once.
  const checkWindow = lookAtWindow(settings.store, account.id)
  if (settings.perUser) await orGoOn(parts, row, countUser(settings.store, identity.userId, settings.perUser))
  const job = await openJob(route, identity.userId, account.jobIds)
  const input = await readInput(row, { ...route.params, ...(job && { job_id: job.raw }) }, request, settings)

  const clip = `${account.id} ${job?.raw}`
  const rewrite = (body: unknown) => {
    if (job) parts.links.learn(clip, body)
    return route.name === 'speech.create' || job ? sealJobs(body, identity.userId, account.jobIds, job) : body
  }
  const send = async (idempotencyKey?: string): Promise<Judged> => {
    await orGoOn(parts, row, checkWindow())
    // The last moment at which a change can be taken back for nothing.
    if (leaving.aborted) throw endedBySender()
    const { method, path: target, body, contentType } = input
    const result = await callUpstream(parts.transport, settings, {
      method,
      path: target,
      body,
      contentType,
      apiKey,
      idempotencyKey,
      leaving: row.effect === 'read' ? leaving : undefined,
    })
    const now = Date.now()
    const judged = await judge(result, { name: route.name, apiKey, now, rewrite })
    if (judged.spentUntil !== undefined) {
      await closeWindow(settings.store, account.id, judged.spentUntil, now).catch(parts.onFault)
    }
    return judged
  }

  const { clips: hosts, links, streams, onFault } = parts
  if (route.file) {
    const enter = (cut: () => void) => streams.enter(identity.userId, cut)
    const asked = { request, leaving, job: clip, askJob: () => send(), hosts, links, enter }
    return route.file === 'timestamps' ? serveTimestamps(asked) : serveAudio({ ...asked, onFault })
  }
  const key = row.idempotent ? readIdempotencyKey(request) : undefined
  if (key === undefined) return (await send()).answer
  const content = JSON.stringify([route.name, input.path, input.body])
  const change = { userId: identity.userId, key, content, secret: row.secret === true, signal: request.signal }
  return parts.idempotency.once(change, send)
}

/** The one host that a clip may lie on without being public: a simulator's. */
function originIfLocal(baseUrl: string): string | undefined {
  const { hostname, origin } = new URL(baseUrl)
  return isLoopback(hostname) ? origin : undefined
}

function health(request: Request): Answer {
  if (request.method === 'GET' || request.method === 'HEAD') return { status: 204 }
  throw new Refusal(405, 'invalid_request', 'The health probe answers to GET.', { headers: { Allow: 'GET, HEAD' } })
}

/** The job that a path names: one that this user was given here, or none at all. */
async function openJob(route: Route, userId: string, ids: JobIds): Promise<{ raw: string; sealed: string } | undefined> {
  const sealed = route.params['job_id']
  if (sealed === undefined) return undefined
  const raw = await ids.open(userId, sealed)
  if (raw === undefined) throw notFound()
  return { raw, sealed }
}

function readIdempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key')
  if (key === null) return undefined
  if (!IDEMPOTENCY_KEY_PATTERN.test(key)) throw invalidRequest(400, 'Idempotency-Key must be 1 to 255 visible characters.')
  return key
}

/** A store that fails: reads go on without it, changes are refused before anything is sent. */
async function orGoOn(parts: Parts, row: Operation, step: Promise<void>): Promise<void> {
  try {
    await step
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (row.effect === 'change') throw storeFailed(error)
    parts.onFault(error)
  }
}

const unforeseen = (error: unknown) =>
  new Refusal(500, 'server_error', 'The server made a mistake.', { reason: describeError(error) })
