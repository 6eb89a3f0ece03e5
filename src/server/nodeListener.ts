import type { IncomingMessage, ServerResponse } from 'node:http'
import { ClientLeft, toRequest } from './nodeRequest.js'
import { writeResponse } from './nodeResponse.js'
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
        await writeResponse(req, res, status, headers, body ?? stream)
      } else {
        const { status, headers, body } = await proxy(request)
        const cookies = headers.getSetCookie()
        const plain = { ...Object.fromEntries(headers), ...(cookies.length > 0 && { 'set-cookie': cookies }) }
        await writeResponse(req, res, status, plain, body ?? undefined)
      }
    } catch {
      // An answer that breaks off must not look like a whole one.
      if (res.headersSent) res.destroy()
      else res.writeHead(500).end()
    }
    if (!req.complete) req.resume()
  }
}
