import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AudioPodProxy, toNodeListener } from '../../src/server.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, BASE, proxyTo, see, speak } from './support.js'

let upstream: HostileUpstream
let proxy: AudioPodProxy
beforeAll(async () => {
  upstream = await startHostileUpstream()
  proxy = proxyTo(upstream, { limits: { perUser: false }, maxBodyBytes: 100_000 })
})
afterAll(() => upstream.close())
beforeEach(() => {
  upstream.received.length = 0
  upstream.reply(json(200, { job_id: 1 }))
})

const sentForm = () => Object.fromEntries(new URLSearchParams(upstream.received[0]?.body))

describe('what the operation does not know is dropped', () => {
  test('from the query', async () => {
    await ask(proxy, 'GET', '/auth/api-keys?status=active&admin=true&user_id=7&Status=x&__proto__=1')
    expect(upstream.received[0]?.url).toBe('/api/v1/auth/api-keys?status=active')
  })

  test('from the query of an operation that has none', async () => {
    await ask(proxy, 'GET', '/credits?as_user=7')
    expect(upstream.received[0]?.url).toBe('/api/v1/credits')
  })

  test('from a JSON body', async () => {
    const body = '{"name":"x","is_admin":true,"__proto__":{"scopes":["*"]},"constructor":1,"user_id":7}'
    await ask(proxy, 'POST', '/auth/api-keys', { body, headers: { 'content-type': 'application/json' } })
    expect(upstream.received[0]?.body).toBe('{"name":"x"}')
  })

  test('from a form and from its generation_params', async () => {
    await speak(proxy, {
      form: {
        input_text: 'Hello',
        callback_url: 'https://evil.example',
        generation_params: '{"delivery_mode":"stable","text_normalization":false,"webhook_url":"https://evil.example"}',
      },
    })
    expect(sentForm()).toEqual({
      input_text: 'Hello',
      generation_params: '{"delivery_mode":"stable","text_normalization":false}',
    })
  })

  test('from a request whose operation takes no body', async () => {
    await ask(proxy, 'DELETE', '/auth/api-keys/12', { json: { all: true } })
    expect(upstream.received).toMatchObject([{ method: 'DELETE', url: '/api/v1/auth/api-keys/12', body: '' }])
  })
})

