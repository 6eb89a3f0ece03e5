import { expect, test } from 'vitest'
import { turnAt } from '../../../src/components/parts/turns.js'

const NOW = 1_800_000_000_000

test('up to four changes are made when they are due, a hundred are spread over frames', () => {
  const turns = Array.from({ length: 100 }, () => turnAt(NOW) - NOW)
  expect(turns.slice(0, 4)).toEqual([0, 0, 0, 0])
  expect(turns[4]).toBe(16)
  expect(turns.at(-1)).toBe(24 * 16)
  for (const turn of turns) expect(turns.filter((other) => other === turn)).toHaveLength(4)
})

test('what is due later, or by a clock that was set back, waits for nobody', () => {
  expect(turnAt(NOW + 1000)).toBe(NOW + 1000)
  expect(turnAt(NOW - 3_600_000)).toBe(NOW - 3_600_000)
})
