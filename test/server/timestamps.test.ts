import type { IncomingMessage, ServerResponse } from 'node:http'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MAX_TIMESTAMPS_BYTES } from '../../src/server/audio/serveTimestamps.js'
import { createJobIds } from '../../src/server/seal.js'
import type { AudioPodProxyEvent, AudioPodProxyOptions } from '../../src/server.node.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, KEY, proxyTo } from './support.js'

const sealed = await createJobIds([KEY]).seal('alice', '40417')
const path = (id = sealed) => `/voice/tts-jobs/${id}/timestamps`
const FILE = { type: 'word', tokens: [{ text: 'The', start: 0, end: 0.18 }, { text: 'tide.', start: 0.18, end: 0.61 }] }

let upstream: HostileUpstream
/** What AudioPod says of the job. */
let job: { status: string; output_url?: string; timestamps_url?: string }
let serveFile: (req: { headers: IncomingMessage['headers'] }, res: ServerResponse) => void
const events: AudioPodProxyEvent[] = []
const files = () => upstream.received.filter(({ url }) => url.startsWith('/clips/'))
const jobsAsked = () => upstream.received.filter(({ url }) => url.includes('/tts-jobs/'))
const saying = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }, status = 200) => (_: unknown, res: ServerResponse) =>
  void res.writeHead(status, headers).end(body)

beforeEach(async () => {
  upstream = await startHostileUpstream()
  job = { status: 'COMPLETED', output_url: `${upstream.url}/clips/1.mp3`, timestamps_url: `${upstream.url}/clips/1.json?sig=abc` }
  serveFile = saying(JSON.stringify(FILE))
  events.length = 0
  upstream.reply((received, res) => {
    if (received.url.startsWith('/clips/')) return serveFile(received, res)
    json(200, { id: 40417, ...job })(received, res)
  })
})
afterEach(() => upstream.close())

const transports: [string, Partial<AudioPodProxyOptions>][] = [
  ['undici', {}],
  ['fetch', { fetch: (url, init) => globalThis.fetch(url, init) }],
]
const proxyWith = (options: Partial<AudioPodProxyOptions> = {}) => proxyTo(upstream, { onEvent: (event) => events.push(event), ...options })

describe.each(transports)('the times of the words, by %s', (_name, options) => {
  test('come as they were understood, and with nothing else of their host', async () => {
    serveFile = saying(JSON.stringify({ ...FILE, secret: KEY, tokens: FILE.tokens.map((token) => ({ ...token, html: '<b>' })) }), {
      'content-type': 'text/html',
      'set-cookie': 'host=1',
      'access-control-allow-origin': '*',
    })
    const seen = await ask(proxyWith(options), 'GET', path())
    expect(seen.status).toBe(200)
    expect(seen.json).toEqual(FILE)
    expect(Object.fromEntries(seen.headers)).toEqual({
      'cache-control': 'private, no-store',
      'content-type': 'application/json; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Origin, Cookie, Authorization',
      'x-audiopod-proxy': expect.stringMatching(/^\d/),
      'x-content-type-options': 'nosniff',
    })
    expect(events.at(-1)).toMatchObject({ type: 'request', operation: 'speech.timestamps', status: 200, userId: 'alice' })
  })

  test('their host gets neither the key nor anything of the browser', async () => {
    await ask(proxyWith(options), 'GET', path(), { headers: { cookie: 'session=1', authorization: 'Bearer app', range: 'bytes=0-9', referer: 'https://app.example/private' } })
    const [{ headers, url }] = [files()[0]!]
    expect(url).toBe('/clips/1.json?sig=abc')
    for (const name of ['cookie', 'authorization', 'x-api-key', 'referer', 'range', 'x-user', 'origin']) expect(headers).not.toHaveProperty(name)
    expect(JSON.stringify(files())).not.toContain(KEY)
  })

  test('longer than their bound they are 502, and are not read on', async () => {
    serveFile = saying(`{"tokens":[],"pad":"${'x'.repeat(MAX_TIMESTAMPS_BYTES)}"}`)
    expect(await ask(proxyWith(options), 'GET', path())).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
  })

  test('a host that breaks off is 502', async () => {
    serveFile = (_, res) => {
      res.writeHead(200, { 'content-length': 5000 }).write('{"tokens":[')
      res.destroy()
    }
    expect((await ask(proxyWith(options), 'GET', path())).status).toBe(502)
  })
})

