import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type HostileUpstream, json, startHostileUpstream } from '../../support/hostileUpstream.js'
import { exchange, head, sendWithoutEnd } from './raw.js'
import { KEY, type Running } from './serve.js'

export interface Adapter {
  /** Serves a recipe before this upstream. */
  start(upstream: string): Promise<Running>
  /** Served by `toNodeListener`: the proxy sees the request line as it came, not a URL that was resolved, and has the last word on a connection. */
  byListener: boolean
  /** The framework reads and parses bodies before the proxy is asked. */
  parsesBodies?: boolean
  /** What its `fetch` adds to any request. */
  adds?: readonly string[]
}

const FORM = 'application/x-www-form-urlencoded'
const SPEAK = '/voice/voices/aura/generate'

/** What goes upstream: ours, and what HTTP and the platform's client add to any request. */
const UPSTREAM_HEADERS = new Set([
  'accept', 'authorization', 'content-type', 'idempotency-key', 'user-agent', 'x-api-key',
  'accept-encoding', 'accept-language', 'cache-control', 'connection', 'content-length', 'host', 'pragma', 'sec-fetch-mode',
])

/** Outside the table of operations, however they are resolved. */
const OUTSIDE = [
  '/api/audiopod/../credits',
  '/api/audiopod/%2e%2e/credits',
  '/api/audiopod/.%2E/admin',
  '/api/audiopod/%252e%252e/credits',
  '/api/audiopod/credits/%2e%2e%2fauth%2fme',
  '/api/audiopod/auth%2fapi-keys',
  '/api/audiopod/auth%252fapi-keys',
  '/api/audiopod/auth%5capi-keys',
  '/api/audiopod/auth/api-keys/a%2Fb',
  '/api/audiopod/credits%00',
  '/api/audiopod/credits%0d%0aX-Injected:%201',
  '/api/audiopod/credits;x=1',
  '/api/audiopod/..;/credits',
  '/api/audiopod/credits/',
  '/api/audiopod//evil.example/credits',
  '/api/audiopod/https://evil.example/credits',
  '/api/audiopodx/credits',
  '/api/audiopod/api/v1/credits',
  '/api/audiopod/admin/users',
  '/api/audiopod/voice/voices/..%2f..%2fcredits/status',
  '/api/audiopod/voice/voices/%F0%9F%94%8A/status',
  '//evil.example/api/audiopod/credits',
  'http://evil.example/credits',
]

/** Of these, some mean an operation once they are resolved. */
const RESOLVABLE = [
  '/api/audiopod/x/../credits',
  '/api/audiopod/x/%2e%2e/credits',
  '/api/audiopod/./credits',
  '/x/../api/audiopod/credits',
  '/api/audiopod\\credits',
  '/api/audiopod//credits',
  '//api/audiopod/credits',
  '/api/audiopod/credits#x',
  '/api/audiopod/credits\t',
  '/api/audiopod/\x01credits',
  '/api/audiopod/cred\x7fits',
  '/api/audiopod/crédits',
  'http://evil.example/api/audiopod/credits',
  'http://user:pass@evil.example/api/audiopod/credits',
  'ftp://evil.example/api/audiopod/credits',
  'api/audiopod/credits',
  '*',
]

