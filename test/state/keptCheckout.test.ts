import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCheckout, writeCheckout } from '../../src/state/keptCheckout.js'
import type { Place } from '../../src/state/jobsPlace.js'

const HOUR = 60 * 60_000
const checkout = { topUp: { amountCents: 1000, credits: 75_000, url: 'https://pay.example/cs_1' }, before: 11_250 }

function placeOf(storage: () => Storage | undefined, user = 'ada'): Place {
  return { user, isWanted: true, name: 'kept', storage, isCurrent: () => true, isUsed: () => true }
}

/** A storage as far as it is used here. */
function memory(text?: string) {
  const items = new Map(text === undefined ? [] : [['kept', text]])
  const storage: Storage = {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    key: () => null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  }
  return { items, place: placeOf(() => storage) }
}

describe('a checkout that is kept', () => {
  it('is found again for a day by the same user alone', () => {
    const { place, items } = memory()
    writeCheckout(place, checkout, 0)
    expect(readCheckout(place, 23 * HOUR)).toEqual(checkout)
    expect(readCheckout({ ...place, user: 'ben' }, HOUR)).toBeUndefined()
    expect(items.size).toBe(0)
    writeCheckout(place, checkout, 0)
    expect(readCheckout(place, 25 * HOUR)).toBeUndefined()
  })

  it('is not kept where anything in it looks like a key', () => {
    const { place, items } = memory()
    writeCheckout(place, { ...checkout, topUp: { amountCents: 1000, sessionId: 'ap_FAKEfakeFAKEfakeFAKE0007' } })
    expect(items.size).toBe(0)
  })

  it('is none, and nothing throws, where the storage holds anything else', () => {
    const almost = fc.record(
      { v: fc.constant(1), user: fc.constant('ada'), at: fc.constant(0), topUp: fc.anything(), before: fc.anything() },
      { requiredKeys: ['v', 'user', 'at'] },
    )
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), almost.map((value) => JSON.stringify(value))), (text) => {
        const found = readCheckout(memory(text).place, HOUR)
        if (!found) return
        expect(Number.isFinite(found.before)).toBe(true)
        expect(Number.isFinite(found.topUp.amountCents)).toBe(true)
      }),
    )
  })

  it('is none where the storage is forbidden', () => {
    const place = placeOf(() => {
      throw new Error('forbidden')
    })
    writeCheckout(place, checkout)
    expect(readCheckout(place)).toBeUndefined()
  })
})
