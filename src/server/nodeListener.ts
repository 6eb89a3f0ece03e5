import type { IncomingMessage, ServerResponse } from 'node:http'
import { ClientLeft, toRequest } from './nodeRequest.js'
import { answerers } from './proxy.js'

export type NodeListener = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/**
 * Serves a proxy on `node:http`, on Express (with `express.json()` and the like before it, or not), and on Fastify
 * with the raw request and reply. Never rejects. Given the proxy itself, and not a function round it, it is spared
 * the making of a `Response`.
 *
 * @example
 * app.use('/api/audiopod', toNodeListener(proxy))
 */
export function toNodeListener(proxy: (request: Request) => Promise<Response>): NodeListener {
  const answer = answerers.get(proxy)
  return async (req, res) => {
    const left = new ClientLeft()
    res.once('close', () => {
      if (!res.writableFinished) left.leave()
    })
    try {
      const request = toRequest(req, left)
      if (answer) {
        const { status, headers, body, stream } = await answer(request, left)
        // Known for text, and without it each answer would go out in chunks.
        if (body !== undefined) headers['Content-Length'] = String(Buffer.byteLength(body))
        await write(req, res, status, headers, body ?? stream)
      } else {
        const { status, headers, body } = await proxy(request)
        const cookies = headers.getSetCookie()
        const plain = { ...Object.fromEntries(headers), ...(cookies.length > 0 && { 'set-cookie': cookies }) }
        await write(req, res, status, plain, body ?? undefined)
      }
    } catch {
      // An answer that breaks off must not look like a whole one.
      if (res.headersSent) res.destroy()
      else res.writeHead(500).end()
    }
    if (!req.complete) req.resume()
  }
}

async function write(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  headers: Record<string, string | string[]>,
  body: string | ReadableStream<Uint8Array> | undefined,
): Promise<void> {
  // Nobody waits for the rest of an upload that was refused.
  if (!req.complete) headers['Connection'] = 'close'
  res.writeHead(status, headers)
  if (typeof body === 'string') {
    // ASCII, as most answers are, need not be encoded. The length was counted in bytes.
    const encoding = headers['Content-Length'] === String(body.length) ? 'latin1' : 'utf8'
    const text = req.method === 'HEAD' ? '' : body
    if (req.complete) return void res.end(text, encoding)
    res.write(text, encoding)
    await linger(req)
    res.end()
  } else if (body && req.method !== 'HEAD') await send(body, req, res)
  else {
    res.end()
    await body?.cancel()
  }
}

const LINGER_MS = 1_000
const LINGER_BYTES = 8 * 2 ** 20
/** For a sender that is slow to look; it costs nothing but the connection. */
const HELD_MS = 2_000

/**
 * A connection that is closed with bytes unread is reset, and its answer may never be seen: so some are read, for
 * nothing, and then no more, until the sender has left.
 */
function linger(req: IncomingMessage): Promise<void> {
  return new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    const hold = () => {
      clearTimeout(timer)
      req.removeAllListeners('data').pause()
      timer = setTimeout(end, HELD_MS)
    }
    let timer = setTimeout(hold, LINGER_MS)
    let left = LINGER_BYTES
    req.removeAllListeners('data').on('data', (chunk: Uint8Array) => {
      left -= chunk.byteLength
      if (left < 0) hold()
    })
    req.once('end', end).once('close', end)
    req.resume()
  })
}

/** Writes no faster than the browser reads, and stops the source when it leaves. */
async function send(body: ReadableStream<Uint8Array>, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const reader = body.getReader()
  let wake: () => void = () => {}
  res.on('drain', () => wake())
  res.once('close', () => {
    reader.cancel().catch(() => {})
    wake()
  })
  for (let next = await reader.read(); !next.done && !res.destroyed; next = await reader.read()) {
    if (!res.write(next.value)) await new Promise<void>((resolve) => (wake = resolve))
  }
  if (!req.complete && !res.destroyed) await linger(req)
  res.end()
}