/** The attacks of a hostile internet on one way of serving the proxy. */
export function describeAdapter(name: string, { start, byListener, parsesBodies = false, adds = [] }: Adapter): void {
  describe(`On ${name} the proxy`, () => {
    let upstream: HostileUpstream
    let app: Running
    let users = 0
    let user = ''

    beforeAll(async () => {
      upstream = await startHostileUpstream()
      app = await start(upstream.url)
    }, 90_000)
    afterAll(async () => {
      await app?.close()
      await upstream.close()
    })
    beforeEach(() => {
      user = `user-${users++}`
      upstream.received.length = 0
      upstream.reply(
        json(200, { job_id: 1, echo: KEY }, {
          'x-ratelimit-limit': '100',
          'set-cookie': 'upstream=1',
          'access-control-allow-origin': '*',
          server: 'upstream/1',
          'x-upstream-extra': '1',
          'cache-control': 'public, max-age=600',
        }),
      )
    })

    const origin = () => `http://127.0.0.1:${app.port}`
    const ask = async (method: string, path: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
      // What is compressed for whoever asks for it is the platform's.
      const headers = { 'x-user': user, 'accept-encoding': 'identity', ...init.headers }
      const response = await fetch(`${origin()}/api/audiopod${path}`, { redirect: 'manual', ...init, method, headers })
      const text = await response.text()
      expect(text + JSON.stringify([...response.headers])).not.toContain(KEY)
      return { status: response.status, headers: response.headers, text }
    }
    const speak = (body: string, headers: Record<string, string> = {}) =>
      ask('POST', SPEAK, { body, headers: { 'content-type': FORM, ...headers } })
    const createKey = (body: string, headers: Record<string, string> = {}) =>
      ask('POST', '/auth/api-keys', { body, headers: { 'content-type': 'application/json', ...headers } })

    describe('serves', () => {
      test('a read, each time anew, with the headers of the list and none of upstream', async () => {
        const { status, headers, text } = await ask('GET', '/credits?x=1')
        expect(status).toBe(200)
        expect(text).toContain('"echo":"')
        expect(headers.get('cache-control')).toBe('private, no-store')
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
        expect(headers.get('x-audiopod-proxy')).toMatch(/^\d/)
        expect(headers.get('x-ratelimit-limit')).toBe('100')
        for (const part of ['Origin', 'Cookie', 'Authorization']) expect(headers.get('vary')).toContain(part)
        for (const gone of ['set-cookie', 'access-control-allow-origin', 'x-upstream-extra', 'content-encoding']) {
          expect(headers.get(gone)).toBeNull()
        }
        expect(headers.get('server') ?? '').not.toContain('upstream')
        await ask('GET', '/credits')
        expect(upstream.received.map(({ method, url }) => `${method} ${url}`)).toEqual(Array(2).fill('GET /api/v1/credits'))
        expect(upstream.received[0]?.headers).toMatchObject({ authorization: `Bearer ${KEY}`, 'x-api-key': KEY })
      })

      test('a paid form, as it was sent', async () => {
        const text = 'a+b & c=d %20 [laugh] 👩‍👩‍👧\r\n×'
        const { status } = await speak(new URLSearchParams({ input_text: text, speed: '1.5', x: '1' }).toString())
        expect(status).toBe(200)
        expect(upstream.received.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST /api/v1${SPEAK}`])
        expect(Object.fromEntries(new URLSearchParams(upstream.received[0]?.body))).toEqual({ input_text: text, speed: '1.5' })
      })

      test('JSON, as it was sent', async () => {
        const body = JSON.stringify({ name: 'Über "x" 🔊', scopes: ['a', 'b'] })
        expect((await createKey(body)).status).toBe(200)
        expect(upstream.received[0]?.body).toBe(body)
      })

      test('a removal that has no body', async () => {
        upstream.reply((_, res) => res.writeHead(204).end())
        expect(await ask('DELETE', '/auth/api-keys/k1')).toMatchObject({ status: 204, text: '' })
        expect(upstream.received[0]).toMatchObject({ method: 'DELETE', url: '/api/v1/auth/api-keys/k1', body: '' })
      })

      test('a body of many pieces, over a connection that stays', async () => {
        const piece = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
        const post =
          `POST /api/audiopod${SPEAK} HTTP/1.1\r\nHost: app.test\r\nX-User: raw\r\nContent-Type: ${FORM}\r\n` +
          `Transfer-Encoding: chunked\r\n\r\n${piece('input_te')}${piece('xt=Hel')}${piece('lo')}0\r\n\r\n`
        const { text } = await exchange(app.port, post + post + head('GET /api/audiopod/credits HTTP/1.1'), 3)
        expect(text.match(/HTTP\/1\.1 200 /g)).toHaveLength(3)
        // They may be served side by side.
        expect(upstream.received.map(({ body }) => body).sort()).toEqual(['', 'input_text=Hello', 'input_text=Hello'])
      })

      test('upstream’s compressed answer as plain text', async () => {
        upstream.reply((_, res) => {
          res.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          res.end(gzipSync('{"total":5}'))
        })
        const { status, headers, text } = await ask('GET', '/credits')
        expect({ status, text }).toEqual({ status: 200, text: '{"total":5}' })
        expect(headers.get('content-encoding')).toBeNull()
      })

      test('a repeat under one Idempotency-Key by one call upstream', async () => {
        const repeats = Array.from({ length: 5 }, () => speak('input_text=x', { 'idempotency-key': 'wish-1' }))
        const answers = await Promise.all(repeats)
        expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200))
        expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
        expect((await speak('input_text=y', { 'idempotency-key': 'wish-1' })).status).toBe(409)
        expect(upstream.received).toHaveLength(1)
        expect(upstream.received[0]?.headers['idempotency-key']).not.toContain('wish-1')
      })

      test('its health probe, to anybody', async () => {
        const { status } = await fetch(`${origin()}/api/audiopod/healthz`)
        expect(status).toBe(204)
        expect(upstream.received).toEqual([])
      })
    })

    describe('keeps upstream out of reach of', () => {
      test.each(OUTSIDE)('the target %j', async (target) => {
        const { status, text } = await exchange(app.port, head(`GET ${target} HTTP/1.1`))
        expect(status).not.toBe(200)
        expect(text).not.toContain(KEY)
        expect(upstream.received).toEqual([])
      })

      test.each(RESOLVABLE)('the target %j, or takes it for what it resolves to', async (target) => {
        const { status, text } = await exchange(app.port, head(`GET ${target} HTTP/1.1`))
        expect(text).not.toContain(KEY)
        if (byListener) expect(status).not.toBe(200)
        expect(upstream.received.filter(({ method, url }) => byListener || `${method} ${url}` !== 'GET /api/v1/credits')).toEqual([])
      })

      test.each(['evil.example/api/audiopod/credits?', 'evil.example#', 'user@evil.example', 'evil.example\\', 'a b', ''])(
        'the host %j',
        async (host) => {
          const { text } = await exchange(app.port, head('GET /api/audiopod/auth/api-keys HTTP/1.1', [], host))
          expect(text).not.toContain(KEY)
          const asked = upstream.received.filter(({ url }) => byListener || url !== '/api/v1/auth/api-keys')
          expect(asked).toEqual([])
        },
      )

      test.each(['PUT', 'PATCH', 'TRACE', 'CONNECT', 'PROPFIND', 'GET\x01', 'get'])('the method %j', async (method) => {
        const { status, text } = await exchange(app.port, head(`${method} /api/audiopod/credits HTTP/1.1`, ['Content-Length: 0']))
        expect(status).not.toBe(200)
        expect(text).not.toContain(KEY)
        expect(upstream.received).toEqual([])
      })

      test.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])('the override %s', async (name) => {
        await ask('GET', '/auth/api-keys?_method=DELETE', { headers: { [name]: 'POST' } })
        expect(upstream.received.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /api/v1/auth/api-keys'])
        const { status } = await ask('POST', '/credits', { headers: { [name]: 'GET', 'content-type': 'application/json' }, body: '{}' })
        expect(status).toBe(405)
        expect(upstream.received).toHaveLength(1)
      })

      test('a body that is too long', async () => {
        expect((await createKey(JSON.stringify({ name: 'x'.repeat(30_000) }))).status).toBe(413)
        expect(upstream.received).toEqual([])
      })

      test('a body in pieces that is too long, and serves the next request', async () => {
        const headers = [`Content-Type: ${FORM}`, 'Transfer-Encoding: chunked']
        const start = head(`POST /api/audiopod${SPEAK} HTTP/1.1`, headers)
        for (const pieces of [2, 8, 40]) {
          const { text } = await exchange(app.port, `${start}${`4000\r\n${'x'.repeat(0x4000)}\r\n`.repeat(pieces)}0\r\n\r\n`)
          expect(text).not.toContain(' 200 ')
        }
        expect(upstream.received).toEqual([])
        expect((await ask('GET', '/credits')).status).toBe(200)
      })

      // A parser before us may read all of it before it says no.
      test.each(parsesBodies ? [] : ['raw', ''])('a body without end, and answers %j long before it', async (name) => {
        const headers = [`Content-Type: ${FORM}`, 'Transfer-Encoding: chunked']
        const start = head(`POST /api/audiopod${SPEAK} HTTP/1.1`, headers).replace('X-User: raw', name === '' ? 'X-Nobody: 1' : '$&')
        const { status, sent } = await sendWithoutEnd(app.port, start, 64 * 2 ** 20)
        // Where others hold the connection, it may be cut before the answer is read.
        const expected = name === '' ? 401 : 413
        expect(byListener ? [expected] : [expected, 0]).toContain(status)
        expect(sent).toBeLessThan(32 * 2 ** 20)
        expect(upstream.received).toEqual([])
      })

      test.each(['text/plain', 'multipart/form-data; boundary=x', `${FORM}; charset=utf-16`, 'application/jsonp', ''])(
        'the content type %j',
        async (type) => {
          const { status } = await createKey('{"name":"x"}', { 'content-type': type })
          expect([400, 415]).toContain(status)
          expect(upstream.received).toEqual([])
        },
      )

      test('a body that says it is compressed', async () => {
        const body = new Uint8Array(gzipSync('{"name":"x"}'))
        const headers = { 'content-type': 'application/json', 'content-encoding': 'br' }
        const { status } = await ask('POST', '/auth/api-keys', { body, headers })
        expect([400, 415]).toContain(status)
        expect(upstream.received).toEqual([])
      })

      // What a parser before us has mended we cannot know.
      const broken = parsesBodies ? [] : ['input_text=%ff']
      test.each([...broken, 'input_text=a&input_text=b', 'input_text[a]=b', 'input_text[]=a', 'speed=9', '', '{"input_text":"x"}'])(
        'the form %j',
        async (body) => {
          const { status } = await speak(body)
          expect([400, 422]).toContain(status)
          expect(upstream.received).toEqual([])
        },
      )

      test.each(['{"name":"x"', '[1]', '"x"', 'null', '{"name":1}', '{"__proto__":{"name":"x"}}'])('the JSON %j', async (body) => {
        const { status } = await createKey(body)
        expect([400, 422]).toContain(status)
        expect(upstream.received).toEqual([])
      })

      test('two lengths of one body', async () => {
        const smuggled = head('POST /api/audiopod/auth/api-keys HTTP/1.1')
        const headers = [`Content-Type: ${FORM}`, `Content-Length: ${3 + smuggled.length}`, 'Transfer-Encoding: chunked']
        const { text } = await exchange(app.port, `${head(`POST /api/audiopod${SPEAK} HTTP/1.1`, headers)}0\r\n\r\n${smuggled}`)
        expect(text).not.toContain(' 200 ')
        expect(upstream.received).toEqual([])
      })

      test.each<[string, Record<string, string>]>([
        ['Origin of another site', { origin: 'https://evil.example' }],
        ['Origin null', { origin: 'null' }],
        ['Origin that begins alike', { origin: 'https://app.example.evil.example' }],
        ['Sec-Fetch-Site cross-site', { 'sec-fetch-site': 'cross-site' }],
        ['Sec-Fetch-Site same-site', { 'sec-fetch-site': 'same-site' }],
        ['a forwarded host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }],
      ])('a change with %s', async (_, headers) => {
        expect((await speak('input_text=x', headers)).status).toBe(403)
        expect((await ask('DELETE', '/auth/api-keys/k1', { headers })).status).toBe(403)
        expect(upstream.received).toEqual([])
      })

      test('somebody who is not signed in, and everybody while nobody knows who is', async () => {
        for (const [name, expected] of [['', 401], ['broken', 500]] as const) {
          const headers: [string, string][] = name === '' ? [] : [['x-user', name]]
          const read = await fetch(`${origin()}/api/audiopod/credits`, { headers })
          const paid = await fetch(`${origin()}/api/audiopod${SPEAK}`, {
            method: 'POST', body: 'input_text=x', headers: [...headers, ['content-type', FORM]],
          })
          for (const response of [read, paid]) {
            expect(response.status).toBe(expected)
            expect(response.headers.get('cache-control')).toBe('private, no-store')
            expect(await response.text()).not.toMatch(/session store|ap_FAKE/)
          }
        }
        expect(upstream.received).toEqual([])
      })

      test('a job id that was not sealed for this user', async () => {
        for (const id of ['1', `1.${'0'.repeat(64)}`]) expect((await ask('GET', `/voice/tts-jobs/${id}/status`)).status).toBe(404)
        expect(upstream.received).toEqual([])
        const { text } = await speak('input_text=x')
        const { job_id: sealed } = JSON.parse(text) as { job_id: string }
        expect((await ask('GET', `/voice/tts-jobs/${sealed}/status`)).status).toBe(200)
        expect((await ask('GET', `/voice/tts-jobs/${sealed}/status`, { headers: { 'x-user': 'mallory' } })).status).toBe(404)
        expect(upstream.received.map(({ url }) => url)).toEqual([`/api/v1${SPEAK}`, '/api/v1/voice/tts-jobs/1/status'])
      })
    })

    describe('passes on', () => {
      test('no header of the browser’s', async () => {
        const smuggled = [
          'Host', 'Cookie', 'Authorization', 'X-Api-Key', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'Forwarded', 'Via',
          'X-Real-IP', 'Referer', 'User-Agent', 'Accept', 'Accept-Language', 'TE', 'Trailer', 'Proxy-Authorization', 'Proxy-Connection',
          'X-HTTP-Method-Override', 'X-Original-URL', 'X-Rewrite-URL', 'X-Middleware-Subrequest', 'Traceparent', 'X-Hop', 'Range', 'If-None-Match',
        ]
        const lines = smuggled.slice(1).map((one) => `${one}: smuggled`)
        const bytes = [
          'GET /api/audiopod/credits HTTP/1.1', 'Host: smuggled.example', 'X-User: raw', 'Connection: close, X-Hop, Authorization, X-Api-Key', ...lines, '', '',
        ]
        expect((await exchange(app.port, bytes.join('\r\n'))).status).toBe(200)
        const [received] = upstream.received
        expect(JSON.stringify(received)).not.toContain('smuggled')
        expect(received?.headers.host).toBe(new URL(upstream.url).host)
        expect(Object.keys(received?.headers ?? {}).filter((one) => !UPSTREAM_HEADERS.has(one) && !adds.includes(one))).toEqual([])
      })

      test('no redirect of upstream’s', async () => {
        upstream.reply((_, res) => res.writeHead(307, { location: `${upstream.url}/elsewhere` }).end())
        const { status, headers } = await ask('GET', '/credits')
        expect(status).toBe(502)
        expect(headers.get('location')).toBeNull()
        expect(upstream.received).toHaveLength(1)
      })

      test.each([400, 401, 403, 500, 503])('no key that upstream echoes with %i', async (status) => {
        upstream.reply((received, res) => json(status, { detail: JSON.stringify(received.headers) })(received, res))
        await ask('GET', '/credits')
        await speak('input_text=x')
        expect(upstream.received).toHaveLength(2)
      })
    })

    describe('answers', () => {
      test('HEAD without a body and without a call', async () => {
        expect(await ask('HEAD', '/credits')).toMatchObject({ status: 405, text: '' })
        expect(upstream.received).toEqual([])
      })

      test('the preflight of an allowed origin, and lets its page read', async () => {
        const cors = { origin: 'https://app.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }
        const { status, headers } = await ask('OPTIONS', SPEAK, { headers: cors })
        expect(status).toBe(204)
        expect(headers.get('access-control-allow-origin')).toBe('https://app.example')
        expect(headers.get('access-control-allow-methods')).toBe('POST')
        const read = await speak('input_text=x', { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' })
        expect(read.status).toBe(200)
        expect(read.headers.get('access-control-allow-origin')).toBe('https://app.example')
        expect(read.headers.get('access-control-expose-headers')).toContain('Retry-After')
      })

      test('the preflight of any other with nothing', async () => {
        const cors = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
        const { status, headers } = await ask('OPTIONS', SPEAK, { headers: cors })
        expect(status).toBe(403)
        expect(headers.get('access-control-allow-origin')).toBeNull()
        expect((await ask('OPTIONS', SPEAK)).status).toBe(405)
        expect(upstream.received).toEqual([])
      })

      test('a change of its own page', async () => {
        expect((await speak('input_text=x', { origin: origin(), 'sec-fetch-site': 'same-origin' })).status).toBe(200)
      })

      test('nobody who left, and frees the upstream of the read', async () => {
        upstream.reply(() => {})
        const before = upstream.left
        const socket = connect(app.port, '127.0.0.1')
        socket.write(head('GET /api/audiopod/credits HTTP/1.1'))
        await vi.waitFor(() => expect(upstream.received).toHaveLength(1), 5000)
        // workerd takes a connection that is closed on one side for one that is still read.
        if (byListener) socket.destroy()
        else socket.resetAndDestroy()
        await vi.waitFor(() => expect(upstream.left).toBe(before + 1), 5000)
      })

      // The last: after it the account's window is closed.
      test('429 with the wait, and asks no more until then', async () => {
        upstream.reply(json(429, { detail: 'Too many' }, { 'retry-after': '60' }))
        const first = await ask('GET', '/credits')
        const second = await ask('GET', '/credits', { headers: { 'x-user': 'somebody-else' } })
        for (const { status, headers, text } of [first, second]) {
          expect(status).toBe(429)
          const wait = Number(headers.get('retry-after'))
          expect(wait).toBeGreaterThan(50)
          expect(JSON.parse(text)).toMatchObject({ retry_after: wait })
        }
        expect(upstream.received).toHaveLength(1)
      })
    })
  })
}
