import type { IncomingMessage, ServerResponse } from 'node:http'

/** Writes an answer out, and its body no faster than it is read; an upload that was refused may see why. */
export async function writeResponse(
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
