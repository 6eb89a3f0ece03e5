import { defaultVoices } from './data/voices.js'
import type { SimulatorOptions } from './options.js'

export interface Scenarios {
  /** An account in use. */
  default: SimulatorOptions
  /** A new account: free credits, no keys, nothing used, no voice of its own. */
  empty: SimulatorOptions
  lowBalance: SimulatorOptions
  outOfCredits: SimulatorOptions
  /** @default 1000 */
  manyKeys: (count?: number) => SimulatorOptions
  /** @default 200 */
  manyVoices: (count?: number) => SimulatorOptions
  noVoices: SimulatorOptions
  /** The window is spent. @default 45 */
  rateLimited: (resetInSeconds?: number) => SimulatorOptions
  /** Every answer takes its time, and so do the jobs. */
  slow: SimulatorOptions
  /** Answers never come. */
  hanging: SimulatorOptions
  offline: SimulatorOptions
  /** A gateway answers HTML for everything. */
  brokenGateway: SimulatorOptions
  /** Every answer is an HTML page with status 200, as from a login page or a missing route. */
  htmlInstead: SimulatorOptions
  /** 401 for everything. */
  signedOut: SimulatorOptions
  /** 403 for everything. */
  forbidden: SimulatorOptions
  /** Every job fails half-way. @default 'voice_unavailable' */
  failingJobs: (reason?: string) => SimulatorOptions
}

/**
 * Accounts in the states that an interface must show, as options for `createSimulator`. Spread one to change it.
 *
 * @example
 * const simulator = createSimulator({ ...scenarios.lowBalance, plan: 'pro' })
 */
export const scenarios: Scenarios = {
  default: {},
  empty: {
    credits: { subscription: 1000, payAsYouGo: 0, totalUsed: 0, purchased: 0, perMonth: 1000 },
    wallet: { balanceCents: 0, totalSpentCents: 0 },
    keys: [],
    usage: [],
    walletUsage: [],
    voices: defaultVoices.filter(({ type }) => type === 'standard'),
  },
  lowBalance: { credits: { subscription: 120, payAsYouGo: 0 }, wallet: 180 },
  outOfCredits: { credits: { subscription: 0, payAsYouGo: 0 }, wallet: 0 },
  manyKeys: (count = 1000) => ({ keys: count }),
  manyVoices: (count = 200) => ({ voices: count }),
  noVoices: { voices: [] },
  rateLimited: (resetInSeconds = 45) => ({ rateLimit: { remaining: 0, resetInSeconds } }),
  slow: { latency: [1500, 3000], jobSeconds: 30 },
  hanging: { faults: [['*', { delay: Infinity, times: Infinity }]] },
  offline: { faults: [['*', { network: true, times: Infinity }]] },
  brokenGateway: { faults: [['*', { status: 502, times: Infinity }]] },
  htmlInstead: {
    faults: [['*', { status: 200, body: '<!doctype html><title>Sign in</title>', times: Infinity }]],
  },
  signedOut: { faults: [['*', { status: 401, times: Infinity }]] },
  forbidden: { faults: [['*', { status: 403, times: Infinity }]] },
  failingJobs: (reason = 'voice_unavailable') => ({ jobFailure: reason }),
}
