import { describe, expect, it } from 'vitest'
import { arrange, bodyOf, KEY, rowsOf } from './support.js'

const DAY = 86_400_000

describe('API keys', () => {
  it('are listed with their states and never with a secret', async () => {
    const { ask } = arrange()
    const rows = await rowsOf(ask('GET /auth/api-keys'))
    expect(rows.map(({ name, status }) => [name, status])).toEqual([
      ['Production App', 'active'],
      ['Staging', 'active'],
      ['Old laptop', 'revoked'],
    ])
    expect(rows[2]).not.toHaveProperty('last_used_at')
    const active = await rowsOf(ask('GET /auth/api-keys?status=active'))
    expect(active.map(({ name }) => name)).toEqual(['Production App', 'Staging'])
  })

  it('show their secret once, when they are created', async () => {
    const { ask, state } = arrange({ apiKey: KEY, keys: [] })
    const response = await ask('POST /auth/api-keys', {
      json: { name: 'Mobile App', description: 'For phones', scopes: ['tts'], expires_in_days: 30 },
    })
    expect(response.status).toBe(201)
    const created = await bodyOf(response)
    expect(created).toMatchObject({
      name: 'Mobile App',
      description: 'For phones',
      status: 'active',
      scopes: ['tts'],
      created_at: '2026-11-23T09:00:00Z',
      expires_at: '2026-12-23T09:00:00Z',
      last_used_at: null,
      total_requests: 0,
      api_key: expect.stringMatching(/^ap_\w{8,}$/),
    })
    const listed = JSON.stringify([await rowsOf(ask('GET /auth/api-keys')), state])
    expect(listed).toContain('Mobile App')
    expect(listed).not.toContain(created['api_key'])
  })

  it('can call until they are revoked, and their calls are counted', async () => {
    const { ask, state, pass } = arrange({ apiKey: KEY, keys: [] })
    const { api_key: secret, id } = await bodyOf(ask('POST /auth/api-keys', { json: { name: 'New' } }))
    pass(5000)
    expect((await ask('GET /credits', { key: String(secret) })).status).toBe(200)
    expect(state.keys[0]).toMatchObject({ totalRequests: 1, lastUsedAt: '2026-11-23T09:00:05Z' })
    expect((await ask(`DELETE /auth/api-keys/${String(id)}`)).status).toBe(200)
    const refused = await ask('GET /credits', { key: String(secret) })
    expect(refused.status).toBe(403)
    expect(await bodyOf(refused)).toMatchObject({ error: { code: 'forbidden' } })
    expect((await rowsOf(ask('GET /auth/api-keys')))[0]).toMatchObject({ status: 'revoked', total_requests: 1 })
  })

  it('expire by the clock', async () => {
    const { ask, pass } = arrange({ keys: [] })
    const { api_key: secret } = await bodyOf(ask('POST /auth/api-keys', { json: { name: 'A', expires_in_days: 1 } }))
    pass(DAY - 251)
    expect((await ask('GET /credits', { key: String(secret) })).status).toBe(200)
    pass(1)
    expect((await ask('GET /credits', { key: String(secret) })).status).toBe(403)
    expect((await rowsOf(ask('GET /auth/api-keys')))[0]).toMatchObject({ status: 'expired' })
    expect(await rowsOf(ask('GET /auth/api-keys?status=active'))).toEqual([])
  })

  it('keep the secrets that they were set up with to themselves', async () => {
    const { ask, state } = arrange({ keys: [{ name: 'Gone', status: 'revoked', secret: 'ap_FAKEgone0000' }] })
    expect((await ask('GET /credits', { key: 'ap_FAKEgone0000' })).status).toBe(403)
    expect(JSON.stringify(state)).not.toContain('FAKEgone')
  })

  it('answer 404 when there is none to revoke', async () => {
    const response = await arrange().ask('DELETE /auth/api-keys/nothing')
    expect([response.status, await response.json()]).toEqual([404, { detail: 'API key not found' }])
  })

  it.each([
    [{}, ['body', 'name'], 'missing'],
    [{ name: ' ' }, ['body', 'name'], 'string_too_short'],
    [{ name: 5 }, ['body', 'name'], 'string_type'],
    [{ name: 'A', expires_in_days: 0 }, ['body', 'expires_in_days'], 'greater_than_equal'],
    [{ name: 'A', expires_in_days: 'soon' }, ['body', 'expires_in_days'], 'int_parsing'],
    [{ name: 'A', scopes: '*' }, ['body', 'scopes'], 'list_type'],
    [{ name: 'A', description: 1 }, ['body', 'description'], 'string_type'],
    [[], ['body', 'body'], 'dict_type'],
  ])('refuse %j with the field', async (json, loc, type) => {
    const { ask, state } = arrange({ keys: [] })
    const response = await ask('POST /auth/api-keys', { json })
    expect(response.status).toBe(422)
    expect(await bodyOf(response)).toEqual({ detail: [{ loc, type, msg: expect.any(String) }] })
    expect(state.keys).toEqual([])
  })

  it('refuse a body that is no JSON', async () => {
    const { ask } = arrange()
    const headers = { 'Content-Type': 'application/json' }
    expect((await ask('POST /auth/api-keys', { headers, form: { name: 'A' } })).status).toBe(422)
    expect((await ask('POST /auth/api-keys', { form: { name: 'A' } })).status).toBe(422)
  })

  it('answer in the earlier dialect where it is asked for', async () => {
    const dialect = { createdKey: 'key', createdKeyStatus: 200, revokedKeyStatus: 204 } as const
    const { ask } = arrange({ dialect })
    const response = await ask('POST /auth/api-keys', { json: { name: 'A' } })
    expect(response.status).toBe(200)
    const created = await bodyOf(response)
    expect(Object.keys(created)).toEqual(['id', 'name', 'key'])
    const revoked = await ask(`DELETE /auth/api-keys/${String(created['id'])}`)
    expect([revoked.status, await revoked.text()]).toEqual([204, ''])
  })
})
