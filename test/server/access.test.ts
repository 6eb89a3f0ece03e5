import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { operations, permissions } from '../../src/api/index.js'
import { type AudioPodProxyEvent, createAudioPodProxy, createMemoryStore } from '../../src/server.node.js'
import { version } from '../../src/version.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, KEY, proxyTo, speak } from './support.js'

let upstream: HostileUpstream
beforeAll(async () => {
  upstream = await startHostileUpstream()
})
afterAll(() => upstream.close())
beforeEach(() => {
  upstream.received.length = 0
  upstream.reply(json(200, { total_available_credits: 5 }))
})

const configuration = expect.objectContaining({ code: 'configuration' })

describe('at start', () => {
  test('a proxy without authorize is a configuration error', () => {
    expect(() => createAudioPodProxy({} as never)).toThrow(configuration)
    expect(() => createAudioPodProxy(undefined as never)).toThrow(configuration)
  })

  test.each([
    ['authorise', /authorize/],
    ['apikey', /apiKey/],
    ['allowOrigins', /allowedOrigins/],
    ['secrets', /secret/],
    ['limit', /limits/],
    ['zzzzzzzz', /zzzzzzzz/],
  ])('a misspelt option %s is a configuration error that names the nearest', (name, meant) => {
    const make = () => createAudioPodProxy({ authorize: () => null, [name]: undefined })
    expect(make).toThrow(configuration)
    expect(make).toThrow(meant)
  })

  test.each([
    ['a baseUrl of plain http off this machine', { baseUrl: 'http://api.audiopod.ai' }],
    ['a baseUrl with a password', { baseUrl: 'https://user:pass@api.audiopod.ai' }],
    ['a baseUrl that is none', { baseUrl: 'api.audiopod.ai' }],
    ['a basePath with dot segments', { basePath: '/api/../audiopod' }],
    ['a basePath without a slash', { basePath: 'api/audiopod' }],
    ['a basePath with an escape', { basePath: '/api%2faudiopod' }],
    ['a wildcard among allowedOrigins', { allowedOrigins: ['*'] }],
    ['a wildcard within one of allowedOrigins', { allowedOrigins: ['https://*.app.example'] }],
    ['the null origin among allowedOrigins', { allowedOrigins: ['null'] }],
    ['an origin with a path', { allowedOrigins: ['https://app.example/'] }],
    ['allowedOrigins as a text', { allowedOrigins: 'https://app.example' as never }],
    ['a short secret', { secret: 'x'.repeat(31) }],
    ['a list with a short secret', { secret: ['x'.repeat(32), 'short'] }],
    ['an empty list of secrets', { secret: [] }],
    ['a limit of nothing', { limits: { perUser: { requests: 0, perSeconds: 60 } } }],
    ['a misspelt limit', { limits: { peruser: { requests: 1, perSeconds: 60 } } as never }],
    ['a timeout that is no number', { timeout: Number.NaN }],
    ['a timeout past what a timer can hold', { timeout: 2 ** 31 }],
    ['maxBodyBytes as a text', { maxBodyBytes: '1mb' as never }],
    ['an unknown authScheme', { authScheme: 'basic' as never }],
    ['a store that is none', { store: {} as never }],
  ])('%s is a configuration error', (_, options) => {
    expect(() => createAudioPodProxy({ authorize: () => null, ...options })).toThrow(configuration)
  })
})

test.each([{ maxEntry: 5 }, { maxEntries: 0 }, { maxEntries: Number.NaN }, { maxEntries: '5' }])(
  'a memory store with %j is a configuration error',
  (options) => {
    expect(() => createMemoryStore(options as never)).toThrow(configuration)
  },
)

