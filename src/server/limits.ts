import { Refusal } from './refusals.js'
import type { ProxyStore } from './store.js'

export interface UserLimit {
  requests: number
  perSeconds: number
}

/** The longest that one answer can keep the account shut: a gateway's nonsense must not last for ever. */
const MAX_WINDOW_MS = 3_600_000
/** How long a look at the account's window holds. */
const FRESH_MS = 1000

/** Counts a request of a user, whatever it is for, and refuses what is past the limit. */
export async function countUser(store: ProxyStore, userId: string, limit: UserLimit): Promise<void> {
  const { count, resetMs } = await store.hit(`user:${userId}`, limit.perSeconds * 1000)
  if (count <= limit.requests) return
  throw new Refusal(429, 'rate_limit_exceeded', 'You sent too many requests. Wait a moment.', {
    retryAfter: Math.max(1, Math.ceil(resetMs / 1000)),
    reason: `past limits.perUser: ${limit.requests} requests in ${limit.perSeconds} s`,
  })
}

/**
 * Looks at the account's window. Gives the step that refuses while it is known to be spent: asking again would cost
 * the wait anew. Begun early, the look takes no time of its own; a step that is taken much later looks again.
 */
export function lookAtWindow(store: ProxyStore, account: string): () => Promise<void> {
  const look = async () => (await store.get(windowOf(account)))?.ttlMs ?? 0
  const begun = performance.now()
  const looked = look()
  // Told when the step is taken, where it is.
  looked.catch(() => {})
  return async () => {
    const ttlMs = await (performance.now() - begun < FRESH_MS ? looked : look())
    if (!(ttlMs > 0)) return
    throw new Refusal(429, 'rate_limit_exceeded', "The account's rate limit is used up for now.", {
      retryAfter: Math.ceil(ttlMs / 1000),
      headers: { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(Math.ceil((Date.now() + ttlMs) / 1000)) },
      reason: 'AudioPod said that the window is spent: not asked again before it opens',
    })
  }
}

/** The store tells the instances when it opens: as a time, their clocks would disagree on it. */
export async function closeWindow(store: ProxyStore, account: string, until: number, now: number): Promise<void> {
  const ms = Math.min(until - now, MAX_WINDOW_MS)
  if (ms > 0) await store.set(windowOf(account), 'spent', ms)
}

const windowOf = (account: string): string => `window:${account}`
