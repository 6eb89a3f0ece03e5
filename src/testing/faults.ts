import { refusal } from './answers.js'
import type { SimulatedOperation } from './types.js'

export type FaultTarget = SimulatedOperation | '*'

/** What goes wrong instead of, or after, an operation. */
export interface Fault {
  /** Without it, `body` and `network` the real answer comes (see `delay`). */
  status?: number | undefined
  /**
   * A string is sent as it is (HTML, if it begins like it), null as nothing, anything else as JSON.
   * @default AudioPod's own for the status
   */
  body?: unknown
  headers?: Record<string, string> | undefined
  /** How often; `Infinity` for as long as it is not undone. @default 1 */
  times?: number | undefined
  /** No answer comes at all. @default false */
  network?: boolean | undefined
  /**
   * The operation is carried out first, and then its answer is lost or replaced: the caller cannot know.
   * @default false
   */
  after?: boolean | undefined
  /**
   * Milliseconds before the answer, beside `latency`; with `Infinity` there is none until the caller gives up.
   * @default 0
   */
  delay?: number | undefined
}

export interface Faults {
  /** The returned function takes the fault back. */
  add(target: FaultTarget, fault: Fault): () => void
  /** The fault that this call meets, which is one of its times. */
  take(operation: SimulatedOperation): Fault | undefined
}

export function createFaults(): Faults {
  let waiting: { target: FaultTarget; fault: Fault; left: number }[] = []
  return {
    add(target, fault) {
      const entry = { target, fault, left: fault.times ?? 1 }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    take(operation) {
      const candidates = waiting.filter(({ target, left }) => left > 0 && (target === '*' || target === operation))
      // A fault for a few times comes before a lasting one, whichever was added first.
      const entry = candidates.find(({ left }) => left !== Infinity) ?? candidates[0]
      if (!entry) return undefined
      entry.left--
      if (entry.left <= 0) waiting = waiting.filter((other) => other !== entry)
      return entry.fault
    },
  }
}

/** True for a fault that gives an answer, or none, of its own. */
export function replacesAnswer(fault: Fault): boolean {
  return fault.network === true || fault.status !== undefined || fault.body !== undefined
}

/**
 * True for a fault that keeps the request from reaching the account, so that it is neither counted nor
 * told the rate limit. A 429 is among them: it says of the wait what the test gives it and nothing else.
 */
export function stopsBefore({ network, status }: Fault): boolean {
  return network === true || status === 429 || status === 502 || status === 503 || status === 504
}

export function faultAnswer(fault: Fault): Response {
  if (fault.network) return Response.error()
  const status = fault.status ?? 200
  const standard = refusal(status)
  if (fault.body === undefined) return withHeaders(standard, fault.headers)
  const { text, type } = written(fault.body)
  const response = new Response([101, 204, 205, 304].includes(status) ? null : text, { status })
  if (type) response.headers.set('Content-Type', type)
  else response.headers.delete('Content-Type')
  return withHeaders(response, fault.headers)
}

function written(body: unknown): { text: string | null; type?: string } {
  if (body === null) return { text: null }
  if (typeof body !== 'string') return { text: JSON.stringify(body), type: 'application/json' }
  const kind = body.trimStart().startsWith('<') ? 'html' : 'plain'
  return { text: body, type: `text/${kind}; charset=utf-8` }
}

function withHeaders(response: Response, headers: Record<string, string> | undefined): Response {
  for (const [name, value] of Object.entries(headers ?? {})) response.headers.set(name, value)
  return response
}
