import { createFetchTransport } from './fetchTransport.js'
import type { Transport, TransportOptions } from './transport.js'
import { createUndiciTransport } from './undiciTransport.js'

/**
 * undici, unless somebody has put another function in place of the global `fetch`: a mock, a recorder or a guard is
 * there to see every request, and one that costs credits must not slip past it. Asked at each request, since such
 * things come and go. A transport that checks addresses is always undici's: no `fetch` could check them.
 */
export function createNodeTransport(options: TransportOptions): Transport {
  const own = createUndiciTransport(options)
  if (options.checkAddress) return own
  const replaced = createFetchTransport(options)
  return {
    send: (request) => (isNodes(globalThis.fetch) ? own : replaced).send(request),
    close: async () => {
      await Promise.all([own.close(), replaced.close()])
    },
    destroy: () => {
      own.destroy()
      replaced.destroy()
    },
  }
}

let lastSeen: unknown
let lastAnswer = false

/** By its text, as a replacement may have come before this module did. What is not known is taken for a replacement. */
function isNodes(fetch: unknown): boolean {
  if (fetch !== lastSeen) {
    lastSeen = fetch
    lastAnswer = typeof fetch === 'function' && /^(?:async )?function fetch\(input, init = undefined\)/.test(String(fetch))
  }
  return lastAnswer
}
