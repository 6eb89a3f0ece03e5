import { describe, expect, it } from 'vitest'
import { API, APP, arrange, bodyOf, KEY } from './support.js'

const OTHER = 'ap_FAKEfakeFAKE0001'
const REFUSED = { error: { code: 'unauthorized', message: 'Invalid API key provided' } }

describe('below /api/v1', () => {
  it.each([
    ['no key', {}],
    ['a key that is none', { Authorization: 'Bearer nothing-like-it' }],
    ['a missing key sent as text', { Authorization: 'Bearer undefined' }],
    ['another scheme', { Authorization: 'Basic YXA6Rk9P' }],
    ['two keys that differ', { Authorization: `Bearer ${KEY}`, 'X-API-Key': OTHER }],
  ])('answers 401 to %s', async (_, headers: Record<string, string>) => {
    const { ask } = arrange()
    const response = await ask('GET /credits', { key: null, headers })
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual(REFUSED)
    expect(response.headers.get('x-ratelimit-limit')).toBeNull()
  })

  it.each([
    ['Authorization', { Authorization: `Bearer ${KEY}` }],
    ['X-API-Key', { 'X-API-Key': KEY }],
    ['both', { Authorization: `Bearer ${KEY}`, 'X-API-Key': KEY }],
  ])('takes a key in %s', async (_, headers: Record<string, string>) => {
    const { ask } = arrange()
    expect((await ask('GET /credits', { key: null, headers })).status).toBe(200)
  })

  it('takes any well-formed key, or the one that it was given', async () => {
    expect((await arrange().ask('GET /credits', { key: OTHER })).status).toBe(200)
    const { ask } = arrange({ apiKey: KEY })
    expect((await ask('GET /credits')).status).toBe(200)
    expect((await ask('GET /credits', { key: OTHER })).status).toBe(401)
  })
})

describe('below any other path', () => {
  it('is the same account without a key', async () => {
    const { ask, state } = arrange({ apiKey: KEY })
    state.credits.subscription = 77
    expect(await bodyOf(ask('GET /credits', { base: APP }))).toMatchObject({ credits_balance: 77 })
    expect(await bodyOf(ask('GET /credits', { base: API }))).toMatchObject({ credits_balance: 77 })
  })

  it('knows a path by its end, and its methods', async () => {
    const { ask, state } = arrange()
    expect((await ask('GET /credits', { base: 'http://localhost' })).status).toBe(200)
    expect((await ask('GET /nothing', { base: APP })).status).toBe(404)
    expect((await ask('GET /auth/api-keys/one', { base: APP })).status).toBe(405)
    const response = await ask('PUT /auth/api-keys', { base: APP })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, POST')
    expect(state.requests.map(({ operation, status }) => [operation, status])).toEqual([
      ['credits.get', 200],
      [undefined, 404],
      [undefined, 405],
      [undefined, 405],
    ])
  })
})

describe('the log of requests', () => {
  it('tells what was asked and holds no secret', async () => {
    const { ask, state } = arrange()
    await ask('GET /auth/api-keys?status=active', { headers: { 'Idempotency-Key': 'one' } })
    expect(state.requests).toEqual([
      {
        operation: 'apiKeys.list',
        method: 'GET',
        path: '/api/v1/auth/api-keys',
        query: '?status=active',
        at: Date.parse('2026-11-23T09:00:00.250Z'),
        status: 200,
        idempotencyKey: 'one',
        headers: ['authorization', 'idempotency-key'],
      },
    ])
    expect(JSON.stringify(state)).not.toContain(KEY)
  })
})
