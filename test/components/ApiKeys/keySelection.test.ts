import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApiKey, ApiKeyStatus } from '../../../src/api/index.js'
import {
  filterKeys,
  filtersOf,
  type KeyFilter,
  type KeySort,
  nextSort,
  pageOf,
  sortKeys,
} from '../../../src/components/ApiKeys/keySelection.js'

const now = Date.parse('2026-11-23T09:00:00Z')
const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString()
const key = (id: string, rest: Partial<ApiKey> = {}): ApiKey => ({ id, name: id, ...rest })
const ids = (keys: readonly ApiKey[]) => keys.map(({ id }) => id)

const states = ['active', 'expired', 'revoked'] as const satisfies ApiKeyStatus[]
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const someTime = fc.integer({ min: -900, max: 0 }).map(inDays)
const someKey: fc.Arbitrary<Omit<ApiKey, 'id'>> = fc.record({
  name: optional(fc.oneof(fc.string(), fc.constantFrom('Staging 2', 'staging 10', 'Österreich', ''))),
  status: optional(fc.constantFrom(...states)),
  createdAt: optional(fc.oneof(someTime, fc.constant('long ago'))),
  lastUsedAt: optional(someTime),
  hint: optional(fc.constant('ap_…k3Qz')),
})
const someKeys = fc
  .array(someKey, { maxLength: 40 })
  .map((keys): ApiKey[] =>
    keys.map((each, index) => ({ ...each, id: `k${index}`, ...(each.lastUsedAt || index % 3 ? {} : { neverUsed: true }) })),
  )
const someSort: fc.Arbitrary<KeySort> = fc.record({
  by: fc.constantFrom('name', 'created', 'lastUsed'),
  direction: fc.constantFrom('ascending', 'descending'),
})
const someFilter = fc.constantFrom<KeyFilter>('current', 'all', ...states)

/** What a key is sorted by; undefined where the account did not tell. */
function valueOf(each: ApiKey, by: KeySort['by']): string | number | undefined {
  if (by === 'name') return each.name || undefined
  if (by === 'lastUsed' && each.neverUsed && !each.lastUsedAt) return -Infinity
  const time = Date.parse((by === 'created' ? each.createdAt : each.lastUsedAt) ?? '')
  return Number.isNaN(time) ? undefined : time
}

describe('keys in order', () => {
  it('are usable ones first and the newest of them on top, where nothing else was asked for', () => {
    const keys = [
      key('revoked', { status: 'revoked', createdAt: inDays(-1) }),
      key('expired', { status: 'expired', createdAt: inDays(-2) }),
      key('unknown'),
      key('older', { status: 'active', createdAt: inDays(-9) }),
      key('newer', { status: 'active', createdAt: inDays(-3) }),
    ]
    expect(ids(sortKeys(keys, undefined))).toEqual(['newer', 'older', 'unknown', 'expired', 'revoked'])
  })

  it('go by names as people count: 2 before 10, in any case', () => {
    const keys = ['staging 10', 'Staging 2', 'alpha', ''].map((name, index) => key(`${index}`, { name }))
    const names = sortKeys(keys, { by: 'name', direction: 'ascending' }, 'en').map(({ name }) => name)
    expect(names).toEqual(['alpha', 'Staging 2', 'staging 10', ''])
  })

  it('have a key that was never used before all that were, and last what nobody told', () => {
    const keys = [key('used', { lastUsedAt: inDays(-1) }), key('silent'), key('never', { neverUsed: true })]
    expect(ids(sortKeys(keys, { by: 'lastUsed', direction: 'ascending' }))).toEqual(['never', 'used', 'silent'])
    expect(ids(sortKeys(keys, { by: 'lastUsed', direction: 'descending' }))).toEqual(['used', 'never', 'silent'])
  })

  it('are the same keys, and those that were given are left alone', () => {
    fc.assert(
      fc.property(someKeys, optional(someSort), (keys, sort) => {
        const before = ids(keys)
        expect(ids(sortKeys(keys, sort)).sort()).toEqual([...before].sort())
        expect(ids(keys)).toEqual(before)
      }),
    )
  })

  it('rise or fall as they should, and what was not told is at the end in both directions', () => {
    const { compare } = new Intl.Collator('en', { numeric: true })
    fc.assert(
      fc.property(someKeys, someSort, (keys, sort) => {
        const values = sortKeys(keys, sort, 'en').map((each) => valueOf(each, sort.by))
        const told = values.filter((value) => value !== undefined)
        expect(values.slice(0, told.length)).toEqual(told)
        for (const [index, value] of told.slice(1).entries()) {
          const before = told[index]!
          const order = typeof value === 'string' ? compare(String(before), value) : Number(before) - value || 0
          expect(sort.direction === 'ascending' ? order <= 0 : order >= 0).toBe(true)
        }
      }),
    )
  })

  it('stay where they were among equals', () => {
    fc.assert(
      fc.property(someKeys, someSort, (keys, sort) => {
        const alike = keys.map((each) => ({ ...each, name: 'same', createdAt: inDays(-1), lastUsedAt: inDays(-1) }))
        expect(ids(sortKeys(alike, sort))).toEqual(ids(alike))
      }),
    )
  })
})

