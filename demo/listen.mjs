// @ts-check
/** An HTTP server on this machine's own addresses, at the first port from `port` on that is free. */
import { createServer } from 'node:http'

const TRIES = 20

/**
 * @param {import('node:http').RequestListener} listener
 * @param {number} port 0 is any free one
 * @param {(port: number) => void} onTaken told of each port that was not free
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function listen(listener, port, onTaken) {
  for (let candidate = port; candidate <= Math.min(port + TRIES, 65535); candidate++) {
    const opened = await open(listener, candidate)
    if (opened) return opened
    onTaken(candidate)
  }
  throw new Error(`No free port from ${port} on.`)
}

/**
 * Both addresses that `localhost` may mean: with only one of them taken, a browser might show another server.
 * @param {import('node:http').RequestListener} listener
 * @param {number} port
 */
async function open(listener, port) {
  const first = createServer(listener)
  const chosen = await bind(first, '127.0.0.1', port)
  if (typeof chosen !== 'number') {
    if (chosen.code === 'EADDRINUSE') return undefined
    throw chosen
  }
  const second = createServer(listener)
  const other = await bind(second, '::1', chosen)
  const servers = typeof other === 'number' ? [first, second] : [first]
  const close = async () => void (await Promise.all(servers.map(stop)))
  // A machine without IPv6 has no such address, and nobody else listens there either.
  if (typeof other === 'number' || other.code !== 'EADDRINUSE') return { port: chosen, close }
  await close()
  return undefined
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number | NodeJS.ErrnoException>} the port
 */
function bind(server, host, port) {
  return new Promise((resolve) => {
    server.once('error', resolve)
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** @param {import('node:http').Server} server */
function stop(server) {
  return new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
}
