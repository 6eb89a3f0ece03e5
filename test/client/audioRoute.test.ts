import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ClientOptions, createAudioPodClient, type SpeechJob } from '../../src/client/index.js'

const JOB: SpeechJob = { id: '7.ab', status: 'completed', audioUrl: 'https://cdn.example/7.mp3?sig=abc' }
const ROUTE = '/api/audiopod/voice/tts-jobs/7.ab/audio'
const OURS = { 'X-AudioPod-Proxy': '0.1.0' }

beforeEach(() => vi.stubGlobal('location', new URL('https://app.example/page')))

/** A client that has been answered once, with these headers. */
async function answered(options: Partial<ClientOptions> = {}, headers: Record<string, string> = OURS) {
  const fetch = async () => new Response('{}', { headers })
  const client = createAudioPodClient({ endpoint: '/api/audiopod', fetch, maxRetries: 0, ...options })
  await client.credits.get().catch(() => {})
  return client
}

const TIMED: SpeechJob = { ...JOB, timestampsUrl: 'https://cdn.example/7.json?sig=abc' }

describe('the source of the times of its words', () => {
  it('is the route beside the one of the audio', async () => {
    expect((await answered()).speech.timestampsSource(TIMED)).toBe('/api/audiopod/voice/tts-jobs/7.ab/timestamps')
  })

  it('is the link where the route of the audio would be', async () => {
    expect((await answered({}, {})).speech.timestampsSource(TIMED)).toBe(TIMED.timestampsUrl)
    expect((await answered({ credentials: 'omit' })).speech.timestampsSource(TIMED)).toBe(TIMED.timestampsUrl)
  })

  it('is nothing for a job without them', async () => {
    expect((await answered()).speech.timestampsSource(JOB)).toBeUndefined()
  })
})

describe('the source of a finished clip', () => {
  it('is the route of the endpoint once our proxy has named itself', async () => {
    const client = await answered()
    expect(client.speech.audioSource(JOB)).toBe(ROUTE)
    const absolute = await answered({ endpoint: 'https://app.example/api/audiopod' })
    expect(absolute.speech.audioSource(JOB)).toBe(`https://app.example${ROUTE}`)
  })

  it('is the link before anything was answered, and where another proxy stands', async () => {
    const silent = createAudioPodClient({ endpoint: '/api/audiopod' })
    expect(silent.speech.audioSource(JOB)).toBe(JOB.audioUrl)
    expect((await answered({}, {})).speech.audioSource(JOB)).toBe(JOB.audioUrl)
  })

  it('stays the route through the error page of a gateway', async () => {
    const answers = [new Response('{}', { headers: OURS }), new Response('<h1>nginx</h1>', { status: 502 })]
    const client = await answered({ fetch: async () => answers.shift() ?? Response.error() })
    await expect(client.credits.get()).rejects.toMatchObject({ code: 'server_error' })
    expect(client.speech.audioSource(JOB)).toBe(ROUTE)
  })

  it.each<[string, Partial<ClientOptions>]>([
    ['the app has headers of its own, which an audio element cannot send', { headers: { Authorization: 'Bearer of-the-app' } }],
    ['a function makes them', { headers: async () => ({ 'X-Session': '1' }) }],
    ['cookies do not go', { credentials: 'omit' }],
    ['the endpoint is of another origin', { endpoint: 'https://api.example/audiopod', credentials: 'include' }],
  ])('is the link where %s', async (_why, options) => {
    expect((await answered(options)).speech.audioSource(JOB)).toBe(JOB.audioUrl)
  })

  it('is the route where the function for headers has none', async () => {
    expect((await answered({ headers: () => ({}) })).speech.audioSource(JOB)).toBe(ROUTE)
  })

  it('is the link where there is no page', async () => {
    vi.stubGlobal('location', undefined)
    expect((await answered()).speech.audioSource(JOB)).toBe(JOB.audioUrl)
  })

  it('is nothing before there is a link', async () => {
    const client = await answered()
    expect(client.speech.audioSource({ id: '7.ab', status: 'processing' })).toBeUndefined()
    expect(client.speech.audioSource({ id: '7.ab', status: 'completed' })).toBeUndefined()
  })
})
