import { describe, expect, it } from 'vitest'
import { createSimulator, scenarios } from '../../src/testing.js'
import { arrange, asker, bodyOf, rowsOf, type Body } from './support.js'

describe('credits', () => {
  it('are told in two parts and a total', async () => {
    const { ask } = arrange()
    expect(await bodyOf(ask('GET /credits'))).toEqual({
      credits_balance: 8200,
      payg_balance: 3050,
      total_available_credits: 11_250,
      last_reset_at: '2026-11-01T00:00:00Z',
      total_credits_used: 41_875,
      total_payg_credits_purchased: 7500,
      next_reset_date: '2026-12-01T00:00:00Z',
      credits_per_month: 40_000,
    })
    const short = await bodyOf(arrange({ credits: 5, dialect: { credits: 'short' } }).ask('GET /credits'))
    expect(short).toMatchObject({ balance: 5, payg_balance: 0 })
    expect(short).not.toHaveProperty('total_available_credits')
  })

  it('answer 404 where nothing was used yet', async () => {
    expect((await arrange({ usage: [] }).ask('GET /credits/usage')).status).toBe(404)
    const rows = await rowsOf(arrange().ask('GET /credits/usage'))
    expect(rows[0]).toEqual({
      id: expect.any(String),
      user_credits_id: expect.any(String),
      credits_used: 412,
      service_type: 'text_to_speech',
      audio_duration: 54,
      credit_source: 'subscription',
      created_at: '2026-11-23T04:12:00Z',
      usage_metadata: null,
    })
  })

  it('have prices a minute', async () => {
    expect(await bodyOf(arrange().ask('GET /credits/multipliers'))).toMatchObject({ transcription: 660 })
  })

  it('are topped up by a checkout that is paid once, when its page is opened', async () => {
    const { ask, state } = arrange()
    expect(await bodyOf(ask('GET /credits/payg/info'))).toEqual({
      credits_per_dollar: 7500,
      min_amount_usd: 1,
      max_amount_usd: 1000,
      currency: 'USD',
    })
    const checkout = await bodyOf(ask('POST /credits/payg/create-checkout-session', { json: { amount_usd: 10 } }))
    expect(checkout).toMatchObject({ session_id: expect.any(String), credits_to_receive: 75_000, amount_usd: 10 })
    expect(state.credits.payAsYouGo).toBe(3050)
    for (let i = 0; i < 2; i++) {
      const page = await ask(`GET ${String(checkout['url'])}`)
      expect(page.headers.get('content-type')).toContain('text/html')
      expect(await page.text()).toContain('Paid $10.00 for 75,000 credits')
    }
    expect(state.credits).toMatchObject({ payAsYouGo: 78_050, purchased: 82_500 })
    expect((await ask('GET https://api.example/audiopod-simulator/checkout/none')).status).toBe(404)
  })

  it('are topped up without a page where the account gives none', async () => {
    const { ask, state } = arrange({ dialect: { creditCheckout: 'session' } })
    const checkout = await bodyOf(ask('POST /credits/payg/create-checkout-session', { json: { amount_usd: 1 } }))
    expect(checkout).not.toHaveProperty('url')
    state.payCheckout(String(checkout['session_id']))
    expect(state.credits.payAsYouGo).toBe(10_550)
    expect(() => state.payCheckout('none')).toThrow('no checkout none')
  })

  it.each([
    [{}, 422],
    [{ amount_usd: '10' }, 422],
    [{ amount_usd: 0.5 }, 400],
    [{ amount_usd: 1001 }, 400],
  ])('refuse a top-up of %j with %d', async (json, status) => {
    const { ask, state } = arrange()
    expect((await ask('POST /credits/payg/create-checkout-session', { json })).status).toBe(status)
    expect(state.checkouts).toEqual([])
  })
})

describe('the wallet', () => {
  it('is told in cents and in dollars, with a warning when it is low', async () => {
    expect(await bodyOf(arrange().ask('GET /api-wallet/balance'))).toEqual({
      balance_cents: 1875,
      balance_usd: '$18.75',
      total_spent_cents: 3125,
      total_spent_usd: '$31.25',
      low_balance_warning: false,
    })
    expect(await bodyOf(arrange({ wallet: 499 }).ask('GET /api-wallet/balance'))).toMatchObject({
      balance_usd: '$4.99',
      low_balance_warning: true,
    })
  })

  it('lists what it paid for', async () => {
    const { ask } = arrange()
    expect(await bodyOf(ask('GET /api-wallet/usage?limit=1'))).toEqual({
      logs: [
        {
          service_type: 'text_to_speech',
          duration_minutes: 1.25,
          amount_usd: '$0.05',
          created_at: '2026-11-21T09:00:00Z',
        },
      ],
    })
    expect((await ask('GET /api-wallet/usage?limit=none')).status).toBe(422)
    expect(await bodyOf(ask('GET /api-wallet/pricing'))).toMatchObject({
      services: { text_to_speech: { price_per_minute: '$0.04' } },
    })
  })

  it('estimates at four cents a minute of speech', async () => {
    const { ask } = arrange()
    const estimate = (json: unknown) => ask('POST /api-wallet/estimate', { json })
    expect(await bodyOf(estimate({ service_type: 'text_to_speech', duration_seconds: 75 }))).toEqual({
      service_type: 'text_to_speech',
      duration_minutes: 1.25,
      rate_per_minute: '$0.04',
      cost_usd: '$0.05',
    })
    expect((await estimate({ service_type: 'text_to_speech' })).status).toBe(422)
    expect((await estimate({ service_type: 'cooking', duration_seconds: 75 })).status).toBe(400)
  })

  it('is topped up by a checkout', async () => {
    const { ask, state } = arrange({ wallet: 0 })
    const topUp = (amount_cents: number) => ask('POST /api-wallet/topup/checkout', { json: { amount_cents } })
    const checkout = await bodyOf(topUp(2500))
    expect(checkout).toEqual({ url: expect.stringContaining('/audiopod-simulator/checkout/cs_test_'), amount_usd: 25 })
    await ask(`HEAD ${String(checkout['url'])}`)
    expect(state.wallet.balanceCents).toBe(0)
    await ask(`GET ${String(checkout['url'])}`)
    expect(state.wallet.balanceCents).toBe(2500)
    const refused = await topUp(99)
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: { code: 'invalid_amount' } }])
    expect((await topUp(100.5)).status).toBe(422)
  })
})