test('whoever has just heard that the job is done costs the account no second question', async () => {
  const proxy = proxyWith()
  await ask(proxy, 'GET', `/voice/tts-jobs/${sealed}/status`)
  expect((await ask(proxy, 'GET', path())).status).toBe(200)
  expect((await ask(proxy, 'GET', path())).status).toBe(200)
  expect(jobsAsked()).toHaveLength(1)
})

test('a link that has expired is asked for anew, once', async () => {
  const proxy = proxyWith()
  await ask(proxy, 'GET', `/voice/tts-jobs/${sealed}/status`)
  serveFile = (received, res) => saying(JSON.stringify(FILE), {}, files().length > 1 ? 200 : 403)(received, res)
  expect((await ask(proxy, 'GET', path())).json).toEqual(FILE)
  expect(jobsAsked()).toHaveLength(2)
})

test('of another user they are not there, and nobody is asked', async () => {
  expect(await ask(proxyWith(), 'GET', path(), { user: 'mallory' })).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } })
  expect(await ask(proxyWith(), 'GET', path('40417'))).toMatchObject({ status: 404 })
  expect(upstream.received).toHaveLength(0)
})

test('who is not signed in gets 401, and who may not generate speech 403', async () => {
  expect((await ask(proxyWith({ authorize: () => null }), 'GET', path())).status).toBe(401)
  expect((await ask(proxyWith({ authorize: () => ({ userId: 'alice', allow: ['credits:read'] }) }), 'GET', path())).status).toBe(403)
  expect(upstream.received).toHaveLength(0)
})

test('they count as a request of the user’s, each time', async () => {
  const proxy = proxyWith({ limits: { perUser: { requests: 1, perSeconds: 60 } } })
  expect((await ask(proxy, 'GET', path())).status).toBe(200)
  expect((await ask(proxy, 'GET', path())).status).toBe(429)
  expect(jobsAsked()).toHaveLength(1)
})

test.each(['POST', 'PUT', 'DELETE'])('%s is 405', async (method) => {
  const seen = await ask(proxyWith(), method, path())
  expect(seen.status).toBe(405)
  expect(seen.headers.get('allow')).toBe('GET, HEAD')
})

test('HEAD tells of them without them', async () => {
  expect(await ask(proxyWith(), 'HEAD', path())).toMatchObject({ status: 200, text: '' })
})

test.each([
  ['processing', 409, 'invalid_request'],
  ['failed', 410, 'job_failed'],
  ['cancelled', 410, 'not_found'],
])('of a job that is %s they are %i', async (status, expected, code) => {
  job.status = status
  expect(await ask(proxyWith(), 'GET', path())).toMatchObject({ status: expected, json: { error: { code } } })
  expect(files()).toHaveLength(0)
})

test('of a job that was made without they are 404', async () => {
  delete job.timestamps_url
  expect(await ask(proxyWith(), 'GET', path())).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } })
})

test.each(['http://169.254.169.254/latest/meta-data', 'https://10.0.0.1/a.json', 'https://localhost/a.json', 'https://user:pass@cdn.example/a.json'])(
  'an address such as %s is not asked',
  async (address) => {
    job.timestamps_url = address
    const seen = await ask(proxyWith(), 'GET', path())
    expect(seen).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
    expect(seen.text).not.toContain(address)
  },
)

test('a redirect into a private net is not followed', async () => {
  serveFile = saying('', { location: 'http://169.254.169.254/latest' }, 302)
  expect((await ask(proxyWith(), 'GET', path())).status).toBe(502)
  expect(files()).toHaveLength(1)
})

test.each([
  [404, 410],
  [403, 502],
  [206, 502],
  [500, 502],
])('where their host answers %i it is %i', async (status, expected) => {
  serveFile = saying('{}', {}, status)
  expect((await ask(proxyWith(), 'GET', path())).status).toBe(expected)
})

test('whatever their host says, the answer is timestamps or a refusal, and repeats nothing of it', async () => {
  const proxy = proxyWith()
  const body = fc.oneof(fc.string(), fc.json(), fc.constantFrom('<html>canary</html>', '{"tokens":"canary"}', '[{"canary":1}]', ''))
  await fc.assert(
    fc.asyncProperty(body, async (said) => {
      serveFile = saying(said)
      const seen = await ask(proxy, 'GET', path())
      expect([200, 502]).toContain(seen.status)
      expect(seen.text).not.toContain('canary')
      if (seen.status === 200) expect(Object.keys(seen.json).sort()).toEqual(['tokens', 'type'])
    }),
    { numRuns: 60 },
  )
})
