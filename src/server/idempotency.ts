import { join, sha256 } from './hash.js'
import type { Judged } from './judge.js'
import { carryOut, createOwed, type Write } from './owed.js'
import { type ChangeRecord, lost, readRecord, replay, secretShown, usedOtherwise } from './record.js'
import { type Answer, endedBySender, Refusal, storeFailed } from './refusals.js'
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

export interface Idempotency {
  /**
   * Sends a change once, however often and wherever it is asked for: the first sends it, the others get its answer.
   * `send` is given what goes upstream as `Idempotency-Key`.
   */
  once(change: Change, send: (upstreamKey: string) => Promise<Judged>): Promise<Answer>
  /** Resolves once the store has every answer: other instances can give them then. */
  settled(): Promise<void>
}

/** A change on its way through this instance. */
interface Errand {
  place: string
  content: string
  change: Change
  send: () => Promise<Judged>
}

/** `leaseMs`: after that a request that is not answered belongs to an instance that died. */
export function createIdempotency(store: ProxyStore, leaseMs: number, onFault: (error: unknown) => void): Idempotency {
  /** Changes that this instance has in hand: their repeats wait here, and never ask the store. */
  const inHand = new Map<string, { content: string; answer: Promise<Answer> }>()
  const owed = createOwed(store, KEPT_MS, onFault)

  const settle = async (write: Write) => {
    try {
      await carryOut(store, write, KEPT_MS)
    } catch (error) {
      // The answer still reaches the one who waits for it. A repeat elsewhere gets it as soon as it is stored.
      onFault(error)
      owed.add(write)
    }
  }

  const sendAs = async (mine: string, { place, content, change, send }: Errand): Promise<Answer> => {
    try {
      const { answer, outcome } = await send()
      const record: ChangeRecord =
        change.secret && answer.status < 300
          ? { state: 'secret', content }
          : { state: 'answered', content, status: answer.status, body: answer.body }
      await settle({ place, mine, value: outcome === 'refused' ? undefined : JSON.stringify(record) })
      return answer
    } catch (error) {
      // A refusal is thrown before anything has left. After any other failure a repeat is told that nobody knows.
      if (error instanceof Refusal) await settle({ place, mine, value: undefined })
      throw error
    }
  }

  /** Claims a change and sends it, or waits for the instance that has it in hand. */
  const first = async (errand: Errand): Promise<Answer> => {
    const { place, content, change } = errand
    /** When the one who was seen to have it in hand must have answered, by the clock that only goes forward. */
    let leaseEnds: number | undefined
    for (;;) {
      const record: ChangeRecord = { state: 'sent', content, owner: crypto.randomUUID(), leaseMs }
      const mine = JSON.stringify(record)
      const looked = await attempt(() => store.claim(place, mine, KEPT_MS))
      if (!looked.isDone) {
        // It may have been carried out after all, or may still be.
        owed.add({ place, mine, value: undefined })
        if (leaseEnds === undefined) throw storeFailed(looked.error)
        // Somebody has sent it: to say that nothing was sent would be untrue.
        if (leaseEnds <= performance.now()) throw lost()
      } else if (looked.value === undefined) {
        return sendAs(mine, errand)
      } else {
        const found = readRecord(looked.value.value, content)
        const leftMs = found.state === 'sent' ? found.leaseMs - (KEPT_MS - looked.value.ttlMs) : 0
        if (!(leftMs > 0)) return replay(found)
        leaseEnds = performance.now() + leftMs
      }
      await pause(LOOK_MS, change.signal)
    }
  }

  return {
    settled: owed.settled,
    async once(change, send) {
      const hash = await sha256(join('idempotency', change.userId, change.key))
      const content = await sha256(change.content)
      const place = `change:${hash}`
      for (;;) {
        const unstored = owed.answerTo(place)
        if (unstored !== undefined) return replay(readRecord(unstored, content))
        const near = inHand.get(place)
        if (!near) {
          const answer = first({ place, content, change, send: () => send(hash) }).finally(() => inHand.delete(place))
          inHand.set(place, { content, answer })
          return answer
        }
        if (near.content !== content) throw usedOtherwise()
        const answer = await near.answer.catch((error: unknown) => {
          // Only the one who asked first has left.
          if (!(error instanceof Refusal && error.code === 'aborted')) throw error
        })
        if (!answer) continue
        if (change.secret && answer.status < 300) throw secretShown()
        return answer
      }
    },
  }
}

type Attempt<T> = { isDone: true; value: T } | { isDone: false; error: unknown }

async function attempt<T>(act: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { isDone: true, value: await act() }
  } catch (error) {
    return { isDone: false, error }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(endedBySender())
    }
    if (signal.aborted) return reject(endedBySender())
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    signal.addEventListener('abort', leave, { once: true })
  })
}
