import assert from 'node:assert/strict'
import { AbortedError, isAudioPodError } from '../../src/errors/index.js'
import { createScheduler, readRateHeaders, type Scheduler, type Urgency } from '../../src/schedule/index.js'
import { type Form, LimitedServer } from './limitedServer.js'
import { settle, VirtualClock } from './virtualClock.js'

export type Step =
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
export const MOST_WHILE_COLD = 8

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
        isAnswered = await this.scheduler.run((turn) => this.send(call, turn), { signal: controller.signal, urgency })
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
    assert.ok(!isOffline)
    const { remaining, resetAt, pausedUntil } = this.scheduler.rateLimit.getSnapshot()
    assert.equal(pausedUntil, undefined)
    // Never more on their way than are known to be left.
    if (remaining !== undefined && resetAt !== undefined) assert.ok(this.flying().length < remaining)
    const before = this.waiting().filter((other) => other.urgency === call.urgency && other.number < call.number)
    assert.deepEqual(before, [])
    assert.ok(clock.wall() >= this.pausedUntil)
    // After a pause one goes first.
    if (this.answeredSincePause === 0 && this.pausedUntil > 0) assert.equal(this.sentSincePause, 0)
    this.sentSincePause++
  }

  private async send(call: Call, turn: number): Promise<boolean> {
    // What is checked here fails the run, and not the request that it would be told to.
    try {
      this.checkLeaving(call)
    } catch (error) {
      this.world.failures.push(error)
    }
    call.state = 'flying'
    const { isRefused, headers } = await this.exchange(call, turn)
    if (isRefused) this.world.refused++
    call.state = 'answered'
    this.answeredSincePause++
    const now = this.world.clock.wall()
    const news = readRateHeaders(headers, now)
    if (!isRefused) {
      this.scheduler.heard(news, turn)
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

  /** Who gives up is told nothing; what has left arrives all the same. */
  private exchange(call: Call, turn: number): Promise<ReturnType<LimitedServer['answer']>> {
    const { signal } = call.controller
    const { clock, server, delay } = this.world
    return new Promise((resolve, reject) => {
      clock.after('network', delay(), () => {
        const answer = server.answer()
        if (signal.aborted) return
        stop = clock.after('network', delay(), () => {
          signal.removeEventListener('abort', abort)
          resolve(answer)
        })
      })
      let stop = () => {}
      const abort = () => {
        stop()
        call.state = 'answered'
        // One that was given up has not seen whether the way is free: another goes first.
        if (this.answeredSincePause === 0) this.sentSincePause = 0
        this.scheduler.lost(turn)
        reject(new AbortedError())
      }
      signal.addEventListener('abort', abort, { once: true })
    })
  }

  /** The wall clock was set: a pause may be over for who looked in between. */
  forgetPause() {
    this.pausedUntil = 0
  }
}

/** A server with its limit, two tabs that tell each other of it, and what happens to them. */
export class World {
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
      if (call) assert.equal(call.state, 'over')
    }
    await settle()
    this.check()
  }

  check() {
    if (this.failures.length > 0) throw this.failures[0]
    // A timer runs only while somebody waits.
    for (const tab of this.tabs) if (tab.waiting().length === 0) assert.equal(this.clock.pending(tab.name), 0)
  }

  /** Lets everything come to its end; gives the time that took. */
  async finish(): Promise<number> {
    const begun = this.clock.elapsed
    while (!this.isDone() || this.clock.pending('network') > 0) {
      if (!(await this.clock.step(Infinity))) throw new Error('Somebody waits for what no timer brings.')
      this.check()
    }
    this.check()
    return this.clock.elapsed - begun
  }
}
