import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Operation, operations } from '../../src/api/index.js'
import { arrange, errorOf, everyCall, settle, START, valueOf } from './support.js'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

it('has a method for every operation', () => {
  expect(Object.keys(everyCall).sort()).toEqual(Object.keys(operations).sort())
})

it.each(Object.entries(everyCall))('%s asks for its own path, once', async (name, call) => {
  const { client, simulator, calls } = arrange()
  if (name === 'apiKeys.revoke') simulator.fail('apiKeys.revoke', { status: 204, body: null })
  if (name === 'speech.get') simulator.fail('speech.get', { status: 200, body: { id: 40417, status: 'pending' } })
  await settle(call(client, {}))
  const row = (operations as Record<string, Operation>)[name]
  expect(calls().map(({ operation, method }) => [operation, method])).toEqual([[name, row?.method]])
})

describe('the nouns of an account', () => {
  it('are what the account holds', async () => {
    const { client } = arrange()
    expect(await valueOf(client.account.get())).toMatchObject({ email: expect.stringContaining('@'), isVerified: true })
    expect(await valueOf(client.credits.get())).toMatchObject({ totalAvailable: 11250, subscription: 8200, payAsYouGo: 3050 })
    expect((await valueOf(client.credits.usage())).length).toBeGreaterThan(0)
    expect(Object.values(await valueOf(client.credits.prices())).every((price) => price > 0)).toBe(true)
    expect(await valueOf(client.credits.topUpLimits())).toMatchObject({ creditsPerDollar: 7500, currency: 'USD' })
    expect(await valueOf(client.credits.topUp({ amountUsd: 10 }))).toMatchObject({ credits: 75_000, amountCents: 1000 })
    expect(await valueOf(client.wallet.get())).toMatchObject({ balanceCents: 1875, lowBalance: false })
    expect(await valueOf(client.wallet.usage({ limit: 1 }))).toHaveLength(1)
    expect(await valueOf(client.wallet.estimate({ service: 'text_to_speech', seconds: 90 }))).toMatchObject({ minutes: 1.5, costCents: 6 })
    expect(await valueOf(client.wallet.topUp({ amountCents: 500 }))).toMatchObject({
      url: expect.stringMatching(/^https?:/),
      amountCents: 500,
    })
    expect(Object.keys(await valueOf(client.wallet.prices()))).not.toEqual([])
  })

  it('are the same in every dialect', async () => {
    const one = arrange({ dialect: { credits: 'full', voices: 'array', createdKey: 'api_key' } }).client
    const other = arrange({ dialect: { credits: 'short', voices: 'page', createdKey: 'key' } }).client
    const balance = await valueOf(one.credits.get())
    expect(await valueOf(other.credits.get())).toMatchObject({ totalAvailable: balance.totalAvailable, subscription: balance.subscription })
    const names = (page: { items: { name?: string | undefined }[] }) => page.items.map((voice) => voice.name?.toLowerCase())
    expect(names(await valueOf(other.voices.list()))).toEqual(names(await valueOf(one.voices.list())))
    for (const client of [one, other]) {
      expect((await valueOf(client.apiKeys.create({ name: 'CI' }))).secret).toMatch(/^a[pk]_/)
    }
  })
})

