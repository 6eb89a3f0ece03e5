import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type HostileUpstream, json, startHostileUpstream, text } from '../support/hostileUpstream.js'
import { ask, KEY, proxyTo, speak } from './support.js'

let upstream: HostileUpstream
beforeAll(async () => {
  upstream = await startHostileUpstream()
})
afterAll(() => upstream.close())
beforeEach(() => {
  upstream.received.length = 0
  upstream.reply(json(200, {}))
})

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('%i is 502, and the key is not carried on', async (status) => {
    let carried = 0
    const elsewhere = createServer((_, res) => {
      carried++
      res.end('{}')
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    const { port } = elsewhere.address() as AddressInfo
    upstream.reply(text(status, '', { location: `http://127.0.0.1:${port}/steal` }))
    const seen = await ask(proxyTo(upstream), 'GET', '/credits')
    expect(seen).toMatchObject({ status: 502, json: { error: { code: 'server_error' } } })
    expect(seen.headers.has('location')).toBe(false)
    expect(carried).toBe(0)
    await new Promise((resolve) => elsewhere.close(resolve))
  })

  test('304 is 502, also for a browser that asked for one', async () => {
    upstream.reply(text(304, ''))
    expect(await ask(proxyTo(upstream), 'GET', '/credits', { headers: { 'if-none-match': '"1"' } })).toMatchObject({ status: 502 })
    expect(upstream.received[0]?.headers['if-none-match']).toBeUndefined()
  })
})

describe('an upstream that is slow', () => {
  test('before its headers is 504 for a read', async () => {
    upstream.reply(() => {})
    expect(await ask(proxyTo(upstream, { timeout: 50 }), 'GET', '/credits')).toMatchObject({ status: 504, json: { error: { code: 'timeout' } } })
    await vi.waitFor(() => expect(upstream.left).toBeGreaterThan(0))
  })

  test('in the middle of its body is 504 too', async () => {
    upstream.reply((_, res) => void res.writeHead(200, { 'content-type': 'application/json' }).write('{"a":'))
    expect(await ask(proxyTo(upstream, { timeout: 50 }), 'GET', '/credits')).toMatchObject({ status: 504, json: { error: { code: 'timeout' } } })
  })

  test('is not waited for by a fetch that heeds no signal', async () => {
    const proxy = proxyTo(upstream, { timeout: 20, fetch: () => new Promise(() => {}) })
    expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 504 })
  })
})

test('an answer that comes after all is not kept open', async () => {
  let stopped = false
  let answer: (response: Response) => void = () => {}
  const proxy = proxyTo(upstream, { timeout: 20, fetch: () => new Promise((resolve) => (answer = resolve)) })
  expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 504 })
  answer(new Response(new ReadableStream({ cancel: () => void (stopped = true) })))
  await vi.waitFor(() => expect(stopped).toBe(true))
})

test('a refusal nested without end is one that is not understood', async () => {
  upstream.reply(text(401, `${'{"detail":'.repeat(100)}1${'}'.repeat(100)}`))
  expect(await ask(proxyTo(upstream), 'GET', '/credits')).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
  expect(await speak(proxyTo(upstream))).toMatchObject({ status: 502, json: { error: { code: 'unknown_outcome' } } })
})

test('an answer without end is 502, and its source is stopped', async () => {
  let written = 0
  upstream.reply((_, res) => {
    res.writeHead(200, { 'content-type': 'application/json' })
    const more = () => {
      while (!res.destroyed) {
        written += 65_536
        if (!res.write('['.repeat(65_536))) return void res.once('drain', more)
      }
    }
    more()
  })
  expect(await ask(proxyTo(upstream), 'GET', '/credits')).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
  expect(written).toBeLessThan(50 * 1024 * 1024)
})

test('a browser that leaves frees the upstream of a read', async () => {
  upstream.reply(() => {})
  const before = upstream.left
  const leaving = new AbortController()
  const asked = ask(proxyTo(upstream), 'GET', '/credits', { signal: leaving.signal })
  await vi.waitFor(() => expect(upstream.received).toHaveLength(1))
  leaving.abort()
  expect(await asked).toMatchObject({ status: 499 })
  await vi.waitFor(() => expect(upstream.left).toBe(before + 1))
})

test('an upstream that is not there is 502 for a read', async () => {
  const gone = await startHostileUpstream()
  await gone.close()
  expect(await ask(proxyTo(gone), 'GET', '/credits')).toMatchObject({ status: 502, json: { error: { code: 'server_error' } } })
})

test('the words of a failed fetch go nowhere', async () => {
  const events: unknown[] = []
  const proxy = proxyTo(upstream, {
    fetch: async () => Promise.reject(new TypeError(`Headers.append: "Bearer ${KEY}" is an invalid header value`)),
    onEvent: (event) => events.push(event),
  })
  const seen = await ask(proxy, 'GET', '/credits')
  expect(seen.status).toBe(502)
  expect(seen.text + JSON.stringify(events)).not.toContain(KEY)
})

test('the statuses of a gateway in trouble stay what they are', async () => {
  for (const status of [500, 502, 503, 504]) {
    upstream.reply(text(status, '<h1>nginx</h1>', { 'retry-after': '4' }))
    const seen = await ask(proxyTo(upstream), 'GET', '/credits')
    expect(seen).toMatchObject({ status, json: { error: { code: 'server_error' } } })
    expect(seen.headers.get('retry-after')).toBe(status === 503 ? '4' : null)
  }
})

test('a change without an Idempotency-Key is seen through as well', async () => {
  upstream.reply(text(502, '<h1>Bad Gateway</h1>'))
  expect(await speak(proxyTo(upstream))).toMatchObject({ status: 502, json: { error: { code: 'unknown_outcome' } } })
  expect(await ask(proxyTo(upstream), 'DELETE', '/auth/api-keys/1')).toMatchObject({ status: 502, json: { error: { code: 'unknown_outcome' } } })
})
