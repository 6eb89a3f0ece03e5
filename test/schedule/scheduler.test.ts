import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAudioPodError, RateLimitError } from '../../src/errors/index.js'
import { createScheduler, type RateNews, systemClock, type Urgency } from '../../src/schedule/index.js'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T09:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const inMs = (ms: number) => Date.now() + ms
const iso = (ms: number) => new Date(inMs(ms)).toISOString()
const news = (more: Partial<RateNews>): RateNews => ({ skew: 0, ...more })

function arrange(maxWait = 120_000) {
  const scheduler = createScheduler({ clock: systemClock, maxWait })
  const sent: string[] = []
  const answers = new Map<string, (outcome?: () => void) => void>()
  /** Asks for a turn; `answer(name)` is what ends it. */
  const ask = (name: string, signal?: AbortSignal, onHeld?: (until: number | undefined) => void) => {
    const done = scheduler.run(
      () =>
        new Promise<string>((resolve) => {
          sent.push(name)
          answers.set(name, (outcome) => {
            outcome?.()
            resolve(name)
          })
        }),
      { signal, onHeld },
    )
    done.catch(() => {})
    return done
  }
  const answer = async (name: string, outcome?: () => void) => {
    answers.get(name)?.(outcome)
    await vi.advanceTimersByTimeAsync(0)
  }
  const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
  return { scheduler, sent, ask, answer, tick }
}

