import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOwed } from '../../src/server/owed.js'
import { createMemoryStore, type ProxyStore } from '../../src/server.js'

const HOUR = 3_600_000
beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A store that fails at some places, and one that does not. */
function failingAt(fails: (place: string) => boolean): { store: ProxyStore; memory: ProxyStore } {
  const memory = createMemoryStore()
  const store: ProxyStore = {
    ...memory,
    async swap(place, ...rest) {
      if (fails(place)) throw new Error('away')
      return memory.swap(place, ...rest)
    },
  }
  return { store, memory }
}

test('what always fails holds up nothing else', async () => {
  const { store, memory } = failingAt((place) => place === 'bad')
  const owed = createOwed(store, HOUR, () => {})
  for (const place of ['bad', 'good', 'better']) {
    await memory.claim(place, `mine ${place}`, HOUR)
    owed.add({ place, mine: `mine ${place}`, value: 'answer' })
  }
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await memory.get('good')).toMatchObject({ value: 'answer' })
  expect(await memory.get('better')).toMatchObject({ value: 'answer' })
  expect(owed.answerTo('good')).toBeUndefined()
  expect(owed.answerTo('bad')).toBe('answer')
})

test('is told when it is given up, and tries no more', async () => {
  const { store } = failingAt(() => true)
  const faults: unknown[] = []
  const owed = createOwed(store, HOUR, (error) => faults.push(error))
  owed.add({ place: 'a', mine: 'mine', value: 'answer' })
  await vi.advanceTimersByTimeAsync(14 * 60_000)
  expect(faults).toEqual([])
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  expect(faults).toHaveLength(1)
  expect(owed.answerTo('a')).toBeUndefined()
  expect(vi.getTimerCount()).toBe(0)
})

test('holds no more than 16 MB of answers, and 10,000 of them', () => {
  const { store } = failingAt(() => true)
  const faults: unknown[] = []
  const owed = createOwed(store, HOUR, (error) => faults.push(error))
  for (let i = 0; i < 20; i++) owed.add({ place: `big ${i}`, mine: `big ${i}`, value: 'x'.repeat(1024 * 1024) })
  expect(faults).toHaveLength(4)
  for (let i = 0; i < 10_000; i++) owed.add({ place: `small ${i}`, mine: `small ${i}`, value: undefined })
  expect(faults).toHaveLength(4 + 16)
})
