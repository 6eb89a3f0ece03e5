import { createHash } from 'node:crypto'
import type * as NodeDns from 'node:dns'
import { createServer, type IncomingMessage, request as httpRequest, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, BlockList, connect, createServer as createTcpServer, isIPv4, isIPv6 } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MAX_CLIP_BYTES } from '../../src/server/audio/serveAudio.js'
import { contentDisposition } from '../../src/server/audio/contentDisposition.js'
import { isPublicAddress } from '../../src/server/audio/publicAddress.js'
import { createJobIds } from '../../src/server/seal.js'
import { type AudioPodProxyEvent, type AudioPodProxyOptions, toNodeListener } from '../../src/server.node.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, KEY, proxyTo, request } from './support.js'

/** Where names lead, for the length of a test; all others lead where they do. */
const { names } = vi.hoisted(() => ({ names: new Map<string, string[]>() }))
vi.mock('node:dns', async (original) => {
  const dns = await original<typeof NodeDns>()
  const lookup = (name: string, options: NodeDns.LookupAllOptions, done: (error: Error | null, found: NodeDns.LookupAddress[]) => void) => {
    const found = names.get(name)
    if (!found) return dns.lookup(name, options, done)
    done(null, found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
  }
  return { ...dns, lookup }
})

const CLIP = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7 + (i >> 8)) % 256)
/** Thousands of bytes, as one figure to compare. */
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const WHOLE = digest(CLIP)
const ids = createJobIds([KEY])
const sealed = await ids.seal('alice', '40417')
const audio = (id = sealed, query = '') => `/voice/tts-jobs/${id}/audio${query}`

type Serve = (req: { url: string; headers: IncomingMessage['headers'] }, res: ServerResponse) => void

let upstream: HostileUpstream
/** What AudioPod says of the job; `url` goes into `output_url`. */
let job: { status: string; output_url?: string; [name: string]: unknown }
let serveClip: Serve
let asked: number
const clips = () => upstream.received.filter(({ url }) => url.startsWith('/clips/'))
const events: AudioPodProxyEvent[] = []
const servers: Server[] = []

/** As object stores do it: one range of bytes, else the whole. */
const store: Serve = ({ headers }, res) => {
  const common = { 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes', etag: '"one"', 'last-modified': 'Mon, 23 Nov 2026 09:00:09 GMT' }
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? []
  const isStale = headers['if-range'] !== undefined && headers['if-range'] !== '"one"'
  if (first === undefined || last === undefined || isStale) {
    res.writeHead(200, { ...common, 'content-length': CLIP.length }).end(CLIP)
    return
  }
  const from = first === '' ? CLIP.length - Number(last) : Number(first)
  const to = first === '' || last === '' ? CLIP.length - 1 : Math.min(Number(last), CLIP.length - 1)
  if (from >= CLIP.length) return void res.writeHead(416, { 'content-range': `bytes */${CLIP.length}` }).end()
  const part = CLIP.subarray(from, to + 1)
  res.writeHead(206, { ...common, 'content-range': `bytes ${from}-${to}/${CLIP.length}`, 'content-length': part.length }).end(part)
}

const answering = (status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ''): Serve => (_, res) => {
  res.writeHead(status, headers).end(body)
}

beforeEach(async () => {
  upstream = await startHostileUpstream()
  job = { status: 'COMPLETED', output_url: `${upstream.url}/clips/40417.mp3?sig=abc` }
  serveClip = store
  asked = 0
  events.length = 0
  upstream.reply((received, res) => {
    if (received.url.startsWith('/clips/')) return serveClip(received, res)
    asked++
    json(200, { id: 40417, ...job })(received, res)
  })
})
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
  await upstream.close()
})

const transports: [string, Partial<AudioPodProxyOptions>][] = [
  ['undici', {}],
  ['fetch', { fetch: (url, init) => globalThis.fetch(url, init) }],
]
const proxyWith = (options: Partial<AudioPodProxyOptions> = {}) => proxyTo(upstream, { onEvent: (event) => events.push(event), ...options })

/** Head of an answer that is no JSON, and what came of its bytes. */
async function get(proxy: (request: Request) => Promise<Response>, path = audio(), headers: Record<string, string> = {}, method = 'GET') {
  const response = await proxy(request(method, path, { headers }))
  return { status: response.status, headers: response.headers, digest: digest(new Uint8Array(await response.arrayBuffer())) }
}

