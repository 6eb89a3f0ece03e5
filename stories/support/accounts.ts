import type { SimulatorOptions } from '../../src/testing.js'

/**
 * The account of the Playground, as its toolbar sets it. Each setting is a global of Storybook, so that an address
 * holds it: `?globals=balance:low;keys:many`.
 */
export const settings = {
  plan: { title: 'Plan', choices: { free: 'Free: 100 a minute', pro: 'Pro: 1,000 a minute', tiny: '10 a minute' } },
  balance: { title: 'Balance', choices: { usual: 'Usual', low: 'Low', empty: 'Empty' } },
  keys: { title: 'Keys', choices: { few: 'Three', none: 'None', many: '250', crowd: '10,000' } },
  fault: {
    title: 'Fault',
    choices: {
      none: 'None',
      limited: '429 for 20 s',
      forbidden: '403 on everything',
      broken: '500 on everything',
      gateway: '502 on each speech',
      failing: 'Jobs fail',
      lost: 'No connection',
    },
  },
  latency: { title: 'Latency', choices: { none: 'None', usual: '0.2 to 0.8 s', slow: '3 s', never: 'Never answers' } },
} as const

export type Setting = keyof typeof settings
export type Account = { [name in Setting]: keyof (typeof settings)[name]['choices'] }

export const settingNames: readonly Setting[] = ['plan', 'balance', 'keys', 'fault', 'latency']

export const usualAccount: Account = { plan: 'free', balance: 'usual', keys: 'few', fault: 'none', latency: 'none' }

const month = { perMonth: 40_000, nextResetAt: inDays(8), lastResetAt: inDays(-22) }

const options: { [name in Setting]: { [choice in Account[name]]: SimulatorOptions } } = {
  plan: { free: { plan: 'free' }, pro: { plan: 'pro' }, tiny: { plan: 10 } },
  balance: {
    usual: {},
    low: { credits: { ...month, subscription: 900, payAsYouGo: 0 }, wallet: 120 },
    empty: { credits: { ...month, subscription: 0, payAsYouGo: 0 }, wallet: 0 },
  },
  keys: { few: {}, none: { keys: 0 }, many: { keys: 250 }, crowd: { keys: 10_000 } },
  fault: {
    none: {},
    limited: { rateLimit: { remaining: 0, resetInSeconds: 20 } },
    forbidden: { faults: [['*', { status: 403, times: Infinity }]] },
    broken: { faults: [['*', { status: 500, times: Infinity }]] },
    gateway: { faults: [['speech.create', { status: 502, times: Infinity }]] },
    failing: { jobFailure: 'voice_unavailable' },
    lost: { faults: [['*', { network: true, times: Infinity }]] },
  },
  latency: {
    none: {},
    usual: { latency: [200, 800] },
    slow: { latency: 3000 },
    never: { faults: [['*', { delay: Infinity, times: Infinity }]] },
  },
}

/** The account that the toolbar's settings describe; what they do not name is as usual. */
export function readAccount(globals: Readonly<Record<string, unknown>>): Account {
  const read = <Name extends Setting>(name: Name): Account[Name] => {
    const chosen = globals[name]
    return isChoice(name, chosen) ? chosen : usualAccount[name]
  }
  return { plan: read('plan'), balance: read('balance'), keys: read('keys'), fault: read('fault'), latency: read('latency') }
}

export function optionsOf({ plan, balance, keys, fault, latency }: Account): SimulatorOptions {
  const parts = [options.plan[plan], options.balance[balance], options.keys[keys], options.fault[fault], options.latency[latency]]
  return Object.assign({}, ...parts, { faults: parts.flatMap(({ faults = [] }) => faults) })
}

function isChoice<Name extends Setting>(name: Name, value: unknown): value is Account[Name] {
  return typeof value === 'string' && Object.hasOwn(settings[name].choices, value)
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60_000).toISOString()
}
