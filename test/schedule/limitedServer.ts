import { START, type VirtualClock } from './virtualClock.js'

/** How a server tells of its limit. */
export const forms = [
  'epoch',
  'epoch ms',
  'iso',
  'delta',
  'draft',
  'old draft',
  'no limit',
  'retry-after',
  'none',
] as const
export type Form = (typeof forms)[number]

/** Those that tell with every answer how many there are, how many are left, and until when. */
export const tellsAll = (form: Form) => !['no limit', 'retry-after', 'none'].includes(form)

/** Counts requests in windows that begin with a first request; its clock is right whatever the machine's shows. */
export class LimitedServer {
  /** The most that were refused in one window. */
  mostRefused = 0
  private refused = 0
  private ends = 0
  private count = 0

  constructor(
    private readonly clock: VirtualClock,
    private readonly options: { limit: number; windowMs: number; form: Form },
  ) {}

  answer(): { isRefused: boolean; headers: Headers } {
    const { limit, windowMs } = this.options
    const now = this.clock.elapsed
    if (now >= this.ends) {
      this.ends = now + windowMs
      this.count = 0
      this.refused = 0
    }
    const isRefused = this.count >= limit
    if (isRefused) this.mostRefused = Math.max(this.mostRefused, ++this.refused)
    else this.count++
    return { isRefused, headers: this.headers(isRefused, limit - this.count, this.ends - now) }
  }

  private headers(isRefused: boolean, left: number, resetMs: number): Headers {
    const { limit, form } = this.options
    const now = START + this.clock.elapsed
    const reset = now + resetMs
    const seconds = Math.ceil(resetMs / 1000)
    const headers = new Headers({ date: new Date(now).toUTCString() })
    const tell = (told: Record<string, string | number>) => {
      for (const [name, value] of Object.entries(told)) headers.set(name, String(value))
    }
    const classic = (at: string | number) =>
      tell({ 'x-ratelimit-limit': limit, 'x-ratelimit-remaining': left, 'x-ratelimit-reset': at })
    if (form === 'epoch') classic(Math.ceil(reset / 1000))
    if (form === 'epoch ms') classic(reset)
    if (form === 'iso') classic(new Date(reset).toISOString())
    if (form === 'delta') classic(seconds)
    if (form === 'draft') tell({ ratelimit: `"default";r=${left};t=${seconds}`, 'ratelimit-policy': `"default";q=${limit};w=60` })
    if (form === 'old draft') tell({ ratelimit: `limit=${limit}, remaining=${left}, reset=${seconds}` })
    if (form === 'no limit') tell({ 'x-ratelimit-remaining': left, 'x-ratelimit-reset': Math.ceil(reset / 1000) })
    if (form !== 'none' && isRefused) tell({ 'retry-after': seconds })
    return headers
  }
}
