import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { json, type HostileUpstream, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, proxyTo } from './support.js'

let upstream: HostileUpstream
beforeEach(async () => {
  upstream = await startHostileUpstream()
  upstream.reply(json(200, {}))
})
afterEach(() => upstream.close())

test('Node’s own fetch is passed by', async () => {
  expect(await ask(proxyTo(upstream), 'GET', '/credits')).toMatchObject({ status: 200 })
  // fetch would say so.
  expect(upstream.received[0]?.headers).not.toHaveProperty('sec-fetch-mode')
})

test('a function that was put in place of the global fetch sees every request, also one put there later', async () => {
  const proxy = proxyTo(upstream)
  await ask(proxy, 'GET', '/credits')
  const mock = vi.fn(async () => Response.json({ total_available_credits: 1 }))
  vi.stubGlobal('fetch', mock)
  expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 200, json: { total_available_credits: 1 } })
  vi.unstubAllGlobals()
  await ask(proxy, 'GET', '/credits')
  expect(mock).toHaveBeenCalledTimes(1)
  expect(upstream.received).toHaveLength(2)
})
