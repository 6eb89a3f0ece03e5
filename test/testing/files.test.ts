import { describe, expect, it } from 'vitest'
import { arrange, bodyOf, speak, type Body } from './support.js'
import { type SimulatorOptions, spreadWords } from '../../src/testing.js'

async function complete(options: SimulatorOptions = {}, text = 'The meeting starts.', more = {}) {
  const arranged = arrange({ jobSeconds: 0, ...options })
  await arranged.ask('POST /voice/voices/aura/generate', speak(text, more))
  const job = () => bodyOf(arranged.ask('GET /voice/tts-jobs/40417/status'))
  return { ...arranged, job, url: String((await job())['output_url']) }
}

/** Loudness of 16-bit mono PCM behind a WAV header, from 0 to 1. */
function measure(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rate = view.getUint32(24, true)
  const count = (bytes.length - 44) / 2
  let sum = 0
  let peak = 0
  for (let i = 0; i < count; i++) {
    const sample = view.getInt16(44 + i * 2, true) / 32768
    sum += sample ** 2
    peak = Math.max(peak, Math.abs(sample))
  }
  return { rate, seconds: count / rate, level: Math.sqrt(sum / count), peak }
}

const bytesOf = async (response: Promise<Response>) => new Uint8Array(await (await response).arrayBuffer())

describe('the audio', () => {
  it('is a WAV that can be heard, as long as the job says', async () => {
    const { ask, job, url } = await complete()
    const response = await ask(`GET ${url}`)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('Content-Range'),
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(new TextDecoder().decode(bytes.subarray(0, 12))).toMatch(/^RIFF.{4}WAVE$/s)
    const { rate, seconds, level, peak } = measure(bytes)
    expect(rate).toBe(22_050)
    expect(seconds).toBeCloseTo(Number((await job())['total_duration']), 1)
    expect(level).toBeGreaterThan(0.05)
    expect(peak).toBeLessThan(0.95)
  })

  it('times words with the marks that stand with them, so that they read as the text does', () => {
    const words = spreadWords('“It will be back,” she said (twice): ¿no? [laugh] Well—yes. <break time="1s"/> 你好。', 10)
    expect(words.map(({ text }) => text)).toEqual([
      '“It', 'will', 'be', 'back,”', 'she', 'said', '(twice):', '¿no?', 'Well—', 'yes.', '你', '好。',
    ])
  })

  it('is spoken at two to three and a half words a second, twice as long at half the speed', async () => {
    const text = 'The quick brown fox jumps over the lazy dog, and then it rests. Nobody minds.'
    const seconds = async (speed: string) => {
      const { job } = await complete({}, text, { speed })
      return Number((await job())['total_duration'])
    }
    const normal = await seconds('1')
    expect(15 / normal).toBeGreaterThan(2)
    expect(15 / normal).toBeLessThan(3.5)
    expect((await seconds('0.5')) / normal).toBeCloseTo(2, 1)
  })

  it('is the same for the same text, and another for another voice', async () => {
    const audio = async (voice: string) => {
      const { ask } = arrange({ jobSeconds: 0 })
      await ask(`POST /voice/voices/${voice}/generate`, speak('Same words'))
      const { output_url: url } = await bodyOf(ask('GET /voice/tts-jobs/40417/status'))
      return Buffer.from(await bytesOf(ask(`GET ${String(url)}`))).toString('base64')
    }
    expect(await audio('aura')).toBe(await audio('aura'))
    expect(await audio('aura')).not.toBe(await audio('sage'))
  })

  it.each(['🎉', '你好，世界', '[laugh]', '...'])('can be heard for %j too', async (text) => {
    const { ask, url } = await complete({}, text)
    expect(measure(await bytesOf(ask(`GET ${url}`))).level).toBeGreaterThan(0.03)
  })

  it.each([
    ['bytes=0-99', 0, 100],
    ['bytes=44-', 44, undefined],
    ['bytes=-10', -10, undefined],
    ['bytes=100-99999999', 100, undefined],
  ])('answers the range %s', async (range, from, to) => {
    const { ask, url } = await complete()
    const whole = await bytesOf(ask(`GET ${url}`))
    const part = await ask(`GET ${url}`, { headers: { Range: range } })
    expect(part.status).toBe(206)
    const expected = whole.slice(from, to)
    const start = from < 0 ? whole.length + from : from
    expect(part.headers.get('content-range')).toBe(`bytes ${start}-${start + expected.length - 1}/${whole.length}`)
    expect(part.headers.get('content-length')).toBe(String(expected.length))
    expect(Buffer.from(await part.arrayBuffer()).equals(expected)).toBe(true)
  })

  it('answers what is no range with the whole, and one past the end with 416', async () => {
    const { ask, url } = await complete()
    for (const range of ['bytes=0-1,5-9', 'bytes=9-2', 'lines=1-2', 'bytes=-']) {
      expect((await ask(`GET ${url}`, { headers: { Range: range } })).status).toBe(200)
    }
    const past = await ask(`GET ${url}`, { headers: { Range: 'bytes=99999999-' } })
    expect(past.status).toBe(416)
    expect(past.headers.get('content-range')).toMatch(/^bytes \*\/\d+$/)
  })

  it('answers HEAD without a body, and a preflight', async () => {
    const { ask, url } = await complete()
    const head = await ask(`HEAD ${url}`)
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0])
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1000)
    expect((await ask(`OPTIONS ${url}`)).status).toBe(204)
    expect((await ask(`POST ${url}`)).status).toBe(405)
  })

  it('comes from whatever makes it', async () => {
    const bytes = new Uint8Array([1, 2, 3])
    const speech = { bytes, contentType: 'audio/mpeg', durationSeconds: 4 }
    const { ask, url, job } = await complete({ synthesize: () => Promise.resolve(speech) })
    expect(url).toContain('/40417.mp3?')
    expect(await job()).toMatchObject({ total_duration: 4 })
    const response = await ask(`GET ${url}`)
    expect(response.headers.get('content-type')).toBe('audio/mpeg')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  })
})

