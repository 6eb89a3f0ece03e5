import { createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CreateTransport, Transport, TransportAnswer } from '../../src/server/transport.js'
import { createFetchTransport } from '../../src/server/fetchTransport.js'
import { createUndiciTransport } from '../../src/server/undiciTransport.js'
import type { AudioPodProxyOptions } from '../../src/server.js'
import { startBlackHole } from '../support/blackHole.js'
import { type RawUpstream, startRawUpstream } from '../support/rawUpstream.js'
import { ask, proxyTo, speak } from './support.js'

let upstream: RawUpstream
beforeEach(async () => {
  upstream = await startRawUpstream()
})
afterEach(() => upstream.close())

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
const whole = (body: string): string => `${OK}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

/** Writes one more piece whenever the last has gone out, until nobody takes it. */
function pour(socket: Socket, piece: string, ms = 0): void {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(piece)), ms)
}

const transports: [string, CreateTransport, Partial<AudioPodProxyOptions>][] = [
  ['fetch', createFetchTransport, { fetch: (url, init) => globalThis.fetch(url, init) }],
  ['undici', createUndiciTransport, {}],
]

const textOf = (stream: ReadableStream<Uint8Array>): Promise<string> => new Response(stream).text()

/** A figure once it stays as it is. */
async function settled(figure: () => number): Promise<number> {
  let last = -1
  return vi.waitFor(() => {
    const now = figure()
    const changed = now !== last
    last = now
    expect(changed).toBe(false)
    return now
  }, { interval: 100, timeout: 5_000 })
}

test('a redirect that a fetch of the app followed all the same is 502, and what it brought is not passed on', async () => {
  upstream.reply((socket, count) => {
    if (count > 1) socket.end(whole('{"total_available_credits":5}'))
    else socket.write('HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n')
  })
  const proxy = proxyTo(upstream, { fetch: (url, init) => globalThis.fetch(url, { ...init, redirect: 'follow' }) })
  expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 502, json: { error: { code: 'server_error' } } })
})

describe.each(transports)('%s', (_name, createTransport, options) => {
  const proxy = (more: Partial<AudioPodProxyOptions> = {}, to: { url: string } = upstream) => proxyTo(to, { ...options, ...more })
  /** A change under one key, twice: what each was told, and how often upstream was asked. */
  const twice = async (more: Partial<AudioPodProxyOptions> = {}, to: { url: string } = upstream) => {
    const one = proxy(more, to)
    const headers = { 'idempotency-key': 'k' }
    return [await speak(one, { headers }), await speak(one, { headers })] as const
  }

  describe('a connection that never stood', () => {
    test('refused, is 502, and leaves the key of a change free', async () => {
      const gone = await startRawUpstream()
      await gone.close()
      expect(await ask(proxy({}, gone), 'GET', '/credits')).toMatchObject({ status: 502, json: { error: { code: 'server_error' } } })
      const before = proxy({}, gone)
      const headers = { 'idempotency-key': 'k' }
      expect(await speak(before, { headers })).toMatchObject({ status: 502 })
      const back = createServer((socket) => void socket.once('data', () => socket.end(whole('{"job_id":1}'))))
      await new Promise<void>((resolve) => back.listen(Number(new URL(gone.url).port), '127.0.0.1', resolve))
      expect(await speak(before, { headers })).toMatchObject({ status: 200 })
      await new Promise((resolve) => back.close(resolve))
    })

    test('that nobody accepts, is bounded', async () => {
      const hole = await startBlackHole()
      expect((await ask(proxy({ timeout: 60 }, hole), 'GET', '/credits')).status).toBeOneOf([502, 504])
      const [first, second] = await twice({ timeout: 60 }, hole)
      expect(first.json.error?.code).toBe('unknown_outcome')
      expect(second.json.error?.code).toBe('unknown_outcome')
      await hole.close()
    })
  })

  test('headers that never come are 504, and unknown for a change', async () => {
    expect(await ask(proxy({ timeout: 60 }), 'GET', '/credits')).toMatchObject({ status: 504, json: { error: { code: 'timeout' } } })
    await vi.waitFor(() => expect(upstream.open).toBe(0))
    const [first, second] = await twice({ timeout: 60 })
    expect([first.status, second.status]).toEqual([504, 504])
    expect(first.json.error?.code).toBe('unknown_outcome')
    expect(upstream.requests).toHaveLength(2)
  })

  test('headers that drip are bounded', async () => {
    upstream.reply((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      pour(socket, 'x-a: b\r\n', 10)
    })
    expect(await ask(proxy({ timeout: 100 }), 'GET', '/credits')).toMatchObject({ status: 504 })
    await vi.waitFor(() => expect(upstream.open).toBe(0))
  })

  test('a body that drips is bounded, though no pause in it is long', async () => {
    upstream.reply((socket) => {
      socket.write(`${OK}transfer-encoding: chunked\r\n\r\n`)
      pour(socket, '1\r\n \r\n', 10)
    })
    expect(await ask(proxy({ timeout: 100 }), 'GET', '/credits')).toMatchObject({ status: 504 })
    await vi.waitFor(() => expect(upstream.open).toBe(0))
    const [first, second] = await twice({ timeout: 100 })
    expect([first.status, second.status]).toEqual([504, 504])
    expect(upstream.requests).toHaveLength(2)
  })

  test('a body without end is 502, and its connection is closed', async () => {
    const piece = `10000\r\n${'['.repeat(0x10000)}\r\n`
    upstream.reply((socket) => {
      const more = () => {
        while (!socket.destroyed && socket.write(piece));
      }
      socket.on('drain', more)
      socket.write(`${OK}transfer-encoding: chunked\r\n\r\n`)
      more()
    })
    expect(await ask(proxy(), 'GET', '/credits')).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
    await vi.waitFor(() => expect(upstream.open).toBe(0))
  })

  test.each<[string, (socket: Socket) => void]>([
    ['a reset after the request', (socket) => void socket.resetAndDestroy()],
    ['an end after the request', (socket) => void socket.end()],
    ['a reset in the middle of the body', (socket) => socket.write(`${OK}content-length: 99\r\n\r\n{"a":`, () => socket.resetAndDestroy())],
    ['an end in the middle of the body', (socket) => void socket.end(`${OK}content-length: 99\r\n\r\n{"a":`)],
    ['an end in the middle of a chunk', (socket) => void socket.end(`${OK}transfer-encoding: chunked\r\n\r\n9\r\n{"a`)],
    ['an answer that is not HTTP', (socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n\r\n')],
    ['a status line out of order', (socket) => void socket.end('HTTP/1.1 OK 200\r\n\r\n')],
    ['a chunk length that is none', (socket) => void socket.end(`${OK}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`)],
    ['both a length and chunks', (socket) => void socket.end(`${OK}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`)],
    ['headers past any bound', (socket) => void socket.write(`${OK}x-long: ${'x'.repeat(200_000)}\r\n\r\n{}`)],
    ['a switch of protocols', (socket) => void socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')],
  ])('%s is 502 for a read, unknown for a change, and asked once for each', async (_what, reply) => {
    upstream.reply(reply)
    expect(await ask(proxy(), 'GET', '/credits')).toMatchObject({ status: 502, json: { error: { code: 'server_error' } } })
    expect(upstream.requests).toHaveLength(1)
    const [first, second] = await twice()
    expect(first).toMatchObject({ status: 502, json: { error: { code: 'unknown_outcome' } } })
    expect(second).toMatchObject({ status: 502, json: { error: { code: 'unknown_outcome' } } })
    expect(upstream.requests).toHaveLength(2)
  })

  test('a change on a connection that was kept, and ends at that moment, is not sent again', async () => {
    upstream.reply((socket, count) => void (count === 1 ? socket.write(whole('{}')) : socket.destroy()))
    const one = proxy()
    expect(await ask(one, 'GET', '/credits')).toMatchObject({ status: 200 })
    // A connection is free for the next request a turn after its answer.
    await new Promise(setImmediate)
    expect(await speak(one)).toMatchObject({ status: 502, json: { error: { code: 'unknown_outcome' } } })
    expect(upstream.connections).toBe(1)
    expect(upstream.requests).toHaveLength(2)
  })

  test('early hints before the answer are passed over', async () => {
    const hint = 'HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n'
    upstream.reply((socket) => void socket.write(hint + hint + whole('{"job_id":7}')))
    expect(await speak(proxy())).toMatchObject({ status: 200, json: { job_id: expect.stringMatching(/^7\./) } })
  })

  test('an answer that comes compressed unasked is read', async () => {
    const body = gzipSync('{"total_available_credits":5}')
    upstream.reply((socket) => {
      socket.write(`${OK}content-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`)
      socket.write(body)
    })
    expect(await ask(proxy(), 'GET', '/credits')).toMatchObject({ status: 200, json: { total_available_credits: 5 } })
    expect(upstream.requests[0]).toMatch(/\r\naccept-encoding: identity(?:\r\n|$)/i)
  })

  test('a compressed body that would fill the memory is 502', async () => {
    const body = gzipSync(Buffer.alloc(64 * 1024 * 1024, '['))
    upstream.reply((socket) => {
      socket.write(`${OK}content-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`)
      socket.write(body)
    })
    expect(await ask(proxy(), 'GET', '/credits')).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
  })

  test('an encoding that nobody knows is 502', async () => {
    upstream.reply((socket) => void socket.write(`${OK}content-encoding: lzma\r\ncontent-length: 3\r\n\r\n\xff\xfe\xfd`))
    expect(await ask(proxy(), 'GET', '/credits')).toMatchObject({ status: 502, json: { error: { code: 'invalid_response' } } })
  })

  test('a browser that leaves closes the connection of a read, before and in its body', async () => {
    for (const begin of ['', `${OK}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`]) {
      upstream.requests.length = 0
      upstream.reply((socket) => void socket.write(begin))
      const leaving = new AbortController()
      const asked = ask(proxy(), 'GET', '/credits', { signal: leaving.signal })
      await vi.waitFor(() => expect(upstream.requests).toHaveLength(1))
      leaving.abort()
      expect(await asked).toMatchObject({ status: 499 })
      await vi.waitFor(() => expect(upstream.open).toBe(0))
    }
  })

  test('a browser that leaves a change does not end it', async () => {
    let answer: () => void = () => {}
    upstream.reply((socket) => (answer = () => void socket.write(whole('{"job_id":1}'))))
    const leaving = new AbortController()
    const one = proxy()
    const headers = { 'idempotency-key': 'k' }
    const asked = speak(one, { headers, signal: leaving.signal })
    await vi.waitFor(() => expect(upstream.requests).toHaveLength(1))
    leaving.abort()
    answer()
    await asked
    expect(await speak(one, { headers })).toMatchObject({ status: 200 })
    expect(upstream.requests).toHaveLength(1)
  })

  describe('by itself', () => {
    let transport: Transport
    beforeEach(() => {
      transport = createTransport({ timeout: 5_000 })
    })
    const get = (path = '/clip', headers: Record<string, string> = {}) => transport.send({ url: `${upstream.url}${path}`, method: 'GET', headers })
    const read = async (answer: TransportAnswer) => textOf(answer.stream())

    test('sends the headers it is given, and streams the answer', async () => {
      upstream.reply((socket) => void socket.write('HTTP/1.1 206 Partial Content\r\ncontent-range: bytes 0-3/9\r\nx-a: 1\r\nx-a: 2\r\ncontent-length: 4\r\n\r\nclip'))
      const answer = await get('/clip?x=1', { range: 'bytes=0-3' }).answer
      expect(answer.status).toBe(206)
      expect(answer.headers.get('content-range')).toBe('bytes 0-3/9')
      expect(answer.headers.get('x-a')).toBe('1, 2')
      expect(answer.headers.get('x-b')).toBeNull()
      expect(await read(answer)).toBe('clip')
      expect(upstream.requests[0]).toMatch(/^GET \/clip\?x=1 HTTP\/1\.1\r\n(?:.*\r\n)*range: bytes=0-3(?:\r\n|$)/i)
    })

    test('a stream that nobody reads is held back at its source', async () => {
      let written = 0
      upstream.reply((socket) => {
        const piece = Buffer.alloc(65_536)
        const more = () => {
          while (!socket.destroyed && written < 500 && socket.write(piece)) written++
        }
        socket.on('drain', more)
        socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${piece.length * 1000}\r\n\r\n`)
        more()
      })
      const exchange = get()
      const reader = (await exchange.answer).stream().getReader()
      expect((await reader.read()).done).toBe(false)
      const held = await settled(() => written)
      expect(held).toBeLessThan(500)
      for (let size = 0; size < 8 * 1024 * 1024; ) {
        const { value } = await reader.read()
        if (!value) throw new Error('It ended early.')
        size += value.byteLength
      }
      expect(await settled(() => written)).toBeGreaterThan(held)
      await reader.cancel()
      await vi.waitFor(() => expect(upstream.open).toBe(0))
    })

    test('a stream that breaks off is an error to its reader', async () => {
      upstream.reply((socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nclip'))
      const answer = await get().answer
      await expect(read(answer)).rejects.toMatchObject({ name: 'TransportError' })
    })

    test('a pause in a stream that is too long is an error, and closes the connection', async () => {
      transport = createTransport({ timeout: 60 })
      upstream.reply((socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nclip'))
      const answer = await get().answer
      await expect(read(answer)).rejects.toMatchObject({ code: 'timeout' })
      await vi.waitFor(() => expect(upstream.open).toBe(0))
    })

    test('cancelling an exchange closes its connection, whatever its state', async () => {
      const silent = get()
      await vi.waitFor(() => expect(upstream.requests).toHaveLength(1))
      silent.cancel()
      await expect(silent.answer).rejects.toMatchObject({ code: 'cancelled' })
      await vi.waitFor(() => expect(upstream.open).toBe(0))
      upstream.reply((socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nclip'))
      const begun = get()
      const answer = await begun.answer
      const stream = answer.stream()
      begun.cancel()
      await expect(textOf(stream)).rejects.toMatchObject({ code: 'cancelled' })
      await vi.waitFor(() => expect(upstream.open).toBe(0))
    })

    test('a stream that came compressed is an error: its bytes are not those that Range counts', async () => {
      const body = gzipSync('clip')
      upstream.reply((socket) => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`)
        socket.write(body)
      })
      await expect(read(await get().answer)).rejects.toMatchObject({ code: 'compressed unasked' })
    })

    test('a redirect is an answer like any other', async () => {
      upstream.reply((socket) => void socket.write(`HTTP/1.1 302 Found\r\nlocation: ${upstream.url}/elsewhere\r\ncontent-length: 0\r\n\r\n`))
      const answer = await get().answer
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe(`${upstream.url}/elsewhere`)
      expect(upstream.requests).toHaveLength(1)
    })

    test('an address that is not allowed is not connected to', async () => {
      const asked: string[] = []
      transport = createTransport({ timeout: 1000, checkAddress: (address) => asked.push(address) < 0 })
      const url = new URL(upstream.url)
      const literal = transport.send({ url: `http://2130706433:${url.port}/`, method: 'GET', headers: {} })
      await expect(literal.answer).rejects.toMatchObject({ name: 'TransportError' })
      expect(literal.sent).toBe(false)
      if (createTransport === createUndiciTransport) {
        const named = transport.send({ url: `http://localhost:${url.port}/`, method: 'GET', headers: {} })
        await expect(named.answer).rejects.toMatchObject({ name: 'TransportError' })
        expect(named.sent).toBe(false)
      }
      expect(asked.length).toBeGreaterThan(0)
      expect(upstream.connections).toBe(0)
    })

    test('closing waits for what is under way, and sends nothing more', async () => {
      let finish: () => void = () => {}
      upstream.reply((socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ncl')
        finish = () => void socket.write('ip')
      })
      const answer = await get().answer
      let closed = false
      const closing = transport.close().then(() => (closed = true))
      const late = get()
      await expect(late.answer).rejects.toMatchObject({ name: 'TransportError' })
      expect(late.sent).toBe(false)
      expect(closed).toBe(false)
      finish()
      expect(await read(answer)).toBe('clip')
      await closing
      // The connections of the global fetch are the runtime's.
      if (createTransport === createUndiciTransport) await vi.waitFor(() => expect(upstream.open).toBe(0))
      expect(upstream.requests).toHaveLength(1)
    })
  })
})