describe('what the operation knows must be right', () => {
  test.each<[string, string, string, object, string]>([
    ['no text', 'POST', '/voice/voices/aura/generate', { form: {} }, 'text'],
    ['an empty text', 'POST', '/voice/voices/aura/generate', { form: { input_text: '  ' } }, 'text'],
    ['20,001 characters', 'POST', '/voice/voices/aura/generate', { form: { input_text: 'x'.repeat(20_001) } }, 'text'],
    ['speed 9', 'POST', '/voice/voices/aura/generate', { form: { input_text: 'x', speed: '9' } }, 'speed'],
    ['a speed in words', 'POST', '/voice/voices/aura/generate', { form: { input_text: 'x', speed: 'fast' } }, 'speed'],
    ['an unknown format', 'POST', '/voice/voices/aura/generate', { form: { input_text: 'x', audio_format: 'exe' } }, 'format'],
    ['a language that is none', 'POST', '/voice/voices/aura/generate', { form: { input_text: 'x', language: '../en' } }, 'language'],
    ['params that are no object', 'POST', '/voice/voices/aura/generate', { form: { input_text: 'x', generation_params: '[1]' } }, 'generation_params'],
    ['params that are no JSON', 'POST', '/voice/voices/aura/generate', { form: { input_text: 'x', generation_params: '{' } }, 'generation_params'],
    ['an unknown delivery', 'POST', '/voice/voices/aura/generate', { form: { input_text: 'x', generation_params: '{"delivery_mode":"loud"}' } }, 'deliveryMode'],
    ['a text for a switch', 'POST', '/voice/voices/aura/generate', { form: { input_text: 'x', generation_params: '{"text_normalization":"yes"}' } }, 'normalizeText'],
    ['a field twice', 'POST', '/voice/voices/aura/generate', { body: 'input_text=a&input_text=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'text'],
    ['an amount as a text', 'POST', '/credits/payg/create-checkout-session', { json: { amount_usd: '5' } }, 'amountUsd'],
    ['a negative amount', 'POST', '/credits/payg/create-checkout-session', { json: { amount_usd: -5 } }, 'amountUsd'],
    ['a fraction of a cent', 'POST', '/api-wallet/topup/checkout', { json: { amount_cents: 100.5 } }, 'amountCents'],
    ['a name that is an object', 'POST', '/auth/api-keys', { json: { name: { $ne: null } } }, 'name'],
    ['scopes that are no list', 'POST', '/auth/api-keys', { json: { name: 'x', scopes: '*' } }, 'scopes'],
    ['half a surrogate pair', 'POST', '/auth/api-keys', { body: '{"name":"\\ud83d"}', headers: { 'content-type': 'application/json' } }, 'name'],
    ['a limit past the most', 'GET', '/voice/voice-profiles?limit=51', {}, 'limit'],
    ['an unknown status', 'GET', '/auth/api-keys?status=all', {}, 'status'],
    ['a parameter twice', 'GET', '/auth/api-keys?status=active&status=revoked', {}, 'status'],
  ])('%s is 422 with the field, and upstream is not called', async (_, method, path, options, name) => {
    const seen = await ask(proxy, method, path, options)
    expect(seen).toMatchObject({
      status: 422,
      json: { error: { code: 'invalid_request', fields: [{ name, message: expect.any(String) }] } },
    })
    expect(upstream.received).toEqual([])
  })

  test.each([
    ['broken JSON', 'application/json', '{"name":'],
    ['a JSON list', 'application/json', '["name"]'],
    ['null', 'application/json', 'null'],
    ['nothing', 'application/json', ''],
    ['bytes that are not UTF-8', 'application/json', Uint8Array.from([...Buffer.from('{"name":"'), 0xff, ...Buffer.from('"}')])],
  ])('a body of %s is 400', async (_, type, body) => {
    expect(await ask(proxy, 'POST', '/auth/api-keys', { body, headers: { 'content-type': type } })).toMatchObject({ status: 400 })
    expect(upstream.received).toEqual([])
  })

  test.each(['input_text=%', 'input_text=%ff', 'input_text=%ed%a0%80'])('a form with the escape %s is 400 and never mangled', async (body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(await ask(proxy, 'POST', '/voice/voices/aura/generate', { body, headers })).toMatchObject({ status: 400 })
    expect(upstream.received).toEqual([])
  })
})

describe('what is right arrives as it was', () => {
  test.each([
    ['emoji', '👩‍👩‍👧 hi 🎧'],
    ['plus, ampersand, percent and equals', 'a+b & c=d %20 100%'],
    ['line breaks', 'one\ntwo\r\nthree\ttab'],
    ['right to left', 'مرحبا שלום'],
    ['IPA and cues', '[whispering, tense] /ˈwʊstər/ <break time="500ms"/>'],
    ['a NUL and other controls', 'a\u0000b\u0007'],
    ['20,000 emoji', '🎧'.repeat(20_000)],
  ])('a text with %s', async (_, text) => {
    // 20,000 emoji are 240,000 bytes in a form.
    const roomy = proxyTo(upstream)
    expect(await speak(roomy, { text })).toMatchObject({ status: 200 })
    expect(sentForm()).toEqual({ input_text: text })
  })

  test('numbers and switches keep their types', async () => {
    await ask(proxy, 'GET', '/voice/voice-profiles?include_public=true&skip=0&limit=50&voice_type=custom')
    expect(upstream.received[0]?.url).toBe('/api/v1/voice/voice-profiles?voice_type=custom&include_public=true&skip=0&limit=50')
    await ask(proxy, 'POST', '/api-wallet/topup/checkout', { json: { amount_cents: 1500 } })
    expect(upstream.received[1]?.body).toBe('{"amount_cents":1500}')
  })
})

describe('a body that is too long', () => {
  const long = 'x'.repeat(100_001)
  const headers = { 'content-type': 'application/json' }

  test('is 413 by its length', async () => {
    expect(await ask(proxy, 'POST', '/auth/api-keys', { body: long, headers })).toMatchObject({
      status: 413,
      json: { error: { code: 'invalid_request' } },
    })
  })

  test('is 413 as a stream that never ends, and its source is stopped', async () => {
    let stopped = false
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1000
        controller.enqueue(new Uint8Array(1000))
      },
      cancel() {
        stopped = true
      },
    })
    const init = { method: 'POST', headers, body: endless, duplex: 'half' }
    expect(await see(await proxy(new Request(`${BASE}/auth/api-keys`, init)))).toMatchObject({ status: 413 })
    expect(stopped).toBe(true)
    expect(sent).toBeLessThan(110_000)
    expect(upstream.received).toEqual([])
  })

  test.each([1, 60_000])('is 413 without a length, whole with its end in one piece (%i bytes past it), and the process lives', async (past) => {
    // An error in the event of a socket is nobody's to catch: it would end the process.
    const uncaught: unknown[] = []
    const note = (error: unknown) => void uncaught.push(error)
    process.on('uncaughtException', note)
    const server = createServer(toNodeListener(proxy))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    const body = 'x'.repeat(100_000 + past)
    socket.write(
      'POST /api/audiopod/auth/api-keys HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n' +
        `Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    )
    const [first] = (await once(socket, 'data')) as [Buffer]
    expect(first.toString()).toMatch(/^HTTP\/1\.1 413 /)
    socket.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    process.off('uncaughtException', note)
    expect(uncaught).toEqual([])
  })

  test('is not read at all by one who may not send it', async () => {
    const nobody = proxyTo(upstream, { authorize: () => null })
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({ pull: () => void pulled++ }, { highWaterMark: 0 })
    const init = { method: 'POST', headers, body, duplex: 'half' }
    expect(await see(await nobody(new Request(`${BASE}/auth/api-keys`, init)))).toMatchObject({ status: 401 })
    expect(pulled).toBe(0)
  })

  test('or too slow is 408, and its source is stopped', async () => {
    let stopped = false
    const hasty = proxyTo(upstream, { timeout: 20 })
    const body = new ReadableStream<Uint8Array>({ cancel: () => void (stopped = true) })
    const init = { method: 'POST', headers, body, duplex: 'half' }
    expect(await see(await hasty(new Request(`${BASE}/auth/api-keys`, init)))).toMatchObject({ status: 408 })
    expect(stopped).toBe(true)
  })

  test('compressed is refused unread', async () => {
    const seen = await ask(proxy, 'POST', '/auth/api-keys', { body: 'x', headers: { ...headers, 'content-encoding': 'gzip' } })
    expect(seen.status).toBe(415)
  })
})
