import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type ClientOptions, createAudioPodClient } from '../../src/client/index.js'
import { isAudioPodError } from '../../src/errors/index.js'
import { anySecret, keyShaped } from '../support/secrets.js'
import { arrange, ENDPOINT } from './support.js'

/** The message of the ConfigurationError; '' where there is none. */
function refusal(options: unknown): string {
  try {
    createAudioPodClient(options as ClientOptions)
    return ''
  } catch (error) {
    if (!isAudioPodError(error, 'configuration')) throw error
    return error.message
  }
}

describe('an endpoint', () => {
  it.each([
    '/api/audiopod',
    '/',
    '/api/audiopod/',
    'https://app.example',
    'https://app.example/api/audiopod',
    'https://app.example:8443/api',
    'http://localhost:3000/api',
    'http://app.localhost:3000/api',
    'http://127.0.0.1:4173/api/audiopod',
    'http://[::1]:4173/api',
    'https://audiopod.example/api',
    'https://notaudiopod.ai/api',
    '/api/roadmap_generation',
  ])('may be %s', (endpoint) => {
    expect(refusal({ endpoint })).toBe('')
    expect(createAudioPodClient({ endpoint }).endpoint).toBe(endpoint.replace(/\/$/, ''))
  })

  it.each([
    ['https://api.audiopod.ai', 'own host'],
    ['https://api.audiopod.ai/api/v1', 'own host'],
    ['https://API.AudioPod.AI./api', 'own host'],
    ['https://audiopod.ai', 'own host'],
    ['http://api.audiopod.ai', 'own host'],
    ['https://api.audiopod\u3002ai', 'own host'],
    ['http://app.example/api', 'use https'],
    ['http://localhost.app.example/api', 'use https'],
    ['http://192.168.0.5/api', 'use https'],
    ['/api?key=ap_FAKEfakeFAKE0001', 'API key'],
    ['/api/%61p_FAKEfakeFAKE0001', 'API key'],
    ['https://ap_FAKEfakeFAKE0001@app.example', 'API key'],
    ['https://app.example/whsec_FAKEfakeFAKE', 'API key'],
    ['https://app.example/eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl', 'API key'],
    ['https://user:password@app.example/api', 'only a path'],
    ['/api?x=1', 'only a path'],
    ['/api?', 'only a path'],
    ['/api#x', 'only a path'],
    ['/api\\x', 'only a path'],
    ['/a pi', 'only a path'],
    ['//evil.example/api', 'neither'],
    ['/\\evil.example', 'neither'],
    ['my/endpoint', 'neither'],
    ['javascript:alert(1)', 'neither'],
    ['ftp://app.example', 'neither'],
    ['https://', 'neither'],
    ['', 'missing'],
    [' ', 'missing'],
    [undefined, 'missing'],
    [5, 'missing'],
    [new URL('https://app.example'), 'missing'],
  ])('may not be %s', (endpoint, words) => {
    const message = refusal({ endpoint })
    expect(message).toContain(words)
    expect(message).toContain('createAudioPodProxy')
    if (typeof endpoint === 'string' && endpoint.trim() !== '') expect(message).not.toContain(endpoint)
  })

  it('with a secret in it is refused without repeating it', () => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        const endpoint = `https://app.example/${encodeURIComponent(secret)}`
        expect(refusal({ endpoint })).not.toBe('')
        expect(refusal({ endpoint })).not.toMatch(keyShaped)
        expect(refusal({ endpoint })).not.toContain(encodeURIComponent(secret))
      }),
    )
  })
})

describe('options', () => {
  it.each([[undefined], [null], ['/api/audiopod'], [{}]])('%j are refused', (options) => {
    expect(refusal(options)).not.toBe('')
  })
  it('never hold the key', () => {
    const message = refusal({ endpoint: '/api/audiopod', apiKey: 'ap_FAKEfakeFAKE0001' })
    expect(message).toContain('createAudioPodProxy')
    expect(message).not.toContain('FAKEfake')
  })
  it.each([['timeout', -1], ['maxRetries', Number.NaN], ['maxWait', '5'], ['fetch', {}]])('%s may not be %j', (name, value) => {
    expect(refusal({ endpoint: '/api', [name]: value })).toContain(name)
  })
})

