import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AbortedError, isAudioPodError } from '../../src/errors/index.js'
import { createScheduler, readRateHeaders, type Scheduler, type Urgency } from '../../src/schedule/index.js'
import { urgencies } from '../../src/schedule/pacing.js'
import { type Form, forms, LimitedServer, tellsAll } from './limitedServer.js'
import { settle, VirtualClock } from './virtualClock.js'

type Step =
  | { type: 'ask'; tab: 0 | 1; urgency: Urgency; many: number }
  | { type: 'pass'; ms: number }
  | { type: 'others'; many: number }
  | { type: 'abort'; which: number }
  | { type: 'offline'; ms: number }
  | { type: 'jump'; ms: number }

interface Scenario {
  limit: number
  windowMs: number
  form: Form
  steps: Step[]
  delays: number[]
}

interface Call {
  number: number
  urgency: Urgency
  controller: AbortController
  state: 'waiting' | 'flying' | 'answered' | 'over'
}

/** Before the first answer so many find out what is left. */
const MOST_WHILE_COLD = 8

/** A client's part: sends, tells the scheduler what the answer said, and asks again after a refusal. */
class Tab {
  readonly scheduler: Scheduler
  readonly calls: Call[] = []
  private pausedUntil = 0
  private sentSincePause = 0
  private answeredSincePause = 0

  constructor(
    readonly name: string,
    private readonly world: World,
  ) {
    this.scheduler = createScheduler({
      clock: world.clock.clockOf(name),
      maxWait: 120_000,
      connectivity: {
        isOffline: () => world.isOffline,
        onChange: (listener) => {
          world.onConnectivity.add(listener)
          return () => world.onConnectivity.delete(listener)
        },
      },
    })
  }

  waiting = () => this.calls.filter(({ state }) => state === 'waiting')
  flying = () => this.calls.filter(({ state }) => state === 'flying')

  ask(urgency: Urgency) {
    const call: Call = { number: 0, urgency, controller: new AbortController(), state: 'waiting' }
    this.calls.push(call)
    void this.repeat(call).catch((error: unknown) => this.world.failures.push(error))
  }

  private async repeat(call: Call) {
    const { controller, urgency } = call
    try {
      let isAnswered = false
      while (!isAnswered) {
        call.number = this.world.asked++
        call.state = 'waiting'
        isAnswered = await this.scheduler.run(() => this.send(call), { signal: controller.signal, urgency })
      }
    } catch (error) {
      const isAborted = controller.signal.aborted && isAudioPodError(error, 'aborted')
      // A wall clock that was set back makes a window longer than anybody waits.
      if (!isAborted && !(this.world.hasJumped && isAudioPodError(error, 'rate_limit_exceeded'))) throw error
    } finally {
      call.state = 'over'
    }
  }

  private checkLeaving(call: Call) {
    const { clock, isOffline } = this.world
    expect(isOffline).toBe(false)
    const { remaining, resetAt, pausedUntil } = this.scheduler.rateLimit.getSnapshot()
    expect(pausedUntil).toBeUndefined()
    // Never more on their way than are known to be left.
    if (remaining !== undefined && resetAt !== undefined) expect(this.flying().length).toBeLessThan(remaining)
    const before = this.waiting().filter((other) => other.urgency === call.urgency && other.number < call.number)
    expect(before).toEqual([])
    expect(clock.wall()).toBeGreaterThanOrEqual(this.pausedUntil)
    // After a pause one goes first.
    if (this.answeredSincePause === 0 && this.pausedUntil > 0) expect(this.sentSincePause).toBe(0)
    this.sentSincePause++
  }

  private async send(call: Call): Promise<boolean> {
    // What is checked here fails the run, and not the request that it would be told to.
    try {
      this.checkLeaving(call)
    } catch (error) {
      this.world.failures.push(error)
    }
    call.state = 'flying'
    await this.travel(call)
    const { isRefused, headers } = this.world.server.answer()
    if (isRefused) this.world.refused++
    await this.travel(call)
    call.state = 'answered'
    this.answeredSincePause++
    const now = this.world.clock.wall()
    const news = readRateHeaders(headers, now)
    if (!isRefused) {
      this.scheduler.heard(news)
      return true
    }
    this.scheduler.refused(news)
    const told = news.retryAfterMs
    this.pausedUntil = Math.max(this.pausedUntil, now + (told ?? 1000))
    this.sentSincePause = 0
    this.answeredSincePause = 0
    this.scheduler.pause({ until: now + (told ?? 1000), told: told === undefined ? undefined : now + told })
    return false
  }

  private travel({ controller: { signal } }: Call): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.world.clock.after('network', this.world.delay(), () => {
        signal.removeEventListener('abort', abort)
        resolve()
      })
      const abort = () => {
        stop()
        reject(new AbortedError())
      }
      if (signal.aborted) return abort()
      signal.addEventListener('abort', abort, { once: true })
    })
  }

  /** The wall clock was set: a pause may be over for who looked in between. */
  forgetPause() {
    this.pausedUntil = 0
  }
}

