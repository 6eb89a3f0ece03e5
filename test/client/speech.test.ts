import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SpeechJob } from '../../src/client/index.js'
import { arrange, errorOf, settle, START, valueOf } from './support.js'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const hello = { voiceId: 'aura', text: 'Hello' }

describe('generating speech', () => {
  it('resolves when the audio is ready, and tells what happens meanwhile', async () => {
    const { client, state, calls } = arrange({ jobSeconds: 6 })
    const seen: SpeechJob[] = []
    const { value: job } = await settle(client.speech.generate(hello, { onProgress: (news) => seen.push(news) }))
    expect(job).toMatchObject({
      id: String(state.jobs[0]?.id),
      status: 'completed',
      progress: 100,
      audioUrl: expect.stringMatching(/^https?:\/\//),
      voice: { name: 'aura' },
    })
    expect(seen.at(0)).toMatchObject({ id: job?.id, status: 'pending' })
    expect(seen.some((news) => news.status === 'processing')).toBe(true)
    expect(seen.at(-1)).toEqual(job)
    expect(calls('speech.create')).toHaveLength(1)
    expect(calls('speech.get').length).toBeLessThan(8)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('says of a finished job no progress that it had before', async () => {
    const answers = [{ status: 'pending' }, { status: 'processing', progress: 60 }, { status: 'completed' }]
    const fetch = () => Promise.resolve(Response.json({ id: 1, ...answers.shift() }))
    const { client } = arrange({}, { fetch })
    const seen: (number | undefined)[] = []
    const job = await valueOf(client.speech.generate(hello, { onProgress: ({ progress }) => seen.push(progress) }))
    expect(seen).toEqual([undefined, 60, undefined])
    expect(job.progress).toBeUndefined()
  })

  it.each(['output_url', 'audio_url', 'result.output_url'] as const)('finds the audio in %s', async (audioUrl) => {
    const { client } = arrange({ dialect: { audioUrl, jobIds: 'string', jobEnd: 'lower' } })
    expect((await valueOf(client.speech.generate(hello))).audioUrl).toMatch(/^https?:/)
  })

  it('of a job that is done at once does not ask for it', async () => {
    const { client, fail, calls } = arrange()
    const body = { job_id: 1, status: 'COMPLETED', output_url: 'https://cdn.example/1.mp3' }
    fail('speech.create', { status: 200, body })
    expect((await valueOf(client.speech.generate(hello))).audioUrl).toBe('https://cdn.example/1.mp3')
    expect(calls('speech.get')).toEqual([])
  })

  it('that failed rejects with the reason', async () => {
    const { client, state } = arrange({ jobFailure: 'voice_unavailable' })
    const error = await errorOf(client.speech.generate(hello))
    expect(error).toMatchObject({
      code: 'job_failed',
      jobId: String(state.jobs[0]?.id),
      reason: 'voice_unavailable',
      retryable: false,
    })
    expect((await valueOf(client.speech.get(String(state.jobs[0]?.id)))).error).toMatchObject({ code: 'job_failed' })
  })

  it('takes the account’s words where it gives no reason', async () => {
    const { client, fail } = arrange()
    fail('speech.get', { status: 200, body: { id: 40417, status: 'FAILED', error_message: 'Voice is away' } })
    expect(await errorOf(client.speech.generate(hello))).toMatchObject({ reason: 'Voice is away', message: 'Job 40417 failed: Voice is away' })
  })

  it('that was cancelled rejects with aborted', async () => {
    const { client, state } = arrange({ jobSeconds: 60 })
    const done = settle(client.speech.generate(hello))
    await vi.advanceTimersByTimeAsync(2000)
    state.cancelJob(state.jobs[0]?.id ?? 0)
    expect((await done).error?.code).toBe('aborted')
  })

  it('past its deadline rejects with timeout and the job’s id, and the job can be waited for again', async () => {
    const { client, state } = arrange({ jobSeconds: 700 })
    const { error, ms } = await settle(client.speech.generate(hello))
    const jobId = String(state.jobs[0]?.id)
    expect(error).toMatchObject({ code: 'timeout', jobId })
    expect(ms).toBeGreaterThanOrEqual(600_000)
    expect(ms).toBeLessThan(602_000)
    expect(await valueOf(client.speech.wait(jobId))).toMatchObject({ id: jobId, status: 'completed' })
    expect(state.jobs).toHaveLength(1)
  })

  it('has the deadline that it is given', async () => {
    const { client } = arrange({ jobSeconds: 60 })
    const { error, ms } = await settle(client.speech.generate(hello, { deadline: 5000 }))
    expect(error?.code).toBe('timeout')
    expect(ms).toBeLessThan(6000)
  })

  it('that is too dear rejects at once, and nothing is repeated', async () => {
    const { client, calls } = arrange({ credits: 1 })
    expect(await errorOf(client.speech.generate(hello))).toMatchObject({ code: 'insufficient_credits', creditsAvailable: 1 })
    expect(calls()).toHaveLength(1)
  })
})

describe('waiting for a job', () => {
  it.each([
    ['500', { status: 500 }],
    ['502 in HTML', { status: 502, body: '<html>' }],
    ['no connection', { network: true }],
    ['429', { status: 429, headers: { 'Retry-After': '150' } }],
  ])('survives minutes of %s: it was paid for', async (_, fault) => {
    const { client, fail, state } = arrange()
    const heal = fail('speech.get', { ...fault, times: Infinity })
    const done = settle(client.speech.generate(hello))
    await vi.advanceTimersByTimeAsync(240_000)
    heal()
    expect((await done).value).toMatchObject({ status: 'completed' })
    expect(state.jobs).toHaveLength(1)
  })

  it('asks less and less while nothing comes, and ends at the deadline with the job’s id', async () => {
    const { client, fail, calls } = arrange()
    fail('speech.get', { network: true, times: Infinity })
    const { error, ms } = await settle(client.speech.generate(hello))
    expect(error).toMatchObject({ code: 'timeout', jobId: '40417' })
    expect(ms).toBeLessThan(620_000)
    expect(calls('speech.get').length).toBeLessThan(120)
  })

  it('survives an answer that is garbled, and not five of them', async () => {
    const { client, fail, calls } = arrange()
    fail('speech.get', { status: 200, body: '<html>', times: 4 })
    expect(await valueOf(client.speech.generate(hello))).toMatchObject({ status: 'completed' })
    fail('speech.get', { status: 200, body: '<html>', times: Infinity })
    const before = calls('speech.get').length
    expect((await errorOf(client.speech.generate(hello))).code).toBe('invalid_response')
    expect(calls('speech.get').length - before).toBe(5)
  })

  it.each([[401, 'unauthorized'], [403, 'forbidden'], [404, 'not_found']])('ends at %i', async (status, code) => {
    const { client, fail, calls } = arrange()
    fail('speech.get', { status, times: Infinity })
    expect((await errorOf(client.speech.generate(hello))).code).toBe(code)
    expect(calls('speech.get')).toHaveLength(1)
  })

  it('keeps the id under which the job was accepted', async () => {
    const { client, fail } = arrange()
    fail('speech.create', { status: 200, body: { job_id: 'sealed.1' } })
    fail('speech.get', { status: 200, body: { id: 7, status: 'completed', output_url: 'https://cdn.example/1.mp3' } })
    expect((await valueOf(client.speech.generate(hello))).id).toBe('sealed.1')
  })

  it('ends at once when it is aborted, and leaves no timer', async () => {
    const { client, calls } = arrange({ jobSeconds: 60 })
    const controller = new AbortController()
    const done = settle(client.speech.generate(hello, { signal: controller.signal }))
    await vi.advanceTimersByTimeAsync(3500)
    controller.abort()
    const before = calls().length
    expect((await done).error?.code).toBe('aborted')
    expect(calls()).toHaveLength(before)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a page that nobody looks at', () => {
  class FakeDocument extends EventTarget {
    visibilityState = 'visible'
    show(state: 'visible' | 'hidden') {
      this.visibilityState = state
      this.dispatchEvent(new Event('visibilitychange'))
    }
  }

  it('does not ask, until it is looked at again; also past the deadline it asks once', async () => {
    const page = new FakeDocument()
    vi.stubGlobal('document', page)
    const { client, calls } = arrange({ jobSeconds: 10 })
    const done = settle(client.speech.generate(hello, { deadline: 30_000 }))
    await vi.advanceTimersByTimeAsync(1500)
    const before = calls('speech.get').length
    page.show('hidden')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(calls('speech.get')).toHaveLength(before)
    page.show('visible')
    expect((await done).value).toMatchObject({ status: 'completed' })
    expect(calls('speech.get')).toHaveLength(before + 1)
  })

  it('can still be aborted', async () => {
    const page = new FakeDocument()
    page.visibilityState = 'hidden'
    vi.stubGlobal('document', page)
    const { client } = arrange()
    const controller = new AbortController()
    const done = settle(client.speech.generate(hello, { signal: controller.signal }))
    await vi.advanceTimersByTimeAsync(5000)
    controller.abort()
    expect((await done).error?.code).toBe('aborted')
    expect(vi.getTimerCount()).toBe(0)
  })
})