async function listen(listener: (req: IncomingMessage, res: ServerResponse) => void): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe.each(transports)('a clip, by %s', (_name, options) => {
  const proxy = () => proxyWith(options)

  test('comes whole, byte by byte, with the headers of the list and none of its host', async () => {
    serveClip = (req, res) => {
      res.setHeader('set-cookie', 'host=1')
      res.setHeader('server', 'store')
      res.setHeader('x-amz-request-id', 'secret')
      res.setHeader('access-control-allow-origin', '*')
      res.setHeader('content-disposition', 'attachment; filename="evil.exe"')
      store(req, res)
    }
    const { status, headers, ...came } = await get(proxy())
    expect(status).toBe(200)
    expect(came.digest).toBe(WHOLE)
    expect(Object.fromEntries(headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition': 'inline',
      'content-length': '100000',
      'content-type': 'audio/mpeg',
      'cross-origin-resource-policy': 'same-origin',
      etag: '"one"',
      'last-modified': 'Mon, 23 Nov 2026 09:00:09 GMT',
      vary: 'Origin, Cookie, Authorization',
      'x-audiopod-proxy': expect.stringMatching(/^\d/),
      'x-content-type-options': 'nosniff',
    })
    expect(events.at(-1)).toMatchObject({ type: 'request', operation: 'speech.audio', status: 200, userId: 'alice' })
  })

  test('its host gets the range, and neither the key nor anything of the browser', async () => {
    const sent = { range: 'bytes=5-9', cookie: 'session=1', authorization: 'Bearer of-the-browser', referer: 'https://app.example/private', 'x-forwarded-for': '10.0.0.1', 'if-none-match': '"one"' }
    expect(await get(proxy(), audio(), sent)).toMatchObject({ status: 206 })
    const { headers, url } = clips()[0]!
    expect(url).toBe('/clips/40417.mp3?sig=abc')
    expect(headers).toMatchObject({ range: 'bytes=5-9', 'accept-encoding': expect.stringMatching(/^identity(?:, identity)?$/) })
    for (const name of ['cookie', 'authorization', 'x-api-key', 'referer', 'x-forwarded-for', 'if-none-match', 'x-user', 'origin']) {
      expect(headers).not.toHaveProperty(name)
    }
    expect(JSON.stringify(clips())).not.toContain(KEY)
  })

  test.each([
    ['bytes=0-99', 0, 100],
    ['bytes=99990-', 99_990, 100_000],
    ['bytes=-16', 99_984, 100_000],
    ['bytes=500-600000', 500, 100_000],
  ])('of the range %s exactly that comes', async (range, from, to) => {
    const { status, headers, ...came } = await get(proxy(), audio(), { range })
    expect(status).toBe(206)
    expect(headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/100000`)
    expect(headers.get('content-length')).toBe(String(to - from))
    expect(came.digest).toBe(digest(CLIP.subarray(from, to)))
  })

  test('a range past its end is 416, with its length', async () => {
    const seen = await ask(proxy(), 'GET', audio(), { headers: { range: 'bytes=100000-' } })
    expect(seen).toMatchObject({ status: 416, json: { error: { code: 'invalid_request' } } })
    expect(seen.headers.get('content-range')).toBe('bytes */100000')
  })

  test.each(['bytes=0-1,5-9', 'items=0-9', 'bytes=x', 'bytes=-'])('what is no single range (%s) is the whole', async (range) => {
    expect(await get(proxy(), audio(), { range })).toMatchObject({ status: 200, digest: WHOLE })
    expect(clips()[0]?.headers).not.toHaveProperty('range')
  })

  test('a part of another version than the browser has is the whole', async () => {
    const range = 'bytes=0-9'
    expect(await get(proxy(), audio(), { range, 'if-range': '"one"' })).toMatchObject({ status: 206 })
    expect(await get(proxy(), audio(), { range, 'if-range': '"two"' })).toMatchObject({ status: 200 })
    expect(await get(proxy(), audio(), { range, 'if-range': 'W/"one"' })).toMatchObject({ status: 200 })
  })

  test('HEAD tells the same without the bytes, and frees its host', async () => {
    const { status, headers, ...came } = await get(proxy(), audio(), {}, 'HEAD')
    expect(status).toBe(200)
    expect(came.digest).toBe(digest(new Uint8Array()))
    expect(headers.get('content-length')).toBe('100000')
    expect(clips()[0]?.method).toBe('GET')
  })

  test('an address that has expired is asked for anew, once', async () => {
    job.output_url = `${upstream.url}/clips/old.mp3`
    const one = proxy()
    serveClip = (req, res) => {
      if (!req.url.includes('old')) return store(req, res)
      job.output_url = `${upstream.url}/clips/new.mp3`
      answering(403, { 'content-type': 'application/xml' }, '<Error/>')(req, res)
    }
    expect(await get(one)).toMatchObject({ status: 200, digest: WHOLE })
    expect(asked).toBe(2)
    serveClip = answering(403)
    const seen = await ask(one, 'GET', audio())
    expect(seen).toMatchObject({ status: 502, json: { error: { code: 'server_error' } } })
    expect(asked).toBe(3)
    serveClip = answering(404)
    expect(await ask(one, 'GET', audio())).toMatchObject({ status: 410, json: { error: { code: 'not_found' } } })
  })

  test('a player that asks piece by piece does not ask AudioPod at each', async () => {
    const one = proxy()
    for (const range of ['bytes=0-', 'bytes=0-99', 'bytes=50000-', 'bytes=-10']) expect((await get(one, audio(), { range })).status).toBe(206)
    expect(asked).toBe(1)
    expect(clips()).toHaveLength(4)
  })

  test('a player costs AudioPod nothing once the state of the job has been asked for', async () => {
    const one = proxy()
    expect(await ask(one, 'GET', `/voice/tts-jobs/${sealed}/status`)).toMatchObject({ status: 200 })
    expect(await get(one)).toMatchObject({ status: 200, digest: WHOLE })
    expect(asked).toBe(1)
  })

  test.each<[string, Serve]>([
    ['text/html', answering(200, { 'content-type': 'text/html' }, '<script>alert(1)</script>')],
    ['image/svg+xml', answering(200, { 'content-type': 'image/svg+xml' }, '<svg onload="alert(1)"/>')],
    ['audio/x-scpls', answering(200, { 'content-type': 'audio/x-scpls' }, '[playlist]')],
    ['a range that was not asked for', answering(206, { 'content-type': 'audio/mpeg', 'content-range': 'bytes 0-0/9' }, 'x')],
    ['a compressed body', answering(200, { 'content-type': 'audio/mpeg', 'content-encoding': 'gzip' }, 'x')],
    ['204', answering(204)],
    ['500', answering(500, { 'content-type': 'audio/mpeg' }, 'x')],
    ['429', answering(429, { 'retry-after': '999' }, 'slow down')],
  ])('%s from its host is 502, and not passed on', async (_what, serve) => {
    serveClip = serve
    const seen = await ask(proxy(), 'GET', audio())
    expect(seen.status).toBe(502)
    expect(seen.headers.get('content-type')).toMatch(/^application\/json/)
    expect(seen.text).not.toMatch(/alert|playlist|slow/)
  })

  test('a range of which the length is a lie is 502', async () => {
    serveClip = answering(206, { 'content-type': 'audio/mpeg', 'content-range': 'bytes 9-2/5' }, 'x')
    expect(await ask(proxy(), 'GET', audio(), { headers: { range: 'bytes=0-' } })).toMatchObject({ status: 502 })
  })

  test.each([
    ['audio/x-wav; charset=binary', 'x.bin', 'audio/wav'],
    ['binary/octet-stream', 'x.ogg', 'audio/ogg'],
    ['application/octet-stream', 'x.MP3', 'audio/mpeg'],
  ])('what its host calls %s (%s) is %s', async (said, name, type) => {
    job.output_url = `${upstream.url}/clips/${name}`
    serveClip = answering(200, { 'content-type': said }, 'x')
    expect((await get(proxy())).headers.get('content-type')).toBe(type)
  })

  test('a length past the bound is refused before a byte of it goes out', async () => {
    serveClip = (_, res) => res.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': MAX_CLIP_BYTES + 1 }).flushHeaders()
    expect(await ask(proxy(), 'GET', audio())).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
  })

  test('a host that is slow before its head is 504', async () => {
    serveClip = () => {}
    const slow = proxyWith({ ...options, timeout: 200 })
    expect(await ask(slow, 'GET', audio())).toMatchObject({ status: 504, json: { error: { code: 'timeout' } } })
  })

  test('a pause within it that is too long breaks it off, and the operator is told', async () => {
    serveClip = (_, res) => void res.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': 10 }).write('half')
    const slow = proxyWith({ ...options, timeout: 200 })
    const response = await slow(request('GET', audio()))
    await expect(response.arrayBuffer()).rejects.toThrow('timeout')
    expect(events).toContainEqual(expect.objectContaining({ type: 'fault' }))
    await vi.waitFor(() => expect(upstream.left).toBe(1))
  })

  test('a redirect of its host is followed when it leads to where it may lie', async () => {
    serveClip = (req, res) => (req.url.includes('region') ? store(req, res) : answering(307, { location: '/clips/region.mp3' })(req, res))
    expect(await get(proxy(), audio(), { range: 'bytes=0-9' })).toMatchObject({ status: 206, digest: digest(CLIP.subarray(0, 10)) })
    expect(clips()[1]?.headers).toMatchObject({ range: 'bytes=0-9' })
  })

  test('redirects without end are refused', async () => {
    serveClip = (_, res) => void res.writeHead(302, { location: '/clips/again.mp3' }).end()
    expect(await ask(proxy(), 'GET', audio())).toMatchObject({ status: 502 })
    expect(clips().length).toBeLessThan(6)
  })

  test.each(['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433'])('a redirect of its host to a private address (%s) is not followed', async (host) => {
    let hits = 0
    const other = new URL(await listen((_, res) => void (hits++, res.end())))
    for (const scheme of ['http', 'https']) {
      serveClip = answering(302, { location: `${scheme}://${host}:${other.port}/latest/meta-data` })
      expect(await ask(proxy(), 'GET', audio())).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
    }
    expect(hits).toBe(0)
  })
})

