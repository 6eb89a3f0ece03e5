import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type AudioPodProxy, type AudioPodProxyOptions, toNodeListener } from '../../src/server.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { KEY, proxyTo } from './support.js'

let upstream: HostileUpstream
const servers: Server[] = []
beforeAll(async () => {
  upstream = await startHostileUpstream()
})
afterAll(() => upstream.close())
beforeEach(() => {
  upstream.received.length = 0
  upstream.reply(json(200, { job_id: 1 }, { 'x-ratelimit-limit': '100' }))
})
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/audiopod`
}

type Mount = (proxy: AudioPodProxy) => RequestListener

const mounts: [string, Mount][] = [
  ['node:http', (proxy) => toNodeListener(proxy) as RequestListener],
  ['Express, at its path', (proxy) => express().use('/api/audiopod', toNodeListener(proxy))],
  ['Express, as a route', (proxy) => express().all('/api/audiopod/*rest', toNodeListener(proxy))],
  [
    'Express, with the body parsed before',
    (proxy) => express().use(express.json(), express.urlencoded({ extended: true })).use('/api/audiopod', toNodeListener(proxy)),
  ],
  [
    'Express, with the body parsed simply',
    (proxy) => express().use(express.json(), express.urlencoded({ extended: false })).use('/api/audiopod', toNodeListener(proxy)),
  ],
  [
    'Express, with the body as text',
    (proxy) => express().use(express.text({ type: '*/*' })).use('/api/audiopod', toNodeListener(proxy)),
  ],
  [
    'Express, with the body as bytes',
    (proxy) => express().use(express.raw({ type: '*/*' })).use('/api/audiopod', toNodeListener(proxy)),
  ],
]

describe.each(mounts)('%s', (_, mount) => {
  const start = (options?: Partial<AudioPodProxyOptions>) => listen(mount(proxyTo(upstream, options)))
  const form = (url: string, body: string, headers = {}) =>
    fetch(`${url}/voice/voices/aura/generate`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })

  test('a read passes', async () => {
    const response = await fetch(`${await start()}/credits`)
    expect(response.status).toBe(200)
    expect(response.headers.get('x-ratelimit-limit')).toBe('100')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(upstream.received[0]?.url).toBe('/api/v1/credits')
  })

  test('a form arrives as it was sent', async () => {
    const text = 'a+b & c=d %20 [laugh] 👩‍👩‍👧\r\n×'
    const body = new URLSearchParams({ input_text: text, speed: '1.5', generation_params: '{"timestamp_type":"word"}' })
    expect((await form(await start(), body.toString())).status).toBe(200)
    expect(Object.fromEntries(new URLSearchParams(upstream.received[0]?.body))).toEqual({
      input_text: text,
      speed: '1.5',
      generation_params: '{"timestamp_type":"word"}',
    })
  })

  test('JSON arrives as it was sent', async () => {
    const body = JSON.stringify({ name: 'Über "x"', scopes: ['a', 'b'], expires_in_days: 30 })
    const response = await fetch(`${await start()}/auth/api-keys`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect(response.status).toBe(200)
    expect(upstream.received[0]?.body).toBe(body)
  })

  test('a field that stands twice or nested is refused', async () => {
    const url = await start()
    expect((await form(url, 'input_text=a&input_text=b')).status).toBe(422)
    expect((await form(url, 'input_text[a]=b')).status).toBe(422)
    expect((await form(url, 'input_text[]=a&input_text[]=b')).status).toBe(422)
    expect(upstream.received).toEqual([])
  })

  test('a change of another site is 403', async () => {
    const response = await form(await start(), 'input_text=x', { origin: 'https://evil.example' })
    expect(response.status).toBe(403)
    expect(upstream.received).toEqual([])
  })

  test('a change of our own page passes', async () => {
    const url = await start()
    expect((await form(url, 'input_text=x', { origin: new URL(url).origin })).status).toBe(200)
  })

  test('a path that climbs is 404', async () => {
    const url = new URL(await start())
    for (const path of ['/api/audiopod/../credits', '/api/audiopod/%2e%2e/credits', '/api/audiopod/auth/api-keys/a%2Fb', '/api/audiopod//credits']) {
      const status = await new Promise((resolve, reject) => {
        httpRequest({ host: url.hostname, port: url.port, path }, (res) => resolve(res.resume().statusCode)).on('error', reject).end()
      })
      expect(status).toBe(404)
    }
    expect(upstream.received).toEqual([])
  })

  test('the key stays here', async () => {
    upstream.reply((received, res) => json(403, { detail: JSON.stringify(received.headers) })(received, res))
    const response = await fetch(`${await start()}/credits`)
    expect(await response.text()).not.toContain(KEY)
    expect(upstream.received[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
  })
})

describe('a Node listener', () => {
  const plain = (options?: Partial<AudioPodProxyOptions>) => listen(toNodeListener(proxyTo(upstream, options)) as RequestListener)

  test('answers 413 to an upload that does not end, and closes', async () => {
    const url = new URL(await plain({ maxBodyBytes: 1000 }))
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(url.port), url.hostname)
      let seen = ''
      socket.on('data', (chunk) => (seen += String(chunk)))
      socket.on('close', () => resolve(seen))
      socket.on('error', reject)
      socket.write('POST /api/audiopod/auth/api-keys HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n')
      socket.write(`800\r\n${'x'.repeat(0x800)}\r\n`)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toMatch(/connection: close/i)
    expect(upstream.received).toEqual([])
  })

  test('goes on after an upload in pieces that was too long, and came to its end', async () => {
    const url = new URL(await plain({ maxBodyBytes: 1000 }))
    const answers = [1, 3, 30].map(
      (pieces) =>
        new Promise((resolve, reject) => {
          const headers = { 'content-type': 'application/json' }
          const req = httpRequest(
            { host: url.hostname, port: url.port, path: '/api/audiopod/auth/api-keys', method: 'POST', headers },
            (res) => resolve(res.resume().statusCode),
          )
          req.on('error', reject)
          for (let left = pieces; left > 0; left--) req.write('x'.repeat(1001))
          req.end()
        }),
    )
    expect(await Promise.all(answers)).toEqual([413, 413, 413])
  })

  test('answers Expect: 100-continue', async () => {
    const url = new URL(await plain())
    const status = await new Promise((resolve, reject) => {
      const headers = { expect: '100-continue', 'content-type': 'application/json' }
      const req = httpRequest(
        { host: url.hostname, port: url.port, path: '/api/audiopod/auth/api-keys', method: 'POST', headers },
        (res) => resolve(res.resume().statusCode),
      )
      req.on('error', reject)
      req.on('continue', () => req.end('{"name":"x"}'))
      req.flushHeaders()
    })
    expect(status).toBe(200)
  })

  test('frees the upstream of a read when the browser leaves', async () => {
    upstream.reply(() => {})
    const url = await plain()
    const before = upstream.left
    const leaving = new AbortController()
    const asked = fetch(`${url}/credits`, { signal: leaving.signal }).catch(() => 'left')
    await vi.waitFor(() => expect(upstream.received).toHaveLength(1))
    leaving.abort()
    expect(await asked).toBe('left')
    await vi.waitFor(() => expect(upstream.left).toBe(before + 1))
  })

  test('answers HEAD without a body', async () => {
    const response = await fetch(`${await plain()}/credits`, { method: 'HEAD' })
    expect(response.status).toBe(405)
    expect(await response.text()).toBe('')
  })

  test('answers a proxy that throws with 500, and goes on', async () => {
    const url = await listen(toNodeListener(() => Promise.reject(new Error(KEY))) as RequestListener)
    const response = await fetch(`${url}/credits`)
    expect(response.status).toBe(500)
    expect(await response.text()).toBe('')
  })

  test('streams an answer no faster than it is read, and stops its source when the browser leaves', async () => {
    let pulled = 0
    let stopped = false
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          pulled++
          controller.enqueue(new Uint8Array(65_536))
        },
        cancel() {
          stopped = true
        },
      })
    const url = new URL(await listen(toNodeListener(async () => new Response(body())) as RequestListener))
    const socket = connect(Number(url.port), url.hostname)
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    await new Promise((resolve) => socket.once('data', resolve))
    socket.pause()
    await vi.waitFor(() => expect(pulled).toBeGreaterThan(1))
    socket.destroy()
    await vi.waitFor(() => expect(stopped).toBe(true))
    expect(pulled).toBeLessThan(1000)
  })
})
