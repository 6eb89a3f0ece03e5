import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent } from 'undici'
import { UndiciExchange } from './undiciExchange.js'
import { ADDRESS_NOT_ALLOWED, addressIn, type Transport, TransportError, type TransportOptions, uncompressed } from './transport.js'

/** Connections to one origin. Past it requests wait for a free one, within their time. */
const MAX_CONNECTIONS = 256
/** A connection that does not stand by then will not: undici's own bound, where `timeout` allows more. */
const MAX_CONNECT_MS = 10_000

/**
 * undici's own API, without the web streams, signals and header objects that `fetch` makes for each request. One
 * request at a time on a connection, so that none is queued behind an answer and none is ever sent again.
 */
export function createUndiciTransport({ timeout, checkAddress }: TransportOptions): Transport {
  const agent = new Agent({
    connections: MAX_CONNECTIONS,
    pipelining: 1,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connect: {
      timeout: Math.min(timeout, MAX_CONNECT_MS),
      ...(checkAddress && { lookup: checkedLookup(checkAddress) }),
    },
  })
  return {
    send(request) {
      const exchange = new UndiciExchange()
      const { origin, path } = splitUrl(request.url)
      // A socket asks `lookup` for names alone.
      const address = checkAddress && addressIn(new URL(request.url))
      if (address !== undefined && !checkAddress?.(address)) {
        exchange.fail(new TransportError(ADDRESS_NOT_ALLOWED))
        return exchange
      }
      const { method, headers, body } = request
      agent.dispatch({ origin, path, method, headers: uncompressed(headers), body: body ?? null }, exchange)
      return exchange
    },
    close: () => agent.close(),
    destroy: () => void agent.destroy(new TransportError('closed')).catch(() => {}),
  }
}

/** Without `new URL`, which costs more than the sending. */
function splitUrl(url: string): { origin: string; path: string } {
  const slash = url.indexOf('/', url.indexOf('//') + 2)
  return slash < 0 ? { origin: url, path: '/' } : { origin: url.slice(0, slash), path: url.slice(slash) }
}

/** One address that is not allowed makes the whole name suspicious. */
function checkedLookup(checkAddress: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return callback(error ?? new TransportError(ADDRESS_NOT_ALLOWED), '')
      if (!addresses.every(({ address }) => checkAddress(address))) return callback(new TransportError(ADDRESS_NOT_ALLOWED), '')
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}