class World {
  readonly clock = new VirtualClock()
  readonly server: LimitedServer
  readonly onConnectivity = new Set<() => void>()
  readonly tabs: [Tab, Tab]
  readonly failures: unknown[] = []
  isOffline = false
  hasJumped = false
  refused = 0
  asked = 0
  private delays = 0

  constructor(private readonly scenario: Scenario) {
    this.server = new LimitedServer(this.clock, scenario)
    const [one, other] = (this.tabs = [new Tab('one', this), new Tab('other', this)])
    one.scheduler.onRate(other.scheduler.takeIn)
    other.scheduler.onRate(one.scheduler.takeIn)
  }

  delay = () => this.scenario.delays[this.delays++ % this.scenario.delays.length] ?? 50
  open = () => this.tabs.flatMap((tab) => tab.calls.filter(({ state }) => state !== 'over'))
  isDone = () => this.tabs.every(({ calls }) => calls.every(({ state }) => state === 'over'))

  setOffline(isOffline: boolean) {
    this.isOffline = isOffline
    for (const listener of this.onConnectivity) listener()
  }

  async take(step: Step) {
    if (step.type === 'ask') for (let i = 0; i < step.many; i++) this.tabs[step.tab].ask(step.urgency)
    if (step.type === 'pass') await this.clock.pass(step.ms)
    if (step.type === 'others') for (let i = 0; i < step.many; i++) this.server.answer()
    if (step.type === 'offline') {
      this.setOffline(true)
      await this.clock.pass(step.ms)
      this.setOffline(false)
    }
    if (step.type === 'jump') {
      this.hasJumped = true
      this.clock.jump(step.ms)
      for (const tab of this.tabs) tab.forgetPause()
    }
    if (step.type === 'abort') {
      const calls = this.open()
      const call = calls[step.which % calls.length]
      call?.controller.abort()
      await settle()
      if (call) expect(call.state).toBe('over')
    }
    await settle()
    this.check()
  }

  check() {
    if (this.failures.length > 0) throw this.failures[0]
    // A timer runs only while somebody waits.
    for (const tab of this.tabs) if (tab.waiting().length === 0) expect(this.clock.pending(tab.name)).toBe(0)
  }

  /** Lets everything come to its end; gives the time that took. */
  async finish(): Promise<number> {
    const begun = this.clock.elapsed
    while (!this.isDone()) {
      if (!(await this.clock.step(Infinity))) throw new Error('Somebody waits for what no timer brings.')
      this.check()
    }
    this.check()
    return this.clock.elapsed - begun
  }
}

const server = {
  limit: fc.integer({ min: 1, max: 40 }),
  windowMs: fc.integer({ min: 3000, max: 60_000 }),
  delays: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
}
const ask = (tab: fc.Arbitrary<0 | 1>) =>
  fc.record({ type: fc.constant('ask' as const), tab, urgency: fc.constantFrom(...urgencies), many: fc.integer({ min: 1, max: 12 }) })
const pass = fc.record({ type: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 70_000 }) })
const offline = fc.record({ type: fc.constant('offline' as const), ms: fc.integer({ min: 0, max: 90_000 }) })
const anything = fc.oneof(
  { weight: 4, arbitrary: ask(fc.constantFrom(0, 1)) },
  { weight: 3, arbitrary: pass },
  fc.record({ type: fc.constant('others' as const), many: fc.integer({ min: 1, max: 12 }) }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('abort' as const), which: fc.nat(50) }) },
  offline,
  fc.record({ type: fc.constant('jump' as const), ms: fc.integer({ min: -60_000, max: 7_200_000 }) }),
)

it('whatever a server tells and others do: never more than are known to be left, in order, and nobody waits for ever', async () => {
  const scenario = fc.record({ ...server, form: fc.constantFrom(...forms), steps: fc.array(anything, { maxLength: 12 }) })
  await fc.assert(
    fc.asyncProperty(scenario, async (one) => {
      const world = new World(one)
      for (const step of one.steps) await world.take(step)
      await world.finish()
      expect(world.clock.pending()).toBe(0)
    }),
    { numRuns: 250 },
  )
})

it('alone, and told what is left with each answer: never refused, and as quick as the limit lets it', async () => {
  const scenario = fc.record({
    ...server,
    form: fc.constantFrom(...forms.filter((form) => tellsAll(form) || form === 'no limit')),
    steps: fc.array(fc.oneof({ weight: 2, arbitrary: ask(fc.constant(0)) }, pass, offline), { maxLength: 10 }),
  })
  await fc.assert(
    fc.asyncProperty(scenario, async (one) => {
      const world = new World(one)
      for (const step of one.steps) await world.take(step)
      const waiting = world.open().length
      const ms = await world.finish()
      // Who is not told how many there are has each window's first answer to wait for.
      const cold = tellsAll(one.form) || one.limit >= MOST_WHILE_COLD ? MOST_WHILE_COLD - one.limit : Infinity
      expect(world.refused).toBeLessThanOrEqual(Math.max(0, cold))
      // Ends are told in whole seconds, and a window begins with the first request to arrive in it.
      expect(ms).toBeLessThanOrEqual((Math.ceil(waiting / one.limit) + 1) * (one.windowMs + 3000) + 2000)
    }),
    { numRuns: 250 },
  )
})
