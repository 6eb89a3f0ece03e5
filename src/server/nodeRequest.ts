import type { IncomingMessage } from 'node:http'
import { isCanonicalTarget } from './paths.js'
import type { Leaving } from './transport.js'

/** What frameworks put on a request: Express its whole path and a parsed body, cloud functions the bytes of the body. */
interface Parsed {
  originalUrl?: string
  body?: unknown
  rawBody?: unknown
}

const HOST = /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/
/** Headers that belong to a body as it came, and not to one that is written out again. */
const BODY_HEADERS = ['content-length', 'content-encoding', 'transfer-encoding']

/** That the client has left, as a signal: one of the platform's costs more than most requests need. */
export class ClientLeft implements Leaving {
  aborted = false
  #listeners: EventListenerOrEventListenerObject[] = []
  #controller: AbortController | undefined

  addEventListener(_: string, listener: EventListenerOrEventListenerObject): void {
    this.#listeners.push(listener)
  }

  removeEventListener(_: string, listener: EventListenerOrEventListenerObject): void {
    this.#listeners = this.#listeners.filter((one) => one !== listener)
  }

  leave(): void {
    if (this.aborted) return
    this.aborted = true
    const event = new Event('abort')
    for (const listener of this.#listeners.splice(0)) {
      if (typeof listener === 'function') listener(event)
      else listener.handleEvent(event)
    }
    this.#controller?.abort()
  }

  /** One of the platform's after all, for who asks for it. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.aborted) this.#controller.abort()
    return this.#controller.signal
  }
}

/** A real Request, but that its signal is made when it is asked for. */
class NodeRequest extends Request {
  readonly #left: ClientLeft

  constructor(url: string, init: RequestInit, left: ClientLeft) {
    super(url, init)
    this.#left = left
  }

  override get signal(): AbortSignal {
    return this.#left.signal
  }
}

/** A web-standard request for a Node one. One that says anything doubtful about where it goes asks for `/`, which is nothing of ours. */
export function toRequest(req: IncomingMessage & Parsed, left: ClientLeft): Request {
  const headers: Record<string, string> = {}
  for (const name in req.headers) {
    const value = req.headers[name]
    // HTTP/2 has `:path` and the like among its headers.
    if (value !== undefined && !name.startsWith(':')) headers[name] = typeof value === 'string' ? value : value.join(', ')
  }
  const scheme = 'encrypted' in req.socket && req.socket.encrypted ? 'https' : 'http'
  const host = String(req.headers.host ?? req.headers[':authority'] ?? 'localhost')
  const target = req.originalUrl ?? req.url ?? ''
  const method = req.method ?? 'GET'
  const address = `${scheme}://${host}${target}`
  const isPlain = HOST.test(host) && isCanonicalTarget(target) && URL.canParse(address)
  // A Request cannot be made with these methods.
  if (!isPlain || /^(?:CONNECT|TRACE|TRACK)$/i.test(method)) return new NodeRequest('http://localhost/', { headers }, left)
  if (method === 'GET' || method === 'HEAD') return new NodeRequest(address, { method, headers }, left)
  const parsed = req.readableDidRead ? writeOut(req.rawBody ?? req.body, req.headers['content-type']) : undefined
  if (parsed !== undefined) for (const name of BODY_HEADERS) delete headers[name]
  // Not in every version of the types.
  const streaming: RequestInit & { duplex: 'half' } = { method, headers, body: parsed ?? toStream(req), duplex: 'half' }
  return new NodeRequest(address, streaming, left)
}

/** A body that was parsed before us, as it was on the wire. What stood there twice or nested stays so, and is refused. */
function writeOut(body: unknown, contentType = ''): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new Uint8Array(body)
  if (typeof body !== 'object' || body === null) return ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return JSON.stringify(body)
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(body)) {
    for (const one of [value].flat()) form.append(typeof one === 'string' ? name : `${name}[]`, String(one))
  }
  return form.toString()
}

/** By events and not by iteration: ending an iteration destroys the socket that the refusal must still go out on. */
function toStream(req: IncomingMessage): ReadableStream<Uint8Array> {
  // A controller throws when it is told anything after its end, whoever ended it.
  let open = true
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const end = (error?: Error) => {
        if (!open) return
        open = false
        if (error) controller.error(error)
        else controller.close()
      }
      req.on('data', (chunk: Uint8Array) => {
        if (!open) return
        controller.enqueue(new Uint8Array(chunk))
        if ((controller.desiredSize ?? 0) <= 0) req.pause()
      })
      req.once('end', () => end())
      req.once('error', end)
      req.once('close', () => end(new Error('The client left.')))
      req.pause()
    },
    pull() {
      req.resume()
    },
    cancel() {
      open = false
      req.removeAllListeners('data')
      req.resume()
    },
  })
}
