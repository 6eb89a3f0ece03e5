import type { Judged } from './judge.js'
import { type Answer, invalidRequest, Refusal, storeFailed } from './refusals.js'
import { join, sha256 } from './hash.js'
import type { ProxyStore } from './store.js'

/** How long an answer is kept for a repeat. */
const KEPT_MS = 24 * 3_600_000
/** Between looks at a request that another instance has in hand. */
const LOOK_MS = 200

/** A change as the one who sends it knows it. */
export interface Change {
  userId: string
  /** `Idempotency-Key` as the browser sent it. */
  key: string
  /** All that makes it this change: the operation, its ids and its body. */
  content: string
  /** The answer holds a secret, and is never stored. */
  secret: boolean
  signal: AbortSignal
}

type Kept =
  | { state: 'sent'; content: string; owner: string; until: number }
  | { state: 'answered'; content: string; status: number; body?: string | undefined }
  | { state: 'secret'; content: string }

export interface Idempotency {
  /**
   * Sends a change once, however often and wherever it is asked for: the first sends it, the others get its answer.
   * `send` is given what goes upstream as `Idempotency-Key`.
   */
  once(change: Change, send: (upstreamKey: string) => Promise<Judged>): Promise<Answer>
}

/** `leaseMs`: after that a request that is not answered belongs to an instance that died. */
export function createIdempotency(store: ProxyStore, leaseMs: number, onFault: (error: unknown) => void): Idempotency {
  /** Changes that this instance has in hand, so that a repeat need not look again and again. */
  const inHand = new Map<string, Promise<Judged>>()

  const settle = async (place: string, mine: string, change: Change, content: string, judged: Judged) => {
    const { status, body } = judged.answer
    const done: Kept =
      change.secret && status < 300 ? { state: 'secret', content } : { state: 'answered', content, status, body }
    const value = judged.outcome === 'refused' ? undefined : JSON.stringify(done)
    try {
      await store.swap(place, mine, value, KEPT_MS)
    } catch (error) {
      // The answer still reaches the one who waits for it. A repeat is told, once the lease is over, that nobody knows.
      onFault(error)
    }
  }

  return {
    async once(change, send) {
      const hash = await sha256(join('idempotency', change.userId, change.key))
      const content = await sha256(change.content)
      const place = `change:${hash}`
      for (;;) {
        const mine = JSON.stringify({
          state: 'sent',
          content,
          owner: crypto.randomUUID(),
          until: Date.now() + leaseMs,
        } satisfies Kept)
        const found = await store.claim(place, mine, KEPT_MS).catch((error: unknown) => {
          throw storeFailed(error)
        })
        if (found === undefined) {
          const sending = send(hash)
          inHand.set(place, sending)
          try {
            const judged = await sending
            await settle(place, mine, change, content, judged)
            return judged.answer
          } catch (error) {
            // A refusal is thrown before anything has left. After any other failure a repeat is told that nobody knows.
            if (error instanceof Refusal) await store.swap(place, mine, undefined, KEPT_MS).catch(onFault)
            throw error
          } finally {
            inHand.delete(place)
          }
        }
        const kept = read(found)
        if (kept && kept.content !== content) {
          throw invalidRequest(409, 'This Idempotency-Key was used for another request.')
        }
        if (!kept) throw lost()
        if (kept.state === 'secret') throw secretShown()
        if (kept.state === 'answered') return replay(kept)
        const local = inHand.get(place)
        if (local) {
          const { answer } = await local
          if (change.secret && answer.status < 300) throw secretShown()
          return answer
        }
        if (kept.until <= Date.now()) throw lost()
        await pause(LOOK_MS, change.signal)
      }
    },
  }
}

function replay({ status, body }: Extract<Kept, { state: 'answered' }>): Answer {
  return { status, body }
}

const secretShown = () =>
  invalidRequest(409, 'This request already made an API key. Its secret was shown once, and is not kept.')

/** The truth about a request whose instance died, or whose record is damaged. */
const lost = () =>
  new Refusal(504, 'unknown_outcome', 'This request was sent, and its answer was lost. It may have gone through.')

function read(text: string): Kept | undefined {
  try {
    const kept: Kept = JSON.parse(text)
    return kept
  } catch {
    return undefined
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(new Refusal(499, 'aborted', 'The request was ended by its sender.'))
    }
    if (signal.aborted) return reject(new Refusal(499, 'aborted', 'The request was ended by its sender.'))
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    signal.addEventListener('abort', leave, { once: true })
  })
}