test('of seventeen clips that a user opens and leaves unread, the one read least lately is cut off, and nobody else is', async () => {
  serveClip = (_, res) => void res.writeHead(200, { 'content-type': 'audio/mpeg' }).write(CLIP)
  const proxy = proxyWith()
  const open = async (user: string, path = audio()) => {
    const reader = (await proxy(request('GET', path, { user }))).body!.getReader()
    await reader.read()
    return reader
  }
  const bobs = await open('bob', audio(await ids.seal('bob', '40417')))
  const alices: Awaited<ReturnType<typeof open>>[] = []
  for (let i = 0; i < 16; i++) alices.push(await open('alice'))
  // The first is heard, so the second is the idlest.
  const more = alices[0]!.read()
  alices.push(await open('alice'))
  await vi.waitFor(() => expect(upstream.left).toBe(1))
  await expect(async () => {
    for (;;) await alices[1]!.read()
  }).rejects.toThrow('cancelled')
  expect(upstream.left).toBe(1)
  await Promise.all([bobs, ...alices].map((reader) => reader.cancel().catch(() => {})))
  await more
  await vi.waitFor(() => expect(upstream.left).toBe(18))
})

describe('where a clip may lie', () => {
  /** Counts connections on every address of this machine. */
  async function trap() {
    let hits = 0
    const server = createTcpServer((socket) => void (hits++, socket.destroy()))
    await new Promise<void>((resolve) => server.listen(0, resolve))
    return { port: (server.address() as AddressInfo).port, hits: () => hits, close: () => new Promise((resolve) => server.close(resolve)) }
  }

  test.each([
    'https://127.0.0.1', 'https://localhost', 'https://localhost.', 'https://a.localhost', 'https://127.1', 'https://2130706433', 'https://0x7f000001',
    'https://0177.0.0.1', 'https://0', 'https://0.0.0.0', 'https://[::1]', 'https://[::]', 'https://[::ffff:127.0.0.1]',
    'https://[::ffff:7f00:1]', 'https://[::127.0.0.1]', 'https://10.0.0.1', 'https://172.16.0.1', 'https://192.168.1.1',
    'https://169.254.169.254', 'https://[fd00:ec2::254]', 'https://[fe80::1]', 'https://100.100.100.200', 'https://168.63.129.16',
    'https://metadata.google.internal', 'https://[64:ff9b::a9fe:a9fe]', 'https://[2002:7f00:1::]', 'https://１２７.０.０.１',
    'https://224.0.0.1', 'https://255.255.255.255', 'https://user:pass@cdn.example', 'http://cdn.example', 'http://8.8.8.8',
    'ftp://cdn.example', 'file:///etc/passwd', 'data:audio/mpeg,x', 'javascript:alert(1)', 'not a URL',
  ])('%s is refused, and nothing is connected to', async (origin) => {
    const guard = await trap()
    const url = origin.startsWith('https://') ? `${origin}:${guard.port}/clip.mp3` : `${origin}/clip.mp3`
    const fetched: string[] = []
    job.output_url = url
    for (const options of [{}, { fetch: (to: string, init: RequestInit) => (fetched.push(to), globalThis.fetch(to, init)) }]) {
      const seen = await ask(proxyWith(options), 'GET', audio())
      expect(seen).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
      expect(seen.text).not.toContain('127')
    }
    expect(fetched.filter((to) => !to.startsWith(upstream.url))).toEqual([])
    expect(guard.hits()).toBe(0)
    await guard.close()
  })

  test.each([[['127.0.0.1']], [['::1']], [['10.0.0.1', '8.8.8.8']], [['8.8.8.8', '::ffff:127.0.0.1']], [['169.254.169.254']]])(
    'a name that leads to %j is refused when it is connected to',
    async (addresses) => {
      const guard = await trap()
      names.set('cdn.example', addresses)
      job.output_url = `https://cdn.example:${guard.port}/clip.mp3`
      expect(await ask(proxyWith(), 'GET', audio())).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
      expect(events.at(-1)?.error?.message).toContain('not public')
      expect(guard.hits()).toBe(0)
      names.clear()
      await guard.close()
    },
  )

  test('a redirect of its host to a name that leads to this machine is not followed', async () => {
    const guard = await trap()
    names.set('cdn.example', ['127.0.0.1'])
    serveClip = answering(302, { location: `https://cdn.example:${guard.port}/clip.mp3` })
    expect(await ask(proxyWith(), 'GET', audio())).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
    expect(guard.hits()).toBe(0)
    names.clear()
    await guard.close()
  })

  test('another port of this machine is not the origin of baseUrl', async () => {
    let hits = 0
    job.output_url = `${await listen((_, res) => void (hits++, res.end()))}/clip.mp3`
    expect(await ask(proxyWith(), 'GET', audio())).toMatchObject({ status: 502 })
    expect(hits).toBe(0)
  })

  test('this machine is refused where baseUrl is another', async () => {
    const to: string[] = []
    const fetch = async (url: string) => {
      to.push(url)
      return Response.json({ id: 40417, status: 'completed', output_url: `${upstream.url}/clips/x.mp3` })
    }
    expect(await ask(proxyWith({ fetch, baseUrl: 'https://api.audiopod.ai' }), 'GET', audio())).toMatchObject({ status: 502 })
    expect(to).toHaveLength(1)
    expect(clips()).toEqual([])
  })

  test('https on a public name is asked, without a redirect, a cookie or the key', async () => {
    const sent: { url: string; init: RequestInit }[] = []
    job.output_url = 'https://cdn.example/40417.mp3?token=eyJhbGciOiJIUzI1NiJ9.e30.c2ln'
    const fetch = async (url: string, init: RequestInit) => {
      if (url.startsWith(upstream.url)) return globalThis.fetch(url, init)
      sent.push({ url, init })
      return new Response(CLIP, { headers: { 'content-type': 'audio/mpeg' } })
    }
    expect(await get(proxyWith({ fetch }))).toMatchObject({ status: 200, digest: WHOLE })
    expect(sent[0]).toMatchObject({ url: job.output_url, init: { method: 'GET', redirect: 'manual' } })
    expect(Object.keys(sent[0]!.init.headers ?? {}).sort()).toEqual(['accept', 'accept-encoding', 'user-agent'])
  })

  test('public addresses are public, and no others', () => {
    for (const address of ['8.8.8.8', '1.1.1.1', '52.95.110.1', '2606:4700::1111', '::ffff:8.8.8.8']) expect([address, isPublicAddress(address)]).toEqual([address, true])
    for (const address of ['', 'x', '127.0.0.1', '::1', 'fe80::1%eth0', '100.64.0.1', '192.0.0.1', '198.18.0.1', '240.0.0.1', '::ffff:10.0.0.1', '2001::1', '2002::1', 'fec0::1', '::127.0.0.1', '::102:304', '4000::1']) {
      expect([address, isPublicAddress(address)]).toEqual([address, false])
    }
  })

  test('no address of a private range is public, in either of its spellings', () => {
    const ranges: [number, number][] = [[0x0a000000, 24], [0x7f000000, 24], [0xac100000, 20], [0xc0a80000, 16], [0xa9fe0000, 16], [0x64400000, 22], [0, 24], [0xe0000000, 28]]
    const address = fc.constantFrom(...ranges).chain(([base, bits]) => fc.nat(2 ** bits - 1).map((rest) => base + rest))
    fc.assert(
      fc.property(address, (number) => {
        const dotted = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')
        return !isPublicAddress(dotted) && !isPublicAddress(`::ffff:${dotted}`)
      }),
    )
  })
})