describe('API keys', () => {
  it('are made with their secret, listed without it, and revoked', async () => {
    const { client, calls, state } = arrange({ keys: [] })
    const input = { name: 'Mobile App', description: 'For phones', scopes: ['*'], expiresInDays: 30 }
    const created = await valueOf(client.apiKeys.create(input))
    expect(created).toMatchObject({ name: 'Mobile App', secret: expect.stringMatching(/^ap_/) })
    expect(calls('apiKeys.create')[0]?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/)
    const [key] = await valueOf(client.apiKeys.list())
    expect(key).toMatchObject({ id: created.id, description: 'For phones', status: 'active' })
    expect(key).not.toHaveProperty('secret')
    expect(state.keys[0]?.expiresAt).toBe('2026-12-23T09:00:00Z')
    expect(await valueOf(client.apiKeys.revoke(created.id))).toBeUndefined()
    expect(await valueOf(client.apiKeys.list({ status: 'active' }))).toEqual([])
    expect(await valueOf(client.apiKeys.list({ status: 'revoked' }))).toMatchObject([{ id: created.id }])
  })

  it('are filtered by their true status, and only the documented filter is sent', async () => {
    const { client, calls } = arrange({
      keys: [{ name: 'a' }, { name: 'b', expiresAt: '2026-11-23T08:59:59Z' }, { name: 'c', status: 'revoked' }],
    })
    for (const [status, names] of [['active', ['a']], ['expired', ['b']], ['revoked', ['c']]] as const) {
      expect((await valueOf(client.apiKeys.list({ status }))).map((key) => key.name)).toEqual(names)
    }
    expect(calls().map((call) => call.query)).toEqual(['?status=active', '', ''])
    const unknown = await errorOf(client.apiKeys.list(JSON.parse('{"status":"lost"}')))
    expect(unknown).toMatchObject({ code: 'invalid_request', fields: [{ name: 'status' }] })
  })

  it('that are gone are revoked, and a page of the host is no word of it', async () => {
    const { client, fail } = arrange()
    fail('apiKeys.revoke', { status: 404 })
    fail('apiKeys.revoke', { status: 404, body: null })
    await valueOf(client.apiKeys.revoke('gone'))
    await valueOf(client.apiKeys.revoke('gone'))
    for (const body of ['<!doctype html><h1>404</h1>', ' \n<html>', 'The page could not be found']) {
      fail('apiKeys.revoke', { status: 404, body })
      expect(await errorOf(client.apiKeys.revoke('alive'))).toMatchObject({ code: 'invalid_response', status: 404 })
    }
    fail('apiKeys.revoke', { status: 200, body: '<!doctype html><div id="root">' })
    expect((await errorOf(client.apiKeys.revoke('alive'))).code).toBe('invalid_response')
    for (const [status, body] of [[204, null], [200, { message: 'revoked' }], [200, null]] as const) {
      fail('apiKeys.revoke', { status, body })
      await valueOf(client.apiKeys.revoke('alive'))
    }
  })
})

describe('the use of credits', () => {
  it('is empty where the account answers 404', async () => {
    const { client, fail } = arrange()
    fail('credits.usage', { status: 404 })
    expect(await valueOf(client.credits.usage())).toEqual([])
  })

  it('is not empty where the host answers 404 with a page of its own, nor is anything gone', async () => {
    const { client, fail, calls } = arrange()
    const page = { status: 404, body: '<!doctype html><h1>404</h1>', times: 1 }
    for (const [name, ask] of [['credits.usage', client.credits.usage], ['voices.get', () => client.voices.get('aura')]] as const) {
      fail(name, page)
      expect(await errorOf(ask())).toMatchObject({ code: 'invalid_response', status: 404, retryable: false })
      expect(calls(name)).toHaveLength(1)
    }
  })
})

describe('voices', () => {
  it('are listed by type, a page at a time', async () => {
    const { client, calls } = arrange({ voices: 60, dialect: { voices: 'page' } })
    const first = await valueOf(client.voices.list({ limit: 50, includePublic: true, type: 'standard' }))
    expect(first).toMatchObject({ total: 60, hasMore: true })
    const rest = await valueOf(client.voices.list({ skip: 50, limit: 50 }))
    expect([first.items.length, rest.items.length, rest.hasMore]).toEqual([50, 10, false])
    expect(calls()[0]?.query).toBe('?voice_type=standard&include_public=true&limit=50')
  })

  it('are found by id or by name', async () => {
    const { client } = arrange()
    const aura = await valueOf(client.voices.get('aura'))
    expect(await valueOf(client.voices.get(aura.id))).toEqual(aura)
    expect((await errorOf(client.voices.get('nobody'))).code).toBe('not_found')
  })
})
