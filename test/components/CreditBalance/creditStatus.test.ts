import { describe, expect, it } from 'vitest'
import { NetworkError, PermissionError, RateLimitError } from '../../../src/errors/index.js'
import { creditState, isStale, monthlyShare, shownCredits } from '../../../src/components/CreditBalance/creditStatus.js'

const nothing = { data: undefined, error: undefined, retry: undefined, updatedAt: undefined }
const now = Date.parse('2026-11-23T09:00:00Z')

describe('the state of the balance', () => {
  it('is loading until something is known', () => {
    expect(creditState(nothing)).toBe('loading')
    expect(creditState({ ...nothing, error: new NetworkError('') })).toBe('failed')
    expect(creditState({ ...nothing, error: new PermissionError('') })).toBe('forbidden')
    const retry = { attempt: 1, retryAt: '2026-11-23T09:00:24Z', now: () => {} }
    expect(creditState({ ...nothing, error: new RateLimitError(''), retry })).toBe('waiting')
  })

  it('is low below a tenth of the month’s credits, or below what the app says', () => {
    const data = { totalAvailable: 3999, perMonth: 40_000 }
    expect(creditState({ ...nothing, data })).toBe('low')
    expect(creditState({ ...nothing, data, lowBalance: 1000 })).toBe('loaded')
    expect(creditState({ ...nothing, data: { totalAvailable: 5 } })).toBe('loaded')
    expect(creditState({ ...nothing, data: { totalAvailable: 5 }, lowBalance: 10 })).toBe('low')
  })

  it('is empty only where the whole is known to be nothing', () => {
    expect(creditState({ ...nothing, data: { totalAvailable: 0 } })).toBe('empty')
    expect(creditState({ ...nothing, data: { subscription: 0 } })).toBe('loaded')
  })

  it('keeps its figure through an error', () => {
    expect(creditState({ ...nothing, data: { totalAvailable: 5 }, error: new NetworkError('') })).toBe('loaded')
  })
})

describe('a figure', () => {
  it('is stale after five minutes, or once it could not be loaded again', () => {
    const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString()
    const data = { totalAvailable: 5 }
    expect(isStale({ ...nothing, data, updatedAt: at(4) }, now)).toBe(false)
    expect(isStale({ ...nothing, data, updatedAt: at(5) }, now)).toBe(true)
    expect(isStale({ ...nothing, data, updatedAt: at(0), error: new NetworkError('') }, now)).toBe(true)
    expect(isStale({ ...nothing, error: new NetworkError('') }, now)).toBe(false)
  })

  it('is the sum, or the one part that was told', () => {
    expect(shownCredits({ totalAvailable: 3, subscription: 2 })).toEqual({ amount: 3, of: 'total' })
    expect(shownCredits({ payAsYouGo: 0 })).toEqual({ amount: 0, of: 'pay-as-you-go' })
    expect(shownCredits({ totalUsed: 4 })).toBeUndefined()
  })
})

describe('the meter', () => {
  it('is there only where the plan has an allowance', () => {
    expect(monthlyShare({ subscription: 8200, perMonth: 40_000 })).toEqual({ left: 8200, total: 40_000 })
    expect(monthlyShare({ subscription: 8200 })).toBeUndefined()
    expect(monthlyShare({ perMonth: 40_000 })).toBeUndefined()
    expect(monthlyShare({ subscription: 8200, perMonth: 0 })).toBeUndefined()
  })
})
