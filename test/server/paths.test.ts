import { connect } from 'node:net'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { operations } from '../../src/api/index.js'
import { type AudioPodProxy, toNodeListener } from '../../src/server.js'
import { isCanonicalTarget, pathBelow } from '../../src/server/paths.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, ORIGIN, proxyTo, see } from './support.js'

let upstream: HostileUpstream
let proxy: AudioPodProxy
let server: Server
let port: number

beforeAll(async () => {
  upstream = await startHostileUpstream()
  proxy = proxyTo(upstream, { limits: { perUser: false } })
  server = createServer(toNodeListener(proxy))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await upstream.close()
})
beforeEach(() => {
  upstream.received.length = 0
  upstream.reply(json(200, {}))
})

/** A request line as no client library would write it. */
function raw(line: string, headers = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => (answer += String(chunk)))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
    socket.write(`${line}\r\n${headers || 'Host: app.example\r\n'}Connection: close\r\n\r\n`, 'latin1')
  })
}

const b = '/api/audiopod'

describe('a path outside the table', () => {
  test.each([
    ['dot segments', `${b}/../admin`],
    ['dot segments that come back', `${b}/voices/../credits`],
    ['a single dot', `${b}/./credits`],
    ['encoded dot segments', `${b}/%2e%2e/credits`],
    ['half-encoded dot segments', `${b}/.%2E/credits`],
    ['an id of dots', `${b}/auth/api-keys/..`],
    ['a key in the place of an id', `${b}/voice/voices/${['ap', 'EXAMPLEexample0001'].join('_')}/status`],
    ['an encoded slash in an id', `${b}/auth/api-keys/a%2fb`],
    ['a double-encoded slash', `${b}/auth/api-keys/a%252fb`],
    ['a triple-encoded dot', `${b}/auth/api-keys/%25252e%25252e`],
    ['an encoded letter', `${b}/%63redits`],
    ['a backslash', `${b}\\credits`],
    ['an encoded backslash', `${b}/auth%5capi-keys`],
    ['a backslash climbing out', `${b}/..\\..\\credits`],
    ['an empty segment', `${b}//credits`],
    ['a slash at the end', `${b}/credits/`],
    ['nothing below the base', `${b}`],
    ['only a slash below the base', `${b}/`],
    ['a prefix that looks like ours', `${b}x/credits`],
    ['a prefix with a dot', `${b}./credits`],
    ['another case', '/API/AUDIOPOD/credits'],
    ['an encoded NUL', `${b}/credits%00`],
    ['an encoded line break', `${b}/credits%0d%0aX-Evil:%201`],
    ['a semicolon parameter', `${b}/credits;x=1`],
    ['an @ in the path', `${b}/credits@evil.example`],
    ['a host in the path', '//evil.example/api/audiopod/credits'],
    ['a whole URL', 'http://evil.example/api/audiopod/credits'],
    ['a whole URL below the base', `${b}/https://evil.example/`],
    ['an asterisk', '*'],
    ['an overlong UTF-8 dot', `${b}/%c0%ae%c0%ae/credits`],
    ['a fullwidth dot', `${b}/%ef%bc%8e%ef%bc%8e/credits`],
    ['the upstream path itself', `${b}/api/v1/credits`],
    ['an unlisted path', `${b}/auth/users`],
    ['a fragment', `${b}/credits#x`],
  ])('with %s is 404, and upstream is not called', async (_, target) => {
    expect(await raw(`GET ${target} HTTP/1.1`)).toMatch(/^HTTP\/1\.1 (?:404|400) /)
    expect(upstream.received).toEqual([])
  })

  test.each([
    ['a path', 'Host: evil.example/api\r\n'],
    ['a user', 'Host: user@evil.example\r\n'],
    ['a space', 'Host: a b\r\n'],
    ['a fragment', 'Host: evil#\r\n'],
  ])('a Host with %s is refused', async (_, headers) => {
    expect(await raw(`GET ${b}/credits HTTP/1.1`, headers)).toMatch(/^HTTP\/1\.1 (?:404|400) /)
    expect(upstream.received).toEqual([])
  })

  test('TRACE is refused', async () => {
    expect(await raw(`TRACE ${b}/credits HTTP/1.1`)).toMatch(/^HTTP\/1\.1 404 /)
    expect(upstream.received).toEqual([])
  })

  test('the plain path passes, so that the others are refused for their faults alone', async () => {
    expect(await raw(`GET ${b}/credits HTTP/1.1`)).toMatch(/^HTTP\/1\.1 200 /)
    expect(upstream.received.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /api/v1/credits'])
  })

  test('where a framework has resolved the path already, what is left is judged as it stands', async () => {
    for (const path of ['/api/audiopod/../credits', '/api/audiopod/%2e%2e/%2e%2e/credits', '/api/audiopodx/credits']) {
      expect(await see(await proxy(new Request(`${ORIGIN}${path}`)))).toMatchObject({ status: 404 })
    }
    expect(upstream.received).toEqual([])
  })
})

describe('the target of a request line', () => {
  test('is judged before anything resolves it', () => {
    expect(isCanonicalTarget('/api/audiopod/credits?x=/../y')).toBe(true)
    expect(isCanonicalTarget('/api/audiopod/../credits')).toBe(false)
    expect(isCanonicalTarget('//evil.example/x')).toBe(false)
    expect(isCanonicalTarget('')).toBe(false)
  })

  test('lies below the base only where a segment ends there', () => {
    expect(pathBelow('/api/audiopod', 'https://a.example/api/audiopod/credits?x=1')).toBe('/credits')
    expect(pathBelow('/api/audiopod', 'https://a.example/api/audiopodcredits')).toBeUndefined()
    expect(pathBelow('', 'https://a.example/credits')).toBe('/credits')
  })

  test('below a long path of almost-segments is judged at once', () => {
    const path = `/a${'.a'.repeat(50_000)}.`
    expect(pathBelow('', `https://a.example${path}`)).toBeUndefined()
  })
})

describe('methods', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'HEAD'])('%s on a path that only reads is 405, and says what there is', async (method) => {
    const seen = await ask(proxy, method, '/credits')
    expect(seen.status).toBe(405)
    expect(seen.headers.get('allow')).toBe('GET')
    expect(upstream.received).toEqual([])
  })

  test('both methods of a path are named', async () => {
    const seen = await ask(proxy, 'PUT', '/auth/api-keys', { json: {} })
    expect(seen.headers.get('allow')).toBe('GET, POST')
  })

  test('a method override is not heeded', async () => {
    const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE', 'x-http-method': 'DELETE' }
    expect(await ask(proxy, 'GET', '/auth/api-keys/12', { headers })).toMatchObject({ status: 405 })
    expect(await ask(proxy, 'GET', '/credits?_method=DELETE', { headers })).toMatchObject({ status: 200 })
    expect(upstream.received.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /api/v1/credits'])
  })

  test('every operation of the table reaches its own path upstream', async () => {
    const bodies: Record<string, object> = {
      'credits.topUp': { json: { amount_usd: 5 } },
      'wallet.topUp': { json: { amount_cents: 500 } },
      'wallet.estimate': { json: { service_type: 'text_to_speech', duration_seconds: 60 } },
      'apiKeys.create': { json: { name: 'Staging' } },
      'speech.create': { form: { input_text: 'Hello' } },
    }
    upstream.reply(json(200, { job_id: 7 }))
    const { json: accepted } = await ask(proxy, 'POST', '/voice/voices/aura/generate', bodies['speech.create'])
    for (const [name, row] of Object.entries(operations)) {
      upstream.received.length = 0
      const path = row.path.replace('{job_id}', String(accepted['job_id'])).replace(/\{\w+\}/, 'x-1')
      const seen = await ask(proxy, row.method, path, bodies[name])
      expect(seen.status, name).toBe(200)
      const expected = row.path.replace('{job_id}', '7').replace(/\{\w+\}/, 'x-1')
      expect(upstream.received.map(({ method, url }) => `${method} ${url}`)).toEqual([`${row.method} /api/v1${expected}`])
    }
  })

  test('the base path may be the root, and may end in a slash', async () => {
    const atRoot = proxyTo(upstream, { basePath: '/' })
    expect(await see(await atRoot(new Request(`${ORIGIN}/credits`)))).toMatchObject({ status: 200 })
    const slashed = proxyTo(upstream, { basePath: '/kit/' })
    expect(await see(await slashed(new Request(`${ORIGIN}/kit/credits`)))).toMatchObject({ status: 200 })
  })
})