test('wherever AudioPod and redirects may point, only https on public hosts is fetched', async () => {
  // Another's word for what is private: Node's.
  const [inside, inside6] = [new BlockList(), new BlockList()]
  for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16], ['224.0.0.0', 3]] as const) inside.addSubnet(net, bits)
  for (const [net, bits] of [['::', 8], ['64:ff9b::', 32], ['fc00::', 7], ['fe80::', 9], ['ff00::', 8], ['2002::', 16]] as const) inside6.addSubnet(net, bits, 'ipv6')
  const host = fc.oneof(
    fc.ipV4(), fc.ipV4Extended(), fc.ipV6().map((ip) => `[${ip}]`), fc.domain(), fc.nat(2 ** 32 - 1).map(String),
    fc.constantFrom('localhost', 'LOCALHOST', 'localhost.', 'x.localhost', 'metadata.google.internal', '127.1', '0x7f.1', '[::1]', '[::ffff:a00:1]', '⑯⑨.254.169.254', '8.8.8.8', 'cdn.example'),
  )
  const address = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.constantFrom('https:', 'https:', 'https:', 'http:', 'HTTPS:', 'ftp:', 'file:'), fc.constantFrom('//', '//', '//', '/', '', '//user@', '//a:b@', '/\\'), host, fc.constantFrom('', ':8443', ':80'), fc.constantFrom('/x.mp3', '', '/\\evil', '?a#b', '/x y')).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('//127.0.0.1/x', '/x.mp3', '..')) },
  )
  let fetched = 0
  await fc.assert(
    fc.asyncProperty(address, fc.array(address, { maxLength: 4 }), async (first, hops) => {
      const wrong: string[] = []
      const proxy = proxyWith({
        baseUrl: 'https://api.audiopod.ai',
        fetch: async (url, init) => {
          if (url.startsWith('https://api.audiopod.ai/api/v1/voice/')) return Response.json({ id: 1, status: 'completed', output_url: first })
          fetched++
          const { protocol, username, password, hostname } = new URL(url)
          const bare = hostname.replace(/^\[|\]$/g, '')
          const isInside = isIPv4(bare) ? inside.check(bare) : isIPv6(bare) ? inside6.check(bare, 'ipv6') : /localhost|internal/.test(bare)
          if (protocol !== 'https:' || username || password || isInside || JSON.stringify(init.headers).includes(KEY)) wrong.push(url)
          const location = hops.shift()
          return location === undefined || /[^ -~]/.test(location)
            ? new Response('x', { headers: { 'content-type': 'audio/mpeg' } })
            : new Response(null, { status: 302, headers: { location } })
        },
      })
      const { status } = await get(proxy)
      expect({ wrong, status: status === 200 || status === 502 }).toEqual({ wrong: [], status: true })
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1000) },
  )
  // One that never gets through shows nothing.
  expect(fetched).toBeGreaterThan(80)
}, 600_000)

