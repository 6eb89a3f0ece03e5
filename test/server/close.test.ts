import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryStore, type ProxyStore, toNodeListener } from '../../src/server.node.js'
import { type RawUpstream, startRawUpstream } from '../support/rawUpstream.js'
import { ask, proxyTo, speak } from './support.js'

let upstream: RawUpstream
let waiting: Socket[]
beforeEach(async () => {
  upstream = await startRawUpstream()
  waiting = []
  upstream.reply((socket) => void waiting.push(socket))
})
afterEach(() => upstream.close())

const answer = (body: string): string => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`

test('what is under way is finished, and then nothing is left open', async () => {
  const proxy = proxyTo(upstream)
  const read = ask(proxy, 'GET', '/credits')
  const change = speak(proxy)
  await vi.waitFor(() => expect(waiting).toHaveLength(2))
  let closed = false
  const closing = proxy.close().then(() => (closed = true))
  expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 503 })
  expect(closed).toBe(false)
  for (const socket of waiting) socket.write(answer('{"job_id":1}'))
  expect(await read).toMatchObject({ status: 200 })
  expect(await change).toMatchObject({ status: 200 })
  await closing
  await vi.waitFor(() => expect(upstream.open).toBe(0))
})

test('a new request is told when to come back, and the probe that it should go elsewhere', async () => {
  const proxy = proxyTo(upstream)
  expect(await ask(proxy, 'GET', '/healthz')).toMatchObject({ status: 204 })
  await proxy.close()
  const refused = await ask(proxy, 'GET', '/credits')
  expect(refused).toMatchObject({ status: 503, json: { error: { code: 'server_error' }, retry_after: 1 } })
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await speak(proxy)).toMatchObject({ status: 503 })
  expect(await ask(proxy, 'GET', '/healthz')).toMatchObject({ status: 503 })
  expect(upstream.requests).toEqual([])
})

test('what does not end in time is cut off, and a change then is of unknown outcome everywhere', async () => {
  const store = createMemoryStore()
  const proxy = proxyTo(upstream, { store })
  const headers = { 'idempotency-key': 'k' }
  const change = speak(proxy, { headers })
  const read = ask(proxy, 'GET', '/credits')
  await vi.waitFor(() => expect(waiting).toHaveLength(2))
  await proxy.close({ timeout: 20 })
  expect(await read).toMatchObject({ status: 502 })
  expect(await change).toMatchObject({ status: 502, json: { error: { code: 'unknown_outcome' } } })
  await vi.waitFor(() => expect(upstream.open).toBe(0))
  expect(await speak(proxyTo(upstream, { store }), { headers })).toMatchObject({ json: { error: { code: 'unknown_outcome' } } })
  expect(upstream.requests).toHaveLength(2)
})

test('the answers that the store could not take are stored first', async () => {
  const memory = createMemoryStore()
  let isAway = true
  const store: ProxyStore = {
    ...memory,
    swap: async (...args) => {
      if (isAway) throw new Error('away')
      return memory.swap(...args)
    },
  }
  upstream.reply((socket) => void socket.write(answer('{"job_id":1}')))
  const proxy = proxyTo(upstream, { store })
  const headers = { 'idempotency-key': 'k' }
  const first = await speak(proxy, { headers })
  expect(first).toMatchObject({ status: 200 })
  let isClosed = false
  const closing = proxy.close().then(() => (isClosed = true))
  await vi.waitFor(() => expect(upstream.open).toBe(0))
  expect(isClosed).toBe(false)
  isAway = false
  await closing
  expect(await speak(proxyTo(upstream, { store: memory }), { headers })).toMatchObject({ status: 200, text: first.text })
  expect(upstream.requests).toHaveLength(1)
})

test('of a change that is cut off, a store that takes its time still learns', async () => {
  const memory = createMemoryStore()
  const store: ProxyStore = {
    ...memory,
    swap: async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return memory.swap(...args)
    },
  }
  const proxy = proxyTo(upstream, { store })
  void speak(proxy, { headers: { 'idempotency-key': 'k' } })
  await vi.waitFor(() => expect(waiting).toHaveLength(1))
  const swap = vi.spyOn(memory, 'swap')
  await proxy.close({ timeout: 20 })
  expect(swap).toHaveBeenCalledWith(expect.anything(), expect.anything(), expect.stringContaining('unknown_outcome'), expect.anything())
})

test('a store that stays away does not hold it longer than its time', async () => {
  const memory = createMemoryStore()
  const store: ProxyStore = { ...memory, swap: async () => Promise.reject(new Error('away')) }
  upstream.reply((socket) => void socket.write(answer('{"job_id":1}')))
  const proxy = proxyTo(upstream, { store })
  expect(await speak(proxy, { headers: { 'idempotency-key': 'k' } })).toMatchObject({ status: 200 })
  await proxy.close({ timeout: 20 })
})

test('closing twice is closing once', async () => {
  const proxy = proxyTo(upstream)
  const closing = proxy.close()
  expect(proxy.close({ timeout: 1 })).toBe(closing)
  await closing
})

test('a proxy with a fetch of the app’s own closes as well', async () => {
  const proxy = proxyTo(upstream, { fetch: (url, init) => globalThis.fetch(url, init) })
  const read = ask(proxy, 'GET', '/credits')
  await vi.waitFor(() => expect(waiting).toHaveLength(1))
  await proxy.close({ timeout: 20 })
  expect(await read).toMatchObject({ status: 502 })
})

test('a server behind a listener goes on to answer until it is closed itself', async () => {
  const proxy = proxyTo(upstream)
  const server = createServer(toNodeListener(proxy))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/audiopod`
  await proxy.close()
  const response = await fetch(`${url}/credits`)
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('1')
  await response.text()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
