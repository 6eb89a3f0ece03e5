import { hasSecret, type TopUp } from '../api/index.js'
import type { Place } from './jobsPlace.js'

/** A checkout that a person was sent to, as it is kept over the way there and back. */
export interface KeptCheckout {
  topUp: TopUp
  /** The balance before it: whole credits, or cents. */
  before: number
}

const VERSION = 1
/** Past that a checkout is no longer open, and growth is no longer its doing. */
const KEPT_MS = 24 * 60 * 60_000

/** Undefined where there is none of this user. Storage that is forbidden or corrupt reads as empty. Never throws. */
export function readCheckout({ storage, name, user }: Place, now = Date.now()): KeptCheckout | undefined {
  try {
    const text = storage()?.getItem(name)
    if (!text) return undefined
    const kept: unknown = JSON.parse(text)
    if (isRecord(kept) && kept['v'] === VERSION && kept['user'] === user && isRecent(kept['at'], now)) return asCheckout(kept)
    storage()?.removeItem(name)
  } catch {
    // As if there were none.
  }
  return undefined
}

/** Keeps this one, or none. A storage that cannot take it costs nothing but the word on the balance after a reload. */
export function writeCheckout({ storage, name, user, isWanted }: Place, kept: KeptCheckout | undefined, now = Date.now()): void {
  try {
    if (!kept) return storage()?.removeItem(name)
    const text = JSON.stringify({ v: VERSION, user, at: now, ...kept })
    if (isWanted && !hasSecret(text)) storage()?.setItem(name, text)
  } catch {
    // Full or forbidden.
  }
}

function asCheckout({ topUp, before }: Readonly<Record<string, unknown>>): KeptCheckout | undefined {
  if (!isRecord(topUp) || !isCount(before)) return undefined
  const { amountCents, credits, url, sessionId } = topUp
  if (!isCount(amountCents)) return undefined
  return {
    topUp: {
      amountCents,
      ...(isCount(credits) && { credits }),
      ...(typeof url === 'string' && { url }),
      ...(typeof sessionId === 'string' && { sessionId }),
    },
    before,
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** A clock that was put back makes it no older than it is. */
const isRecent = (at: unknown, now: number) => isCount(at) && now - at < KEPT_MS && at - now < KEPT_MS
