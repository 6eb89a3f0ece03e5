import { describe, expect, it } from 'vitest'
import { DecodeError, operations } from '../../../src/api/index.js'

const account = (body: unknown) => operations['account.get'].decode(body, { now: 0, input: {} })

describe('an account', () => {
  it('is read', () => {
    const body = {
      id: 42,
      email: 'ada@example.com',
      full_name: 'Ada',
      is_verified: 'TRUE',
      created_at: '2026-01-01T00:00:00Z',
      hashed_password: 'x',
    }
    expect(account(body)).toStrictEqual({
      id: '42',
      email: 'ada@example.com',
      fullName: 'Ada',
      isVerified: true,
      createdAt: '2026-01-01T00:00:00Z',
    })
  })

  it('is read inside an envelope, and with members missing', () => {
    expect(account({ data: { email: 'a@example.com', id: null } })).toStrictEqual({ email: 'a@example.com' })
    expect(account({ user: { id: 0 } })).toStrictEqual({ id: '0' })
  })

  it('is not understood where it says nothing of one', () => {
    for (const body of [{}, { detail: 'Not Found' }, [], null, 5]) expect(() => account(body)).toThrow(DecodeError)
  })
})
