import { describe, expect, it, vi } from 'vitest'
import { API, APP, arrange, bodyOf, KEY, speak } from './support.js'

describe('fail', () => {
  it('makes one operation go wrong once', async () => {
    const { ask, fail } = arrange()
    fail('credits.get', { status: 500 })
    expect((await ask('GET /auth/me')).status).toBe(200)
    expect((await ask('GET /credits')).status).toBe(500)
    expect((await ask('GET /credits')).status).toBe(200)
  })

  it('refuses an operation that there is not', () => {
    const { fail } = arrange()
    expect(() => Reflect.apply(fail, undefined, ['credits', { status: 500 }])).toThrow(/no operation credits.*credits\.get/)
  })

  it('takes faults in their order, the lasting one last, and takes back what is undone', async () => {
    const { ask, fail } = arrange()
    const undo = fail('*', { status: 503, times: Infinity })
    fail('credits.get', { status: 500 })
    fail('credits.get', { status: 404, times: 2 })
    const statuses = []
    for (let i = 0; i < 5; i++) statuses.push((await ask('GET /credits')).status)
    undo()
    statuses.push((await ask('GET /credits')).status)
    expect(statuses).toEqual([500, 404, 404, 503, 503, 200])
  })

  it.each([
    [400, { error: { message: 'Unknown voice', type: 'invalid_request_error', param: 'voice' } }],
    [401, { error: { code: 'unauthorized', message: 'Invalid API key provided' } }],
    [402, { error: expect.objectContaining({ credits_needed: 120, credits_available: 40 }) }],
    [403, { error: { code: 'forbidden', message: "Your plan doesn't include access to this feature" } }],
    [404, { detail: 'Not found or access denied' }],
    [422, { error_code: 'PROCESSING_FAILED', message: 'Could not process', details: { reason: 'quality' } }],
    [429, { error: { code: 'rate_limit_exceeded', message: 'Rate limit exceeded. Please try again later.' } }],
  ])('answers %d as AudioPod does', async (status, body) => {
    const { ask, fail } = arrange()
    fail('credits.get', { status })
    const response = await ask('GET /credits')
    expect([response.status, await response.json()]).toEqual([status, body])
  })

  it('answers a gateway\'s HTML without rate headers, uncounted', async () => {
    const { ask, fail } = arrange()
    fail('credits.get', { status: 502 })
    const response = await ask('GET /credits')
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('<title>502 Bad Gateway</title>')
    expect(response.headers.get('x-ratelimit-remaining')).toBeNull()
    expect((await ask('GET /credits')).headers.get('x-ratelimit-remaining')).toBe('99')
  })

  it('answers what it is given', async () => {
    const { ask, fail } = arrange()
    fail('*', { status: 418, body: { own: true }, headers: { 'Retry-After': '3' } })
    const own = await ask('GET /credits')
    expect([own.status, own.headers.get('retry-after'), await own.json()]).toEqual([418, '3', { own: true }])
    fail('*', { status: 200, body: ' <p>Sign in</p>' })
    expect((await ask('GET /credits')).headers.get('content-type')).toContain('text/html')
    fail('*', { status: 200, body: null })
    expect(await (await ask('GET /credits')).text()).toBe('')
    fail('*', { status: 204 })
    expect((await ask('GET /credits')).status).toBe(204)
  })

  it('gives no answer for a lost network', async () => {
    const { ask, fail, simulator, state } = arrange()
    fail('credits.get', { network: true, times: 2 })
    expect((await ask('GET /credits')).type).toBe('error')
    await expect(simulator.fetch(`${APP}/credits`)).rejects.toThrow(TypeError)
    expect(state.requests.map(({ status }) => status)).toEqual([0, 0])
  })

  it('loses the answer of what was done, with `after`', async () => {
    const { ask, fail, state } = arrange({ keys: [] })
    fail('speech.create', { network: true, after: true })
    expect((await ask('POST /voice/voices/aura/generate', speak('Hello'))).type).toBe('error')
    expect(state.jobs).toMatchObject([{ inputText: 'Hello', status: 'pending', creditsReserved: 3 }])
    fail('apiKeys.create', { status: 504, after: true })
    expect((await ask('POST /auth/api-keys', { json: { name: 'Made' } })).status).toBe(504)
    expect(state.keys).toMatchObject([{ name: 'Made' }])
  })

  it('does nothing without `after`', async () => {
    const { ask, fail, state } = arrange()
    fail('speech.create', { status: 500 })
    await ask('POST /voice/voices/aura/generate', speak('Hello'))
    expect(state.jobs).toEqual([])
  })

  it('holds an answer back, until the caller gives up', async () => {
    vi.useFakeTimers()
    try {
      const { simulator, fail, state } = arrange({ latency: 100 })
      fail('speech.create', { delay: 400 })
      let answered = false
      const create = () => simulator.fetch(`${APP}/voice/voices/aura/generate`, {
        method: 'POST',
        body: new URLSearchParams({ input_text: 'Hello' }),
      })
      const slow = create().then(() => (answered = true))
      await vi.advanceTimersByTimeAsync(499)
      expect([answered, state.jobs.length]).toEqual([false, 1])
      await vi.advanceTimersByTimeAsync(1)
      await slow

      fail('credits.get', { delay: Infinity })
      const controller = new AbortController()
      const given = simulator.fetch(`${API}/credits`, { signal: controller.signal, headers: { 'X-API-Key': KEY } })
      const outcome = expect(given).rejects.toThrow('enough')
      await vi.advanceTimersByTimeAsync(3_600_000)
      controller.abort(new Error('enough'))
      await outcome
    } finally {
      vi.useRealTimers()
    }
  })

  it('takes a latency range that is the same for the same seed', async () => {
    vi.useFakeTimers({ now: 0 })
    try {
      const waits = async (seed: number) => {
        const { simulator } = arrange({ latency: [100, 900], seed })
        const from = Date.now()
        const took: number[] = []
        for (let i = 0; i < 3; i++) {
          const asked = simulator.fetch(`${APP}/credits`).then(() => took.push(Date.now() - from))
          await vi.advanceTimersByTimeAsync(1000)
          await asked
        }
        return took.map((ms, i) => ms - i * 1000)
      }
      const first = await waits(3)
      expect(first.every((ms) => ms >= 100 && ms <= 900)).toBe(true)
      expect(new Set(first).size).toBe(3)
      expect(await waits(3)).toEqual(first)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is forgotten with all else on reset', async () => {
    const { ask, fail, simulator, state } = arrange({ keys: [], plan: 5 })
    await ask('POST /auth/api-keys', { json: { name: 'A' } })
    fail('*', { status: 500, times: Infinity })
    simulator.reset()
    expect([state.keys, state.requests]).toEqual([[], []])
    const { headers, status } = await ask('GET /credits')
    expect([status, headers.get('x-ratelimit-remaining')]).toEqual([200, '4'])
    expect(await bodyOf(ask('GET /auth/me'))).toMatchObject({ email: 'dana@example.com', is_verified: true })
  })
})
