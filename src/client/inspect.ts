import { type OperationName, redact } from '../api/index.js'
import { noteCopy } from '../development/outsideProvider.js'
import { watchAnswer, watchFailure } from '../development/watch.js'
import { type AudioPodError, type ErrorCode, isAudioPodError } from '../errors/index.js'
import type { Core } from './connection.js'
import type { Setup } from './options.js'
import type { Request } from './request.js'

/** One try that left, or was answered in its place. Never a URL, an id, a header or a body: any of them may hold a secret. */
export interface InspectedRequest {
  id: number
  operation: OperationName
  method: string
  /** From 1. */
  attempt: number
  /** When it left, Unix ms. */
  at: number
  /** How long it waited before it left (ms): for its turn, or to be repeated. */
  waited: number
  /** Until the answer's headers came, in ms; undefined while it is under way. */
  duration: number | undefined
  /** Undefined while it is under way, and where no answer came. */
  status: number | undefined
  /** What it was answered with in place of the server: nothing was sent. */
  provoked: string | undefined
}

/** A call that has not come to its end: it waits, or a try of it is under way. */
export interface InspectedCall {
  id: number
  operation: OperationName
  /** How often it was sent before. */
  attempts: number
  isUnderWay: boolean
  /** Since when it is as it is, Unix ms. */
  since: number
  /** ISO 8601; undefined where nobody knows. */
  retryAt: string | undefined
  reason: ErrorCode | undefined
}

export interface InspectedError {
  id: number
  operation: OperationName
  at: number
  code: ErrorCode
  /** With everything key-shaped struck out. */
  message: string
  requestId: string | undefined
  /** The call goes on: it waits, and is tried again. */
  willRepeat: boolean
}

export interface Inspected {
  /** The newest first, at most 100. */
  requests: readonly InspectedRequest[]
  /** The oldest first. */
  calls: readonly InspectedCall[]
  /** The newest first, at most 20. */
  errors: readonly InspectedError[]
}

/** An answer in place of the server's; `answer` throws where there is to be none. */
export interface Provoked {
  name: string
  answer: () => Response
}

/** What developer tools see of a connection. In development alone: a production bundle holds none of it. */
export interface Inspection {
  getSnapshot: () => Inspected
  subscribe: (listener: () => void) => () => void
  clear: () => void
  /** Asked before each try leaves; undefined lets it go. */
  provoke: ((operation: OperationName) => Provoked | undefined) | undefined
}

const MOST_REQUESTS = 100
const MOST_ERRORS = 20

/** By what a call of `fetch` is known to be a call's. */
interface Mark {
  method: string
  url: string
  /** Told that it leaves, and `fetch` not called yet. */
  isLeaving: boolean
}

const inspections = new WeakMap<Core, Inspection>()

/** Undefined in production, and for a client that another copy of this package made. */
export function inspectionOf(core: Core | undefined): Inspection | undefined {
  return core && inspections.get(core)
}

/** A core that notes what it does. It sends what it would send anyway. */
export function inspected(setup: Setup, makeCore: (setup: Setup) => Core): Core {
  let requests: readonly InspectedRequest[] = []
  let errors: readonly InspectedError[] = []
  let snapshot: Inspected | undefined
  let ids = 0
  const calls = new Map<InspectedCall, Mark>()
  const listeners = new Set<() => void>()
  const noted = new WeakSet<AudioPodError>()

  function changed() {
    snapshot = undefined
    for (const listener of [...listeners]) listener()
  }

  function note(error: unknown, operation: OperationName, willRepeat: boolean) {
    // What somebody gave up is nobody's trouble, and one refusal may hold many calls back.
    if (!isAudioPodError(error) || error.code === 'aborted' || noted.has(error)) return
    noted.add(error)
    const { code, requestId } = error
    const message = redact(error.message)
    const one = { id: ++ids, operation, at: Date.now(), code, message, requestId: requestId && redact(requestId), willRepeat }
    errors = [one, ...errors].slice(0, MOST_ERRORS)
  }

  const inspectedFetch: typeof globalThis.fetch = async (input, init) => {
    const real = () => (setup.fetch ?? globalThis.fetch)(input, init)
    const [call, mark] = [...calls].find(([, { isLeaving, url, method }]) => isLeaving && url === input && method === init?.method) ?? []
    if (!call || !mark) return real()
    mark.isLeaving = false
    const begun = performance.now()
    const id = ++ids
    const provoked = inspection.provoke?.(call.operation)
    const { operation, attempts: attempt } = call
    const watched = { endpoint: setup.endpoint, operation, credentials: setup.credentials }
    const at = Date.now()
    requests = [
      { id, operation, method: mark.method, attempt, at, waited: at - call.since, duration: undefined, status: undefined, provoked: provoked?.name },
      ...requests,
    ].slice(0, MOST_REQUESTS)
    Object.assign(call, { isUnderWay: true, since: at })
    changed()
    const end = (status?: number) => {
      const duration = performance.now() - begun
      requests = requests.map((one) => (one.id === id && one.duration === undefined ? { ...one, duration, status } : one))
      Object.assign(call, { isUnderWay: false, since: Date.now() })
      changed()
    }
    // A fetch that does not heed its signal would be under way for ever.
    const giveUp = () => end()
    init?.signal?.addEventListener('abort', giveUp, { once: true })
    try {
      const response = provoked ? provoked.answer() : await real()
      end(response.status)
      if (!provoked) watchAnswer(watched, mark.url, response)
      return response
    } catch (error) {
      end()
      if (!provoked && init?.signal?.aborted !== true) watchFailure(watched, error)
      throw error
    } finally {
      init?.signal?.removeEventListener('abort', giveUp)
    }
  }

  noteCopy()
  const core = makeCore({ ...setup, fetch: inspectedFetch })

  const request: Request = async (operation, encode, options = {}, repeat = (kept) => request(operation, encode, kept), first) => {
    const { name, method } = operation
    const held = { retryAt: undefined, reason: undefined }
    const call: InspectedCall = { id: ++ids, operation: name, attempts: 0, isUnderWay: false, since: Date.now(), ...held }
    const mark: Mark = { method, url: '', isLeaving: false }
    calls.set(call, mark)
    changed()
    try {
      return await core.request(
        operation,
        (...given) => {
          const encoded = encode(...given)
          mark.url = encoded.url
          return encoded
        },
        {
          ...options,
          onSend() {
            mark.isLeaving = true
            Object.assign(call, { attempts: call.attempts + 1, ...held })
            options.onSend?.()
          },
          onWait(wait) {
            Object.assign(call, { retryAt: wait?.retryAt, reason: wait?.error?.code })
            note(wait?.error, name, true)
            changed()
            options.onWait?.(wait)
          },
        },
        repeat,
        first,
      )
    } catch (error) {
      note(error, name, false)
      throw error
    } finally {
      calls.delete(call)
      changed()
    }
  }

  const inspection: Inspection = {
    getSnapshot: () => (snapshot ??= { requests, errors, calls: [...calls.keys()].map((call) => ({ ...call })) }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear() {
      requests = []
      errors = []
      changed()
    },
    provoke: undefined,
  }
  const inspectable = { ...core, request }
  inspections.set(inspectable, inspection)
  return inspectable
}
