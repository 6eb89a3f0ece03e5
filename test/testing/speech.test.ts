import { describe, expect, it } from 'vitest'
import { arrange, bodyOf, rowsOf, speak } from './support.js'

const HELLO = 'POST /voice/voices/aura/generate'
const STATUS = 'GET /voice/tts-jobs/40417/status'

describe('a speech job', () => {
  it('goes from pending over processing to completed by the clock', async () => {
    const { ask, pass } = arrange({ jobSeconds: 10 })
    const accepted = await bodyOf(ask(HELLO, speak('Hello there')))
    expect(accepted).toEqual({
      job_id: 40417,
      status: 'pending',
      message: 'accepted',
      voice_id: 12,
      estimated_duration: 10,
      credits_reserved: 6,
    })
    const job = () => bodyOf(ask(STATUS))
    expect(await job()).toMatchObject({ id: 40417, status: 'pending', progress: 0, estimated_duration: 10 })
    pass(6000)
    const half = await job()
    expect(half).toMatchObject({ status: 'processing', progress: 52, input_text: 'Hello there' })
    expect(half).not.toHaveProperty('output_url')
    pass(4000)
    expect(await job()).toMatchObject({
      status: 'COMPLETED',
      progress: 100,
      created_at: '2026-11-23T09:00:00Z',
      completed_at: '2026-11-23T09:00:10Z',
      output_url: expect.stringMatching(
        /^https:\/\/api\.example\/audiopod-simulator\/audio\/40417\.wav\?expires=\d+&signature=[0-9a-f]{16}$/,
      ),
      total_duration: expect.closeTo(1.2, 0),
      voice_info: { id: 12, name: 'aura', display_name: 'Aura' },
      credits_reserved: 6,
    })
  })

  it("reserves credits on creation, the subscription's first, and charges them on completion", async () => {
    const short = { credits: { subscription: 4, payAsYouGo: 10, totalUsed: 0 } }
    const { ask, pass, state } = arrange({ ...short, jobSeconds: 5, usage: [] })
    await ask(HELLO, speak('Hello there'))
    expect(state.credits).toMatchObject({ subscription: 0, payAsYouGo: 8, reserved: 6, totalUsed: 0 })
    expect(state.usage).toEqual([])
    pass(5000)
    expect(state.credits).toMatchObject({ subscription: 0, payAsYouGo: 8, reserved: 0, totalUsed: 6 })
    const usage = await rowsOf(ask('GET /credits/usage'))
    expect(usage.map((row) => [row['credit_source'], row['credits_used'], row['service_type']])).toEqual([
      ['subscription', 4, 'text_to_speech'],
      ['payg', 2, 'text_to_speech'],
    ])
  })

  it('gives the credits back when it fails, and says why', async () => {
    const { ask, state } = arrange({ credits: { subscription: 4, payAsYouGo: 10 } })
    await ask(HELLO, speak('Hello there'))
    state.failJob(40417, 'voice_unavailable')
    expect(state.credits).toMatchObject({ subscription: 4, payAsYouGo: 10, reserved: 0 })
    expect(await bodyOf(ask(STATUS))).toMatchObject({
      status: 'FAILED',
      failure_reason: 'voice_unavailable',
      error_message: 'Voice model is not available',
    })
    expect(() => state.failJob(40417)).toThrow('it is failed')
    expect(() => state.failJob(1)).toThrow('no job 1')
  })

  it('fails half-way where that is arranged, and where its audio cannot be made', async () => {
    const jobFailure = ({ inputText }: { inputText: string }) => (inputText === 'bad' ? 'why' : undefined)
    const arranged = arrange({ jobSeconds: 10, jobFailure })
    await arranged.ask(HELLO, speak('bad'))
    await arranged.ask(HELLO, speak('good'))
    arranged.pass(5000)
    expect(arranged.state.jobs.map(({ status }) => status)).toEqual(['failed', 'processing'])

    const broken = arrange({ jobSeconds: 0, synthesize: () => Promise.reject(new Error('no voice')) })
    await broken.ask(HELLO, speak('Hello'))
    expect(await bodyOf(broken.ask(STATUS))).toMatchObject({ status: 'FAILED', failure_reason: 'synthesis_failed' })
    expect(broken.state.credits).toMatchObject({ subscription: 8200, reserved: 0 })
  })

  it('can be completed and cancelled by a test', async () => {
    const { ask, state } = arrange({ jobSeconds: 1000 })
    await ask(HELLO, speak('one'))
    await ask(HELLO, speak('two'))
    state.completeJob(40417)
    state.cancelJob('40418')
    expect(state.jobs.map(({ status }) => status)).toEqual(['completed', 'cancelled'])
    expect(state.credits).toMatchObject({ subscription: 8198, reserved: 0 })
  })

  it('is not there under another id', async () => {
    const response = await arrange().ask(STATUS)
    expect([response.status, await response.json()]).toEqual([404, { detail: 'Job not found or access denied' }])
  })

  it('costs half a credit a code point, rounded up', async () => {
    const { ask } = arrange()
    expect(await bodyOf(ask(HELLO, speak('😀😀😀')))).toMatchObject({ credits_reserved: 2 })
  })

  it('is refused with the figures when the credits do not suffice', async () => {
    const { ask, state } = arrange({ credits: { subscription: 3, payAsYouGo: 1 } })
    const refused = await ask(HELLO, speak('ten letters'))
    const figures = { credits_needed: 6, credits_available: 4 }
    expect([refused.status, await refused.json()]).toEqual([
      402,
      { error: { code: 'insufficient_credits', message: 'Not enough credits', ...figures } },
    ])
    expect([state.jobs, state.credits.reserved]).toEqual([[], 0])
    const prose = arrange({ credits: 3, dialect: { shortage: 'sentence' } })
    expect(await bodyOf(prose.ask(HELLO, speak('ten letters')))).toEqual({
      detail: 'Insufficient credits for processing. Required: 6, Available: 3',
    })
  })

  it('is paid from the wallet where that is how the account pays', async () => {
    const { ask, pass, state } = arrange({ billing: 'wallet', wallet: 5, jobSeconds: 1, walletUsage: [] })
    const text = 'a word and another word, '.repeat(20)
    await ask(HELLO, speak(text))
    expect(state.wallet).toMatchObject({ balanceCents: 2, reservedCents: 3 })
    const refused = await ask(HELLO, speak(text))
    expect([refused.status, await refused.json()]).toEqual([
      402,
      {
        error: 'insufficient_api_balance',
        message: 'Insufficient balance. Required: $0.03, Available: $0.02',
        required_cents: 3,
        available_cents: 2,
      },
    ])
    pass(1000)
    expect(state.wallet).toMatchObject({ balanceCents: 2, reservedCents: 0, totalSpentCents: 3128 })
    expect(state.walletUsage).toMatchObject([{ service: 'text_to_speech', amountCents: 3 }])
    expect(state.credits).toMatchObject({ subscription: 8200, reserved: 0 })
  })
})

