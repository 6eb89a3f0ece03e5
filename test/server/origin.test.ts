import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AudioPodProxy } from '../../src/server.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, ORIGIN, proxyTo, see, speak } from './support.js'

const PARTNER = 'https://partner.example'
let upstream: HostileUpstream
let proxy: AudioPodProxy
beforeAll(async () => {
  upstream = await startHostileUpstream()
  proxy = proxyTo(upstream, { allowedOrigins: [PARTNER], limits: { perUser: false } })
})
afterAll(() => upstream.close())
beforeEach(() => {
  upstream.received.length = 0
  upstream.reply(json(200, { job_id: 1 }))
})

describe('a change', () => {
  test.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['another origin that says same-origin', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['the null origin', { origin: 'null' }],
    ['a sibling subdomain', { origin: 'https://evil.app.example' }],
    ['another port', { origin: `${ORIGIN}:8443` }],
    ['plain http before an https endpoint', { origin: 'http://app.example' }],
    ['our own name as a prefix', { origin: 'https://app.example.evil.example' }],
    ['an allowed name as a prefix', { origin: `${PARTNER}.evil.example` }],
    ['an allowed name in another case', { origin: 'https://PARTNER.example' }],
    ['two origins', { origin: `${ORIGIN}, https://evil.example` }],
    ['an origin with a path', { origin: `${ORIGIN}/` }],
    ['an empty origin', { origin: '' }],
    ['cross-site and no origin', { 'sec-fetch-site': 'cross-site' }],
    ['cross-site under our own origin', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
    ['an unknown Sec-Fetch-Site', { 'sec-fetch-site': 'friendly' }],
  ])('from %s is 403, and upstream is not called', async (_, headers) => {
    expect(await speak(proxy, { headers })).toMatchObject({ status: 403, json: { error: { code: 'forbidden' } } })
    expect(await ask(proxy, 'DELETE', '/auth/api-keys/1', { headers })).toMatchObject({ status: 403 })
    expect(upstream.received).toEqual([])
  })

  test.each(['ftp:', 'ws:', 'wss:'])('from our own host by %s, which no page is of, is 403', async (scheme) => {
    const headers = { origin: `${scheme}//app.example` }
    const plain = new Request('http://app.example/api/audiopod/auth/api-keys/1', { method: 'DELETE', headers })
    expect(await see(await proxy(plain))).toMatchObject({ status: 403 })
    expect(upstream.received).toEqual([])
  })

  test('names the way out to whose own page is behind a gateway that rewrites Host', async () => {
    const answer = await speak(proxy, { headers: { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' } })
    expect(answer).toMatchObject({ json: { error: { message: expect.stringMatching(/keep Host.*allowedOrigins/) } } })
  })

  test.each<[string, Record<string, string>]>([
    ['our own page', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }],
    ['our own page in an old browser', { origin: ORIGIN }],
    ['a page of an allowed origin', { origin: PARTNER, 'sec-fetch-site': 'cross-site' }],
    ['no browser at all', {}],
  ])('from %s passes', async (_, headers) => {
    expect(await speak(proxy, { headers })).toMatchObject({ status: 200 })
  })

  test('from our own page passes where TLS ends before the proxy, and where the framework puts its own address', async () => {
    const send = (url: string, headers: Record<string, string>) =>
      proxy(new Request(url, { method: 'DELETE', headers: { origin: ORIGIN, ...headers } }))
    const path = '/api/audiopod/auth/api-keys/1'
    expect(await see(await send(`http://app.example${path}`, {}))).toMatchObject({ status: 200 })
    expect(await see(await send(`http://app.example:443${path}`, {}))).toMatchObject({ status: 200 })
    expect(await see(await send(`http://localhost:3000${path}`, { host: 'app.example' }))).toMatchObject({ status: 200 })
    expect(await see(await send(`http://localhost:3000${path}`, { 'x-forwarded-host': 'app.example' }))).toMatchObject({ status: 403 })
  })

  test.each([
    ['a JSON operation', '/auth/api-keys', 'text/plain', '{"name":"x"}'],
    ['a JSON operation', '/auth/api-keys', 'application/x-www-form-urlencoded', 'name=x'],
    ['a JSON operation', '/auth/api-keys', 'multipart/form-data; boundary=x', '{"name":"x"}'],
    ['a JSON operation', '/auth/api-keys', 'application/jsonp', '{"name":"x"}'],
    ['a JSON operation', '/auth/api-keys', 'application/json; charset=utf-16', '{"name":"x"}'],
    ['a form operation', '/voice/voices/aura/generate', 'text/plain', 'input_text=x'],
    ['a form operation', '/voice/voices/aura/generate', 'application/json', '{"input_text":"x"}'],
  ])('to %s (%s) as %s is 415', async (_, path, type, body) => {
    const seen = await ask(proxy, 'POST', path, { body, headers: { 'content-type': type } })
    expect(seen).toMatchObject({ status: 415, json: { error: { code: 'invalid_request' } } })
    expect(upstream.received).toEqual([])
  })
})

describe('across origins', () => {
  const asked = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type, idempotency-key, x-csrf-token',
  }

  test('an allowed page is answered its question, with cookies and no wildcard', async () => {
    const seen = await ask(proxy, 'OPTIONS', '/auth/api-keys', { headers: { origin: PARTNER, ...asked } })
    expect(seen.status).toBe(204)
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'access-control-allow-origin': PARTNER,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type, idempotency-key, x-csrf-token',
      vary: expect.stringContaining('Origin'),
    })
    expect(JSON.stringify([...seen.headers])).not.toContain('"*"')
    expect(upstream.received).toEqual([])
  })

  test.each<[string, Record<string, string>, number]>([
    ['of another origin', { origin: 'https://evil.example', ...asked }, 403],
    ['of no origin', asked, 405],
  ])('a question %s is refused, without CORS for it', async (_, headers, status) => {
    const seen = await ask(proxy, 'OPTIONS', '/auth/api-keys', { headers })
    expect(seen.status).toBe(status)
    expect(seen.headers.has('access-control-allow-origin')).toBe(false)
  })

  test('a question about a path outside the table is 404', async () => {
    expect(await ask(proxy, 'OPTIONS', '/admin', { headers: { origin: PARTNER, ...asked } })).toMatchObject({ status: 404 })
  })

  test('an allowed page reads the wait and the version, on refusals too', async () => {
    for (const path of ['/credits', '/nowhere']) {
      const { headers } = await ask(proxy, 'GET', path, { headers: { origin: PARTNER } })
      expect(headers.get('access-control-allow-origin')).toBe(PARTNER)
      for (const name of ['Retry-After', 'X-RateLimit-Reset', 'X-RateLimit-Remaining', 'RateLimit', 'X-AudioPod-Proxy', 'Date']) {
        expect(headers.get('access-control-expose-headers')?.split(', ')).toContain(name)
      }
    }
  })

  test('any other page can read nothing', async () => {
    for (const origin of ['https://evil.example', 'null', ORIGIN]) {
      const { headers } = await ask(proxy, 'GET', '/credits', { headers: { origin } })
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})