describe('who may hear it', () => {
  test.each([
    ['a raw one', '40417'],
    ['a guess', `40417.${'0'.repeat(64)}`],
    ['one with its seal cut short', sealed.slice(0, -2)],
  ])('%s is 404 for audio, without a call upstream', async (_what, id) => {
    expect(await ask(proxyWith(), 'GET', audio(id))).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } })
    expect(upstream.received).toEqual([])
  })

  test("another user's job is 404 for audio, without a call upstream, also once it has been heard", async () => {
    const proxy = proxyWith()
    expect(await ask(proxy, 'GET', audio(), { user: 'bob' })).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } })
    expect(upstream.received).toEqual([])
    expect((await get(proxy)).status).toBe(200)
    upstream.received.length = 0
    expect(await ask(proxy, 'GET', audio(), { user: 'bob' })).toMatchObject({ status: 404 })
    expect(upstream.received).toEqual([])
  })

  test('nobody is 401, and who lacks speech:generate is 403', async () => {
    expect(await ask(proxyWith({ authorize: () => null }), 'GET', audio())).toMatchObject({ status: 401 })
    const authorize = () => ({ userId: 'alice', allow: ['credits:read' as const] })
    expect(await ask(proxyWith({ authorize }), 'GET', audio())).toMatchObject({ status: 403 })
    expect(upstream.received).toEqual([])
  })

  test('it counts against the limit of its user', async () => {
    const proxy = proxyWith({ limits: { perUser: { requests: 1, perSeconds: 60 } } })
    expect((await get(proxy)).status).toBe(200)
    const seen = await ask(proxy, 'GET', audio())
    expect(seen).toMatchObject({ status: 429, json: { error: { code: 'rate_limit_exceeded' }, retry_after: expect.any(Number) } })
  })

  test('other methods are 405, also in a preflight', async () => {
    const seen = await ask(proxyWith(), 'POST', audio(), { json: {} })
    expect(seen.status).toBe(405)
    expect(seen.headers.get('allow')).toBe('GET, HEAD')
    const asking = { origin: 'https://other.example', 'access-control-request-method': 'GET' }
    const preflight = await ask(proxyWith({ allowedOrigins: ['https://other.example'] }), 'OPTIONS', audio(), { headers: asking })
    expect(preflight).toMatchObject({ status: 204 })
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
  })
})

