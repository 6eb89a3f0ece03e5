import { isoSeconds } from '../answers.js'
import type { KeySetup } from '../keys.js'
import type { SimulatedUsage, SimulatedWalletUsage } from '../types.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Three keys as an account in use has them: in use, expiring, revoked. Not all say everything. */
export function defaultKeys(now: number): KeySetup[] {
  return [
    {
      id: '7d1f3a52-3d9c-4e0e-8b2e-2c1c1c1c1c1c',
      name: 'Production App',
      description: 'Key for production environment',
      createdAt: isoSeconds(now - 203 * DAY),
      expiresAt: null,
      lastUsedAt: isoSeconds(now - 11 * HOUR),
      totalRequests: 48_211,
    },
    {
      id: '7d1f3a52-3d9c-4e0e-8b2e-2d2d2d2d2d2d',
      name: 'Staging',
      createdAt: isoSeconds(now - 22 * DAY),
      expiresAt: isoSeconds(now + 68 * DAY),
      lastUsedAt: null,
    },
    {
      id: '7d1f3a52-3d9c-4e0e-8b2e-2e2e2e2e2e2e',
      name: 'Old laptop',
      status: 'revoked',
      scopes: undefined,
      createdAt: isoSeconds(now - 334 * DAY),
    },
  ]
}

const purposes = ['Production', 'Staging', 'Development', 'Mobile App', 'Nightly export', 'Support desk', 'Importer']

/** Keys of every state and age, newest last. */
export function manyKeys(count: number, now: number): KeySetup[] {
  return Array.from({ length: count }, (_, i) => {
    const age = (count - i) * 0.7 * DAY
    const state = i % 7
    return {
      id: `7d1f3a52-0000-4000-a000-${i.toString(16).padStart(12, '0')}`,
      name: `${purposes[i % purposes.length]} ${Math.floor(i / purposes.length) + 1}`,
      description: i % 3 === 0 ? `Issued for team ${(i % 12) + 1}` : undefined,
      status: state === 3 ? ('revoked' as const) : ('active' as const),
      createdAt: isoSeconds(now - age),
      expiresAt: state === 5 ? isoSeconds(now - age / 3) : state === 1 ? isoSeconds(now + 30 * DAY) : null,
      lastUsedAt: state === 2 ? null : isoSeconds(now - age / 4),
      totalRequests: state === 2 ? 0 : (i * 7919) % 90_000,
    }
  })
}

export function defaultUsage(now: number): SimulatedUsage[] {
  const rows: [days: number, credits: number, service: string, seconds: number, source: 'subscription' | 'payg'][] = [
    [0.2, 412, 'text_to_speech', 54, 'subscription'],
    [0.9, 1180, 'text_to_speech', 151, 'subscription'],
    [2.1, 128, 'voice_cloning_generation', 23, 'payg'],
    [3.4, 2240, 'transcription', 204, 'subscription'],
    [4.6, 660, 'transcription', 60, 'subscription'],
    [6.2, 95, 'text_to_speech', 12, 'subscription'],
    [7.5, 3120, 'stem_extraction', 250, 'subscription'],
    [9.3, 764, 'text_to_speech', 98, 'payg'],
    [11.8, 1505, 'text_to_speech', 190, 'subscription'],
    [13.1, 320, 'noise_reduction', 38, 'subscription'],
  ]
  return rows.map(([days, credits, service, seconds, source], i) => ({
    id: `5f0c1d6e-9f57-4a0e-8d1b-0b6b2f1f7a${(i + 1).toString(16).padStart(2, '0')}`,
    credits,
    service,
    seconds,
    source,
    createdAt: isoSeconds(now - days * DAY),
    metadata: null,
  }))
}

export function defaultWalletUsage(now: number): SimulatedWalletUsage[] {
  return [
    { service: 'text_to_speech', minutes: 1.25, amountCents: 5, createdAt: isoSeconds(now - 2 * DAY) },
    { service: 'stem_extraction', minutes: 5.47, amountCents: 55, createdAt: isoSeconds(now - 4 * DAY) },
  ]
}