const KEY = 'ap_FAKEfakeFAKE0001'
const badHeaders: [string, unknown][] = [
  ['a key', { 'X-API-Key': KEY }],
  ['a Bearer key', { Authorization: `Bearer ${KEY}` }],
  ['an earlier key', { cookie: 'k=ak_live_FAKEfake' }],
  ['a webhook secret', { 'x-hook': 'whsec_FAKEfakeFAKE' }],
  ['a key for a name', { [KEY]: 'x' }],
  ['a list with a key', { 'x-keys': [KEY] }],
  ['a line break', { 'x-csrf': 'a\r\nX-API-Key: b' }],
  ['what no header may hold', { 'x-name': 'Ünïcødé – 名' }],
  ['a key among pairs', [['x-key', KEY]]],
  ['a key in a Headers', new Headers({ 'x-key': KEY })],
  ['pairs that are none', [5]],
  ['no name', { '': 'x' }],
  ['a number', { 'x-csrf': 5 }],
  ['null', null],
  ['a text', 'x-csrf: 1'],
]

describe('headers', () => {
  it.each(badHeaders)('with %s are refused at once', (_, headers) => {
    const message = refusal({ endpoint: '/api', headers })
    expect(message).not.toBe('')
    expect(message).not.toContain('FAKEfake')
  })

  it.each(badHeaders)('with %s, from a function, are refused before anything is sent', async (_, headers) => {
    const { client, calls } = arrange({}, { headers: (() => headers) as unknown as () => Record<string, string> })
    const error: unknown = await client.speech.create({ voiceId: 'aura', text: 'Hello' }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'configuration', retryable: false })
    expect(String(error)).not.toContain('FAKEfake')
    expect(calls()).toEqual([])
  })

  it.each([
    ['throws', () => { throw new Error(`refresh of ${KEY} failed`) }],
    ['rejects', () => Promise.reject(new Error(`refresh of ${KEY} failed`))],
  ])('from a function that %s are a typed error that repeats nothing', async (_, headers) => {
    const { client, calls } = arrange({}, { headers })
    const error: unknown = await client.credits.get().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'configuration' })
    expect(JSON.stringify(error)).not.toContain('FAKEfake')
    expect(calls()).toEqual([])
  })

  it('of the app’s own reach the endpoint, fresh for each try, a JWT among them', async () => {
    const seen: Headers[] = []
    const fetch: typeof globalThis.fetch = async (_, init) => {
      seen.push(new Headers(init?.headers))
      return Response.json({ error: { code: 'x', message: 'y' } }, { status: seen.length === 1 ? 500 : 403 })
    }
    let n = 0
    const headers = async () => ({ Authorization: `Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln${n++}` })
    vi.useFakeTimers()
    const done = createAudioPodClient({ endpoint: ENDPOINT, fetch, headers }).credits.get().catch(() => {})
    await vi.advanceTimersByTimeAsync(1000)
    await done
    vi.useRealTimers()
    expect(seen.map((sent) => sent.get('authorization')?.slice(-1))).toEqual(['0', '1'])
  })

  it('do not get in the way of the kit’s own, whatever their case', async () => {
    const seen: Headers[] = []
    const fetch: typeof globalThis.fetch = async (_, init) => {
      seen.push(new Headers(init?.headers))
      return Response.json({ job_id: 1 })
    }
    const headers = { 'content-type': 'text/plain', accept: '*/*', 'IDEMPOTENCY-KEY': 'same', 'x-csrf': '1' }
    await createAudioPodClient({ endpoint: ENDPOINT, fetch, headers }).speech.create({ voiceId: 'aura', text: 'Hello' })
    const sent = seen[0]
    expect(sent?.get('content-type')).toBe('application/x-www-form-urlencoded')
    expect(sent?.get('accept')).toBe('application/json')
    expect(sent?.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    expect(sent?.get('x-csrf')).toBe('1')
  })
})
