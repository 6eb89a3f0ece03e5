import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { saveAudio } from '../../../src/components/AudioPlayer/saveAudio.js'

/** What was pressed, as the browser saw it at that moment. */
let pressed: Record<string, string>[]

beforeEach(() => {
  vi.useFakeTimers()
  pressed = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (this.isConnected) throw new Error('It was put into the page')
    pressed.push(Object.fromEntries([...this.attributes].map(({ name, value }) => [name, value])))
  })
  // jsdom has neither.
  URL.createObjectURL = vi.fn(() => 'blob:made')
  URL.revokeObjectURL = vi.fn()
})

afterEach(() => {
  vi.useRealTimers()
})

it('lets the browser save what is of the same origin', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('asked')))
  expect(await saveAudio('/audio/1.wav', 'Intro')).toBe('saved')
  expect(pressed).toMatchObject([{ href: '/audio/1.wav', download: 'Intro.wav' }])
})

it('fetches what is of another origin, names it by its type, and lets go of it', async () => {
  const answer = new Response('x', { headers: { 'Content-Type': 'audio/ogg' } })
  vi.stubGlobal('fetch', () => Promise.resolve(answer))
  expect(await saveAudio('https://audio.example/1?signature=2', 'Intro')).toBe('saved')
  expect(pressed).toMatchObject([{ href: 'blob:made', download: 'Intro.ogg' }])
  expect(URL.revokeObjectURL).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10_000)
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:made')
})

it('opens another tab, which cannot reach back, where the other origin does not let pages read', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await saveAudio('https://audio.example/1.mp3', 'Intro')).toBe('opened')
  expect(pressed).toMatchObject([{ href: 'https://audio.example/1.mp3', target: '_blank', rel: 'noopener noreferrer' }])
})

it('saves no error page: a refused link is told as expired', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('expired', { status: 403 })))
  expect(await saveAudio('https://audio.example/1.mp3')).toBe('expired')
  expect(pressed).toEqual([])
})

describe('with a fallback', () => {
  const route = '/api/audiopod/voice/tts-jobs/1/audio'
  const link = 'https://audio.example/1.mp3?signature=2'

  it('lets the browser save what the route has, named by its type, and loads none of it before', async () => {
    const asked: unknown[] = []
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      asked.push([url, init.method])
      return Promise.resolve(new Response(null, { headers: { 'Content-Type': 'audio/wav' } }))
    })
    expect(await saveAudio(route, 'Intro', link)).toBe('saved')
    expect(pressed).toMatchObject([{ href: route, download: 'Intro.wav' }])
    expect(asked).toEqual([[route, 'HEAD']])
  })

  it.each<[string, () => Promise<Response>]>([
    ['refuses', () => Promise.resolve(new Response(null, { status: 502 }))],
    ['is not reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('saves the link where the route %s', async (_what, answer) => {
    vi.stubGlobal('fetch', (url: string) =>
      url === route ? answer() : Promise.resolve(new Response('x', { headers: { 'Content-Type': 'audio/mpeg' } })),
    )
    expect(await saveAudio(route, 'Intro', link)).toBe('saved')
    expect(pressed).toMatchObject([{ href: 'blob:made', download: 'Intro.mp3' }])
  })
})
