import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createJobPoller, MOST_POLLS } from '../../src/client/jobPoller.js'
import type { SpeechJob, WaitForSpeechOptions } from '../../src/client/index.js'
import { AbortedError, isAudioPodError, NetworkError, NotFoundError, ServerError } from '../../src/errors/index.js'
import { type RateLimit, systemClock } from '../../src/schedule/index.js'
import { START } from './support.js'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

type Answer = (id: string) => SpeechJob | Error

/** A poller whose questions are answered after `latency` ms; tells when each was asked. */
function arrange(answer: Answer, latency = 50) {
  const polls: { id: string; at: number }[] = []
  const page = { isHidden: false, listeners: new Set<() => void>() }
  let rateLimit: RateLimit = {}
  let underWay = 0
  let most = 0
  const poller = createJobPoller({
    clock: systemClock,
    rateLimit: { getSnapshot: () => rateLimit },
    visibility: {
      isHidden: () => page.isHidden,
      onChange(listener) {
        page.listeners.add(listener)
        return () => page.listeners.delete(listener)
      },
    },
    async get(id, { signal } = {}) {
      polls.push({ id, at: Date.now() - START })
      most = Math.max(most, ++underWay)
      const outcome = answer(id)
      try {
        await new Promise<void>((resolve, reject) => {
          const timer = setTimeout(resolve, latency)
          signal?.addEventListener('abort', () => {
            clearTimeout(timer)
            reject(new AbortedError())
          })
        })
        if (outcome instanceof Error) throw outcome
        return outcome
      } finally {
        underWay--
      }
    },
  })
  return {
    polls,
    page,
    most: () => most,
    times: () => polls.map(({ at }) => at),
    wait(job: Partial<SpeechJob>, options?: WaitForSpeechOptions) {
      const done = poller.wait({ id: '1', status: 'pending', ...job }, options)
      done.catch(() => {})
      return done
    },
    show(isHidden: boolean) {
      page.isHidden = isHidden
      for (const listener of page.listeners) listener()
    },
    tell: (news: RateLimit) => void (rateLimit = news),
  }
}

const pending = (id: string): SpeechJob => ({ id, status: 'pending' })
const completed = (id: string): SpeechJob => ({ id, status: 'completed', audioUrl: 'https://cdn.example/1.mp3' })
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
/** Answers that come from the `after`th question on. */
const doneAfter = (after: number): Answer => {
  let asked = 0
  return (id) => (++asked >= after ? completed(id) : pending(id))
}

