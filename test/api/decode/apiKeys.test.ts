import { describe, expect, it } from 'vitest'
import { DecodeError, operations } from '../../../src/api/index.js'
import { readFixture } from '../../fixtures/readFixture.js'

const NOW = Date.parse('2026-11-23T12:00:00Z')
const list = (body: unknown, now = NOW) => operations['apiKeys.list'].decode(body, { now, input: {} })
const created = (body: unknown) => operations['apiKeys.create'].decode(body, { now: NOW, input: {} })
const one = (row: Record<string, unknown>) => list([{ id: 'k1', ...row }])[0]

describe('a list of API keys', () => {
  it('is read, and tells "never" from "not said"', () => {
    expect(list(readFixture('api-keys'))).toStrictEqual([
      {
        id: '7d1f3a52-3d9c-4e0e-8b2e-2c1c1c1c1c1c',
        name: 'Production App',
        description: 'Key for production environment',
        status: 'active',
        scopes: ['*'],
        createdAt: '2026-05-04T10:00:00Z',
        lastUsedAt: '2026-11-22T21:07:41Z',
        totalRequests: 48211,
        neverExpires: true,
      },
      {
        id: '7d1f3a52-3d9c-4e0e-8b2e-2d2d2d2d2d2d',
        name: 'Staging',
        status: 'active',
        scopes: ['*'],
        createdAt: '2026-11-01T09:30:00Z',
        expiresAt: '2027-01-30T09:30:00Z',
        neverUsed: true,
      },
      {
        id: '7d1f3a52-3d9c-4e0e-8b2e-2e2e2e2e2e2e',
        name: 'Old laptop',
        status: 'revoked',
        createdAt: '2025-12-24T00:00:00Z',
      },
    ])
  })

  it.each(['items', 'data', 'api_keys', 'keys'])('is read inside an envelope named %s', (name) => {
    expect(list({ [name]: [{ id: 0, name: 'a' }], total: '1' })).toStrictEqual([{ id: '0', name: 'a' }])
  })

  it('shows a key whose name was not told: it must be possible to revoke it', () => {
    expect(list([{ id: 7, name: null }, { id: '8' }])).toStrictEqual([{ id: '7' }, { id: '8' }])
  })

  it('never lets a secret through, whatever the account sends', () => {
    const secret = 'ap_FAKEfakeFAKEfake0001'
    const read = list([{ id: 1, name: 'a', key: secret, api_key: secret, key_prefix: secret, masked_key: secret }])
    expect(JSON.stringify(read)).not.toContain('FAKEfake')
  })

  it('strikes a key out that somebody wrote into a name or a description', () => {
    const key = ['ap', 'EXAMPLEexample0001'].join('_')
    expect(list([{ id: 1, name: key, description: `The old one was ${key}` }])).toStrictEqual([
      { id: '1', name: '[redacted]', description: 'The old one was [redacted]' },
    ])
  })

  it('shows a short fragment to recognise a key by', () => {
    expect(one({ masked_key: 'ap_…k3Qz' })?.hint).toBe('ap_…k3Qz')
    expect(one({ last_four: 'k3Qz' })?.hint).toBe('…k3Qz')
    expect(one({ masked_key: 'x'.repeat(30) })).not.toHaveProperty('hint')
  })

  it('is not understood where a row has no id, or is none', () => {
    for (const body of [[{ name: 'a' }], [null], {}, { keys: {} }, null, 'x', [{ id: '' }], [{ id: 1.5 }]]) {
      expect(() => list(body)).toThrow(DecodeError)
    }
  })
})

describe('the status of a key', () => {
  const past = '2026-11-23T11:59:59Z'
  it.each([
    [{ status: 'ACTIVE' }, 'active'],
    [{ status: ' Revoked ' }, 'revoked'],
    [{ status: 'active', expires_at: past }, 'expired'],
    [{ expires_at: past }, 'expired'],
    [{ status: 'active', expires_at: '2026-11-23T12:00:00Z' }, 'expired'],
    [{ status: 'active', expires_at: '2026-11-23T12:00:01Z' }, 'active'],
    [{ status: 'active', expires_at: '2026-11-23T14:00:01+02:00' }, 'active'],
    [{ status: 'revoked', expires_at: past }, 'revoked'],
    [{ is_active: true }, 'active'],
    [{ is_active: 0 }, 'revoked'],
    [{ revoked_at: past }, 'revoked'],
    [{ status: 'expired' }, 'expired'],
  ])('%j is %s', (row, status) => {
    expect(one(row)?.status).toBe(status)
  })

  it('is undefined where nothing says it', () => {
    expect(one({ expires_at: '2027-01-01T00:00:00Z' })).not.toHaveProperty('status')
    expect(one({ status: 'resting' })).not.toHaveProperty('status')
  })
})

describe('a created key', () => {
  it('holds its secret in both dialects', () => {
    expect(created(readFixture('api-key-created-earlier'))).toStrictEqual({
      id: '7d1f3a52-3d9c-4e0e-8b2e-2f2f2f2f2f2f',
      name: 'Mobile App',
      secret: 'ak_live_EXAMPLEexampleEXAMPLE0001',
    })
    expect(created(readFixture('api-key-created-now'))).toStrictEqual({
      id: '7d1f3a52-3d9c-4e0e-8b2e-303030303030',
      name: 'Mobile App',
      scopes: ['*'],
      createdAt: '2026-11-23T09:00:00Z',
      neverExpires: true,
      secret: 'ap_EXAMPLEexampleEXAMPLE0002',
    })
  })

  it.each([
    [{ data: { id: 1, api_key: 'ap_FAKE1' } }],
    [{ key: 'ap_FAKE1', api_key: { id: 1 } }],
    [{ api_key: { id: 1, key: 'ap_FAKE1' } }],
    [{ api_key: 'ap_FAKE1', data: { id: 1 } }],
  ])('is read from the envelope %j', (body) => {
    expect(created(body)).toStrictEqual({ id: '1', secret: 'ap_FAKE1' })
  })

  it('is not understood without a secret', () => {
    for (const body of [{ id: 1, name: 'a' }, { id: 1, key: '' }, { id: 1, key: null }, []]) {
      expect(() => created(body)).toThrow(DecodeError)
    }
  })
})
