import { describe, expect, it } from 'vitest'
import { DecodeError, operations } from '../../../src/api/index.js'
import { readFixture } from '../../fixtures/readFixture.js'

const context = { now: 0, input: {} }
const wallet = (body: unknown) => operations['wallet.get'].decode(body, context)
const usage = (body: unknown) => operations['wallet.usage'].decode(body, context)
const estimate = (body: unknown) => operations['wallet.estimate'].decode(body, context)

describe('the wallet', () => {
  it('is read in cents', () => {
    expect(wallet(readFixture('wallet'))).toStrictEqual({ balanceCents: 1875, totalSpentCents: 3125, lowBalance: false })
  })

  it.each([
    ['$18.75', 1875],
    ['$1,234.50', 123450],
    ['-$5', -500],
    ['US$0.29', 29],
    ['18.75 USD', 1875],
    [18.75, 1875],
    ['18.75', 1875],
    [0, 0],
  ])('is read in dollars where there are no cents: %j is %d', (told, cents) => {
    expect(wallet({ balance_usd: told })).toStrictEqual({ balanceCents: cents })
  })

  it('is not understood without a balance, or with one beyond counting', () => {
    for (const body of [{ balance_usd: 1e308 }, { balance_cents: 2 ** 60 }, {}, { balance_cents: null }, { balance_usd: 'free' }, [], null, 'x']) {
      expect(() => wallet(body)).toThrow(DecodeError)
    }
  })
})

describe('the use of the wallet', () => {
  it('is read from the log', () => {
    expect(usage(readFixture('usage-wallet'))).toStrictEqual([
      { service: 'text_to_speech', minutes: 1.25, amountCents: 5, createdAt: '2026-11-21T12:00:00Z' },
      { service: 'stem_extraction', minutes: 5.47, amountCents: 55, createdAt: '2026-11-19T12:39:37Z' },
    ])
  })

  it('is read as a bare list, keeping rows that say little', () => {
    expect(usage([{ amount_cents: '7' }, { service_type: 'denoise' }])).toStrictEqual([
      { amountCents: 7 },
      { service: 'denoise' },
    ])
  })
})

describe('an estimate', () => {
  it('is read from texts with a dollar sign', () => {
    const body = { service_type: 'text_to_speech', duration_minutes: '1.5', rate_per_minute: '$0.04', cost_usd: '$0.06' }
    expect(estimate(body)).toStrictEqual({
      service: 'text_to_speech',
      minutes: 1.5,
      ratePerMinuteCents: 4,
      costCents: 6,
    })
  })

  it('keeps fractions of a cent in the rate, without their noise', () => {
    expect(estimate({ cost_usd: 0.29, rate_per_minute: '$0.0029' })).toStrictEqual({
      costCents: 29,
      ratePerMinuteCents: 0.29,
    })
  })

  it('is not understood without a cost', () => {
    expect(() => estimate({ duration_minutes: 1 })).toThrow(DecodeError)
  })
})
