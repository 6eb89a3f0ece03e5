import { version } from '../version.js'
import { decodeText, readBytes } from './body.js'
import type { UpstreamRequest } from './input.js'

export type AuthScheme = 'bearer' | 'x-api-key' | 'both'
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** More than any page of any list; an endless answer ends here. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024

export interface Upstream {
  baseUrl: string
  authScheme: AuthScheme
  timeout: number
  fetch: Fetch | undefined
}

export interface UpstreamCall extends UpstreamRequest {
  apiKey: string
  idempotencyKey?: string | undefined
  /** Ends the call when the browser leaves. Without it the call is seen through. */
  signal?: AbortSignal | undefined
}

export type UpstreamResult =
  | { kind: 'answer'; status: number; headers: Headers; text: string | undefined }
  | { kind: 'timeout' }
  | { kind: 'left' }
  /** `sent` is false only where it is certain that nothing was. */
  | { kind: 'failed'; sent: boolean; reason: string }

class TooLong extends Error {}

/** Sends one request, once, and waits for the whole of its answer, but not longer than `timeout`. Never rejects. */
export async function callUpstream(upstream: Upstream, call: UpstreamCall): Promise<UpstreamResult> {
  if (call.signal?.aborted) return { kind: 'left' }
  const controller = new AbortController()
  let end: (result: UpstreamResult) => void = () => {}
  // A `fetch` that does not heed its signal is not waited for either.
  const ended = new Promise<UpstreamResult>((resolve) => {
    end = (result) => {
      resolve(result)
      controller.abort()
    }
  })
  const leave = () => end({ kind: 'left' })
  const timer = setTimeout(() => end({ kind: 'timeout' }), upstream.timeout)
  call.signal?.addEventListener('abort', leave, { once: true })
  try {
    return await Promise.race([ended, exchange(upstream, call, controller.signal)])
  } finally {
    clearTimeout(timer)
    call.signal?.removeEventListener('abort', leave)
  }
}

async function exchange(upstream: Upstream, call: UpstreamCall, signal: AbortSignal): Promise<UpstreamResult> {
  try {
    const send: Fetch = upstream.fetch ?? globalThis.fetch
    const response = await send(`${upstream.baseUrl}/api/v1${call.path}`, {
      method: call.method,
      headers: headersOf(upstream, call),
      ...(call.body !== undefined && { body: call.body }),
      // A redirect would carry X-API-Key to wherever it points: `fetch` strips `Authorization` alone.
      redirect: 'manual',
      // Next.js caches what its `fetch` is not told to leave alone; older Workers refuse to be told.
      ...('cache' in Request.prototype && { cache: 'no-store' }),
      signal,
    })
    const { status, headers } = response
    if (signal.aborted) await response.body?.cancel()
    const text = response.body ? await readAnswer(response.body) : ''
    return { kind: 'answer', status: response.type === 'opaqueredirect' ? 302 : status, headers, text }
  } catch (error) {
    const code = errorCode(error)
    return { kind: 'failed', sent: !NEVER_SENT.has(code ?? ''), reason: code ?? 'the connection failed' }
  }
}

/** What goes upstream, and all of it: nothing of the browser's. */
function headersOf(upstream: Upstream, call: UpstreamCall): Record<string, string> {
  const { authScheme } = upstream
  return {
    accept: 'application/json',
    'user-agent': `audiopod-react-proxy/${version}`,
    ...(authScheme !== 'x-api-key' && { authorization: `Bearer ${call.apiKey}` }),
    ...(authScheme !== 'bearer' && { 'x-api-key': call.apiKey }),
    ...(call.contentType !== undefined && { 'content-type': call.contentType }),
    ...(call.idempotencyKey !== undefined && { 'idempotency-key': call.idempotencyKey }),
  }
}

/** Undefined for what is endless or no text. A connection that breaks in the middle is thrown on. */
async function readAnswer(body: ReadableStream<Uint8Array>): Promise<string | undefined> {
  try {
    return decodeText(await readBytes(body, MAX_ANSWER_BYTES, () => new TooLong()))
  } catch (error) {
    if (error instanceof TooLong) return undefined
    throw error
  }
}

/** Failures before a connection stood, as Node names them. Elsewhere nothing is certain. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** The code of a failure, which names no secret; its message might. */
function errorCode(error: unknown): string | undefined {
  for (const source of [error, error instanceof Error ? error.cause : undefined]) {
    if (typeof source !== 'object' || source === null || !('code' in source)) continue
    if (typeof source.code === 'string' && /^[A-Z_]{2,64}$/.test(source.code)) return source.code
  }
  return undefined
}
