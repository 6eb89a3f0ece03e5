import type { Clock } from '../../src/schedule/index.js'

interface Timer {
  at: number
  owner: string
  run: () => void
}

export const START = Date.parse('2026-11-23T09:00:00Z')

/** Time that passes when it is told to. The wall clock may be set without any timer noticing, as on a machine. */
export class VirtualClock {
  /** Milliseconds gone by, whatever the wall clock shows. */
  elapsed = 0
  private offset = START
  private timers: Timer[] = []

  wall = () => this.elapsed + this.offset

  jump(ms: number) {
    this.offset += ms
  }

  after(owner: string, ms: number, run: () => void): () => void {
    const timer = { at: this.elapsed + Math.max(0, Math.ceil(ms)), owner, run }
    this.timers.push(timer)
    return () => void (this.timers = this.timers.filter((one) => one !== timer))
  }

  clockOf = (owner: string): Clock => ({ now: this.wall, after: (ms, run) => this.after(owner, ms, run) })

  pending = (owner?: string) => this.timers.filter((timer) => owner === undefined || timer.owner === owner).length

  /** Fires the next timer that is due by `end`, if there is any, and lets all that it set going happen. */
  async step(end: number): Promise<boolean> {
    const next = this.timers.toSorted((a, b) => a.at - b.at)[0]
    if (!next || next.at > end) return false
    this.timers = this.timers.filter((timer) => timer !== next)
    this.elapsed = Math.max(this.elapsed, next.at)
    next.run()
    await settle()
    return true
  }

  async pass(ms: number) {
    const end = this.elapsed + ms
    while (await this.step(end));
    this.elapsed = end
  }
}

export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
