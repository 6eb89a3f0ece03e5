import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AudioPodProxy } from '../../src/server.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, KEY, proxyTo, speak } from './support.js'

let upstream: HostileUpstream
let proxy: AudioPodProxy
beforeAll(async () => {
  upstream = await startHostileUpstream()
})
afterAll(() => upstream.close())
beforeEach(() => {
  upstream.received.length = 0
  upstream.reply(json(200, {}))
  proxy = proxyTo(upstream)
})

test('upstream gets the headers of the list and none of the browser', async () => {
  await speak(proxy, {
    headers: {
      authorization: 'Bearer app-session-of-the-user',
      cookie: 'session=secret',
      'x-api-key': 'ap_FROMtheBROWSER',
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil.example',
      forwarded: 'for=1.2.3.4',
      'x-real-ip': '1.2.3.4',
      'x-http-method-override': 'DELETE',
      'x-original-url': '/admin',
      connection: 'x-secret-hop',
      'x-secret-hop': '1',
      te: 'trailers',
      'proxy-authorization': 'Basic abc',
      origin: 'https://app.example',
      referer: 'https://app.example/private?token=1',
      'user-agent': 'Browser/1',
      'accept-language': 'de',
      'x-user': 'alice',
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      accept: 'text/html',
    },
  })
  const { headers } = upstream.received[0]!
  const own = ['host', 'connection', 'content-length']
  const ours = ['accept', 'accept-encoding', 'authorization', 'content-type', 'user-agent', 'x-api-key']
  expect(Object.keys(headers).filter((name) => ![...own, ...ours].includes(name))).toEqual([])
  expect(headers).toMatchObject({
    host: new URL(upstream.url).host,
    accept: 'application/json',
    authorization: `Bearer ${KEY}`,
    'x-api-key': KEY,
    'content-type': 'application/x-www-form-urlencoded',
    'user-agent': expect.stringMatching(/^audiopod-react-proxy\//),
    'accept-encoding': 'identity',
  })
  expect(JSON.stringify(headers)).not.toMatch(/session|evil|1\.2\.3\.4|BROWSER|token/)
})

test('the browser gets the headers of the list and none of upstream', async () => {
  upstream.reply(
    json(200, { total_available_credits: 1 }, {
      'set-cookie': 'upstream=1',
      server: 'uvicorn',
      'x-powered-by': 'secret-sauce',
      'access-control-allow-origin': '*',
      'access-control-allow-credentials': 'true',
      'cache-control': 'public, max-age=3600',
      etag: '"1"',
      'content-security-policy': 'default-src *',
      link: '<https://evil.example>; rel=preload',
      location: 'https://evil.example',
      'www-authenticate': 'Basic',
      'clear-site-data': '"*"',
      'x-request-id': 'req_1',
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '99',
    }),
  )
  const { headers } = await ask(proxy, 'GET', '/credits')
  expect(Object.keys(Object.fromEntries(headers)).sort()).toEqual([
    'cache-control', 'content-type', 'vary', 'x-audiopod-proxy', 'x-content-type-options', 'x-ratelimit-limit',
    'x-ratelimit-remaining', 'x-request-id',
  ])
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
})

test('a compressed answer arrives decoded, and without the header that says it is not', async () => {
  upstream.reply((_, res) => {
    res.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    res.end(gzipSync('{"total_available_credits":3}'))
  })
  const seen = await ask(proxy, 'GET', '/credits')
  expect(seen.json).toEqual({ total_available_credits: 3 })
  expect(seen.headers.has('content-encoding')).toBe(false)
  expect(seen.headers.has('content-length')).toBe(false)
})

test('rate headers that hold anything but figures are dropped', async () => {
  upstream.reply(
    json(200, {}, {
      'x-ratelimit-limit': `100 ${KEY}`,
      'x-ratelimit-remaining': '<script>',
      'x-ratelimit-reset': 'soon',
      ratelimit: `"${KEY}";r=5;t=5`,
      'x-request-id': KEY,
      'retry-after': '-5',
    }),
  )
  const { headers } = await ask(proxy, 'GET', '/credits')
  expect(Object.keys(Object.fromEntries(headers)).filter((name) => /rate|request|retry/.test(name))).toEqual([])
})

test.each([
  ['behind letters', KEY, `req${KEY}`],
  ['with a dot', 'ap_F.AKEfakeFAKEfake', 'ap_F.AKEfakeFAKEfake'],
])('our own key is in no header of an answer (%s)', async (_, apiKey, value) => {
  upstream.reply(json(200, {}, { 'x-request-id': value, ratelimit: value, 'ratelimit-policy': value }))
  const { headers } = await ask(proxyTo(upstream, { apiKey }), 'GET', '/credits')
  expect(JSON.stringify([...headers])).not.toContain(apiKey)
})

describe('clocks', () => {
  const now = Date.parse('2026-11-23T09:00:00Z')
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now })
    return () => vi.useRealTimers()
  })

  test.each([
    ['Unix seconds', (clock: number) => String(clock / 1000 + 30)],
    ['Unix milliseconds', (clock: number) => String(clock + 30_000)],
    ['seconds from now', () => '30'],
    ['an HTTP date', (clock: number) => new Date(clock + 30_000).toUTCString()],
    ['ISO 8601', (clock: number) => new Date(clock + 30_000).toISOString()],
  ])('a reset in %s is rewritten to the clock of the proxy, an hour apart from upstream', async (_, reset) => {
    const theirs = now + 3_600_000
    upstream.reply(json(200, {}, { date: new Date(theirs).toUTCString(), 'x-ratelimit-reset': reset(theirs) }))
    const { headers } = await ask(proxy, 'GET', '/credits')
    expect(Number(headers.get('x-ratelimit-reset'))).toBe(now / 1000 + 30)
  })

  test.each([
    ['seconds', () => '30'],
    ['an HTTP date', (clock: number) => new Date(clock + 30_000).toUTCString()],
  ])('Retry-After in %s leaves as seconds, in the header and beside the error', async (_, retryAfter) => {
    const theirs = now - 3_600_000
    upstream.reply(
      json(429, { error: { code: 'rate_limit_exceeded', message: 'Slow down' } }, {
        date: new Date(theirs).toUTCString(),
        'retry-after': retryAfter(theirs),
      }),
    )
    const seen = await ask(proxy, 'GET', '/credits')
    expect(seen.status).toBe(429)
    expect(seen.headers.get('retry-after')).toBe('30')
    expect(seen.json).toEqual({ error: { code: 'rate_limit_exceeded', message: 'Slow down' }, retry_after: 30 })
  })

  test.each([
    ['the reset', { 'x-ratelimit-reset': String(now / 1000 + 12) }, {}, 12],
    ['the draft header', { ratelimit: '"default";r=0;t=17' }, {}, 17],
    ['the older draft header', { ratelimit: 'limit=100, remaining=0, reset=18' }, {}, 18],
    ['the body', {}, { retry_after: 7 }, 7],
    ['the error in the body', {}, { error: { retry_after: '9' } }, 9],
    ['Retry-After before a reset', { 'retry-after': '3', 'x-ratelimit-reset': String(now / 1000 + 12) }, {}, 3],
  ])('a 429 takes its wait from %s', async (_, headers, body, wait) => {
    upstream.reply(json(429, body, { date: new Date(now).toUTCString(), ...headers }))
    const seen = await ask(proxy, 'GET', '/credits')
    expect(seen.json['retry_after']).toBe(wait)
    expect(seen.headers.get('retry-after')).toBe(String(wait))
  })

  test('a 429 that says nothing of a wait is given none', async () => {
    upstream.reply(json(429, { detail: 'slow down' }))
    const seen = await ask(proxy, 'GET', '/credits')
    expect(seen.headers.has('retry-after')).toBe(false)
    expect(seen.json).toEqual({ detail: 'slow down' })
  })
})
