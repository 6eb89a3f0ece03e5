import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audioPhase, type AudioSigns } from '../../../src/components/AudioPlayer/audioPhase.js'
import { clock, lengthOf } from '../../../src/components/AudioPlayer/clock.js'
import { fileName } from '../../../src/components/AudioPlayer/fileName.js'
import { mediaFailure, sameFile } from '../../../src/components/AudioPlayer/mediaFailure.js'
import { seekByKey } from '../../../src/components/AudioPlayer/seek.js'
import { nextSpeed, PLAYBACK_SPEEDS } from '../../../src/components/AudioPlayer/speeds.js'

describe('the clock', () => {
  it('shows minutes and seconds, and hours only where there are some', () => {
    expect([0, 7.9, 61, 754, 3723].map(clock)).toEqual(['0:00', '0:07', '1:01', '12:34', '1:02:03'])
  })

  it('shows nothing strange for lengths that are none', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, -3].map(clock)).toEqual(['0:00', '0:00', '0:00'])
  })

  it('takes the first candidate that is a length', () => {
    expect(lengthOf(undefined, Number.NaN, Number.POSITIVE_INFINITY, 0, 21)).toBe(21)
    expect(lengthOf(Number.NaN)).toBeUndefined()
  })
})

describe('the slider keys', () => {
  it('go 5 seconds with the arrows, 30 with Page, and to the ends', () => {
    const keys = ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End']
    expect(keys.map((key) => seekByKey(key, 60, 300))).toEqual([65, 55, 90, 30, 0, 300])
  })

  it('leave every other key alone', () => {
    expect(['a', 'Tab', 'Enter', ' '].map((key) => seekByKey(key, 1, 2))).toEqual([undefined, undefined, undefined, undefined])
  })

  it('never lead out of the audio', () => {
    const key = fc.constantFrom('ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End')
    const place = fc.double({ min: 1, max: 7200, noNaN: true }).chain((length) =>
      fc.tuple(fc.double({ min: 0, max: length, noNaN: true }), fc.constant(length)),
    )
    fc.assert(
      fc.property(key, place, (name, [at, length]) => {
        const to = seekByKey(name, at, length)
        return to !== undefined && to >= 0 && to <= length
      }),
    )
  })
})

describe('the speed button', () => {
  it('comes back to 1x after it has shown every speed once', () => {
    const seen = [1]
    for (let speed = nextSpeed(1); speed !== 1 && seen.length < 20; speed = nextSpeed(speed)) seen.push(speed)
    expect(seen).toEqual([...PLAYBACK_SPEEDS])
  })

  it('starts again at 1x from a speed that it does not know', () => {
    expect(nextSpeed(3.3)).toBe(1)
  })
})

describe('the name of a saved file', () => {
  it('ends as the audio does: by its own name, its type, or its address', () => {
    expect(fileName('intro.wav', 'https://a.example/x.mp3')).toBe('intro.wav')
    expect(fileName('Intro', 'https://a.example/x.ogg?sig=1', 'audio/wav; charset=x')).toBe('Intro.wav')
    expect(fileName('Intro', 'https://a.example/x.ogg?sig=1.mp3')).toBe('Intro.ogg')
    expect(fileName(undefined, 'https://a.example/x')).toBe('speech.mp3')
  })

  it('holds nothing that a file system refuses or that disguises its ending', () => {
    expect(fileName('a/b\\c:d*?"<>|\n\u202e3pm', 'x')).toBe('a b c d 3pm.mp3')
    expect(fileName('../../etc/passwd', 'x')).toBe('etc passwd.mp3')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab 😀./\\:*?"<>|\n\u0000\u202e\u2066') }), (name) => {
        const file = fileName(name, 'x')
        return !/[\p{Cc}<>:"/\\|?*\u202a-\u202e]/u.test(file) && /[^.]\.\w+$/.test(file) && !file.startsWith('.')
      }),
    )
  })

  it('cuts a long title between characters, never within one', () => {
    const file = fileName('🎧'.repeat(200), 'x')
    expect(file).toBe(`${'🎧'.repeat(80)}.mp3`)
  })
})

describe('what a media error means', () => {
  const answers = (status: number) => ({
    fetch: () => Promise.resolve(new Response(null, { status })),
    onLine: true,
    canPlayType: () => 'maybe',
  })
  const url = 'https://audio.example/speech.mp3?signature=1'

  it('is an expired link where the link is refused', async () => {
    expect(await mediaFailure(4, url, answers(403))).toBe('expired')
    expect(await mediaFailure(2, url, answers(404))).toBe('expired')
  })

  it('is not an expired link where the link still answers', async () => {
    expect(await mediaFailure(4, url, answers(200))).toBe('unplayable')
  })

  it('is an expired link where the page may not read the answer', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await mediaFailure(4, url, { ...answers(200), fetch })).toBe('expired')
  })

  it('is known without asking where the audio was read, or the browser cannot play its kind', async () => {
    const fetch = () => Promise.reject(new Error('asked'))
    expect(await mediaFailure(3, url, { ...answers(200), fetch })).toBe('unplayable')
    expect(await mediaFailure(4, 'blob:x', { ...answers(200), fetch })).toBe('unplayable')
    const canPlayType = (type: string) => (type === 'audio/ogg' ? '' : 'maybe')
    expect(await mediaFailure(4, 'https://a.example/x.ogg', { ...answers(403), canPlayType })).toBe('unplayable')
  })

  it('is nothing where the load was stopped on purpose, and no expiry without a connection', async () => {
    expect(await mediaFailure(1, url, answers(403))).toBeUndefined()
    expect(await mediaFailure(2, url, { ...answers(403), onLine: false })).toBe('offline')
  })

  it('a link that was signed again is the same file', () => {
    expect(sameFile('https://a.example/1.mp3?sig=1', 'https://a.example/1.mp3?sig=2')).toBe(true)
    expect(sameFile('https://a.example/1.mp3', 'https://a.example/2.mp3')).toBe(false)
  })
})

describe('the phase of the player', () => {
  const ready: AudioSigns = {
    hasSource: true,
    failure: undefined,
    isRenewing: false,
    paused: true,
    ended: false,
    readyState: 4,
    networkState: 1,
  }

  it.each<[string, Partial<AudioSigns>]>([
    ['empty', { hasSource: false }],
    ['loading', { readyState: 0, networkState: 2 }],
    ['ready', {}],
    ['playing', { paused: false }],
    ['buffering', { paused: false, readyState: 2 }],
    ['ended', { ended: true }],
    ['renewing', { isRenewing: true, failure: 'expired' }],
    ['failed', { failure: 'unplayable' }],
  ])('is %s', (phase, signs) => {
    expect(audioPhase({ ...ready, ...signs })).toBe(phase)
  })

  it('is ready where a phone puts off loading until the first press', () => {
    expect(audioPhase({ ...ready, readyState: 0, networkState: 1 })).toBe('ready')
  })
})