describe('a job without audio', () => {
  test.each([
    ['pending', 409, 'invalid_request'],
    ['processing', 409, 'invalid_request'],
    ['FAILED', 410, 'job_failed'],
    ['cancelled', 410, 'not_found'],
    ['COMPLETED', 502, 'invalid_response'],
    ['haunted', 502, 'invalid_response'],
  ])('that is %s is %i %s', async (status, expected, code) => {
    job = { status }
    expect(await ask(proxyWith(), 'GET', audio())).toMatchObject({ status: expected, json: { error: { code } } })
    expect(clips()).toEqual([])
  })

  test.each([
    [401, 502, 'server_error'],
    [404, 404, 'not_found'],
    [500, 500, 'server_error'],
  ])('because AudioPod answers %i is %i %s', async (status, expected, code) => {
    upstream.reply(json(status, {}))
    const seen = await ask(proxyWith(), 'GET', audio())
    expect(seen.status).toBe(expected)
    expect(events.at(-1)?.error?.code).toBe(code)
  })

  test('because the window is spent is 429 with the wait, and is not asked for again meanwhile', async () => {
    upstream.reply(json(429, { detail: 'slow down' }, { 'retry-after': '7' }))
    const proxy = proxyWith()
    expect(await ask(proxy, 'GET', audio())).toMatchObject({ status: 429, json: { retry_after: 7 } })
    expect(await ask(proxy, 'GET', audio())).toMatchObject({ status: 429 })
    expect(upstream.received).toHaveLength(1)
  })
})