describe('one job', () => {
  it('is asked for soon, when its end was told, and at growing intervals', async () => {
    const { wait, times } = arrange(doneAfter(6), 0)
    const done = wait({ estimatedSeconds: 8 })
    await pass(30_000)
    expect(times()).toEqual([2000, 4001, 6002, 8000, 10_001, 13_002])
    expect(await done).toMatchObject({ status: 'completed' })
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    [undefined, 1000],
    [0, 1000],
    [1, 1000],
    [3, 1500],
    [30, 2000],
    [3600, 2000],
  ])('that should take %s s is first asked for after %i ms', async (estimatedSeconds, first) => {
    const { wait, times } = arrange(doneAfter(1))
    void wait({ estimatedSeconds })
    await pass(20_000)
    expect(times()).toEqual([first])
  })

  it('that two wait for is asked for once, and both are told', async () => {
    const { wait, polls } = arrange(doneAfter(2))
    const news = [vi.fn(), vi.fn()]
    const both = news.map((onProgress) => wait({}, { onProgress }))
    await pass(5000)
    expect(await Promise.all(both)).toMatchObject([{ status: 'completed' }, { status: 'completed' }])
    expect(polls).toHaveLength(2)
    for (const told of news) expect(told).toHaveBeenCalledTimes(2)
  })

  it('is still asked for when one of two has stopped waiting, and no more when both have', async () => {
    const { wait, polls } = arrange(pending)
    const [first, second] = [new AbortController(), new AbortController()]
    const done = [first, second].map(({ signal }) => wait({}, { signal }))
    first.abort()
    await expect(done[0]).rejects.toMatchObject({ code: 'aborted' })
    await pass(2500)
    expect(polls).toHaveLength(2)
    second.abort()
    await expect(done[1]).rejects.toMatchObject({ code: 'aborted' })
    await pass(60_000)
    expect(polls).toHaveLength(2)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('has a poll that is under way dropped when nobody waits any more', async () => {
    const { wait } = arrange(pending, 60_000)
    const controller = new AbortController()
    void wait({}, { signal: controller.signal })
    await pass(1500)
    expect(vi.getTimerCount()).toBe(1)
    controller.abort()
    await pass(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends for a listener that throws, and for nobody else', async () => {
    const { wait } = arrange(doneAfter(2))
    const thrown = new Error('the app’s own')
    const faulty = wait({}, { onProgress: () => { throw thrown } })
    const other = wait({})
    await pass(10_000)
    await expect(faulty).rejects.toBe(thrown)
    expect(await other).toMatchObject({ status: 'completed' })
  })

  it('may have a deadline longer than a timer can run', async () => {
    const { wait } = arrange(doneAfter(3))
    const done = wait({}, { deadline: Infinity })
    await pass(10_000)
    expect(await done).toMatchObject({ status: 'completed' })
  })
})

describe('many jobs', () => {
  it('are asked for a few at a time', async () => {
    const { wait, polls, most } = arrange(pending, 500)
    for (let i = 0; i < 1000; i++) void wait({ id: String(i) })
    await pass(1000)
    expect(polls).toHaveLength(MOST_POLLS)
    await pass(10_000)
    expect(most()).toBe(MOST_POLLS)
  })

  it('take half of the limit and no more, once each was asked for', async () => {
    const { wait, polls, tell } = arrange(pending, 0)
    for (let i = 0; i < 30; i++) void wait({ id: String(i) })
    tell({ limit: 100 })
    await pass(5 * 60_000)
    expect(polls.length).toBeGreaterThan(150)
    expect(polls.length).toBeLessThanOrEqual(30 + 5 * 50)
  })

  it('are asked for less where little of the limit is left', async () => {
    const { wait, polls, tell } = arrange(pending, 0)
    tell({ limit: 100, remaining: 4, resetAt: new Date(START + 60_000).toISOString() })
    void wait({ id: '1' })
    void wait({ id: '2' })
    await pass(55_000)
    expect(polls).toHaveLength(2)
  })

  it('after hours of sleep are asked for once, without a burst', async () => {
    const { wait, polls, most } = arrange(pending)
    for (let i = 0; i < 20; i++) void wait({ id: String(i) }, { deadline: Infinity })
    await pass(5000)
    const before = polls.length
    vi.setSystemTime(Date.now() + 5 * 3_600_000)
    await pass(3000)
    expect(polls.length - before).toBeLessThanOrEqual(20)
    expect(most()).toBeLessThanOrEqual(MOST_POLLS)
  })

  it('are left alone while the page is hidden, and asked for once when it is seen', async () => {
    const { wait, polls, show, page } = arrange(pending)
    for (let i = 0; i < 20; i++) void wait({ id: String(i) }, { deadline: 30_000 })
    await pass(1500)
    show(true)
    const before = polls.length
    await pass(3_600_000)
    expect(polls).toHaveLength(before)
    expect(vi.getTimerCount()).toBe(0)
    show(false)
    await pass(1000)
    // Their deadlines are over, and are looked at after the poll.
    expect(polls).toHaveLength(before + 20)
    expect(page.listeners.size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('whatever happens', () => {
  const answers: fc.Arbitrary<SpeechJob | Error>[] = [
    fc.constant(pending('x')),
    fc.record({ id: fc.constant('x'), status: fc.constant('processing' as const), progress: fc.integer({ min: 0, max: 100 }) }),
    fc.constant(completed('x')),
    fc.constant<SpeechJob>({ id: 'x', status: 'cancelled' }),
    fc.constant<SpeechJob>({ id: 'x', status: 'failed' }),
    fc.constant(new NetworkError('away')),
    fc.integer({ min: 0, max: 200_000 }).map((ms) => new ServerError('later', { retryAt: new Date(START + ms).toISOString() })),
    fc.constant(new NotFoundError('gone')),
    fc.constant(new Error('a bug')),
  ]
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('wait' as const),
      id: fc.integer({ min: 0, max: 12 }).map(String),
      deadline: fc.integer({ min: 0, max: 120_000 }),
      estimatedSeconds: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('abort' as const), which: fc.nat() }),
    fc.record({ kind: fc.constant('show' as const), isHidden: fc.boolean() }),
    fc.record({ kind: fc.constant('jump' as const), ms: fc.integer({ min: -60_000, max: 7_200_000 }) }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 20_000 }) }),
  )

  it('everybody who waits is answered, few polls are under way, and no timer is left', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 40 }),
        fc.infiniteStream(fc.oneof(...answers)),
        fc.integer({ min: 0, max: 8000 }),
        async (steps, stream, latency) => {
          vi.setSystemTime(START)
          const next = stream[Symbol.iterator]()
          const { wait, show, page, most } = arrange(() => next.next().value ?? pending('x'), latency)
          const all: Promise<unknown>[] = []
          const aborts: AbortController[] = []
          for (const now of steps) {
            if (now.kind === 'wait') {
              const controller = new AbortController()
              aborts.push(controller)
              const { id, deadline, estimatedSeconds } = now
              const done = wait({ id, estimatedSeconds }, { deadline, signal: controller.signal })
              all.push(
                done.then(
                  (job) => expect(job).toMatchObject({ id, status: 'completed' }),
                  (error: unknown) => expect(error).toBeInstanceOf(Error),
                ),
              )
            } else if (now.kind === 'abort') aborts[now.which % aborts.length]?.abort()
            else if (now.kind === 'show') show(now.isHidden)
            else if (now.kind === 'jump') vi.setSystemTime(Date.now() + now.ms)
            else await pass(now.ms)
          }
          show(false)
          let open = all.length
          for (const each of all) void each.finally(() => open--)
          // A clock that was set back by a minute forty times may be waited for.
          for (let i = 0; i < 200 && open > 0; i++) await pass(60_000)
          expect(open).toBe(0)
          await Promise.all(all)
          await pass(latency)
          expect(most()).toBeLessThanOrEqual(MOST_POLLS)
          expect(vi.getTimerCount()).toBe(0)
          expect(page.listeners.size).toBe(0)
        },
      ),
      { numRuns: 200 },
    ))

  it('an answer that says no word of a failure is one all the same', async () => {
    const { wait } = arrange((id) => ({ id, status: 'failed' }))
    const error: unknown = await Promise.all([wait({}), pass(2000)]).catch((reason: unknown) => reason)
    expect(isAudioPodError(error, 'job_failed')).toBe(true)
  })
})
