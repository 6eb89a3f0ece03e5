import type { IncomingMessage, ServerResponse } from 'node:http'
import { toRequest } from './nodeRequest.js'
import type { AudioPodProxy } from './proxy.js'

export type NodeListener = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/**
 * Serves a proxy on `node:http`, on Express (with `express.json()` and the like before it, or not), and on Fastify
 * with the raw request and reply. Never rejects.
 *
 * @example
 * app.use('/api/audiopod', toNodeListener(proxy))
 */
export function toNodeListener(proxy: AudioPodProxy): NodeListener {
  return async (req, res) => {
    const left = new AbortController()
    res.once('close', () => left.abort())
    try {
      const response = await proxy(toRequest(req, left.signal))
      res.statusCode = response.status
      for (const [name, value] of response.headers) res.setHeader(name, value)
      // Nobody waits for the rest of an upload that was refused.
      if (!req.complete) res.setHeader('Connection', 'close')
      if (req.method === 'HEAD' || !response.body) {
        res.end()
      } else {
        await send(response.body, res)
      }
    } catch {
      if (!res.headersSent) res.statusCode = 500
      res.end()
    }
    req.resume()
  }
}

/** Writes no faster than the browser reads, and stops the source when it leaves. */
async function send(body: ReadableStream<Uint8Array>, res: ServerResponse): Promise<void> {
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
  res.end()
}
