import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type OperationName, operations } from '../../src/api/index.js'
import type { Wait } from '../../src/client/index.js'
import { isAudioPodError, UnknownOutcomeError } from '../../src/errors/index.js'
import { arrange, errorOf, everyCall, settle, START, valueOf } from './support.js'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const all = Object.entries(everyCall) as [OperationName, (typeof everyCall)[string]][]
const reads = all.filter(([name]) => operations[name].effect === 'read')
const changes = all.filter(([name]) => operations[name].effect === 'change')
const hello = { voiceId: 'aura', text: 'Hello' }

describe.each(reads)('%s, which changes nothing,', (name, call) => {
  it.each([
    ['500', { status: 500 }],
    ['502 in HTML', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['503', { status: 503 }],
    ['504', { status: 504, body: null }],
    ['429', { status: 429 }],
    ['no connection', { network: true }],
    ['no answer in time', { delay: Infinity, status: 200 }],
  ])('is asked for again after %s', async (_, fault) => {
    const { client, fail, calls } = arrange()
    fail(name, { ...fault, times: 2 })
    fail(name, { status: 200, body: [], times: Infinity })
    await settle(call(client, {}))
    expect(calls(name)).toHaveLength(3)
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([400, 401, 402, 403, 404, 409, 422])('is not asked for again after %i', async (status) => {
    const { client, fail, calls } = arrange()
    fail(name, { status, times: Infinity })
    await settle(call(client, {}))
    expect(calls(name)).toHaveLength(1)
  })

  it.each([['500', { status: 500 }, 'server_error'], ['429', { status: 429 }, 'rate_limit_exceeded'], ['no connection', { network: true }, 'network_error']] as const)(
    'is given up after four times %s',
    async (_, fault, code) => {
      const { client, fail, calls } = arrange()
      fail(name, { ...fault, times: Infinity })
      expect((await errorOf(call(client, {}))).code).toBe(code)
      expect(calls(name)).toHaveLength(4)
      expect(vi.getTimerCount()).toBe(0)
    },
  )
})

describe.each(changes)('%s, which changes something,', (name, call) => {
  it.each([
    ['500', { status: 500 }, 'server_error'],
    ['503 without a time', { status: 503 }, 'server_error'],
    ['502', { status: 502 }, 'unknown_outcome'],
    ['502 in HTML', { status: 502, body: '<html>Bad Gateway</html>' }, 'unknown_outcome'],
    ['504', { status: 504, body: null }, 'unknown_outcome'],
    ['no connection', { network: true }, 'unknown_outcome'],
    ['no answer in time', { status: 200, delay: Infinity }, 'unknown_outcome'],
    ['400', { status: 400 }, 'invalid_request'],
    ['401', { status: 401 }, 'unauthorized'],
    ['402', { status: 402 }, 'insufficient_credits'],
    ['403', { status: 403 }, 'forbidden'],
    ['409', { status: 409 }, 'invalid_request'],
    ['422', { status: 422 }, 'invalid_request'],
    ['a page', { status: 500, body: '<html>' }, 'server_error'],
  ])('is not sent again after %s', async (_, fault, code) => {
    const { client, fail, calls } = arrange()
    fail(name, { ...fault, times: Infinity })
    const error = await errorOf(call(client, {}))
    expect(error.code).toBe(code)
    expect(calls(name)).toHaveLength(1)
    if (isAudioPodError(error, 'unknown_outcome')) {
      expect(error).toBeInstanceOf(UnknownOutcomeError)
      expect(error.operation).toBe(name)
    }
    expect(error.message).not.toContain('<')
  })

  it.each([
    ['429', { status: 429 }],
    ['429 with a time', { status: 429, headers: { 'Retry-After': '7' } }],
    ['503 with a time', { status: 503, headers: { 'Retry-After': '7' } }],
  ])('is sent again after %s, as the same wish', async (_, fault) => {
    const { client, fail, calls } = arrange({ keys: [{ name: 'a' }] })
    fail(name, { ...fault, times: 2 })
    const { ms } = await settle(call(client, {}))
    expect(calls(name)).toHaveLength(3)
    expect(new Set(calls(name).map((request) => request.idempotencyKey)).size).toBe(1)
    if ('headers' in fault) expect(ms).toBeGreaterThanOrEqual(14_000)
  })
})

describe('an unknown outcome', () => {
  it('can be tried again as the same wish, and gives what the method gives', async () => {
    const { client, fail, calls, state } = arrange({ idempotency: true })
    fail('speech.create', { network: true, after: true })
    const error = await errorOf(client.speech.create(hello))
    if (!isAudioPodError(error, 'unknown_outcome')) throw error
    expect(state.jobs).toHaveLength(1)
    expect(await valueOf(error.retry())).toMatchObject({ id: String(state.jobs[0]?.id), status: expect.any(String) })
    expect(state.jobs).toHaveLength(1)
    const [first, second] = calls('speech.create')
    expect(first?.idempotencyKey).toBeTruthy()
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey)
  })

  it('stays unknown where the second try is lost too, still as the same wish', async () => {
    const { client, fail, calls } = arrange()
    fail('apiKeys.create', { status: 504, times: 2 })
    const first = await errorOf(client.apiKeys.create({ name: 'a' }))
    if (!isAudioPodError(first, 'unknown_outcome')) throw first
    const second = await errorOf(first.retry())
    if (!isAudioPodError(second, 'unknown_outcome')) throw second
    expect(await valueOf(second.retry())).toMatchObject({ secret: expect.any(String) })
    expect(new Set(calls('apiKeys.create').map((call) => call.idempotencyKey)).size).toBe(1)
  })

  it('of a revocation is well where the key is gone by then', async () => {
    const { client, fail, state } = arrange({ keys: [{ name: 'a' }] })
    fail('apiKeys.revoke', { network: true, after: true })
    const error = await errorOf(client.apiKeys.revoke(state.keys[0]?.id ?? ''))
    if (!isAudioPodError(error, 'unknown_outcome')) throw error
    fail('apiKeys.revoke', { status: 404 })
    expect(await valueOf(error.retry())).toBeUndefined()
  })

  it('is tried again with what was asked, not with what the caller made of it since', async () => {
    const { client, fail, state } = arrange()
    fail('speech.create', { network: true })
    const request = { ...hello }
    const error = await errorOf(client.speech.create(request))
    request.text = 'Changed'
    if (!isAudioPodError(error, 'unknown_outcome')) throw error
    await valueOf(error.retry())
    expect(state.jobs[0]?.inputText).toBe('Hello')
  })
})

describe('each wish', () => {
  it('has a key of its own', async () => {
    const { client, calls } = arrange()
    await Promise.all([valueOf(client.speech.create(hello)), valueOf(client.speech.create(hello))])
    expect(new Set(calls('speech.create').map((call) => call.idempotencyKey)).size).toBe(2)
  })

  it('may be named by the caller', async () => {
    const { client, calls } = arrange()
    await valueOf(client.speech.generate(hello, { idempotencyKey: 'my-wish' }))
    expect(calls('speech.create')[0]?.idempotencyKey).toBe('my-wish')
  })
})

describe('maxRetries', () => {
  it.each([0, 1, 5])('of %i bounds the repeats', async (maxRetries) => {
    const { client, fail, calls } = arrange({}, { maxRetries })
    fail('credits.get', { status: 500, times: Infinity })
    await errorOf(client.credits.get())
    expect(calls()).toHaveLength(maxRetries + 1)
  })
})

describe('an answer that is not AudioPod’s', () => {
  it.each([
    ['HTML', '<!doctype html><div id="root">', 'HTML'],
    ['nothing', null, 'nothing'],
    ['half a body', '{"credits_balance": 8200, "payg', 'no JSON'],
    ['a list', [], 'a list'],
    ['text', 'OK', 'no JSON'],
    ['null', 'null', 'null'],
  ])('on 200 (%s) is invalid_response, and asked for once', async (_, body, word) => {
    const { client, fail, calls } = arrange()
    fail('credits.get', { status: 200, body })
    const error = await errorOf(client.credits.get())
    expect(error).toMatchObject({ code: 'invalid_response', status: 200 })
    expect(error.message).toContain(word)
    expect(error.message).not.toContain('<')
    expect(calls()).toHaveLength(1)
  })
})

describe('one who waits', () => {
  it('is told why, until when, and can go at once', async () => {
    const { client, fail, calls } = arrange()
    fail('credits.get', { status: 500, times: 2 })
    const waits: (Wait | undefined)[] = []
    const done = client.credits.get({ onWait: (wait) => waits.push(wait) })
    await vi.advanceTimersByTimeAsync(0)
    const first = waits[0]
    expect(first).toMatchObject({ attempt: 1, error: { code: 'server_error' } })
    const wait = Date.parse(first?.retryAt ?? '') - Date.now()
    expect(wait).toBeGreaterThanOrEqual(250)
    expect(wait).toBeLessThanOrEqual(501)
    first?.now()
    await vi.advanceTimersByTimeAsync(0)
    expect(calls()).toHaveLength(2)
    await valueOf(done)
    expect(waits.at(-1)).toBeUndefined()
  })
})