describe('a presigned URL', () => {
  it('is good until it expires, and the status gives a fresh one', async () => {
    const { ask, pass, job, url } = await complete({ urlSeconds: 60 })
    pass(59_000)
    expect((await ask(`GET ${url}`)).status).toBe(200)
    pass(2000)
    expect((await ask(`GET ${url}`)).status).toBe(403)
    const fresh = String((await job())['output_url'])
    expect(fresh).not.toBe(url)
    expect((await ask(`GET ${fresh}`)).status).toBe(200)
  })

  it('cannot be made up', async () => {
    const { ask, url } = await complete()
    const forged = [
      url.replace(/expires=(\d+)/, (_, at: string) => `expires=${Number(at) + 3600}`),
      url.replace(/signature=../, 'signature=zz'),
      url.replace('40417', '40418'),
      url.split('?')[0] ?? '',
    ]
    for (const one of forged) expect((await ask(`GET ${one}`)).status).toBe(403)
  })

  it('needs no key and counts against no limit', async () => {
    const { ask, url } = await complete({ plan: 3 })
    for (let i = 0; i < 5; i++) expect((await ask(`GET ${url}`, { key: null })).status).toBe(200)
    expect((await ask('GET /credits')).headers.get('x-ratelimit-remaining')).toBe('0')
  })
})

describe('timestamps', () => {
  const params = (type: string) => ({ generation_params: JSON.stringify({ timestamp_type: type }) })
  const tokensOf = async (type: string, options: SimulatorOptions = {}) => {
    const { ask, job } = await complete(options, 'The meeting starts.', params(type))
    const answered = await job()
    const sidecar = await bodyOf(ask(`GET ${String(answered['timestamps_url'])}`))
    return { type: sidecar['type'], tokens: sidecar['tokens'] as Body[], seconds: Number(answered['total_duration']) }
  }

  it('are a word each, in order, within the audio', async () => {
    const { type, tokens, seconds } = await tokensOf('word')
    expect(type).toBe('word')
    expect(tokens.map(({ text }) => text)).toEqual(['The', 'meeting', 'starts.'])
    const times = tokens.flatMap(({ start, end }) => [Number(start), Number(end)])
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(seconds)
  })

  it('are a character each where that is asked for', async () => {
    const { type, tokens } = await tokensOf('character')
    expect(type).toBe('character')
    expect(tokens.map(({ text }) => text).join('')).toBe('Themeetingstarts.')
  })

  it('are spread over audio that comes without any', async () => {
    const speech = { bytes: new Uint8Array(1), contentType: 'audio/wav', durationSeconds: 10 }
    const { tokens } = await tokensOf('word', { synthesize: () => Promise.resolve(speech) })
    expect(tokens.map(({ text }) => text)).toEqual(['The', 'meeting', 'starts.'])
    expect(Number(tokens.at(-1)?.['end'])).toBeGreaterThan(6)
    expect(Number(tokens.at(-1)?.['end'])).toBeLessThanOrEqual(10)
  })

  it('are not there where nobody asked', async () => {
    expect(await (await complete()).job()).not.toHaveProperty('timestamps_url')
  })
})