describe('without a limit', () => {
  it('everything leaves at once, in order', async () => {
    const { ask, sent, tick } = arrange()
    for (const name of ['a', 'b', 'c']) void ask(name)
    await tick()
    expect(sent).toEqual(['a', 'b', 'c'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a pause', () => {
  it('holds everybody back; then one goes ahead, and the rest follow in the order in which they came', async () => {
    const { scheduler, ask, answer, sent, tick } = arrange()
    scheduler.pause({ until: inMs(5000), told: inMs(5000) })
    for (const name of ['a', 'b', 'c']) void ask(name)
    await tick(4999)
    expect(sent).toEqual([])
    await tick(1)
    expect(sent).toEqual(['a'])
    await tick(60_000)
    expect(sent).toEqual(['a'])
    await answer('a')
    expect(sent).toEqual(['a', 'b', 'c'])
  })

  it('is not over for the rest because an older request came back', async () => {
    const { scheduler, ask, answer, sent, tick } = arrange()
    void ask('old')
    await tick()
    scheduler.pause({ until: inMs(1000) })
    for (const name of ['a', 'b']) void ask(name)
    await tick(1000)
    await answer('old')
    expect(sent).toEqual(['old', 'a'])
    await answer('a')
    expect(sent).toEqual(['old', 'a', 'b'])
  })

  it('is not over for the rest because the one that went ahead was given up', async () => {
    const { scheduler, ask, answer, sent, tick } = arrange()
    const controller = new AbortController()
    scheduler.pause({ until: inMs(1000) })
    void ask('a', controller.signal)
    for (const name of ['b', 'c', 'd']) void ask(name)
    await tick(1000)
    controller.abort()
    await answer('a')
    expect(sent).toEqual(['a', 'b'])
    await answer('b')
    expect(sent).toEqual(['a', 'b', 'c', 'd'])
  })

  it('goes on where the one that went ahead is refused', async () => {
    const { scheduler, ask, answer, sent, tick } = arrange()
    scheduler.pause({ until: inMs(1000) })
    for (const name of ['a', 'b']) void ask(name)
    await tick(1000)
    await answer('a', () => scheduler.pause({ until: inMs(1000) }))
    await tick(999)
    expect(sent).toEqual(['a'])
    await tick(1)
    expect(sent).toEqual(['a', 'b'])
  })

  it('is not made shorter by a second one', async () => {
    const { scheduler, ask, sent, tick } = arrange()
    scheduler.pause({ until: inMs(5000), told: inMs(5000) })
    scheduler.pause({ until: inMs(1000) })
    void ask('a')
    await tick(4999)
    expect(sent).toEqual([])
    await tick(1)
    expect(sent).toEqual(['a'])
  })

  it('longer than maxWait is not slept through, and nothing is sent', async () => {
    const { scheduler, ask, sent, tick } = arrange(120_000)
    const reason = new RateLimitError('Slow down', { status: 429 })
    const waiting = ask('waiting', undefined)
    scheduler.pause({ until: inMs(121_500), told: inMs(120_500), reason })
    const retryAt = iso(121_500)
    void waiting
    const later = ask('later')
    await expect(later).rejects.toMatchObject({ code: 'rate_limit_exceeded', message: 'Slow down', status: 429, retryAt })
    expect(sent).toEqual(['waiting'])
    expect(vi.getTimerCount()).toBe(0)
    // Half a second later the rest of it is short enough.
    await tick(500)
    void ask('last')
    await tick(121_000)
    expect(sent).toEqual(['waiting', 'last'])
  })

  it('as long as maxWait is slept through, jitter and all', async () => {
    const { scheduler, ask, sent, tick } = arrange(1000)
    scheduler.pause({ until: inMs(1100), told: inMs(1000) })
    void ask('a')
    await tick(1100)
    expect(sent).toEqual(['a'])
  })

  it('refuses those who wait already when it grows past maxWait', async () => {
    const { scheduler, ask, sent } = arrange(1000)
    scheduler.pause({ until: inMs(500), told: inMs(500) })
    const waiting = ask('a')
    scheduler.pause({ until: inMs(5000), told: inMs(5000) })
    await expect(waiting).rejects.toMatchObject({ retryAt: iso(5000), retryAfter: 5 })
    expect(sent).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('can be ended by a person', async () => {
    const { scheduler, ask, sent, tick } = arrange()
    scheduler.pause({ until: inMs(5000), told: inMs(5000) })
    for (const name of ['a', 'b']) void ask(name)
    scheduler.resume()
    await tick()
    expect(sent).toEqual(['a'])
    expect(scheduler.rateLimit.getSnapshot().pausedUntil).toBeUndefined()
  })

  it('tells each who waits until when, once', async () => {
    const { scheduler, ask } = arrange()
    const held = vi.fn<(until: number | undefined) => void>()
    scheduler.pause({ until: inMs(5000), told: inMs(5000) })
    void ask('a', undefined, held)
    void ask('b')
    expect(held.mock.calls.map(([until]) => until)).toEqual([inMs(5000)])
  })

  it('is longer than a timer can be, and still ends', async () => {
    const { scheduler, ask, sent, tick } = arrange(Infinity)
    const month = 40 * 86_400_000
    scheduler.pause({ until: inMs(month), told: inMs(month) })
    void ask('a')
    await tick(month - 1)
    expect(sent).toEqual([])
    await tick(1)
    expect(sent).toEqual(['a'])
  })
})

describe('a spent window', () => {
  it('holds the next request back until it is renewed', async () => {
    const { scheduler, ask, sent, tick } = arrange()
    scheduler.heard(news({ limit: 100, remaining: 0, resetAt: inMs(30_000) }))
    expect(scheduler.rateLimit.getSnapshot()).toEqual({ limit: 100, remaining: 0, resetAt: iso(30_000), pausedUntil: iso(30_000) })
    void ask('a')
    await tick(29_999)
    expect(sent).toEqual([])
    await tick(1)
    expect(sent).toEqual(['a'])
    expect(scheduler.rateLimit.getSnapshot()).toMatchObject({ limit: 100, remaining: undefined, resetAt: undefined })
  })

  it('that is over already, or whose end nobody told, holds nobody', async () => {
    const { scheduler, ask, sent, tick } = arrange()
    scheduler.heard(news({ remaining: 0, resetAt: inMs(0) }))
    scheduler.heard(news({ remaining: 0 }))
    void ask('a')
    await tick()
    expect(sent).toEqual(['a'])
  })

  it('longer than maxWait is told, and nothing is sent', async () => {
    const { scheduler, ask, sent } = arrange(1000)
    scheduler.heard(news({ limit: 100, remaining: 0, resetAt: inMs(3_600_000) }))
    await expect(ask('a')).rejects.toMatchObject({
      code: 'rate_limit_exceeded',
      retryAt: iso(3_600_000),
      retryAfter: 3600,
      limit: 100,
      remaining: 0,
    })
    expect(sent).toEqual([])
  })
})

describe('what is left of a window', () => {
  it('bounds what is on its way at once', async () => {
    const { scheduler, ask, answer, sent, tick } = arrange()
    scheduler.heard(news({ remaining: 2, resetAt: inMs(30_000) }))
    for (const name of ['a', 'b', 'c']) void ask(name)
    await tick()
    expect(sent).toEqual(['a', 'b'])
    await answer('a', () => scheduler.heard(news({ remaining: 0, resetAt: inMs(30_000) })))
    await answer('b', () => scheduler.heard(news({ remaining: 1, resetAt: inMs(30_000) })))
    expect(sent).toEqual(['a', 'b'])
    await tick(30_000)
    expect(sent).toEqual(['a', 'b', 'c'])
  })

  it('is the least that was told of it, and the end the latest', () => {
    const { scheduler } = arrange()
    scheduler.heard(news({ remaining: 5, resetAt: inMs(30_000) }))
    scheduler.heard(news({ remaining: 7, resetAt: inMs(29_200) }))
    expect(scheduler.rateLimit.getSnapshot()).toMatchObject({ remaining: 5, resetAt: iso(30_000) })
  })

  it('grows again where the window slides', () => {
    const { scheduler } = arrange()
    scheduler.heard(news({ remaining: 1, resetAt: inMs(30_000) }))
    for (let i = 1; i <= 5; i++) scheduler.heard(news({ remaining: 10 * i, resetAt: inMs(30_000 + 900 * i) }))
    expect(scheduler.rateLimit.getSnapshot().remaining).toBeGreaterThan(10)
  })

  it('is the newest that was told where no end is', () => {
    const { scheduler } = arrange()
    scheduler.heard(news({ remaining: 5 }))
    scheduler.heard(news({ remaining: 90 }))
    expect(scheduler.rateLimit.getSnapshot().remaining).toBe(90)
  })
})

describe('an abort', () => {
  it('in the queue ends the wait, leaves no timer, and lets the others be', async () => {
    const { scheduler, ask, sent, tick } = arrange()
    const controller = new AbortController()
    scheduler.pause({ until: inMs(5000), told: inMs(5000) })
    const first = ask('a', controller.signal)
    controller.abort()
    await expect(first).rejects.toMatchObject({ code: 'aborted' })
    expect(vi.getTimerCount()).toBe(0)
    void ask('b')
    await tick(5000)
    expect(sent).toEqual(['b'])
  })

  it('before the start sends nothing', async () => {
    const { ask, sent } = arrange()
    await expect(ask('a', AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' })
    expect(sent).toEqual([])
  })

  it('of a sleep leaves no timer', async () => {
    const { scheduler } = arrange()
    const controller = new AbortController()
    const { done } = scheduler.sleep(5000, controller.signal)
    controller.abort()
    await expect(done).rejects.toSatisfy((error) => isAudioPodError(error, 'aborted'))
    await expect(scheduler.sleep(5000, controller.signal).done).rejects.toMatchObject({ code: 'aborted' })
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a sleep', () => {
  it('ends in time, early where it is skipped, and also where it is longer than a timer', async () => {
    const { scheduler, tick } = arrange()
    const over: string[] = []
    const long = 30 * 86_400_000
    void scheduler.sleep(1000).done.then(() => over.push('short'))
    void scheduler.sleep(long).done.then(() => over.push('long'))
    const skipped = scheduler.sleep(5000)
    void skipped.done.then(() => over.push('skipped'))
    skipped.skip()
    await tick()
    expect(over).toEqual(['skipped'])
    await tick(1000)
    expect(over).toEqual(['skipped', 'short'])
    await tick(long - 1001)
    expect(over).toHaveLength(2)
    await tick(1)
    expect(over).toEqual(['skipped', 'short', 'long'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('those who watch', () => {
  it('see the pause begin and end, and cost no timer afterwards', async () => {
    const { scheduler, tick } = arrange()
    const seen: (string | undefined)[] = []
    const stop = scheduler.rateLimit.subscribe(() => seen.push(scheduler.rateLimit.getSnapshot().pausedUntil))
    scheduler.pause({ until: inMs(1000), told: inMs(1000) })
    const until = iso(1000)
    await tick(1000)
    expect(seen).toEqual([until, undefined])
    stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('get the same snapshot until something changes', () => {
    const { scheduler } = arrange()
    const { getSnapshot } = scheduler.rateLimit
    expect(getSnapshot()).toBe(getSnapshot())
    scheduler.heard(news({ limit: 100, remaining: 5, resetAt: inMs(1000) }))
    const snapshot = getSnapshot()
    scheduler.heard(news({ limit: 100, remaining: 5, resetAt: inMs(1000) }))
    expect(getSnapshot()).toBe(snapshot)
    vi.setSystemTime(inMs(2000))
    expect(getSnapshot()).toEqual({ limit: 100, remaining: undefined, resetAt: undefined, pausedUntil: undefined })
  })

  it('cannot end anybody else’s request by what they throw', async () => {
    const { scheduler, ask, sent, tick } = arrange()
    const reported: unknown[] = []
    vi.stubGlobal('queueMicrotask', (run: () => void) => {
      try {
        run()
      } catch (error) {
        reported.push(error)
      }
    })
    scheduler.rateLimit.subscribe(() => {
      throw new Error('listener')
    })
    scheduler.pause({ until: inMs(1000) })
    void ask('a', undefined, () => {
      throw new Error('held')
    })
    await tick(1000)
    expect(sent).toEqual(['a'])
    expect(reported.map(String)).toEqual(expect.arrayContaining(['Error: listener', 'Error: held']))
  })
})

describe('who waits together', () => {
  const queueUp = (urgencies: Urgency[]) => {
    const scheduler = createScheduler({ clock: systemClock, maxWait: 120_000 })
    const left: string[] = []
    scheduler.pause({ until: inMs(1000) })
    urgencies.forEach((urgency, i) => {
      void scheduler.run(async () => void left.push(`${urgency} ${i}`), { urgency })
    })
    return { scheduler, left }
  }

  it('leaves by urgency, and in the order of asking within a class', async () => {
    const { left } = queueUp(['background', 'read', 'change', 'poll', 'read', 'change'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(left).toEqual(['change 2', 'change 5', 'poll 3', 'read 1', 'read 4', 'background 0'])
  })

  it('goes first after twenty seconds, whatever its class', async () => {
    const { scheduler, left } = queueUp(['background'])
    scheduler.pause({ until: inMs(25_000) })
    await vi.advanceTimersByTimeAsync(24_000)
    void scheduler.run(async () => void left.push('a change of now'), { urgency: 'change' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(left).toEqual(['background 0', 'a change of now'])
  })
})

describe('beside others who took eight at once, with ten left', () => {
  async function arrangeBeside() {
    const shown = arrange()
    const resetAt = inMs(40_000)
    for (const remaining of [99, 18, 10]) {
      void shown.ask('own')
      await shown.tick()
      await shown.answer('own', () => shown.scheduler.heard(news({ limit: 100, remaining, resetAt })))
    }
    const left: string[] = []
    const start = (name: string, urgency: Urgency) =>
      void shown.scheduler.run(async () => void left.push(name), { urgency })
    return { ...shown, left, start }
  }

  it('a click leaves at once, past the polls that wait for the next window', async () => {
    const { left, start, tick } = await arrangeBeside()
    for (const name of ['a', 'b']) start(`poll ${name}`, 'poll')
    start('click', 'change')
    await tick()
    expect(left).toEqual(['click'])
    await tick(40_000)
    expect(left).toEqual(['click', 'poll a', 'poll b'])
  })

  it('polls do not leave by having waited long', async () => {
    const { left, start, tick } = await arrangeBeside()
    start('poll', 'poll')
    await tick(39_999)
    expect(left).toEqual([])
    await tick(1)
    expect(left).toEqual(['poll'])
  })
})

it('before the first answer no more than eight find out what is left', async () => {
  const { scheduler, ask, answer, sent, tick } = arrange()
  for (let i = 0; i < 12; i++) void ask(String(i))
  await tick()
  expect(sent).toHaveLength(8)
  await answer('0', () => scheduler.heard(news({ limit: 100, remaining: 99, resetAt: inMs(60_000) })))
  expect(sent).toHaveLength(12)
})