describe('the stream', () => {
  /** Pours until nobody takes it. */
  const endless = (written: (bytes: number) => void): Serve => (_, res) => {
    res.writeHead(200, { 'content-type': 'audio/mpeg' })
    const piece = new Uint8Array(65_536)
    const more = () => {
      while (!res.destroyed) {
        written(piece.length)
        if (!res.write(piece)) return void res.once('drain', more)
      }
    }
    more()
  }

  test('a clip without end is broken off at its bound', async () => {
    let written = 0
    serveClip = endless((bytes) => (written += bytes))
    const response = await proxyWith()(request('GET', audio()))
    let read = 0
    const pour = async () => {
      for await (const chunk of response.body!) read += chunk.byteLength
    }
    await expect(pour()).rejects.toThrow('too long')
    expect(read).toBeGreaterThan(MAX_CLIP_BYTES - 1024 * 1024)
    expect(read).toBeLessThanOrEqual(MAX_CLIP_BYTES)
    await vi.waitFor(() => expect(upstream.left).toBe(1))
    expect(events).toContainEqual(expect.objectContaining({ type: 'fault' }))
  }, 30_000)

  test('a browser that reads slowly slows its source, and one that leaves frees it', async () => {
    let written = 0
    serveClip = endless((bytes) => (written += bytes))
    const url = await listen((req, res) => void toNodeListener(proxyWith())(req, res))
    const { port } = new URL(url)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(`GET /api/audiopod${audio()} HTTP/1.1\r\nhost: localhost\r\n\r\n`)
    await new Promise((resolve) => socket.once('readable', resolve))
    // Nothing is read here: the buffers of three sockets fill, and then it stands still.
    let last = -1
    await vi.waitFor(() => {
      const stood = written === last
      last = written
      expect(stood).toBe(true)
    }, { interval: 100, timeout: 5_000 })
    expect(written).toBeLessThan(32 * 1024 * 1024)
    socket.destroy()
    await vi.waitFor(() => expect(upstream.left).toBe(1))
  })

  test('a clip that breaks off does not look like a whole one', async () => {
    serveClip = (_, res) => {
      res.writeHead(200, { 'content-type': 'audio/mpeg', 'transfer-encoding': 'chunked' })
      res.write('half', () => res.destroy())
    }
    const url = await listen((req, res) => void toNodeListener(proxyWith())(req, res))
    const response = await fetch(`${url}/api/audiopod${audio()}`)
    expect(response.status).toBe(200)
    await expect(response.arrayBuffer()).rejects.toThrow('terminated')
  })

  test('over node:http a range and HEAD are what they are', async () => {
    const url = await listen((req, res) => void toNodeListener(proxyWith())(req, res))
    const part = await fetch(`${url}/api/audiopod${audio()}`, { headers: { range: 'bytes=10-19' } })
    expect(part.status).toBe(206)
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(CLIP.subarray(10, 20))
    const head = await new Promise<IncomingMessage>((resolve) => httpRequest(`${url}/api/audiopod${audio()}`, { method: 'HEAD' }, resolve).end())
    expect(head.statusCode).toBe(200)
    expect(head.headers['content-length']).toBe('100000')
    head.resume()
  })

  test('closing the proxy lets it end', async () => {
    let finish = () => {}
    serveClip = (_, res) => {
      res.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': 8 }).write('half')
      finish = () => void res.end('half')
    }
    const proxy = proxyWith()
    const response = await proxy(request('GET', audio()))
    const closing = proxy.close()
    finish()
    expect(await response.text()).toBe('halfhalf')
    await closing
  })
})

