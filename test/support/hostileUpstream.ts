import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What an upstream got, to the letter. */
export interface Received {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

export type Reply = (received: Received, res: ServerResponse) => void

/** An upstream that notes all it gets and answers whatever a test makes it answer, however rude. */
export interface HostileUpstream {
  readonly url: string
  readonly received: Received[]
  /** How many connections were ended by the other side before their answer was whole. */
  readonly left: number
  reply(with_: Reply): void
  close(): Promise<void>
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return (_, res) => {
    res.writeHead(status, { 'content-type': 'application/json', ...headers })
    res.end(JSON.stringify(body))
  }
}

export function text(status: number, body: string, headers: Record<string, string> = {}): Reply {
  return (_, res) => {
    res.writeHead(status, { 'content-type': 'text/html', ...headers })
    res.end(body)
  }
}

export async function startHostileUpstream(): Promise<HostileUpstream> {
  const received: Received[] = []
  let reply = json(200, {})
  let left = 0
  const server = createServer((req, res) => {
    res.on('close', () => {
      if (!res.writableFinished) left++
    })
    const chunks: Uint8Array[] = []
    req.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const one = { method: req.method ?? '', url: req.url ?? '', headers: req.headers, body }
      received.push(one)
      reply(one, res)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    get left() {
      return left
    },
    reply(with_) {
      reply = with_
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