describe('the form', () => {
  it.each([
    'plain',
    'line\nbreak\r\nand\ttab',
    'a + b & c = 100 % / ? #',
    'שלום עולם',
    '👩‍👩‍👧 and 😀',
    ' spaces at both ends ',
    '[whispering] <break time="500ms"/> /ˈwʊstər/',
  ])('carries %j as it is', async (text) => {
    const { ask, state } = arrange()
    await ask(HELLO, speak(text))
    expect(state.jobs[0]?.inputText).toBe(text)
  })

  it('carries every setting', async () => {
    const { ask, state } = arrange()
    const params = JSON.stringify({ delivery_mode: 'creative', timestamp_type: 'character', text_normalization: false })
    const settings = { audio_format: 'ogg', speed: '1.5', language: 'pt-BR', generation_params: params }
    expect((await ask(HELLO, speak('Hello', settings))).status).toBe(200)
    expect(state.jobs[0]).toMatchObject({
      format: 'ogg',
      speed: 1.5,
      language: 'pt-BR',
      deliveryMode: 'creative',
      timestamps: 'character',
      normalizeText: false,
    })
  })

  it('is the only body: JSON has no fields', async () => {
    const response = await arrange().ask(HELLO, { json: { input_text: 'Hello' } })
    expect(response.status).toBe(422)
    expect(await bodyOf(response)).toEqual({
      detail: [{ loc: ['body', 'input_text'], msg: 'Field required', type: 'missing' }],
    })
  })

  it('takes 20,000 code points and not one more', async () => {
    const { ask } = arrange()
    expect((await ask(HELLO, speak('😀'.repeat(20_000)))).status).toBe(200)
    expect((await ask(HELLO, speak('😀'.repeat(20_001)))).status).toBe(422)
  })

  it.each([
    ['no text', '', {}, 'input_text'],
    ['21 breaks', '<break time="1s"/>'.repeat(21), {}, 'input_text'],
    ['a break of 11 seconds', 'a <break time="11s"/> b', {}, 'input_text'],
    ['an unknown format', 'a', { audio_format: 'flac' }, 'audio_format'],
    ['speed 0.2', 'a', { speed: '0.2' }, 'speed'],
    ['speed 4.1', 'a', { speed: '4.1' }, 'speed'],
    ['speed fast', 'a', { speed: 'fast' }, 'speed'],
    ['parameters that are no JSON', 'a', { generation_params: '{' }, 'generation_params'],
    ['parameters that are a list', 'a', { generation_params: '[]' }, 'generation_params'],
    ['an unknown mode', 'a', { generation_params: '{"delivery_mode":"loud"}' }, 'generation_params'],
  ])('is refused with the field for %s', async (_, text, settings: Record<string, string>, field) => {
    const { ask, state } = arrange()
    const response = await ask(HELLO, speak(text, settings))
    expect(response.status).toBe(422)
    expect(await bodyOf(response)).toMatchObject({ detail: [{ loc: ['body', field] }] })
    expect(state.jobs).toEqual([])
  })
})

