import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAudioPodClient } from '../../src/client/index.js'
import { isAudioPodError } from '../../src/errors/index.js'
import { type HostileUpstream, json, type Reply, startHostileUpstream } from '../support/hostileUpstream.js'

let server: HostileUpstream

beforeAll(async () => {
  server = await startHostileUpstream()
})
afterAll(() => server.close())
beforeEach(() => {
  server.received.length = 0
})
afterEach(() => server.reply(json(200, {})))

// A short timeout stands for the usual half a minute: real sockets know no fake clock.
const clientOf = (more = {}) =>
  createAudioPodClient({ endpoint: `${server.url}/api/audiopod`, maxRetries: 1, timeout: 200, ...more })
const hello = { voiceId: 'aura', text: 'a+b & 😀\nnext' }
const failure = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isAudioPodError(error)) throw new Error('no typed error')
  return error
}

describe('over a real socket', () => {
  it('a good answer is read, and a form arrives as one', async () => {
    server.reply(json(201, { job_id: 7, status: 'pending' }))
    expect(await clientOf().speech.create(hello)).toMatchObject({ id: '7' })
    const [received] = server.received
    expect(received?.url).toBe('/api/audiopod/voice/voices/aura/generate')
    expect(received?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(new URLSearchParams(received?.body).get('input_text')).toBe(hello.text)
    expect(received?.headers.authorization).toBeUndefined()
    expect(received?.headers['x-api-key']).toBeUndefined()
  })

  it.each<[string, Reply]>([
    ['cut before the answer', (_, res) => void res.destroy()],
    [
      'cut in the middle of the body',
      (_, res) => {
        res.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
        res.write('{"job_id": 7, "sta', () => res.destroy())
      },
    ],
  ])('a connection %s is asked again for a read, and unknown for a change', async (_, reply) => {
    server.reply(reply)
    expect(await failure(clientOf().credits.get())).toMatchObject({ code: 'network_error', retryable: true })
    expect(server.received).toHaveLength(2)
    server.received.length = 0
    const error = await failure(clientOf().speech.create(hello))
    expect(error).toMatchObject({ code: 'unknown_outcome', operation: 'speech.create' })
    expect(server.received).toHaveLength(1)
    server.reply(json(200, { job_id: 7 }))
    if (isAudioPodError(error, 'unknown_outcome')) expect(await error.retry()).toMatchObject({ id: '7', status: 'pending' })
    const keys = server.received.map(({ headers }) => headers['idempotency-key'])
    expect(keys[0]).toBe(keys[1])
    expect(server.received[1]?.body).toBe(server.received[0]?.body)
  })

  it('no headers, and a body that trickles, are timeouts', async () => {
    server.reply(() => {})
    expect(await failure(clientOf().credits.get())).toMatchObject({ code: 'timeout' })
    expect(server.received).toHaveLength(2)
    let trickle: NodeJS.Timeout | undefined
    server.reply((_, res) => {
      res.writeHead(200, { 'content-type': 'application/json' })
      trickle = setInterval(() => res.write(' '), 20)
      res.on('close', () => clearInterval(trickle))
    })
    expect(await failure(clientOf().speech.create(hello))).toMatchObject({ code: 'unknown_outcome' })
    expect(await failure(clientOf({ maxRetries: 0 }).credits.get())).toMatchObject({ code: 'timeout' })
  })

  it('an answer of 50 MB is a typed error, of which only a little is read', async () => {
    const piece = 'x'.repeat(64 * 1024)
    let written = 0
    server.reply((_, res) => {
      res.writeHead(200, { 'content-type': 'application/json' })
      const more = () => {
        while (written < 50 * 1024 * 1024) {
          written += piece.length
          if (!res.write(piece)) {
            res.once('drain', more)
            return
          }
        }
        res.end()
      }
      more()
    })
    const error = await failure(clientOf({ timeout: 20_000 }).credits.get())
    expect(error).toMatchObject({ code: 'invalid_response', status: 200 })
    expect(written).toBeLessThan(16 * 1024 * 1024)
    expect(server.received).toHaveLength(1)
  })

  it('an answer that announces 50 MB is not read at all', async () => {
    server.reply((_, res) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': String(50 * 1024 * 1024) })
      res.write('{')
    })
    expect(await failure(clientOf().credits.get())).toMatchObject({ code: 'invalid_response' })
  })

  it('a server that is not there is a network error', async () => {
    const gone = await startHostileUpstream()
    await gone.close()
    const client = createAudioPodClient({ endpoint: gone.url, maxRetries: 0 })
    expect(await failure(client.credits.get())).toMatchObject({ code: 'network_error' })
  })

  it('an abort in the middle of the body ends the connection', async () => {
    const controller = new AbortController()
    const closed = new Promise<void>((resolve) => {
      server.reply((_, res) => {
        res.on('close', () => resolve())
        res.writeHead(200, { 'content-type': 'application/json' })
        res.write('{', () => controller.abort())
      })
    })
    const client = clientOf({ timeout: 20_000 })
    expect(await failure(client.credits.get({ signal: controller.signal }))).toMatchObject({ code: 'aborted' })
    await closed
  })
})
