import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { createIdempotency } from '../../src/server/idempotency.js'
import type { Judged } from '../../src/server/judge.js'
import { Refusal } from '../../src/server/refusals.js'
import { createMemoryStore, type ProxyStore } from '../../src/server.js'

/** What becomes of one operation of the store: the last two were carried out, or will be, though it was rejected. */
type Fate = 'done' | 'refused' | 'reply lost' | 'late'
type Outcome = Judged['outcome'] | 'refuses before' | 'throws after'

interface Story {
  /** Who asks where, and when. */
  asks: { instance: number; at: number }[]
  fates: Fate[]
  outcomes: Outcome[]
  /** How long upstream takes. */
  latency: number
  killed: { instance: number; at: number } | null
}

const INSTANCES = 3
const LEASE = 10_000

const story: fc.Arbitrary<Story> = fc.record({
  asks: fc.array(fc.record({ instance: fc.nat(INSTANCES - 1), at: fc.nat(3000) }), { minLength: 1, maxLength: 12 }),
  fates: fc.array(fc.constantFrom<Fate>('done', 'done', 'refused', 'reply lost', 'late'), { maxLength: 8 }),
  outcomes: fc.array(fc.constantFrom<Outcome>('done', 'unknown', 'refused', 'refuses before', 'throws after'), { maxLength: 3 }),
  latency: fc.nat(3000),
  killed: fc.option(fc.record({ instance: fc.nat(INSTANCES - 1), at: fc.nat(5000) })),
})

const never = () => new Promise<never>(() => {})
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Plays it on a clock of its own, and tells what was sent and what everybody was told. */
async function play({ asks, fates, outcomes, latency, killed }: Story) {
  const memory = createMemoryStore()
  const sent: { outcome: Outcome; from: number; until: number }[] = []
  const start = performance.now()
  const elapsed = () => performance.now() - start
  const isDead = (instance: number) => killed?.instance === instance && elapsed() >= killed.at

  const through = async <T>(instance: number, act: () => Promise<T>, mayBeLate: boolean): Promise<T> => {
    await after(5)
    if (isDead(instance)) return never()
    const fate = fates.shift() ?? 'done'
    if (fate === 'refused' || (fate === 'late' && !mayBeLate)) throw new Error('refused')
    if (fate === 'late') {
      setTimeout(() => void act(), 700)
      await after(500)
      throw new Error('no answer')
    }
    const value = await act()
    await after(5)
    if (isDead(instance)) return never()
    if (fate === 'reply lost') throw new Error('no answer')
    return value
  }
  const instances = Array.from({ length: INSTANCES }, (_, instance) => {
    const store: ProxyStore = {
      ...memory,
      // A store lets no claim happen once nobody waits for it.
      claim: (...args) => through(instance, () => memory.claim(...args), false),
      swap: (...args) => through(instance, () => memory.swap(...args), true),
    }
    return createIdempotency(store, LEASE, () => {})
  })
  const send = async (instance: number): Promise<Judged> => {
    if (isDead(instance)) return never()
    const outcome = outcomes.shift() ?? 'done'
    if (outcome === 'refuses before') throw new Refusal(429, 'rate_limit_exceeded', 'Wait.')
    const one = { outcome, from: elapsed(), until: Infinity }
    sent.push(one)
    await after(latency)
    one.until = elapsed()
    if (isDead(instance)) return never()
    if (outcome === 'throws after') throw new TypeError('A mistake.')
    const status = outcome === 'done' ? 200 : outcome === 'unknown' ? 502 : 402
    return { outcome, answer: { status, body: JSON.stringify({ send: sent.indexOf(one) }) } }
  }
  const ask = async (instance: number) => {
    const change = { userId: 'alice', key: 'wish', content: 'Hello', secret: false, signal: new AbortController().signal }
    if (isDead(instance)) return never()
    const answer = await instances[instance]!
      .once(change, () => send(instance))
      .catch((error: unknown) => {
        return error instanceof Refusal ? error.toAnswer() : { status: 500, body: '' }
      })
    return { status: answer.status, body: answer.body ?? '' }
  }
  const told = asks.map(async ({ instance, at }) => {
    await after(at)
    return ask(instance)
  })
  const isOut = asks.map(({ instance }) => killed?.instance === instance)
  const waiting = Promise.all(told.filter((_, i) => !isOut[i]))
  const seen = await run(waiting)
  await run(after(2 * LEASE))
  fates.length = 0
  return { seen, sent, last: await run(ask(killed ? (killed.instance + 1) % INSTANCES : 0)) }
}

/** Lets the clock go on until it is settled, but not while a hash is made: that is done on another thread. */
async function run<T>(promise: Promise<T>): Promise<T> {
  let isSettled = false
  const settled = promise.finally(() => (isSettled = true))
  settled.catch(() => {})
  for (let steps = 0; steps < 2000 && !isSettled; ) {
    if (hashing === 0) {
      steps++
      await vi.advanceTimersByTimeAsync(50)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (!isSettled) throw new Error('Somebody is left waiting.')
  return settled
}

let hashing = 0
beforeEach(() => {
  const digest = crypto.subtle.digest.bind(crypto.subtle)
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (...args) => {
    hashing++
    return digest(...args).finally(() => hashing--)
  })
})

test('whatever becomes of stores, answers and instances: sent once, one answer for all, and the truth', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(story, async (one) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
      try {
        const { seen, sent, last } = await play(structuredClone(one))
        const costly = sent.findIndex(({ outcome }) => outcome !== 'refused')
        // Nothing is sent beside or after what may have cost something.
        expect(costly === -1 || costly === sent.length - 1).toBe(true)
        for (const [i, { from }] of sent.entries()) expect(from).toBeGreaterThanOrEqual(sent[i - 1]?.until ?? 0)
        for (const { status, body } of [...seen, last]) {
          if (status === 200) expect(body).toBe(JSON.stringify({ send: costly }))
          // Nobody knows only where an instance died or made a mistake: answers that could not be stored are found.
          if (status === 504) expect(one.killed !== null || sent.some(({ outcome }) => outcome === 'throws after')).toBe(true)
          expect([200, 402, 429, 500, 502, 503, 504]).toContain(status)
        }
        const answered = seen.find(({ status }) => status === 200 || status === 502)
        // What one was told, the next one is told as well, long after.
        if (answered) expect(last).toMatchObject({ status: answered.status, body: answered.body })
        expect(last.status).not.toBe(503)
      } finally {
        vi.useRealTimers()
      }
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) },
  )
})
