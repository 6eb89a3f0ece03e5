import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createAudioPodProxy } from '../../src/server.node.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, KEY, proxyTo } from './support.js'

let upstream: HostileUpstream
let written: string[]
beforeAll(async () => {
  upstream = await startHostileUpstream()
})
afterAll(() => upstream.close())
beforeEach(() => {
  upstream.reply(json(200, { total_available_credits: 5 }))
  written = []
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void written.push(line))
  vi.stubEnv('NODE_ENV', undefined)
  vi.stubEnv('AUDIOPOD_API_KEY', undefined)
})

test('in development a proxy that nobody listens to says in the terminal what is missing, once', async () => {
  const proxy = proxyTo(upstream, { apiKey: undefined })
  expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 500 })
  await ask(proxy, 'GET', '/credits')
  expect(written).toEqual([
    'audiopod-react/server: credits.get was answered 500: there is no API key: set AUDIOPOD_API_KEY or the option apiKey',
  ])
})

test('it names a permission that was not given, and an error of authorize with nothing key-shaped in it', async () => {
  await ask(proxyTo(upstream, { authorize: () => ({ userId: 'ada', allow: ['voices:read'] }) }), 'GET', '/credits')
  const failing = proxyTo(upstream, { authorize: () => Promise.reject(new Error(`no database, key ${KEY}`)) })
  await ask(failing, 'GET', '/credits')
  expect(written).toEqual([expect.stringContaining('403: the user lacks credits:read'), expect.stringContaining('authorize threw: Error: no database')])
  expect(written.join()).not.toContain(KEY)
})

test('who is not signed in, and what went well, are no news', async () => {
  await ask(proxyTo(upstream), 'GET', '/credits')
  await ask(proxyTo(upstream, { authorize: () => null }), 'GET', '/credits')
  expect(written).toEqual([])
})

test.each(['production', 'test'])('with NODE_ENV=%s, or an onEvent, it is silent', async (mode) => {
  await ask(proxyTo(upstream, { apiKey: undefined, onEvent: () => {} }), 'GET', '/credits')
  vi.stubEnv('NODE_ENV', mode)
  await ask(createAudioPodProxy({ authorize: () => ({ userId: 'ada', allow: ['credits:read'] }) }), 'GET', '/credits')
  expect(written).toEqual([])
})
