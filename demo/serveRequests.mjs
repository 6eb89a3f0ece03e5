// @ts-check
/** A function from Request to Response as an HTTP server: what the demo's simulated API is served by. */
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const MAX_BODY_BYTES = 1024 * 1024

/**
 * @typedef {object} ServeOptions
 * @property {number} [port] 0, the default, is any free one
 * @property {string} [host] 127.0.0.1 by default: reached from this machine alone
 *
 * @param {(request: Request) => Promise<Response>} handle An answer of `Response.error()` cuts the connection.
 * @param {ServeOptions} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveRequests(handle, { port = 0, host = '127.0.0.1' } = {}) {
  const server = createServer((incoming, outgoing) => {
    answer(handle, incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(undefined))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * @param {(request: Request) => Promise<Response>} handle
 * @param {import('node:http').IncomingMessage} incoming
 * @param {import('node:http').ServerResponse} outgoing
 */
async function answer(handle, incoming, outgoing) {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  const body = await readBody(incoming)
  if (body === undefined) {
    outgoing.writeHead(413, { Connection: 'close' }).end()
    return
  }
  const request = toRequest(incoming, body, gone.signal)
  if (!request) {
    outgoing.writeHead(400).end()
    return
  }
  const response = await handle(request)
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body === null) {
    outgoing.end()
    return
  }
  // Node's own type of a web stream and the browser's are one thing under two names.
  await pipeline(Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body)), outgoing)
}

/**
 * @param {import('node:http').IncomingMessage} incoming
 * @returns {Promise<Buffer<ArrayBuffer> | undefined>} undefined for more than an API's request ever is
 */
async function readBody(incoming) {
  const chunks = []
  let size = 0
  for await (const chunk of incoming) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * @param {import('node:http').IncomingMessage} incoming
 * @param {Buffer<ArrayBuffer>} body
 * @param {AbortSignal} signal
 * @returns {Request | undefined} undefined for what fetch could never have sent
 */
function toRequest(incoming, body, signal) {
  const { method = 'GET', headers, url = '/' } = incoming
  try {
    const sent = new Headers()
    for (const [name, value] of Object.entries(headers)) {
      for (const one of [value ?? []].flat()) sent.append(name, one)
    }
    const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0
    const base = `http://${headers.host ?? 'localhost'}`
    return new Request(new URL(url, base), { method, headers: sent, signal, ...(hasBody ? { body } : {}) })
  } catch {
    return undefined
  }
}
