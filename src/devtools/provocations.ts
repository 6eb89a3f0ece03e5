import type { OperationName } from '../api/index.js'
import type { Inspection, Provoked } from '../client/index.js'

export type Provocation = 429 | 402 | 502

/** How long an offline spell lasts, in ms. */
export const OFFLINE_MS = 10_000

/** In seconds: what a provoked 429 names in `Retry-After`. */
const RETRY_AFTER = 10

export interface Armed {
  status: Provocation
  /** undefined: whichever comes next. */
  operation: OperationName | undefined
}

export interface ProvocationState {
  armed: Armed | undefined
  /** Unix ms. */
  offlineUntil: number | undefined
}

/** The switches of one connection: each provokes once. */
export interface Provocations {
  getSnapshot: () => ProvocationState
  subscribe: (listener: () => void) => () => void
  arm: (armed: Armed | undefined) => void
  goOffline: () => void
  goOnline: () => void
  /** Puts the switches in; returns what takes them out, and everything back as it was. */
  connect: () => () => void
}

const bodies: Readonly<Record<Provocation, object>> = {
  429: { error: { code: 'rate_limit_exceeded', message: 'Provoked by the developer tools.' }, retry_after: RETRY_AFTER },
  402: {
    error: {
      code: 'insufficient_credits',
      message: 'Provoked by the developer tools.',
      details: { credits_needed: 8250, credits_available: 1000 },
    },
  },
  502: { error: { code: 'server_error', message: 'Provoked by the developer tools.' } },
}

function answerWith(status: Provocation): Response {
  const headers = { 'Content-Type': 'application/json', ...(status === 429 && { 'Retry-After': String(RETRY_AFTER) }) }
  return new Response(JSON.stringify(bodies[status]), { status, headers })
}

export function createProvocations(inspection: Inspection): Provocations {
  let state: ProvocationState = { armed: undefined, offlineUntil: undefined }
  let spell: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function set(change: Partial<ProvocationState>) {
    state = { ...state, ...change }
    for (const listener of [...listeners]) listener()
  }

  function provoke(operation: OperationName): Provoked | undefined {
    if (state.offlineUntil !== undefined) {
      return {
        name: 'offline',
        answer() {
          throw new TypeError('Failed to fetch')
        },
      }
    }
    const { armed } = state
    if (!armed || (armed.operation !== undefined && armed.operation !== operation)) return undefined
    set({ armed: undefined })
    return { name: String(armed.status), answer: () => answerWith(armed.status) }
  }

  function goOnline() {
    clearTimeout(spell)
    if (state.offlineUntil === undefined) return
    set({ offlineUntil: undefined })
    Reflect.deleteProperty(navigator, 'onLine')
    window.dispatchEvent(new Event('online'))
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    arm: (armed) => set({ armed }),

    goOffline() {
      if (state.offlineUntil !== undefined) return
      set({ offlineUntil: Date.now() + OFFLINE_MS })
      // As the browser's own switch does it, so that the queue holds, widgets say so, and everything goes on afterwards.
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false })
      window.dispatchEvent(new Event('offline'))
      spell = setTimeout(goOnline, OFFLINE_MS)
    },

    goOnline,

    connect() {
      inspection.provoke = provoke
      return () => {
        if (inspection.provoke === provoke) inspection.provoke = undefined
        set({ armed: undefined })
        goOnline()
      }
    },
  }
}
