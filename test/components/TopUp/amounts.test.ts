import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditsFor, parseAmount, presetsWithin, rangeOf } from '../../../src/components/TopUp/amounts.js'
import { checkoutUrl } from '../../../src/components/TopUp/checkoutUrl.js'

describe('an amount that a person types', () => {
  it.each([
    ['en-US', '10', 1000],
    ['en-US', ' $1,000.50 ', 100_050],
    ['en-US', '12.5', 1250],
    ['en-US', '12,50', 1250],
    ['de-DE', '12,50 $', 1250],
    ['de-DE', '12.50', 1250],
    ['de-DE', '1.000', 100_000],
    ['fr-FR', '1 000,5', 100_050],
    ['de-CH', "1'000.00", 100_000],
    ['ar-EG', '١٬٠٠٠٫٥٠', 100_050],
    ['hi-IN', '999', 99_900],
  ])('in %s “%s” is %d cents', (locale, typed, cents) => {
    expect(parseAmount(typed, locale)).toBe(cents)
  })

  it.each([
    ['en-US', ''],
    ['en-US', '.5'],
    ['en-US', 'ten'],
    ['en-US', '-5'],
    ['en-US', '1e3'],
    ['en-US', '1.000'],
    ['en-US', '1,00,0'],
    ['en-US', '1.5.0'],
    ['de-DE', '1,000'],
  ])('in %s “%s” is none: money is not guessed', (locale, typed) => {
    expect(parseAmount(typed, locale)).toBeUndefined()
  })

  it('is read as it is written, in any locale', () => {
    const locales = ['en-US', 'de-DE', 'fr-FR', 'ar-EG', 'ja-JP', 'de-CH', 'sv-SE']
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.integer({ min: 0, max: 99_999_999 }), (locale, cents) => {
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100)
        return parseAmount(written, locale) === cents
      }),
    )
  })

  it('never is more than its digits', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const cents = parseAmount(typed, 'en-US')
        return cents === undefined || (Number.isInteger(cents) && cents <= Number(typed.replace(/\D/g, '')) * 100)
      }),
    )
  })
})

describe('what can be chosen', () => {
  it('is within what the account allows', () => {
    const range = rangeOf({ minAmountUsd: 20, maxAmountUsd: 60 })
    expect(presetsWithin(range)).toEqual([2500, 5000])
    expect(presetsWithin(range, [2000, 2000, 3000.5, 6001])).toEqual([2000])
  })

  it('buys whole credits, by the account’s own rate', () => {
    expect(creditsFor(1250, 7500)).toBe(93_750)
    expect(creditsFor(101, 7500)).toBe(7575)
    expect(creditsFor(1250, undefined)).toBeUndefined()
  })
})

describe('the address of a checkout', () => {
  it('is https, or this machine', () => {
    expect(checkoutUrl('https://checkout.example/pay/1#a')).toBe('https://checkout.example/pay/1#a')
    expect(checkoutUrl('http://localhost:6006/checkout/1')).toBe('http://localhost:6006/checkout/1')
  })

  it.each([
    undefined,
    '',
    '/checkout',
    'http://checkout.example/pay',
    'http://localhost.example/pay',
    'https://user:word@checkout.example/pay',
    'javascript:alert(1)',
    'data:text/html,x',
  ])('is not %s', (url) => {
    expect(checkoutUrl(url)).toBeUndefined()
  })
})
