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

export class NoAnswer {
  /** `sent` is false only where it is certain that nothing was. */
  constructor(
    readonly failure: TransportFailure,
    readonly sent: boolean,
  ) {}
}

export interface TransportOptions {
  fetch?: typeof globalThis.fetch | undefined
  credentials: RequestCredentials
  timeout: number
}

/** What a try brought. */
export type Outcome = Answer | NoAnswer

/**
 * One try: sends the request and reads its answer whole, within `timeout`.
 *
 * @throws ConfigurationError where there are no headers to send
 */
export async function send(
  request: OutgoingRequest,
  { fetch, credentials, timeout }: TransportOptions,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  let giveUp = () => {}
  const outcome = await within(timeout, signal, async (own, onSent) => {
    giveUp = () => own.abort()
    const call = fetch ?? globalThis.fetch
    const headers = await request.headers()
    // Who gave up while the headers were fetched is not to be charged for it afterwards.
    own.signal.throwIfAborted()
    onSent()
    const response = await call(request.url, {
      method: request.method,
      headers,
      body: request.body ?? null,
      credentials,
      cache: 'no-store',
      signal: own.signal,
    })
    return { status: response.status, headers: response.headers, text: await readBody(response, MAX_ANSWER_BYTES) }
  })
  // What is left of too long an answer is not to be loaded.
  if (!(outcome instanceof NoAnswer) && outcome.text === undefined) giveUp()
  return outcome
}

/**
 * What something brings within `timeout` (ms), or why it brought nothing.
 *
 * @throws ConfigurationError if it does
 */
export async function within<T>(
  timeout: number,
  signal: AbortSignal | undefined,
  run: (own: AbortController, onSent: () => void) => Promise<T>,
): Promise<T | NoAnswer> {
  const own = new AbortController()
  let failure: TransportFailure = 'network'
  let sent = false
  const end = (why: TransportFailure) => {
    failure = why
    own.abort()
  }
  const onAbort = () => end('aborted')
  if (signal?.aborted) return new NoAnswer('aborted', false)
  signal?.addEventListener('abort', onAbort, { once: true })
  const timer = setTimeout(() => end('timeout'), Math.min(timeout, 2 ** 31 - 1))
  // A fetch that does not heed its signal must not hold the caller.
  const ended = new Promise<never>((_, reject) => {
    own.signal.addEventListener('abort', reject, { once: true })
  })
  try {
    return await Promise.race([run(own, () => (sent = true)), ended])
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    return new NoAnswer(failure, sent)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}
