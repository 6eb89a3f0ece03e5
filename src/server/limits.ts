import { Refusal } from './refusals.js'
import type { ProxyStore } from './store.js'

export interface UserLimit {
  requests: number
  perSeconds: number
}

/** The longest that one answer can keep the account shut: a gateway's nonsense must not last for ever. */
const MAX_WINDOW_MS = 3_600_000

/** Counts a request of a user, whatever it is for, and refuses what is past the limit. */
export async function countUser(store: ProxyStore, userId: string, limit: UserLimit): Promise<void> {
  const { count, resetMs } = await store.hit(`user:${userId}`, limit.perSeconds * 1000)
  if (count <= limit.requests) return
  throw new Refusal(429, 'rate_limit_exceeded', 'You sent too many requests. Wait a moment.', {
    retryAfter: Math.max(1, Math.ceil(resetMs / 1000)),
    reason: `past limits.perUser: ${limit.requests} requests in ${limit.perSeconds} s`,
  })
}

/** Refuses while the account's window is known to be spent. Asking again would cost the wait anew. */
export async function checkWindow(store: ProxyStore, account: string, now: number): Promise<void> {
  const until = Number((await store.get(`window:${account}`)) ?? 0)
  if (!(until > now)) return
  throw new Refusal(429, 'rate_limit_exceeded', "The account's rate limit is used up for now.", {
    retryAfter: Math.ceil((until - now) / 1000),
    headers: { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(Math.ceil(until / 1000)) },
    reason: 'AudioPod said that the window is spent: not asked again before it opens',
  })
}

export async function closeWindow(store: ProxyStore, account: string, until: number, now: number): Promise<void> {
  const ms = Math.min(until - now, MAX_WINDOW_MS)
  if (ms > 0) await store.set(`window:${account}`, String(now + ms), ms)
}