describe('its name', () => {
  const named = (query: string, ending = 'mp3') => contentDisposition(new URLSearchParams(query), ending)

  test.each([
    ['', 'inline'],
    ['name=Chapter 1', `inline; filename="Chapter 1.mp3"; filename*=UTF-8''Chapter%201.mp3`],
    ['download=1', `attachment; filename="speech.mp3"; filename*=UTF-8''speech.mp3`],
    ['download&name=Größe', `attachment; filename="Gr__e.mp3"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.mp3`],
    ['download=0', 'inline'],
    ['download=1&name=a.mp3', `attachment; filename="a.mp3"; filename*=UTF-8''a.mp3`],
    ['download=1&name=evil.exe', `attachment; filename="evil.exe.mp3"; filename*=UTF-8''evil.exe.mp3`],
    ['download=1&name=../../etc/passwd', `attachment; filename="etc passwd.mp3"; filename*=UTF-8''etc%20passwd.mp3`],
    ["download=1&name=it's", `attachment; filename="it's.mp3"; filename*=UTF-8''it%27s.mp3`],
  ])('asked for by %j is %s', (query, header) => {
    expect(named(query)).toBe(header)
  })

  test('whatever is asked for, it is one line of plain text with one name that ends as it must', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: fc.constantFrom('"', '\\', '\r', '\n', ';', '/', '.', ' ', '%', '\u202e', "'", 'é', '😀'), maxLength: 40 }))
    fc.assert(
      fc.property(name, fc.boolean(), (wanted, download) => {
        const query = new URLSearchParams({ name: wanted, ...(download && { download: '1' }) })
        const header = contentDisposition(query, 'wav')
        // Throws for what no header can hold.
        new Headers({ 'content-disposition': header })
        if (header === 'inline') return
        expect(header).toMatch(/^(?:inline|attachment); filename="[^"\\%\r\n]*\.wav"; filename\*=UTF-8''(?:[\w.!~-]|%[0-9A-F]{2})+\.wav$/)
        const decoded = decodeURIComponent(header.slice(header.indexOf("*=UTF-8''") + 9))
        expect(decoded).not.toMatch(/[\p{Cc}\u202a-\u202e/\\:"]|^[. ]/u)
        expect(Array.from(decoded).length).toBeLessThanOrEqual(84)
      }),
      { numRuns: 300 },
    )
  })
})
