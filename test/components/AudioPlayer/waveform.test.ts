import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { barsOf, peaksOf } from '../../../src/components/AudioPlayer/peaks.js'
import { readBytes } from '../../../src/components/AudioPlayer/readBytes.js'
import { canDraw } from '../../../src/components/AudioPlayer/waveSource.js'

describe('the loudness of a clip', () => {
  it('is the loudest of each stretch on any channel, the loudest of all being 1', () => {
    const channels = [Float32Array.of(0, 0.1, -0.5, 0, 0, 0), Float32Array.of(0.25, 0, 0, 0, 0, 0)]
    expect(peaksOf(channels, 3)).toEqual([0.5, 1, 0])
  })

  it('is nothing for silence, and for no clip at all', () => {
    expect(peaksOf([new Float32Array(4)], 2)).toEqual([0, 0])
    expect(peaksOf([], 2)).toEqual([])
    expect(barsOf([], 9)).toEqual([])
  })

  it('becomes as many bars as there is room for, and loses no peak', () => {
    const peaks = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(peaks, fc.integer({ min: 1, max: 120 }), (all, count) => {
        const bars = barsOf(all, count)
        expect(bars).toHaveLength(count)
        expect(Math.max(...bars)).toBe(Math.max(...all))
      }),
    )
  })
})

describe('what is read to draw a clip', () => {
  beforeEach(() => {
    // jsdom has none.
    vi.stubGlobal('OfflineAudioContext', class {})
  })

  it('is of the page’s own origin, unless other hosts are known to allow it', () => {
    expect(canDraw(true, '/api/audiopod/voice/tts-jobs/1/audio', 20)).toBe(true)
    expect(canDraw(true, 'https://cdn.example/1.mp3', 20)).toBe(false)
    expect(canDraw('cross-origin', 'https://cdn.example/1.mp3', 20)).toBe(true)
    expect(canDraw(false, '/a.mp3', 20)).toBe(false)
  })

  it('is nothing before the audio has said its length, nor beyond ten minutes', () => {
    expect(canDraw(true, '/a.mp3', undefined)).toBe(false)
    expect(canDraw(true, '/a.mp3', 601)).toBe(false)
  })

  it('is nothing where the person wants the browser to load less', () => {
    vi.stubGlobal('navigator', { connection: { saveData: true } })
    expect(canDraw(true, '/a.mp3', 20)).toBe(false)
  })
})

describe('reading a clip', () => {
  const never = new AbortController().signal
  /** Endless, until it is cancelled. */
  function endless() {
    const sent = { bytes: 0, cancelled: false }
    vi.stubGlobal('fetch', (_src: string, { signal }: { signal: AbortSignal }) => {
      const body = new ReadableStream({
        start: (stream) => signal.addEventListener('abort', () => {
          sent.cancelled = true
          stream.error(signal.reason)
        }),
        pull(stream) {
          sent.bytes += 1000
          stream.enqueue(new Uint8Array(1000))
        },
      })
      return Promise.resolve(new Response(body))
    })
    return sent
  }

  it('gives its bytes in order', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('RIFF and so on')))
    expect(new TextDecoder().decode(await readBytes('/a.wav', 100, never))).toBe('RIFF and so on')
  })

  it('ends where there is more than was wanted', async () => {
    const sent = endless()
    expect(await readBytes('/a.wav', 5000, never)).toBeUndefined()
    expect(sent.cancelled).toBe(true)
    expect(sent.bytes).toBeLessThan(10_000)
  })

  it('does not begin with what says that it is longer', async () => {
    const body = vi.fn()
    const answer = new Response(new ReadableStream({ pull: body }, { highWaterMark: 0 }), { headers: { 'Content-Length': '101' } })
    vi.stubGlobal('fetch', () => Promise.resolve(answer))
    expect(await readBytes('/a.wav', 100, never)).toBeUndefined()
    expect(body).not.toHaveBeenCalled()
  })

  it.each<[string, () => Promise<Response>]>([
    ['refused', () => Promise.resolve(new Response('expired', { status: 403 }))],
    ['not reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('is nothing where it is %s', async (_what, fetch) => {
    vi.stubGlobal('fetch', fetch)
    expect(await readBytes('/a.wav', 100, never)).toBeUndefined()
  })

  it('asks for nothing once it is stopped', async () => {
    const fetch = vi.fn()
    vi.stubGlobal('fetch', fetch)
    expect(await readBytes('/a.wav', 100, AbortSignal.abort())).toBeUndefined()
    expect(fetch).not.toHaveBeenCalled()
  })
})
