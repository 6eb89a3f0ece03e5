import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApiKey } from '../../../src/api/index.js'
import { expiryOf, newKeys, reportedColumns, selectKeys } from '../../../src/components/ApiKeys/keyRows.js'

const now = Date.parse('2026-11-23T09:00:00Z')
const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString()
const key = (id: string, rest: Partial<ApiKey> = {}): ApiKey => ({ id, name: id, ...rest })
const ids = (keys: readonly ApiKey[]) => keys.map(({ id }) => id)

describe('the keys of the list', () => {
  const keys = [
    key('revoked', { status: 'revoked', createdAt: inDays(-1) }),
    key('expired', { status: 'expired', createdAt: inDays(-2) }),
    key('unknown'),
    key('older', { status: 'active', createdAt: inDays(-9) }),
    key('newer', { status: 'active', createdAt: inDays(-3), description: 'Blue and green' }),
  ]

  it('are those that are not revoked, usable ones first and the newest of them on top', () => {
    expect(ids(selectKeys(keys, 'current', ''))).toEqual(['newer', 'older', 'unknown', 'expired'])
  })

  it('are the revoked ones, or all, on demand', () => {
    expect(ids(selectKeys(keys, 'revoked', ''))).toEqual(['revoked'])
    expect(selectKeys(keys, 'all', '')).toHaveLength(5)
  })

  it('match every word that is searched for, in name, description or id, in any case', () => {
    expect(ids(selectKeys(keys, 'current', ' GREEN newer '))).toEqual(['newer'])
    expect(selectKeys(keys, 'current', 'green older')).toEqual([])
  })

  it('are never added to by a search', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        expect(ids(selectKeys(keys, 'all', ''))).toEqual(expect.arrayContaining(ids(selectKeys(keys, 'all', query))))
      }),
    )
  })
})

describe('a column', () => {
  it('is there if one key has something for it', () => {
    expect([...reportedColumns([key('a'), key('b', { hint: 'ap_…k3Qz' })])]).toEqual(['hint'])
  })

  it('is there for "never", which the account said, and not for what it left out', () => {
    expect([...reportedColumns([key('a', { neverUsed: true, neverExpires: true })])]).toEqual(['lastUsed', 'expires'])
  })
})

describe('the end of a key', () => {
  it('is never guessed', () => {
    expect(expiryOf(key('a'), now)).toEqual({ kind: 'not-reported' })
    expect(expiryOf(key('a', { neverExpires: true }), now)).toEqual({ kind: 'never' })
  })

  it('is near within seven days, in whole days that are left', () => {
    expect(expiryOf(key('a', { expiresAt: inDays(5.5) }), now)).toMatchObject({ kind: 'soon', days: 5 })
    expect(expiryOf(key('a', { expiresAt: inDays(0.4) }), now)).toMatchObject({ kind: 'soon', days: 0 })
    expect(expiryOf(key('a', { expiresAt: inDays(7) }), now)).toMatchObject({ kind: 'later' })
  })

  it('warns of nothing on a revoked key', () => {
    expect(expiryOf(key('a', { status: 'revoked', expiresAt: inDays(2) }), now)).toMatchObject({ kind: 'later' })
  })

  it('has passed where the account says so or the clock does', () => {
    expect(expiryOf(key('a', { status: 'expired', expiresAt: inDays(2) }), now)).toMatchObject({ kind: 'expired' })
    expect(expiryOf(key('a', { expiresAt: inDays(-0.1) }), now)).toMatchObject({ kind: 'expired' })
  })
})

it('new keys are told by their ids', () => {
  expect(ids(newKeys(new Set(['a']), [key('a'), key('b')]))).toEqual(['b'])
})