describe('who is asking', () => {
  const everything = [...permissions]

  test.each([
    ['null', null, 401, 'unauthorized'],
    ['undefined', undefined, 500, 'configuration'],
    ['true', true, 500, 'configuration'],
    ['a text', 'alice', 500, 'configuration'],
    ['an empty object', {}, 500, 'configuration'],
    ['a user without allow', { userId: 'alice' }, 500, 'configuration'],
    ['permissions without a user', { allow: everything }, 500, 'configuration'],
    ['an empty userId', { userId: '', allow: everything }, 500, 'configuration'],
    ['a blank userId', { userId: '  ', allow: everything }, 500, 'configuration'],
    ['a userId that is a number', { userId: 7, allow: everything }, 500, 'configuration'],
    ['a userId that a template made of nothing', { userId: 'undefined', allow: everything }, 500, 'configuration'],
    ['a userId that a template made of a promise', { userId: '[object Promise]', allow: everything }, 500, 'configuration'],
    ['a userId of a million characters', { userId: 'x'.repeat(1e6), allow: everything }, 500, 'configuration'],
    ['a list', ['alice', everything], 500, 'configuration'],
    ['a function', () => ({ userId: 'alice', allow: everything }), 500, 'configuration'],
    ['an object whose members throw', { get userId() { throw new Error(KEY) }, allow: everything }, 500, 'server_error'],
    ['an endless allow', { userId: 'alice', allow: Array.from({ length: 1001 }, () => 'credits:read') }, 500, 'configuration'],
    ['an allow with gaps', { userId: 'alice', allow: Array.from({ length: 3 }) }, 500, 'configuration'],
    ['an allow that names itself on the prototype', { userId: 'alice', allow: ['__proto__', 'constructor'] }, 500, 'configuration'],
    ['allow as a text', { userId: 'alice', allow: 'credits:read' }, 500, 'configuration'],
    ['a wildcard', { userId: 'alice', allow: ['*'] }, 500, 'configuration'],
    ['one permission that there is not', { userId: 'alice', allow: ['credits:read', 'credits:reed'] }, 500, 'configuration'],
    ['no permission at all', { userId: 'alice', allow: [] }, 403, 'forbidden'],
    ['another permission', { userId: 'alice', allow: ['voices:read'] }, 403, 'forbidden'],
    ['a Response', new Response(null, { status: 302 }), 500, 'configuration'],
  ])('authorize that answers %s is a refusal, and upstream is not called', async (_, result, status, code) => {
    const proxy = proxyTo(upstream, { authorize: () => result as never })
    const seen = await ask(proxy, 'GET', '/credits')
    expect(seen).toMatchObject({ status, json: { error: { code } } })
    expect(upstream.received).toEqual([])
  })

  test('what authorize answers is read once: an allow that grows afterwards grants nothing', async () => {
    let reads = 0
    const allow: string[] = []
    const proxy = proxyTo(upstream, {
      authorize: () => ({
        userId: 'alice',
        get allow() {
          reads++
          queueMicrotask(() => allow.push(...everything))
          return allow as never
        },
      }),
    })
    expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 403 })
    expect(reads).toBe(1)
    expect(upstream.received).toEqual([])
  })

  test('authorize that throws is 500, and says why to the operator alone', async () => {
    const events: AudioPodProxyEvent[] = []
    const proxy = proxyTo(upstream, {
      authorize: () => {
        throw new Error(`database down, key ${KEY}`)
      },
      onEvent: (event) => events.push(event),
    })
    const seen = await ask(proxy, 'GET', '/credits')
    expect(seen.status).toBe(500)
    expect(seen.text).not.toContain('database')
    expect(JSON.stringify(events)).toContain('database down')
    expect(JSON.stringify(events)).not.toContain(KEY)
    expect(upstream.received).toEqual([])
  })

  test('authorize that reads the body is a configuration error, and says how to read it', async () => {
    const events: AudioPodProxyEvent[] = []
    const proxy = proxyTo(upstream, {
      authorize: async (request) => {
        await request.text()
        return { userId: 'alice', allow: everything }
      },
      onEvent: (event) => events.push(event),
    })
    expect(await speak(proxy)).toMatchObject({ status: 500, json: { error: { code: 'configuration' } } })
    expect(events[0]?.error?.message).toContain('clone')
  })

  test.each(Object.entries(operations).map(([name, row]) => [name, row] as const))(
    '%s needs its permission, and no other one will do',
    async (_, row) => {
      const path = row.path.replace(/\{\w+\}/g, '12')
      const others = everything.filter((permission) => permission !== row.permission)
      const proxy = proxyTo(upstream, { authorize: () => ({ userId: 'alice', allow: others }) })
      expect(await ask(proxy, row.method, path, row.method === 'POST' ? { json: {} } : {})).toMatchObject({ status: 403 })
      expect(upstream.received).toEqual([])
    },
  )
})

