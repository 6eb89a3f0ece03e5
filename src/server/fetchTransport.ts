import { readBytes } from './body.js'
import {
  ADDRESS_NOT_ALLOWED,
  addressIn,
  errorCode,
  type Exchange,
  isEncoded,
  type Transport,
  type TransportAnswer,
  TransportError,
  type TransportOptions,
  type TransportRequest,
  uncompressed,
} from './transport.js'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Failures before a connection stood, as Node and its relatives name them. Elsewhere nothing is certain. */
const NEVER_SENT = new Set([
  'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT',
])

/** For every runtime that has `fetch`. Without one given, the global of the moment is used. */
export function createFetchTransport(options: TransportOptions, fetch?: Fetch): Transport {
  const underWay = new Set<Started>()
  let closed = false
  return {
    send(request) {
      const refusal = closed ? 'closed' : checkUrl(request.url, options)
      if (refusal !== undefined) return refused(refusal)
      const started = start(fetch ?? globalThis.fetch, request, options.timeout)
      underWay.add(started)
      void started.ended.then(() => underWay.delete(started))
      return started.exchange
    },
    async close() {
      closed = true
      await Promise.all(Array.from(underWay, ({ ended }) => ended))
    },
    destroy() {
      closed = true
      for (const { exchange } of underWay) exchange.cancel()
    },
  }
}

function checkUrl(url: string, { checkAddress }: TransportOptions): string | undefined {
  const address = checkAddress && addressIn(new URL(url))
  return address === undefined || checkAddress?.(address) ? undefined : ADDRESS_NOT_ALLOWED
}

function refused(code: string): Exchange {
  const answer = Promise.reject(new TransportError(code))
  answer.catch(() => {})
  return { answer, sent: false, cancel() {} }
}

interface Started {
  exchange: Exchange
  /** Resolves when nothing of it is left, neither its head nor its body. */
  ended: Promise<void>
}

function start(fetch: Fetch, request: TransportRequest, timeout: number): Started {
  const controller = new AbortController()
  let sent = true
  let end: () => void = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  let fail: (error: TransportError) => void = () => {}
  const failed = new Promise<never>((_, reject) => (fail = reject))
  failed.catch(() => {})
  const stop = (code: string) => {
    fail(new TransportError(code))
    controller.abort()
    end()
  }
  const within = <T>(step: Promise<T>): Promise<T> => {
    const timer = setTimeout(() => stop('timeout'), timeout)
    return Promise.race([failed, step]).finally(() => clearTimeout(timer))
  }
  const exchanged = async (): Promise<TransportAnswer> => {
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: uncompressed(request.headers),
        ...(request.body !== undefined && { body: request.body }),
        // A redirect would carry X-API-Key to wherever it points: `fetch` strips `Authorization` alone.
        redirect: 'manual',
        // Next.js caches what its `fetch` is not told to leave alone; older Workers refuse to be told.
        ...('cache' in Request.prototype && { cache: 'no-store' as const }),
        signal: controller.signal,
      })
      // A `fetch` that heeds no signal may answer after all.
      if (controller.signal.aborted) await response.body?.cancel()
      if (!response.body) end()
      return readable(response, within, end)
    } catch (error) {
      const code = errorCode(error)
      sent = !NEVER_SENT.has(code)
      end()
      throw new TransportError(code)
    }
  }
  const answer = within(exchanged())
  answer.catch(() => {})
  return {
    exchange: {
      answer,
      get sent() {
        return sent
      },
      cancel: () => stop('cancelled'),
    },
    ended,
  }
}

type Within = <T>(step: Promise<T>) => Promise<T>

function readable(response: Response, within: Within, end: () => void): TransportAnswer {
  const { headers, body } = response
  const chunks = (): ReadableStream<Uint8Array> => {
    if (!body) return new ReadableStream({ start: (controller) => controller.close() })
    const reader = body.getReader()
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const { done, value } = await within(reader.read()).catch((error: unknown) => {
            reader.cancel().catch(() => {})
            end()
            throw new TransportError(errorCode(error))
          })
          if (!done) return controller.enqueue(value)
          end()
          controller.close()
        },
        async cancel() {
          end()
          await reader.cancel()
        },
      },
      // Nothing is read ahead: what waits here is waited for by nobody.
      { highWaterMark: 0 },
    )
  }
  return {
    // A `fetch` of the app's own that followed one all the same: what it brings is nobody's answer to us.
    status: response.type === 'opaqueredirect' || response.redirected ? 302 : response.status,
    headers,
    async bytes(maxBytes) {
      const tooLong = new TransportError('too long')
      return readBytes(chunks().getReader(), maxBytes, () => tooLong).catch((error: unknown) => {
        if (error === tooLong) return undefined
        throw error
      })
    },
    stream() {
      if (!isEncoded(headers)) return chunks()
      body?.cancel().catch(() => {})
      end()
      return new ReadableStream({ start: (controller) => controller.error(new TransportError('compressed unasked')) })
    },
  }
}
