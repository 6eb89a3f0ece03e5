import { isoSeconds } from './answers.js'
import type { Speech, Synthesize } from './audio/synthesize.js'
import { synthesizeTones } from './audio/synthesizeTones.js'
import { defaultKeys, defaultUsage, defaultWalletUsage, manyKeys } from './data/account.js'
import { defaultVoices, manyVoices } from './data/voices.js'
import { createFaults, type Faults } from './faults.js'
import type { JobWork } from './jobs.js'
import type { KeySetup } from './keys.js'
import { defaultDialect, type Dialect, type RateLimitHeaders, type SimulatorOptions } from './options.js'
import { createRandom, type Random } from './random.js'
import { arrangeWindow, limitOf, type RateWindows } from './rateWindow.js'
import type {
  SimulatedAccount,
  SimulatedCheckout,
  SimulatedCredits,
  SimulatedJob,
  SimulatedKey,
  SimulatedRequest,
  SimulatedUsage,
  SimulatedVoice,
  SimulatedWallet,
  SimulatedWalletUsage,
} from './types.js'
import type { VoiceSetup } from './voices.js'

export interface Settings {
  apiKey: string | undefined
  billing: 'credits' | 'wallet'
  latency: readonly [number, number]
  synthesize: Synthesize
  jobSeconds: number | ((job: SimulatedJob) => number)
  jobFailure: string | ((job: SimulatedJob) => string | undefined) | undefined
  urlSeconds: number
  rateLimitHeaders: RateLimitHeaders
  retryAfter: 'seconds' | 'date' | 'none'
  idempotency: boolean
}

/** Everything that one simulated account is, and all that its operations read and change. */
export interface World {
  settings: Settings
  dialect: Dialect
  now: () => number
  random: Random
  /** Requests a minute. */
  limit: number
  rates: RateWindows
  faults: Faults
  account: SimulatedAccount
  credits: SimulatedCredits
  wallet: SimulatedWallet
  keys: SimulatedKey[]
  /** From a secret to the id of its key. Nothing lists it. */
  secrets: Map<string, string>
  voices: SimulatedVoice[]
  jobs: SimulatedJob[]
  work: Map<number, JobWork>
  nextJobId: number
  replies: Map<string, { asked: string; answer: unknown }>
  usage: SimulatedUsage[]
  walletUsage: SimulatedWalletUsage[]
  checkouts: SimulatedCheckout[]
  requests: SimulatedRequest[]
  /** Signs URLs. */
  salt: string
  previews: Map<number, Speech>
  rendered: Map<string, Uint8Array<ArrayBuffer>>
}

const FIRST_JOB_ID = 40_417

export function createWorld(options: SimulatorOptions): World {
  const { now = Date.now, seed = 1, latency = 0 } = options
  const random = createRandom(seed)
  const start = now()
  const secrets = new Map<string, string>()
  const keys = typeof options.keys === 'number' ? manyKeys(options.keys, start) : (options.keys ?? defaultKeys(start))
  const voices = typeof options.voices === 'number' ? manyVoices(options.voices) : (options.voices ?? defaultVoices)
  const world: World = {
    settings: {
      apiKey: options.apiKey,
      billing: options.billing ?? 'credits',
      latency: typeof latency === 'number' ? [latency, latency] : latency,
      synthesize: options.synthesize ?? synthesizeTones,
      jobSeconds: options.jobSeconds ?? (({ inputText }) => Math.min(20, 1.5 + inputText.length / 200)),
      jobFailure: options.jobFailure,
      urlSeconds: options.urlSeconds ?? 900,
      rateLimitHeaders: options.rateLimitHeaders ?? 'x-ratelimit',
      retryAfter: options.retryAfter ?? 'seconds',
      idempotency: options.idempotency ?? false,
    },
    dialect: { ...defaultDialect, ...options.dialect },
    now,
    random,
    limit: limitOf(options.plan ?? 'free'),
    rates: { callers: new Map() },
    faults: createFaults(),
    account: {
      id: '9b7d3c1a-1111-4a4a-9c9c-2d2d2d2d2d2d',
      email: 'dana@example.com',
      fullName: 'Dana Example',
      isVerified: true,
      createdAt: isoSeconds(start - 400 * 86_400_000),
      ...options.account,
    },
    credits: createCredits(options.credits, start),
    wallet: createWallet(options.wallet),
    keys: keys.map((key) => createKeyRow(key, random, start, secrets)),
    secrets,
    voices: voices.map(createVoiceRow),
    jobs: [],
    work: new Map(),
    nextJobId: FIRST_JOB_ID,
    replies: new Map(),
    usage: [...(options.usage ?? defaultUsage(start))],
    walletUsage: [...(options.walletUsage ?? defaultWalletUsage(start))],
    checkouts: [],
    requests: [],
    salt: random.text(16),
    previews: new Map(),
    rendered: new Map(),
  }
  if (options.rateLimit) arrangeWindow(world, options.rateLimit)
  for (const [target, fault] of options.faults ?? []) world.faults.add(target, fault)
  return world
}

function createCredits(setup: SimulatorOptions['credits'], now: number): SimulatedCredits {
  const today = new Date(now)
  const monthStart = (offset: number) => isoSeconds(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + offset, 1))
  return {
    subscription: 8200,
    payAsYouGo: 3050,
    reserved: 0,
    totalUsed: 41_875,
    perMonth: 40_000,
    purchased: 7500,
    lastResetAt: monthStart(0),
    nextResetAt: monthStart(1),
    ...(typeof setup === 'number' ? { subscription: setup, payAsYouGo: 0, purchased: 0 } : setup),
  }
}

function createWallet(setup: SimulatorOptions['wallet']): SimulatedWallet {
  return {
    balanceCents: 1875,
    reservedCents: 0,
    totalSpentCents: 3125,
    lowBalanceCents: 500,
    ...(typeof setup === 'number' ? { balanceCents: setup } : setup),
  }
}

function createKeyRow(setup: KeySetup, random: Random, now: number, secrets: Map<string, string>): SimulatedKey {
  const { secret, ...row } = setup
  const key: SimulatedKey = {
    id: random.uuid(),
    status: 'active',
    scopes: ['*'],
    createdAt: isoSeconds(now),
    ...row,
  }
  if (secret !== undefined) secrets.set(secret, key.id)
  return key
}

function createVoiceRow(setup: VoiceSetup, i: number): SimulatedVoice {
  return {
    id: 500 + i,
    uuid: `3e0f9a10-0000-4000-a000-${i.toString(16).padStart(12, '0')}`,
    type: 'standard',
    isPublic: setup.type !== 'custom',
    status: 'completed',
    ...setup,
  }
}
