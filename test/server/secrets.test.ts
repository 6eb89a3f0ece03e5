import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasAudioPodSecret, operations } from '../../src/api/index.js'
import type { AudioPodProxyEvent } from '../../src/server.js'
import { type HostileUpstream, json, type Reply, startHostileUpstream, text } from '../support/hostileUpstream.js'
import { ask, KEY, proxyTo, speak } from './support.js'

let upstream: HostileUpstream
beforeAll(async () => {
  upstream = await startHostileUpstream()
})
afterAll(() => upstream.close())
beforeEach(() => {
  upstream.received.length = 0
})

const OTHER = 'ak_live_SOMEBODYelse0009'
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'

describe('a list of keys', () => {
  const row = { id: 'k1', name: 'Production App', status: 'active', scopes: ['*'], created_at: '2026-05-04T10:00:00Z', expires_at: null, total_requests: 7 }
  const secrets = {
    key: OTHER,
    api_key: KEY,
    secret: 'hunter2-of-no-known-shape',
    value: 'hunter3',
    plaintext: 'hunter4',
    raw: { key: 'hunter5', nested: [OTHER] },
    key_hash: '5f4dcc3b5aa765d61d8327deb882cf99',
    masked_key: OTHER,
    key_prefix: 'ap_',
    last_four: 'k3Qz',
    hint: 'a hint so long that it may well be the key itself',
  }

  test.each<[string, (row: object) => unknown]>([
    ['bare', (one) => [one, one]],
    ['under api_keys', (one) => ({ api_keys: [one], total: 1, secret: OTHER })],
    ['under keys', (one) => ({ keys: [one], note: OTHER })],
    ['under data and items', (one) => ({ data: { items: [one] } })],
    ['under a name of its own', (one) => ({ data: [one], debug: one })],
  ])('never carries one, whatever upstream sends (%s)', async (_, wrap) => {
    upstream.reply(json(200, wrap({ ...row, ...secrets })))
    const seen = await ask(proxyTo(upstream), 'GET', '/auth/api-keys')
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('Production App')
    expect(seen.text).not.toMatch(/hunter|SOMEBODY|FAKE|5f4dcc3b|long that it may/)
    expect(seen.text).toContain('k3Qz')
  })

  test.each([
    ['at the top', (keys: unknown) => keys],
    ['under keys', (keys: unknown) => ({ keys, total: 2 })],
    ['in lists of lists', (keys: unknown) => ({ data: [[keys], keys] })],
  ])('never carries bare texts, which may be the keys (%s)', async (_, wrap) => {
    upstream.reply(json(200, wrap(['hunter2-of-no-known-shape', 4711_0815])))
    const seen = await ask(proxyTo(upstream), 'GET', '/auth/api-keys')
    expect(seen.status).toBe(200)
    expect(seen.text).not.toMatch(/hunter|4711/)
  })

  test('is judged by camelCase names as by snake_case ones', async () => {
    const shown = { keyId: 'k1', isActive: false, lastUsed: '2026-11-22T21:07:41Z', requestCount: 7, lastFour: 'k3Qz' }
    upstream.reply(json(200, [{ ...shown, secretKey: OTHER, accessToken: 'hunter2', hashedKey: '5f4dcc3b' }]))
    const seen = await ask(proxyTo(upstream), 'GET', '/auth/api-keys')
    expect(JSON.parse(seen.text)).toEqual([shown])
  })

  test('keeps every figure that the table of keys shows', async () => {
    upstream.reply(json(200, [{ ...row, ...secrets }]))
    const seen = await ask(proxyTo(upstream), 'GET', '/auth/api-keys')
    expect(JSON.parse(seen.text)).toEqual([{ ...row, key_prefix: 'ap_', last_four: 'k3Qz' }])
  })
})

describe('a created key', () => {
  test.each([
    ['api_key', { id: 'k1', name: 'x', api_key: OTHER }],
    ['key', { id: 'k1', name: 'x', key: OTHER }],
    ['apiKey', { id: 'k1', name: 'x', apiKey: OTHER }],
    ['inside its row', { api_key: { id: 'k1', name: 'x', key: OTHER } }],
    ['beside its row', { data: { id: 'k1', name: 'x' }, secret: OTHER }],
  ])('passes its secret (%s) and no other', async (_, body) => {
    upstream.reply(json(201, { ...body, webhook_secret: 'whsec_FAKEfakeFAKE', session: JWT, note: KEY }))
    const seen = await ask(proxyTo(upstream), 'POST', '/auth/api-keys', { json: { name: 'x' } })
    expect(seen.text).toContain(OTHER)
    expect(seen.text).not.toMatch(/whsec_|eyJ|FAKE/)
    expect(seen.headers.get('cache-control')).toBe('private, no-store')
  })

  test('is not our own key, should upstream answer that', async () => {
    upstream.reply(json(201, { id: 'k1', name: 'x', api_key: KEY }))
    const seen = await ask(proxyTo(upstream), 'POST', '/auth/api-keys', { json: { name: 'x' } })
    expect(seen.text).not.toContain(KEY)
  })
})

