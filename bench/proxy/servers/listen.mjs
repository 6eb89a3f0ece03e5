// @ts-check
import { createServer } from 'node:http'

/** Where what is measured finds the upstream. */
export const upstream = process.env['UPSTREAM'] ?? ''
/** Shaped like a key, and obviously none. */
export const key = 'ap_FAKEfakeFAKEfakeFAKE0001'

/**
 * Listens on a free port and tells the parent process which.
 *
 * @param {import('node:http').RequestListener | import('node:http').Server} listener
 */
export function listen(listener) {
  const server = typeof listener === 'function' ? createServer(listener) : listener
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
  })
  process.on('message', (message) => {
    // A full collection also throws away what was compiled: not in the midst of a measurement of speed.
    if (message === 'collect') globalThis.gc?.()
    if (message === 'measure') report(server)
    // What is kept for the next request goes; what leaks stays.
    if (message === 'idle') server.closeIdleConnections()
  })
  process.on('disconnect', () => process.exit())
}

/** @param {import('node:http').Server} server */
function report(server) {
  server.getConnections((_, connections) => {
    const resources = process.getActiveResourcesInfo()
    const { user, system } = process.cpuUsage()
    const { heapUsed, external, rss } = process.memoryUsage()
    process.send?.({
      connections,
      sockets: resources.filter((name) => name === 'TCPSocketWrap').length,
      timers: resources.filter((name) => name === 'Timeout').length,
      heapUsed,
      external,
      rss,
      userUs: user,
      systemUs: system,
    })
  })
}
