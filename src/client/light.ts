import type { AnyOperation } from '../api/index.js'
import { bareError } from '../errors/index.js'
import { dateOf } from '../schedule/index.js'
import type { Core } from './connection.js'
import type { CreateEngine, Engine, PastAnswer } from './engine.js'
import type { Setup } from './options.js'
import type { EncodedRequest } from './plainRequest.js'
import type { Request } from './request.js'
import { requestHeaders } from './requestHeaders.js'
import { type Answer, NoAnswer, type Outcome, send, within } from './transport.js'

/** More than these at once, or one after another, are the scheduler's to pace. */
const MOST_AT_ONCE = 8
const MOST_ALONE = 25

/** A share of the limit: while more than this is left nobody has to wait. */
const PLENTY = 0.75

/** How long everybody is held back (seconds) after a 429 that names none, where the scheduler cannot be had, and at most. */
const HOLD = 60
const LONGEST_HOLD = 1e9

let loaded: { createEngine: CreateEngine; createWhole: (setup: Setup) => Core } | undefined

/** Fetched once a page; a later connection has it at once. */
export async function loadEngine(): Promise<CreateEngine> {
  loaded ??= await import('./engine.js')
  return loaded.createEngine
}

/** Without an engine, unless one has been fetched on this page before. */
export function createLight(setup: Setup): Core {
  return loaded?.createWhole(setup) ?? startLight(setup, loadEngine)
}

/**
 * Sends reads while nothing is the matter. All else is the engine's, which is fetched for it: a change, a poll, a crowd, an
 * answer that is no value, no answer, a limit of which much is spent. From that moment on nothing leaves until it is there;
 * it learns of each answer before, and of the one that was the matter first of all.
 *
 * Where the engine cannot be had a read is tried once, and fails with what its status tells; nothing is changed.
 */
export function startLight(setup: Setup, loadEngine: () => Promise<CreateEngine>): Core {
  let engine: Engine | undefined
  let loading: Promise<Engine> | undefined
  let isCalm = true
  /** After a 429, Unix ms: until when nobody tries without the engine. */
  let heldUntil = 0
  const past: PastAnswer[] = []
  const underWay = new Set<Promise<void>>()
  const judges = new Set<(engine: Engine) => void>()

  async function fetchEngine(): Promise<Engine> {
    try {
      const createEngine = await loadEngine()
      const made = (engine = createEngine(setup, past, underWay))
      // What was the matter comes first: it may hold back those who only wait for the engine.
      for (const judge of judges) judge(made)
      judges.clear()
      return made
    } catch (error) {
      loading = undefined
      throw error
    }
  }

  const load = () => (loading ??= fetchEngine())
  const loadWithin = (signal: AbortSignal | undefined) => within(setup.timeout, signal, load)

  const request: Request = async (operation, encode, options = {}, repeat) => {
    if (engine) return engine.request(operation, encode, options, repeat)
    const { signal } = options
    const isRead = operation.effect === 'read' && operation.name !== 'speech.get'
    if (!isRead || !isCalm || underWay.size >= MOST_AT_ONCE || globalThis.navigator?.onLine === false) {
      const whole = await loadWithin(signal)
      if (!(whole instanceof NoAnswer)) return whole.request(operation, encode, options, repeat)
      if (!isRead || whole.failure === 'aborted') throw bareError(operation, whole)
      if (heldUntil > Date.now()) throw bareError(operation, { status: 429 }, heldUntil)
    }
    const encoded = encode(setup.endpoint, operation)
    let sent: Record<string, string> = {}
    let leave = () => {}
    const end = new Promise<void>((resolve) => {
      leave = () => {
        underWay.delete(end)
        resolve()
      }
    })
    underWay.add(end)
    options.onSend?.()
    try {
      const headers = async () => (sent = await requestHeaders(setup.headers))
      const outcome = await send({ ...encoded, headers }, setup, signal)
      const value = outcome instanceof NoAnswer ? undefined : decoded(operation, encoded, outcome)
      if (value) {
        answered({ sent, answer: value.of, at: value.at })
        return value.value
      }
      return await judged(outcome, operation, signal, (whole) => {
        const answer = whole.request(operation, encode, options, repeat, outcome)
        leave()
        return answer
      })
    } finally {
      leave()
    }
  }

  function answered(answer: PastAnswer) {
    if (engine) return engine.heard(answer)
    past.push(answer)
    isCalm &&= past.length < MOST_ALONE && hasPlenty(answer.answer)
    // Before it is needed, where the browser has nothing else to do: what fails next may be the network.
    if (past.length === 1) globalThis.requestIdleCallback?.(() => void load().catch(() => {}))
  }

  /** What was the matter is the engine's to say, at once where it is there. */
  async function judged<T>(
    outcome: Outcome,
    operation: AnyOperation,
    signal: AbortSignal | undefined,
    ask: (engine: Engine) => Promise<T>,
  ): Promise<T> {
    if (engine) return ask(engine)
    const isAnswer = !(outcome instanceof NoAnswer)
    if (!isAnswer && outcome.failure === 'aborted') throw bareError(operation, outcome)
    isCalm = false
    if (isAnswer && outcome.status === 429) {
      const seconds = Number(outcome.headers.get('retry-after')) || HOLD
      heldUntil = Date.now() + Math.min(seconds, LONGEST_HOLD) * 1000
    }
    return new Promise((resolve, reject) => {
      const judge = (whole: Engine) => resolve(ask(whole))
      judges.add(judge)
      void loadWithin(signal).then((whole) => {
        if (!judges.delete(judge)) return
        const isAborted = whole instanceof NoAnswer && whole.failure === 'aborted'
        reject(bareError(operation, isAborted ? whole : outcome, heldUntil))
      })
    })
  }

  return { request, engine: () => engine, load }
}

/** The value of a good answer; undefined for any other, for which the engine has the words. */
function decoded<T>(operation: AnyOperation<T>, { wire }: EncodedRequest, answer: Answer) {
  const at = Date.now()
  try {
    if (answer.status < 200 || answer.status > 299) return undefined
    const now = dateOf(answer.headers.get('date') ?? '') ?? at
    return { value: operation.decode(JSON.parse(answer.text ?? ''), { now, input: wire }), of: answer, at }
  } catch {
    return undefined
  }
}

/** Whether nobody has to wait yet: as AudioPod itself tells it. Any other form, and any pause, is the engine's to read. */
function hasPlenty({ headers }: Answer): boolean {
  let isOther = false
  headers.forEach((_, name) => {
    isOther ||= /rate-?limit|^retry-after$/.test(name) && !name.startsWith('x-ratelimit-')
  })
  const limit = headers.get('x-ratelimit-limit')
  const remaining = headers.get('x-ratelimit-remaining')
  return !isOther && (limit === remaining || Number(remaining) > PLENTY * Number(limit))
}
