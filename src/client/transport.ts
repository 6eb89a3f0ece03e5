import type { Operation } from '../api/index.js'
import { ConfigurationError } from '../errors/index.js'
import { MAX_ANSWER_BYTES, readBody } from './readBody.js'

export interface Answer {
  status: number
  headers: Headers
  /** undefined where the body was cut off or was longer than allowed. */
  text: string | undefined
}

export interface OutgoingRequest {
  url: string
  method: Operation['method']
  /** Asked within the time of the try: a session token may have to be fetched first. */
  headers: () => Promise<Record<string, string>>
  body?: string | undefined
}

/** Why a try brought no answer. */
export type TransportFailure = 'aborted' | 'timeout' | 'network'

export class NoAnswer extends Error {
  /** `sent` is false only where it is certain that nothing was. */
  constructor(
    readonly failure: TransportFailure,
    readonly sent: boolean,
  ) {
    super(failure)
  }
}

export interface TransportOptions {
  fetch: typeof globalThis.fetch | undefined
  credentials: RequestCredentials
  timeout: number
}

/**
 * One try: sends the request and reads its answer whole, within `timeout`.
 *
 * @throws NoAnswer, and ConfigurationError where there are no headers to send
 */
export async function send(
  request: OutgoingRequest,
  { fetch, credentials, timeout }: TransportOptions,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const own = new AbortController()
  let failure: TransportFailure = 'network'
  let sent = false
  const end = (why: TransportFailure) => {
    failure = why
    own.abort()
  }
  const onAbort = () => end('aborted')
  if (signal?.aborted) throw new NoAnswer('aborted', false)
  signal?.addEventListener('abort', onAbort, { once: true })
  const timer = Number.isFinite(timeout) ? setTimeout(() => end('timeout'), Math.min(timeout, 2 ** 31 - 1)) : undefined
  // A fetch that does not heed its signal must not hold the caller.
  const ended = new Promise<never>((_, reject) => {
    own.signal.addEventListener('abort', () => reject(new NoAnswer(failure, sent)), { once: true })
  })
  try {
    const call = fetch ?? globalThis.fetch
    const exchange = async (): Promise<Answer> => {
      const headers = await request.headers()
      // Who gave up while the headers were fetched is not to be charged for it afterwards.
      own.signal.throwIfAborted()
      sent = true
      const response = await call(request.url, {
        method: request.method,
        headers,
        body: request.body ?? null,
        credentials,
        cache: 'no-store',
        signal: own.signal,
      })
      return {
        status: response.status,
        headers: response.headers,
        text: await readBody(response, MAX_ANSWER_BYTES),
      }
    }
    const answer = await Promise.race([exchange(), ended])
    // What is left of too long an answer is not to be loaded.
    if (answer.text === undefined) own.abort()
    return answer
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    throw new NoAnswer(failure, sent)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}
