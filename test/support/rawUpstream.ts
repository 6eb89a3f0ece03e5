import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface RawUpstream {
  readonly url: string
  /** Requests that came whole: the head of each. */
  readonly requests: string[]
  readonly connections: number
  /** Connections that are open now. */
  readonly open: number
  /** Does with the socket of each request what a test makes it do. */
  reply(with_: (socket: Socket, count: number) => void): void
  close(): Promise<void>
}

/** An upstream that writes bytes and no HTTP of its own: whatever a test puts on the wire, and when. */
export async function startRawUpstream(): Promise<RawUpstream> {
  const sockets = new Set<Socket>()
  const requests: string[] = []
  let reply: (socket: Socket, count: number) => void = () => {}
  let connections = 0
  const server = createServer((socket) => {
    connections++
    sockets.add(socket)
    let seen = ''
    socket.on('data', (chunk) => {
      seen += chunk.toString('latin1')
      for (let end = endOfRequest(seen); end > 0; end = endOfRequest(seen)) {
        requests.push(seen.slice(0, seen.indexOf('\r\n\r\n')))
        seen = seen.slice(end)
        reply(socket, requests.length)
      }
    })
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get connections() {
      return connections
    },
    get open() {
      return sockets.size
    },
    reply(with_) {
      reply = with_
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Where the first request of these bytes ends; 0 while it is not whole. */
function endOfRequest(bytes: string): number {
  const head = bytes.indexOf('\r\n\r\n')
  if (head < 0) return 0
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(bytes.slice(0, head))?.[1] ?? 0)
  return bytes.length >= head + 4 + length ? head + 4 + length : 0
}