describe('any answer', () => {
  const bodies: Record<string, object> = {
    'credits.topUp': { json: { amount_usd: 5 } },
    'wallet.topUp': { json: { amount_cents: 500 } },
    'wallet.estimate': { json: { service_type: 'text_to_speech', duration_seconds: 60 } },
    'apiKeys.create': { json: { name: 'Staging' } },
    'speech.create': { form: { input_text: 'Hello' } },
  }
  const echo = {
    job_id: 1,
    id: 1,
    debug: { headers: { Authorization: `Bearer ${KEY}`, 'X-API-Key': KEY } },
    [KEY]: KEY,
    list: [KEY, `prefix ${KEY} suffix`, OTHER],
    output_url: `https://cdn.example/a.mp3?k=${KEY}`,
    token: 'opaque-session-token',
  }

  test.each(Object.entries(operations).filter(([name]) => name !== 'speech.get').flatMap(([name, row]) =>
    [200, 403, 422, 429, 500, 503].map((status) => [name, row, status] as const),
  ))('%s: our own key is struck out of any body that echoes it (status %3$s)', async (name, row, status) => {
    const events: AudioPodProxyEvent[] = []
    upstream.reply(json(status, status === 200 ? echo : { error: { code: 'x', message: `key ${KEY} and ${JWT}` }, ...echo }))
    const proxy = proxyTo(upstream, { onEvent: (event) => events.push(event) })
    const seen = await ask(proxy, row.method, row.path.replace(/\{\w+\}/, '12'), bodies[name])
    expect(upstream.received).toHaveLength(1)
    const out = seen.text + JSON.stringify([...seen.headers]) + JSON.stringify(events)
    expect(out).not.toContain(KEY)
    expect(out).not.toContain('opaque-session-token')
    expect(hasAudioPodSecret(seen.text)).toBe(false)
  })

  test('keeps a presigned URL whole, whatever its token looks like', async () => {
    const output_url = `https://cdn.example/a.mp3?sig=${JWT}&k=ak_live_PRESIGNED0001`
    const proxy = proxyTo(upstream)
    upstream.reply(json(200, { job_id: 1 }))
    const { json: accepted } = await speak(proxy)
    upstream.reply(json(200, { id: 1, status: 'completed', output_url }))
    const seen = await ask(proxy, 'GET', `/voice/tts-jobs/${String(accepted['job_id'])}/status`)
    expect(seen.json['output_url']).toBe(output_url)
  })

  test('that is a refusal keeps its words and figures', async () => {
    const body = { error: { code: 'insufficient_credits', message: 'Not enough credits', credits_needed: 120, credits_available: 40 } }
    upstream.reply(json(402, body))
    expect((await speak(proxyTo(upstream))).json).toEqual(body)
  })

  test.each([
    ['402', 402, 'insufficient_credits'],
    ['403', 403, 'forbidden'],
    ['404', 404, 'not_found'],
    ['418', 418, 'invalid_request'],
    ['429', 429, 'rate_limit_exceeded'],
    ['500', 500, 'server_error'],
  ])('in HTML (%s) is replaced by a typed refusal', async (_, status, code) => {
    upstream.reply(text(status, `<html><body>${KEY}</body></html>`))
    const seen = await ask(proxyTo(upstream), 'GET', '/credits')
    expect(seen).toMatchObject({ status, json: { error: { code } } })
    expect(seen.headers.get('content-type')).toContain('application/json')
    expect(seen.text).not.toMatch(/<|FAKE/)
  })

  test('with a page of HTML inside its JSON is replaced too', async () => {
    upstream.reply(json(404, { detail: '<html><script>alert(1)</script></html>' }))
    expect((await ask(proxyTo(upstream), 'GET', '/credits')).text).not.toContain('<')
  })

  test.each<[string, Parameters<HostileUpstream['reply']>[0]]>([
    ['HTML', text(200, '<html>')],
    ['a bare text', text(200, '"hello"')],
    ['a bare number', text(200, '7')],
    ['nothing', text(200, '')],
    ['half of it', text(200, '{"a":')],
    ['bytes that are no text', (_, res) => void res.writeHead(200).end(new Uint8Array([0x22, 0xff, 0x22]))],
  ])('of 200 with %s is 502 invalid_response', async (_, reply) => {
    upstream.reply(reply)
    expect(await ask(proxyTo(upstream), 'GET', '/credits')).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
  })

  test('cannot change the prototype of anything', async () => {
    upstream.reply(text(200, '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'))
    await ask(proxyTo(upstream), 'GET', '/credits')
    expect('polluted' in {}).toBe(false)
  })
})

test('a revoked key is 204, whatever its answer holds', async () => {
  const empty: Reply = (_, res) => void res.writeHead(204).end()
  for (const reply of [text(200, ''), text(200, 'OK'), empty]) {
    upstream.reply(reply)
    expect(await ask(proxyTo(upstream), 'DELETE', '/auth/api-keys/k1')).toMatchObject({ status: 204, text: '' })
  }
})
