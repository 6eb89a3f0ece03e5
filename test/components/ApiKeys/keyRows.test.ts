import { describe, expect, it } from 'vitest'
import type { ApiKey } from '../../../src/api/index.js'
import { ageOf, expiryOf, newKeys, reportedColumns } from '../../../src/components/ApiKeys/keyRows.js'

const now = Date.parse('2026-11-23T09:00:00Z')
const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString()
const key = (id: string, rest: Partial<ApiKey> = {}): ApiKey => ({ id, name: id, ...rest })
const ids = (keys: readonly ApiKey[]) => keys.map(({ id }) => id)

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

describe('the age of a key', () => {
  const nothing = { isUnused: false, isOld: false }

  it('is pointed out of a key that was not used for ninety days', () => {
    expect(ageOf(key('a', { lastUsedAt: inDays(-90) }), now)).toEqual({ isUnused: true, isOld: false })
    expect(ageOf(key('a', { lastUsedAt: inDays(-89.9) }), now)).toEqual(nothing)
  })

  it('is pointed out of a key that was never used since it was made', () => {
    expect(ageOf(key('a', { neverUsed: true, createdAt: inDays(-100) }), now).isUnused).toBe(true)
    expect(ageOf(key('a', { neverUsed: true, createdAt: inDays(-20) }), now)).toEqual(nothing)
  })

  it('is pointed out after more than the longest six months', () => {
    expect(ageOf(key('a', { createdAt: inDays(-184) }), now)).toEqual({ isUnused: false, isOld: true })
    expect(ageOf(key('a', { createdAt: inDays(-183) }), now)).toEqual(nothing)
  })

  it('is nobody’s guess: not without dates, nor without a clock', () => {
    expect(ageOf(key('a', { createdAt: inDays(-100) }), now)).toEqual(nothing)
    expect(ageOf(key('a', { neverUsed: true }), now)).toEqual(nothing)
    expect(ageOf(key('a', { createdAt: 'long ago' }), now)).toEqual(nothing)
    expect(ageOf(key('a', { createdAt: inDays(-900), lastUsedAt: inDays(-400) }), undefined)).toEqual(nothing)
  })

  it('is of no interest once the key does not work', () => {
    const old = { createdAt: inDays(-900), lastUsedAt: inDays(-400) }
    expect(ageOf(key('a', { ...old, status: 'revoked' }), now)).toEqual(nothing)
    expect(ageOf(key('a', { ...old, expiresAt: inDays(-1) }), now)).toEqual(nothing)
  })
})

it('new keys are told by their ids', () => {
  expect(ids(newKeys(new Set(['a']), [key('a'), key('b')]))).toEqual(['b'])
})
