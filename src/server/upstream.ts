import { decodeText } from './body.js'
import type { UpstreamRequest } from './input.js'
import { errorCode, type Exchange, type HeaderReader, type Leaving, type Transport, USER_AGENT } from './transport.js'

export type AuthScheme = 'bearer' | 'x-api-key' | 'both'

/** More than any page of any list; an endless answer ends here. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024

export interface Upstream {
  baseUrl: string
  authScheme: AuthScheme
  timeout: number
}

export interface UpstreamCall extends UpstreamRequest {
  apiKey: string
  idempotencyKey?: string | undefined
  /** Ends the call when the browser leaves. Without it the call is seen through. */
  leaving?: Leaving | undefined
}

export type UpstreamResult =
  | { kind: 'answer'; status: number; headers: HeaderReader; text: string | undefined }
  /** `sent` is false only where it is certain that nothing was. */
  | { kind: 'timeout'; sent: boolean }
  | { kind: 'left' }
  | { kind: 'failed'; sent: boolean; reason: string }

/** Sends one request, once, and waits for the whole of its answer, but not longer than `timeout`. Never rejects. */
export function callUpstream(transport: Transport, upstream: Upstream, call: UpstreamCall): Promise<UpstreamResult> {
  const { leaving } = call
  if (leaving?.aborted) return Promise.resolve({ kind: 'left' })
  return new Promise((resolve) => {
    const exchange = transport.send({
      url: `${upstream.baseUrl}/api/v1${call.path}`,
      method: call.method,
      headers: headersOf(upstream, call),
      body: call.body,
    })
    const end = (result: UpstreamResult) => {
      clearTimeout(timer)
      leaving?.removeEventListener('abort', leave)
      resolve(result)
    }
    const leave = () => {
      end({ kind: 'left' })
      exchange.cancel()
    }
    const timer = setTimeout(() => {
      end({ kind: 'timeout', sent: exchange.sent })
      exchange.cancel()
    }, upstream.timeout)
    leaving?.addEventListener('abort', leave, { once: true })
    void receive(exchange).then(end)
  })
}

async function receive(exchange: Exchange): Promise<UpstreamResult> {
  try {
    const answer = await exchange.answer
    const body = await answer.bytes(MAX_ANSWER_BYTES)
    const { status, headers } = answer
    return { kind: 'answer', status, headers, text: body && decodeText(body) }
  } catch (error) {
    const reason = errorCode(error)
    if (reason === 'timeout') return { kind: 'timeout', sent: exchange.sent }
    return { kind: 'failed', sent: exchange.sent, reason }
  }
}

/** What goes upstream, and all of it: nothing of the browser's. */
function headersOf(upstream: Upstream, call: UpstreamCall): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': USER_AGENT,
  }
  if (upstream.authScheme !== 'x-api-key') headers['authorization'] = `Bearer ${call.apiKey}`
  if (upstream.authScheme !== 'bearer') headers['x-api-key'] = call.apiKey
  if (call.contentType !== undefined) headers['content-type'] = call.contentType
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey
  return headers
}
