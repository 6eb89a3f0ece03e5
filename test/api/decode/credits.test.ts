import { describe, expect, it } from 'vitest'
import { DecodeError, operations } from '../../../src/api/index.js'
import { readFixture } from '../../fixtures/readFixture.js'

const context = { now: 0, input: {} }
const credits = (body: unknown) => operations['credits.get'].decode(body, context)
const usage = (body: unknown) => operations['credits.usage'].decode(body, context)
const prices = (body: unknown) => operations['credits.prices'].decode(body, context)
const limits = (body: unknown) => operations['credits.topUpLimits'].decode(body, context)
const topUp = (body: unknown, input = { amount_usd: 19.99 }) =>
  operations['credits.topUp'].decode(body, { now: 0, input })

describe('the credit balance', () => {
  it('is read from the full dialect', () => {
    expect(credits(readFixture('credits'))).toStrictEqual({
      totalAvailable: 11250,
      subscription: 8200,
      payAsYouGo: 3050,
      totalUsed: 41875,
      perMonth: 40000,
      nextResetAt: '2026-12-01T00:00:00Z',
      lastResetAt: '2026-11-01T00:00:00Z',
    })
  })

  it('is read from the shorthand, where the total follows from the two parts', () => {
    expect(credits({ balance: '8,200', payg_balance: 3050 })).toStrictEqual({
      totalAvailable: 11250,
      subscription: 8200,
      payAsYouGo: 3050,
    })
  })

  it('has no total where only one part is given', () => {
    expect(credits({ balance: 8200 })).toStrictEqual({ subscription: 8200 })
    expect(credits({ payg_balance: 5, credits_balance: null })).toStrictEqual({ payAsYouGo: 5 })
  })

  it('believes a told total before its own sum', () => {
    expect(credits({ balance: 1, payg_balance: 2, total_available_credits: '7' }).totalAvailable).toBe(7)
  })

  it.each([
    ['8,250', 8250],
    ['1,234,567', 1234567],
    [' 12 ', 12],
    ['0', 0],
    ['-5', -5],
    ['12.5', 13],
    ['1e3', 1000],
  ])('reads %j as %d', (told, credit) => {
    expect(credits({ balance: told })).toStrictEqual({ subscription: credit })
  })

  it.each([['8,25'], ['1,2345'], ['0x10'], [''], ['abc'], ['NaN'], ['Infinity'], [Number.NaN], [true], [[5]], [{}]])(
    'does not guess what %j may be',
    (told) => {
      expect(credits({ balance: told, credits_per_month: 1 })).toStrictEqual({ perMonth: 1 })
    },
  )

  it('is read inside an envelope', () => {
    expect(credits({ data: { balance: 5 } })).toStrictEqual({ subscription: 5 })
    expect(credits({ success: true, credits: { balance: 5 } })).toStrictEqual({ subscription: 5 })
  })

  it('leaves each member undefined that the account leaves out, and keeps the others', () => {
    const full = readFixture('credits')
    for (const left of Object.keys(full)) {
      const { [left]: _, ...rest } = full
      const read = credits(rest)
      expect(Object.values(read)).not.toContain(undefined)
      expect(Object.keys(read).length).toBeGreaterThanOrEqual(6)
      expect(credits({ ...full, [left]: null })).toStrictEqual(read)
    }
  })

  it.each([[[]], [null], ['<html>'], [5], [{}], [{ error: { code: 'x', message: 'y' } }], [[{ balance: 5 }]]])(
    'is not understood from %j',
    (body) => {
      expect(() => credits(body)).toThrow(DecodeError)
    },
  )
})

describe('the use of credits', () => {
  it('is read from the list', () => {
    expect(usage(readFixture('usage-credits'))).toStrictEqual([
      {
        id: '5f0c1d6e-9f57-4a0e-8d1b-0b6b2f1f7a01',
        credits: 128,
        service: 'voice_cloning_generation',
        seconds: 23,
        source: 'payg',
        createdAt: '2026-11-20T08:14:03Z',
      },
      {
        id: '5f0c1d6e-9f57-4a0e-8d1b-0b6b2f1f7a02',
        credits: 660,
        service: 'transcription',
        seconds: 60,
        source: 'subscription',
        createdAt: '2026-11-18T17:40:55Z',
      },
    ])
  })

  it('keeps a charge that lacks its id, its figure or its source', () => {
    expect(usage([{ id: 0, credits_used: '1,280', credit_source: 'PAYG' }, { credit_source: 'gift' }])).toStrictEqual([
      { id: '0', credits: 1280, source: 'payg' },
      {},
    ])
  })

  it('is read from envelopes', () => {
    for (const name of ['items', 'data', 'usage', 'logs']) expect(usage({ [name]: [], total: 0 })).toStrictEqual([])
    expect(usage({ data: { items: [{ id: 1 }] } })).toStrictEqual([{ id: '1' }])
  })

  it('is not understood from anything else', () => {
    for (const body of [{}, null, [null], ['x'], [[]], { data: {} }]) expect(() => usage(body)).toThrow(DecodeError)
  })

  it('does not follow endless envelopes', () => {
    const deep = JSON.parse(`${'{"data":'.repeat(100_000)}[]${'}'.repeat(100_000)}`) as unknown
    expect(() => usage(deep)).toThrow(DecodeError)
  })
})

describe('prices', () => {
  it('are numbers by service', () => {
    expect(prices({ transcription: 660, denoise: '330', note: 'credits a minute' })).toStrictEqual({
      transcription: 660,
      denoise: 330,
    })
  })

  it('of nothing are none, and of no numbers are not understood', () => {
    expect(prices({})).toStrictEqual({})
    expect(() => prices({ detail: 'Not authenticated' })).toThrow(DecodeError)
  })

  it('cannot reach the prototype of anything', () => {
    const read = prices(JSON.parse('{"__proto__": 5, "constructor": 6, "a": 1}'))
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
    expect(Object.entries(read).map(([name]) => name)).toEqual(['__proto__', 'constructor', 'a'])
  })
})

describe('topping up', () => {
  it('is limited as the account says', () => {
    expect(limits({ credits_per_dollar: 7500, min_amount: 1, max_amount: '$1,000', currency: 'USD' })).toStrictEqual({
      creditsPerDollar: 7500,
      minAmountUsd: 1,
      maxAmountUsd: 1000,
      currency: 'USD',
    })
  })

  it('answers a session, and the amount in whole cents', () => {
    expect(topUp({ session_id: 'cs_1', credits_to_receive: 149925, amount_usd: 19.99 })).toStrictEqual({
      sessionId: 'cs_1',
      credits: 149925,
      amountCents: 1999,
    })
    expect(topUp({ url: 'https://pay.example/1' })).toStrictEqual({ url: 'https://pay.example/1', amountCents: 1999 })
  })

  it('gives no URL that would run as a script', () => {
    expect(topUp({ session_id: 'cs_1', url: 'javascript:alert(1)' })).not.toHaveProperty('url')
    expect(() => topUp({ url: 'data:text/html,x' })).toThrow(DecodeError)
  })
})
