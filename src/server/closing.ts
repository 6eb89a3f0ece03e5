import { Refusal } from './refusals.js'
import type { Transport } from './transport.js'

/** Enough for most of what is under way, and less than what orchestrators allow before they kill. */
const CLOSE_MS = 10_000
/** Seconds after which another instance, or this one started anew, should be there. */
const RETRY_AFTER = 1
/** For the store to take what is known of a change that was cut off. */
const NOTING_MS = 1000

export interface Closing {
  /** A transport that is closed along. */
  add(transport: Transport): Transport
  /** A request has come. Refuses it once the proxy is closing. */
  begin(): void
  /** A request that had begun has been answered. */
  end(): void
  close(options?: { timeout?: number }): Promise<void>
}

/** `settled`: resolves once the store has all that it is owed. */
export function createClosing(settled: () => Promise<void>): Closing {
  const transports: Transport[] = []
  let underWay = 0
  let closed: Promise<void> | undefined
  let onIdle: () => void = () => {}

  const close = async (timeout: number) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, timeout)))
    const idle = new Promise<void>((resolve) => (onIdle = resolve))
    if (underWay === 0) onIdle()
    // Streams are the transports' to wait for: their requests have been answered.
    const done = idle.then(() => Promise.all([...transports.map((transport) => transport.close()), settled()]))
    await Promise.race([done.catch(() => {}), late])
    clearTimeout(timer)
    for (const transport of transports) transport.destroy()
    // What was cut off is still noted, a change as one of unknown outcome.
    const noted = new Promise<void>((resolve) => (timer = setTimeout(resolve, NOTING_MS)))
    await Promise.race([idle, noted])
    clearTimeout(timer)
  }

  return {
    add(transport) {
      transports.push(transport)
      return transport
    },
    begin() {
      if (closed) {
        throw new Refusal(503, 'server_error', 'The server is shutting down.', { retryAfter: RETRY_AFTER })
      }
      underWay++
    },
    end() {
      underWay--
      if (underWay === 0) onIdle()
    },
    close: ({ timeout = CLOSE_MS } = {}) => (closed ??= close(timeout)),
  }
}