describe('voices', () => {
  const names = (rows: Body[]) => rows.map(({ name }) => name)

  it('are listed as an array with the standard ones and the own', async () => {
    const { ask } = arrange()
    const rows = await rowsOf(ask('GET /voice/voice-profiles'))
    expect(names(rows)).toEqual(expect.arrayContaining(['aura', 'jester', 'sage', 'ava', 'surge', 'willow']))
    expect(rows[0]).toEqual({
      id: 12,
      uuid: '5b0a52c0-6f3b-4a63-9c57-6d5d0b6d9f01',
      name: 'aura',
      display_name: 'Aura',
      description: 'Bright and clear',
      voice_type: 'STANDARD',
      is_public: true,
      status: 'COMPLETED',
      language: 'en',
      gender: 'female',
      preview_url: 'https://api.example/audiopod-simulator/preview/12.wav',
    })
    expect(rows.at(-1)).toMatchObject({ voice_type: 'CUSTOM', is_public: false, status: 'PROCESSING' })
    expect(rows.at(-1)).not.toHaveProperty('preview_url')
  })

  it('are listed as pages in the other dialect', async () => {
    const { ask } = arrange({ voices: 127, dialect: { voices: 'page' } })
    const page = (query: string) => bodyOf(ask(`GET /voice/voice-profiles?${query}`))
    expect(await page('limit=20')).toMatchObject({ total: 127, hasMore: true })
    expect(await page('skip=120&limit=20')).toMatchObject({ total: 127, hasMore: false })
    expect((await page(''))['voices']).toHaveLength(50)
    expect(((await page('limit=1'))['voices'] as Body[])[0]).toMatchObject({
      voice_id: 'voice_12',
      name: 'Aura',
      gender: 'female',
      is_custom: false,
      preview_url: expect.any(String),
    })
  })

  it.each([
    ['voice_type=custom', ['Product Tours', 'My Custom Voice']],
    ['voice_type=STANDARD&limit=2', ['aura', 'jester']],
    ['include_public=false', ['Product Tours', 'My Custom Voice']],
    ['is_public=true&skip=10', ['layla', 'mei']],
  ])('are filtered by %s', async (query, expected) => {
    expect(names(await rowsOf(arrange().ask(`GET /voice/voice-profiles?${query}`)))).toEqual(expected)
  })

  it.each(['limit=51', 'limit=0', 'skip=-1', 'skip=some', 'voice_type=opera', 'include_public=maybe'])(
    'are refused for %s',
    async (query) => {
      expect((await arrange().ask(`GET /voice/voice-profiles?${query}`)).status).toBe(422)
    },
  )

  it('are given one by one', async () => {
    const { ask } = arrange()
    for (const id of ['sage', '14', '5b0a52c0-6f3b-4a63-9c57-6d5d0b6d9f03']) {
      expect(await bodyOf(ask(`GET /voice/voices/${id}/status`))).toMatchObject({ name: 'sage' })
    }
    const unknown = await ask('GET /voice/voices/nobody/status')
    expect([unknown.status, await unknown.json()]).toEqual([404, { detail: 'Voice not found' }])
  })

  it('have a preview that can be heard', async () => {
    const preview = await arrange().ask('GET https://api.example/audiopod-simulator/preview/12.wav')
    expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'audio/wav'])
    expect((await preview.arrayBuffer()).byteLength).toBeGreaterThan(50_000)
  })
})

describe('scenarios', () => {
  it.each([
    ['empty', scenarios.empty, 'GET /credits/usage', 404],
    ['rateLimited', scenarios.rateLimited(), 'GET /credits', 429],
    ['brokenGateway', scenarios.brokenGateway, 'GET /credits', 502],
    ['offline', scenarios.offline, 'GET /credits', 0],
    ['signedOut', scenarios.signedOut, 'GET /credits', 401],
    ['forbidden', scenarios.forbidden, 'GET /auth/me', 403],
    ['htmlInstead', scenarios.htmlInstead, 'GET /auth/me', 200],
  ])('%s is what it says', async (_, options, line, status) => {
    expect((await asker(createSimulator(options))(line)).status).toBe(status)
  })

  it('make any number of keys and voices', async () => {
    const ask = asker(createSimulator({ ...scenarios.manyKeys(500), ...scenarios.manyVoices(60) }))
    const keys = await rowsOf(ask('GET /auth/api-keys'))
    expect(new Set(keys.map(({ id }) => id)).size).toBe(500)
    expect(new Set(keys.map(({ status }) => status))).toEqual(new Set(['active', 'revoked', 'expired']))
    expect(await rowsOf(ask('GET /voice/voice-profiles?skip=50'))).toHaveLength(10)
  })
})