it('a title’s presses lead to its usual direction, the other one, and back', () => {
  const first = nextSort({ by: 'name', direction: 'descending' }, 'created')
  expect(first).toEqual({ by: 'created', direction: 'descending' })
  expect(nextSort(first, 'created')).toEqual({ by: 'created', direction: 'ascending' })
  expect(nextSort(nextSort(first, 'created'), 'created')).toBeUndefined()
  expect(nextSort(undefined, 'name')).toEqual({ by: 'name', direction: 'ascending' })
})

describe('the keys that match', () => {
  const keys = [
    key('newer', { status: 'active', description: 'Blue and green', hint: 'ap_…k3Qz' }),
    key('ended', { status: 'expired' }),
    key('gone', { status: 'revoked' }),
    key('silent'),
  ]

  it('are those of a state', () => {
    expect(ids(filterKeys(keys, 'current', ''))).toEqual(['newer', 'ended', 'silent'])
    expect(ids(filterKeys(keys, 'active', ''))).toEqual(['newer'])
    expect(ids(filterKeys(keys, 'revoked', ''))).toEqual(['gone'])
    expect(filterKeys(keys, 'all', '')).toHaveLength(4)
  })

  it('have every word that is searched for, in name, description, id or fragment, in any case', () => {
    expect(ids(filterKeys(keys, 'current', ' GREEN newer '))).toEqual(['newer'])
    expect(ids(filterKeys(keys, 'current', 'K3qz'))).toEqual(['newer'])
    expect(filterKeys(keys, 'current', 'green ended')).toEqual([])
  })

  it('keep their order, and another word never adds one', () => {
    fc.assert(
      fc.property(someKeys, someFilter, fc.string(), fc.string(), (many, filter, query, more) => {
        const all = ids(many)
        const found = ids(filterKeys(many, filter, query))
        expect(found).toEqual(all.filter((id) => found.includes(id)))
        expect(found).toEqual(expect.arrayContaining(ids(filterKeys(many, filter, `${query} ${more}`))))
      }),
    )
  })

  it('are the same whether sorted before or afterwards', () => {
    fc.assert(
      fc.property(someKeys, someFilter, optional(someSort), (many, filter, sort) => {
        expect(ids(filterKeys(sortKeys(many, sort), filter, 's'))).toEqual(ids(sortKeys(filterKeys(many, filter, 's'), sort)))
      }),
    )
  })
})

describe('the filters', () => {
  it('are those of states that the account tells, where they make a difference', () => {
    const of = (...told: (ApiKeyStatus | undefined)[]) => filtersOf(told.map((status, index) => key(`${index}`, { status })))
    expect(of('active', 'active')).toEqual(['current'])
    expect(of(undefined)).toEqual(['current'])
    expect(of('active', 'expired')).toEqual(['current', 'active', 'expired'])
    expect(of('active', 'revoked')).toEqual(['current', 'revoked', 'all'])
    expect(of('active', undefined, 'expired', 'revoked')).toEqual(['current', 'active', 'expired', 'revoked', 'all'])
  })

  it('never lead to an empty list by themselves, but for “current” where all are revoked', () => {
    fc.assert(
      fc.property(someKeys, (keys) => {
        for (const filter of filtersOf(keys).filter((each) => each !== 'current')) {
          expect(filterKeys(keys, filter, '').length).toBeGreaterThan(0)
        }
      }),
    )
  })
})

it('pages hold every key once, in order, whatever page is asked for', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.double({ min: -5, max: 80 }), fc.double(), (count, size, asked) => {
      const { pageCount, page, from, to } = pageOf(count, size, asked)
      expect(page).toBeGreaterThanOrEqual(0)
      expect(page).toBeLessThan(pageCount)
      expect(from).toBeLessThanOrEqual(to)
      const all = Array.from({ length: pageCount }, (_, each) => pageOf(count, size, each))
      expect(all[0]?.from).toBe(0)
      expect(all.at(-1)?.to).toBe(count)
      for (const [index, each] of all.slice(1).entries()) expect(each.from).toBe(all[index]?.to)
    }),
  )
})
