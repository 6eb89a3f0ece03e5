import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createStoreModel, step, type Step } from './redis/storeModel.js'
import { stores, type Subject } from './redis/stores.js'

const MINUTE = 60_000

describe.each(stores)('$name', ({ isThere, open }) => {
  let subject: Subject
  beforeAll(async () => {
    if (isThere) subject = await open()
  })
  afterAll(() => subject?.end())
  beforeEach(() => subject?.clear())

  describe.runIf(isThere)('keeps the contract of a store:', () => {
    test('a window opens with its first hit, is not moved by the others, and ends', async () => {
      const { store, pass } = subject
      expect(await store.hit('a', 2 * MINUTE)).toEqual({ count: 1, resetMs: 2 * MINUTE })
      await pass(MINUTE)
      const second = await store.hit('a', 2 * MINUTE)
      expect(second.count).toBe(2)
      expect(second.resetMs).toBeLessThanOrEqual(MINUTE)
      expect(second.resetMs).toBeGreaterThan(MINUTE / 2)
      expect(await store.hit('b', MINUTE)).toEqual({ count: 1, resetMs: MINUTE })
      await pass(MINUTE)
      expect(await store.hit('a', MINUTE)).toEqual({ count: 1, resetMs: MINUTE })
    })

    test('of hits at once each counts', async () => {
      const hits = await Promise.all(Array.from({ length: 200 }, () => subject.store.hit('a', MINUTE)))
      expect(hits.map(({ count }) => count).sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
    })

    test('a value tells how long it has, and ends', async () => {
      const { store, pass } = subject
      expect(await store.get('a')).toBeUndefined()
      await store.set('a', '1', 2 * MINUTE)
      await pass(MINUTE)
      const held = await store.get('a')
      expect(held?.value).toBe('1')
      expect(held?.ttlMs).toBeLessThanOrEqual(MINUTE)
      expect(held?.ttlMs).toBeGreaterThan(MINUTE / 2)
      await pass(MINUTE)
      expect(await store.get('a')).toBeUndefined()
    })

    test('of claims at once one holds, and the others see it', async () => {
      const names = Array.from({ length: 50 }, (_, i) => `owner ${i}`)
      const claims = await Promise.all(names.map((name) => subject.store.claim('a', name, MINUTE)))
      const [holder, ...more] = names.filter((_, i) => claims[i] === undefined)
      expect(more).toEqual([])
      expect(new Set(claims.filter((one) => one !== undefined).map(({ value }) => value))).toEqual(new Set([holder]))
    })

    test('a claim that is sent twice holds twice', async () => {
      const { store } = subject
      expect(await store.claim('a', 'mine', MINUTE)).toBeUndefined()
      expect(await store.claim('a', 'mine', MINUTE)).toBeUndefined()
      expect(await store.claim('a', 'yours', MINUTE)).toMatchObject({ value: 'mine' })
    })

    test('a swap changes only what is as expected, and renews its time', async () => {
      const { store, pass } = subject
      expect(await store.swap('a', 'x', 'y', MINUTE)).toBe(false)
      expect(await store.get('a')).toBeUndefined()
      await store.claim('a', 'x', MINUTE)
      expect(await store.swap('a', 'z', 'y', MINUTE)).toBe(false)
      expect(await store.swap('a', 'x', 'y', 5 * MINUTE)).toBe(true)
      await pass(2 * MINUTE)
      expect(await store.get('a')).toMatchObject({ value: 'y' })
      expect(await store.swap('a', 'x', undefined, MINUTE)).toBe(false)
      expect(await store.swap('a', 'y', undefined, MINUTE)).toBe(true)
      expect(await store.get('a')).toBeUndefined()
    })

    test('any text is kept as it is, in keys as in values', async () => {
      const { store } = subject
      const texts = ['', ' ', '\0\r\n', '{a}:*', 'ü 🎧', '"\\', 'x'.repeat(100_000)]
      for (const text of texts) await store.set(`k${text}`, text, MINUTE)
      for (const text of texts) expect((await store.get(`k${text}`))?.value).toBe(text)
    })

    test('whatever is done in whatever order, it does as the model does', { timeout: 60_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps: Step[]) => {
          await subject.clear()
          const model = createStoreModel()
          for (const one of steps) {
            if (one.do === 'pass') await subject.pass(one.ms)
            // What is asked at once is carried out one after the other.
            const seen = await Promise.all(one.do === 'pass' ? [] : one.asks.map((ask) => ask.of(subject.store)))
            const expected = one.do === 'pass' ? model.pass(one.ms) : one.asks.map((ask) => model.answer(ask))
            expect(seen.map(withoutMs), JSON.stringify(one)).toEqual(expected)
          }
        }),
        { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) },
      )
    })
  })
})

/** Redis' clock goes on meanwhile: what is left of a time is compared by the half minute. */
function withoutMs(seen: unknown): unknown {
  if (typeof seen !== 'object' || seen === null) return seen
  return Object.fromEntries(
    Object.entries(seen).map(([name, value]) => [name, name.endsWith('Ms') ? Math.round(Number(value) / 30_000) * 30_000 : value]),
  )
}