describe('the key', () => {
  test.each([
    ['missing', undefined],
    ['null', null],
    ['empty', ''],
    ['blank', '   '],
    ['the text undefined', 'undefined'],
    ['of another service', 'sk-0123456789abcdef'],
    ['with a line break at its end', `${KEY}\n`],
    ['with a header inside', `${KEY}\r\nX-Evil: 1`],
    ['with a space', 'ap_FAKE FAKE'],
    ['a number', 7],
    ['too short to be one', 'ap_x'],
  ])('a key that is %s is 500 configuration, and nothing is sent', async (_, apiKey) => {
    vi.stubEnv('AUDIOPOD_API_KEY', undefined)
    const events: AudioPodProxyEvent[] = []
    const proxy = proxyTo(upstream, { apiKey: apiKey as never, onEvent: (event) => events.push(event) })
    const seen = await ask(proxy, 'GET', '/credits')
    expect(seen).toMatchObject({ status: 500, json: { error: { code: 'configuration' } } })
    expect(upstream.received).toEqual([])
    const words = seen.text + JSON.stringify(events)
    expect(words).not.toContain(String(apiKey).trim() || 'nothing')
  })

  test('a key comes from the environment at each request', async () => {
    const proxy = proxyTo(upstream, { apiKey: undefined })
    vi.stubEnv('AUDIOPOD_API_KEY', '')
    expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 500 })
    vi.stubEnv('AUDIOPOD_API_KEY', KEY)
    expect(await ask(proxy, 'GET', '/credits')).toMatchObject({ status: 200 })
    expect(upstream.received[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
  })

  test('a function is asked at each request, and may answer later', async () => {
    let asked = 0
    const proxy = proxyTo(upstream, { apiKey: async () => `${KEY}${++asked}` })
    await ask(proxy, 'GET', '/credits')
    await ask(proxy, 'GET', '/credits')
    expect(upstream.received.map(({ headers }) => headers['x-api-key'])).toEqual([`${KEY}1`, `${KEY}2`])
  })

  test('a function that throws is 500, and its message goes nowhere', async () => {
    const events: AudioPodProxyEvent[] = []
    const proxy = proxyTo(upstream, {
      apiKey: () => {
        throw new Error('vault says hunter2')
      },
      onEvent: (event) => events.push(event),
    })
    const seen = await ask(proxy, 'GET', '/credits')
    expect(seen).toMatchObject({ status: 500, json: { error: { code: 'configuration' } } })
    expect(seen.text + JSON.stringify(events)).not.toContain('hunter2')
  })

  test.each([
    ['both', `Bearer ${KEY}`, KEY],
    ['bearer', `Bearer ${KEY}`, undefined],
    ['x-api-key', undefined, KEY],
  ] as const)('authScheme %s sends the headers that it says', async (authScheme, authorization, apiKey) => {
    await ask(proxyTo(upstream, { authScheme }), 'GET', '/credits')
    expect(upstream.received[0]?.headers.authorization).toBe(authorization)
    expect(upstream.received[0]?.headers['x-api-key']).toBe(apiKey)
  })

  test('a key that AudioPod refuses is 502 for the browser, and the operator learns why', async () => {
    upstream.reply(json(401, { error: { code: 'unauthorized', message: `Invalid API key ${KEY}` } }))
    const events: AudioPodProxyEvent[] = []
    const seen = await ask(proxyTo(upstream, { onEvent: (event) => events.push(event) }), 'GET', '/credits')
    expect(seen).toMatchObject({ status: 502, json: { error: { code: 'server_error' } } })
    expect(seen.text).not.toContain('API key')
    expect(events).toEqual([
      expect.objectContaining({
        type: 'request',
        operation: 'credits.get',
        userId: 'alice',
        status: 502,
        error: { code: 'server_error', message: 'AudioPod refused the API key of this proxy (401): Invalid API key [redacted]' },
      }),
    ])
  })
})

describe('what every answer has', () => {
  test('the health probe answers 204 without authorize', async () => {
    const authorize = vi.fn(() => null)
    const proxy = proxyTo(upstream, { authorize })
    const seen = await ask(proxy, 'GET', '/healthz')
    expect(seen.status).toBe(204)
    expect(authorize).not.toHaveBeenCalled()
    expect(await ask(proxy, 'POST', '/healthz', { json: {} })).toMatchObject({ status: 405 })
  })

  test.each([
    ['a good answer', 'GET', '/credits', 200],
    ['a refusal', 'GET', '/nowhere', 404],
    ['a wrong method', 'DELETE', '/credits', 405],
    ['the health probe', 'GET', '/healthz', 204],
  ])('%s is for no cache, and names the proxy', async (_, method, path, status) => {
    const seen = await ask(proxyTo(upstream), method, path)
    expect(seen.status).toBe(status)
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'x-audiopod-proxy': version,
      vary: expect.stringContaining('Origin'),
    })
  })

  test('an observer that throws or rejects fails no request', async () => {
    const throws = proxyTo(upstream, {
      onEvent: () => {
        throw new Error('no')
      },
    })
    const rejects = proxyTo(upstream, { onEvent: async () => Promise.reject(new Error('no')) })
    expect(await ask(throws, 'GET', '/credits')).toMatchObject({ status: 200 })
    expect(await ask(rejects, 'GET', '/credits')).toMatchObject({ status: 200 })
  })
})
