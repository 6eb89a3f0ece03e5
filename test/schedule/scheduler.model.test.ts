import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isAudioPodError, RateLimitError } from '../../src/errors/index.js'
import { createScheduler, type Scheduler, systemClock } from '../../src/schedule/index.js'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T09:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const MAX_WAIT = 60_000

/** What may be known from outside: by whom something was asked, what was told. */
interface Model {
  asked: number
  waiting: Set<number>
  flying: number[]
  settled: number
  last: number
  pausedUntil: number
}

interface Real {
  scheduler: Scheduler
  answers: Map<number, () => void>
  aborts: Map<number, AbortController>
  all: Promise<void>[]
}

type Step = fc.AsyncCommand<Model, Real>
const flush = () => vi.advanceTimersByTimeAsync(0)

class Ask implements Step {
  check = () => true
  toString = () => 'ask'
  async run(model: Model, { scheduler, answers, aborts, all }: Real) {
    const name = model.asked++
    const controller = new AbortController()
    aborts.set(name, controller)
    model.waiting.add(name)
    const left = () => {
      // The rules that hold at the moment in which anything leaves.
      expect(Date.now()).toBeGreaterThanOrEqual(model.pausedUntil)
      expect(name).toBeGreaterThan(model.last)
      const { remaining, resetAt } = scheduler.rateLimit.getSnapshot()
      if (remaining !== undefined && resetAt !== undefined) expect(model.flying.length).toBeLessThan(remaining)
      model.last = name
      model.waiting.delete(name)
      model.flying.push(name)
    }
    const send = () =>
      new Promise<void>((resolve) => {
        left()
        answers.set(name, resolve)
      })
    const settle = (error?: unknown) => {
      model.settled++
      model.waiting.delete(name)
      if (error === undefined) return
      if (!isAudioPodError(error, 'aborted') && !isAudioPodError(error, 'rate_limit_exceeded')) throw error
      if (error.code === 'rate_limit_exceeded') expect(Date.parse(error.retryAt ?? '')).toBeGreaterThan(Date.now() + MAX_WAIT)
    }
    all.push(scheduler.run(send, { signal: controller.signal }).then(() => settle(), settle))
    await flush()
  }
}

class Answer implements Step {
  constructor(
    readonly which: number,
    readonly remaining: number | undefined,
    readonly resetIn: number,
    readonly retryAfter: number | undefined,
  ) {}
  check = (model: Readonly<Model>) => model.flying.length > 0
  toString = () => `answer ${this.which}: remaining ${this.remaining}, reset in ${this.resetIn}, retry after ${this.retryAfter}`
  async run(model: Model, { scheduler, answers }: Real) {
    const [name] = model.flying.splice(this.which % model.flying.length, 1)
    const now = Date.now()
    if (this.retryAfter !== undefined) {
      const until = now + this.retryAfter
      model.pausedUntil = Math.max(model.pausedUntil, until)
      scheduler.pause({ until, told: until, reason: new RateLimitError('m', { status: 429 }) })
    } else {
      scheduler.heard({ remaining: this.remaining, resetAt: now + this.resetIn, skew: 0 })
    }
    answers.get(name as number)?.()
    await flush()
  }
}

class Pass implements Step {
  constructor(readonly ms: number) {}
  check = () => true
  toString = () => `pass ${this.ms}`
  async run() {
    await vi.advanceTimersByTimeAsync(this.ms)
  }
}

/** The wall clock is set, or the machine slept; timers go on as they were. */
class Jump implements Step {
  constructor(readonly ms: number) {}
  check = () => true
  toString = () => `jump ${this.ms}`
  async run() {
    vi.setSystemTime(Date.now() + this.ms)
    await flush()
  }
}

class Abort implements Step {
  constructor(readonly which: number) {}
  check = (model: Readonly<Model>) => model.waiting.size > 0
  toString = () => `abort ${this.which}`
  async run(model: Model, { aborts }: Real) {
    const name = [...model.waiting][this.which % model.waiting.size] as number
    const before = model.settled
    aborts.get(name)?.abort()
    await flush()
    if (model.settled !== before + 1) throw new Error('the abort did not end its caller')
  }
}

class Resume implements Step {
  check = () => true
  toString = () => 'resume'
  async run(model: Model, { scheduler }: Real) {
    model.pausedUntil = 0
    scheduler.resume()
    await flush()
  }
}

const wait = fc.integer({ min: 0, max: 90_000 })
const steps = fc.commands(
  [
    fc.constant(new Ask()),
    fc.constant(new Ask()),
    fc
      .tuple(fc.nat(), fc.option(fc.nat(3), { nil: undefined }), wait, fc.option(wait, { nil: undefined }))
      .map((parts) => new Answer(...parts)),
    wait.map((ms) => new Pass(ms)),
    fc.integer({ min: -60_000, max: 7_200_000 }).map((ms) => new Jump(ms)),
    fc.nat().map((which) => new Abort(which)),
    fc.constant(new Resume()),
  ],
  { maxCommands: 40 },
)

it('sends nothing while paused, nothing beyond what is left, all in order, and leaves nobody waiting for ever', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const model: Model = { asked: 0, waiting: new Set(), flying: [], settled: 0, last: -1, pausedUntil: 0 }
      const scheduler = createScheduler({ clock: systemClock, maxWait: MAX_WAIT })
      const real: Real = { scheduler, answers: new Map(), aborts: new Map(), all: [] }
      await fc.asyncModelRun(() => ({ model, real }), commands)
      // Let everything come to its end: answers come, time passes.
      for (let i = 0; i < 600 && model.settled < model.asked; i++) {
        for (const name of model.flying.splice(0)) real.answers.get(name)?.()
        await vi.advanceTimersByTimeAsync(10_000)
      }
      expect(model.settled).toBe(model.asked)
      await Promise.all(real.all)
      expect(vi.getTimerCount()).toBe(0)
    }),
    { numRuns: 150 },
  )
})