describe('the voice', () => {
  it.each(['aura', '12', '5b0a52c0-6f3b-4a63-9c57-6d5d0b6d9f01', 'voice_12'])('is found as %s', async (id) => {
    expect(await bodyOf(arrange().ask(`POST /voice/voices/${id}/generate`, speak('a')))).toMatchObject({ voice_id: 12 })
  })

  it('must be known and ready', async () => {
    const { ask } = arrange()
    expect((await ask('POST /voice/voices/nobody/generate', speak('a'))).status).toBe(404)
    const unready = await ask('POST /voice/voices/387/generate', speak('a'))
    expect([unready.status, await unready.json()]).toEqual([
      400,
      { error: { message: 'Voice is not ready yet', type: 'invalid_request_error', param: 'voice' } },
    ])
  })
})

describe('Idempotency-Key', () => {
  const headers = { 'Idempotency-Key': 'once' }

  it('means nothing by default, as nothing is documented', async () => {
    const { ask, state } = arrange()
    await ask(HELLO, { ...speak('a'), headers })
    await ask(HELLO, { ...speak('a'), headers })
    expect(state.jobs.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['once', 'once'])
  })

  it('gives the first answer again where that is asked for', async () => {
    const { ask, state } = arrange({ idempotency: true })
    const first = await bodyOf(ask(HELLO, { ...speak('a'), headers }))
    expect(await bodyOf(ask(HELLO, { ...speak('a'), headers }))).toEqual(first)
    expect(state.jobs).toHaveLength(1)
    expect((await ask(HELLO, { ...speak('b'), headers })).status).toBe(409)
    await ask(HELLO, { ...speak('a'), headers: { 'Idempotency-Key': 'twice' } })
    expect(state.jobs).toHaveLength(2)
  })
})

describe('dialects', () => {
  it.each([
    ['audio_url', { audio_url: expect.any(String) }],
    ['result.output_url', { result: { output_url: expect.any(String) } }],
  ] as const)('give the audio as %s', async (audioUrl, expected) => {
    const { ask } = arrange({ jobSeconds: 0, dialect: { audioUrl, jobIds: 'string', jobEnd: 'lower' } })
    expect(await bodyOf(ask(HELLO, speak('a')))).toMatchObject({ job_id: '40417' })
    const job = await bodyOf(ask(STATUS))
    expect(job).toMatchObject({ id: '40417', status: 'completed', ...expected })
    expect(job).not.toHaveProperty('output_url')
  })
})
