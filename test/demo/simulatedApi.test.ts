import { afterEach, describe, expect, it } from 'vitest'
import { espeak, withoutDirections } from '../../demo/espeak.mjs'
import { serveRequests } from '../../demo/serveRequests.mjs'
import { createSimulator, type SimulatorOptions } from '../../src/testing.js'

let close: (() => Promise<void>) | undefined
afterEach(() => close?.())

async function serve(options: SimulatorOptions = {}) {
  const simulator = createSimulator(options)
  const server = await serveRequests(simulator.handle)
  close = server.close
  return { ...simulator, api: `${server.url}/api/v1` }
}

const headers = { Authorization: 'Bearer ap_FAKEfake0000' }
const voice = createSimulator().state.voices.find(({ name }) => name === 'aura')!

describe('the simulated API over HTTP', () => {
  it('wants a key and hands out URLs of its own', async () => {
    const { api } = await serve({ jobSeconds: 0, apiKey: 'ap_FAKEfake0000' })
    expect((await fetch(`${api}/credits`)).status).toBe(401)
    const body = new URLSearchParams({ input_text: 'a + b & 😀' })
    expect((await fetch(`${api}/voice/voices/aura/generate`, { method: 'POST', headers, body })).status).toBe(200)
    const status = await fetch(`${api}/voice/tts-jobs/40417/status`, { headers })
    const job = (await status.json()) as Record<string, string>
    expect(job['input_text']).toBe('a + b & 😀')
    const audio = await fetch(job['output_url'] ?? '', { headers: { Range: 'bytes=4-' } })
    expect(audio.status).toBe(206)
    expect((await audio.arrayBuffer()).byteLength).toBe(Number(audio.headers.get('content-length')))
  })

  it('cuts the connection where an answer is lost, and refuses an endless body', async () => {
    const { api, fail } = await serve()
    fail('credits.get', { network: true })
    await expect(fetch(`${api}/credits`, { headers })).rejects.toThrow(TypeError)
    const refused = await fetch(`${api}/auth/api-keys`, { method: 'POST', headers, body: 'x'.repeat(2 ** 20 + 1) })
    expect(refused.status).toBe(413)
  })

  it('lets go of a caller who leaves', async () => {
    const { api, fail, state } = await serve()
    fail('credits.get', { delay: Infinity })
    const controller = new AbortController()
    const asked = fetch(`${api}/credits`, { headers, signal: controller.signal })
    const outcome = expect(asked).rejects.toThrow('abort')
    while (state.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
    controller.abort()
    await outcome
    expect((await fetch(`${api}/credits`, { headers })).status).toBe(200)
  })
})

describe('eSpeak', () => {
  it('speaks a text as a WAV that can be heard', async () => {
    const { bytes, seconds, spoken } = await espeak({ text: '[happy] The meeting starts.', voice, speed: 1 })
    expect(spoken).toBe('The meeting starts.')
    expect(seconds).toBeGreaterThan(0.7)
    expect(seconds).toBeLessThan(3)
    const samples = new Int16Array(bytes.buffer, 44)
    const level = Math.sqrt(samples.reduce((sum, sample) => sum + (sample / 32768) ** 2, 0) / samples.length)
    expect(level).toBeGreaterThan(0.03)
  })

  it('speaks other languages and faster, one after the other', async () => {
    const [slow, fast] = await Promise.all(
      [1, 2].map((speed) => espeak({ text: 'Guten Tag, wie geht es Ihnen heute?', voice, speed, language: 'de-AT' })),
    )
    expect(slow!.seconds / fast!.seconds).toBeGreaterThan(1.5)
  })

  it('gives up on what holds no words', async () => {
    await expect(espeak({ text: '[laugh]', voice, speed: 1 })).rejects.toThrow('nothing to speak')
  })

  it('speaks the words and not the directions', () => {
    const text = '[whispering, tense] Well <break time="500ms"/> from /ˈwʊstər/, and/or not [sigh]'
    expect(withoutDirections(text)).toBe('Well , from ˈwʊstər, and/or not')
    expect(withoutDirections('word '.repeat(4000)).length).toBeLessThanOrEqual(5000)
    expect(withoutDirections('word '.repeat(4000))).toMatch(/word$/)
  })
})
