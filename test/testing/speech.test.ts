import { describe, expect, it } from 'vitest'
import { arrange, bodyOf, rowsOf, speak } from './support.js'

const HELLO = 'POST /voice/voices/aura/generate'

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
    const job = () => bodyOf(ask('GET /voice/tts-jobs/40417/status'))
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

  it('reserves credits on creation, the subscription\'s first, and charges them on completion', async () => {
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
    expect(await bodyOf(ask('GET /voice/tts-jobs/40417/status'))).toMatchObject({
      status: 'FAILED',
      failure_reason: 'voice_unavailable',
      error_message: 'Voice model is not available',
    })
  })
})
