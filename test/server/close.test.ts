import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryStore, toNodeListener } from '../../src/server.node.js'
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
