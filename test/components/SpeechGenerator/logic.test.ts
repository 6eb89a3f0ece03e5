import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWellFormed, type Voice } from '../../../src/api/index.js'
import { progressNews, type ProgressPoint } from '../../../src/components/SpeechGenerator/progressNews.js'
import { SPEED_STOPS, speedAt, stopOf } from '../../../src/components/SpeechGenerator/speedStops.js'
import { firstWords, textState } from '../../../src/components/SpeechGenerator/textState.js'
import { goesAbove } from '../../../src/components/SpeechGenerator/useAnchoredPopover.js'
import { hasMoreVoices } from '../../../src/components/SpeechGenerator/useVoiceList.js'
import { findVoice, initials, voiceGroups } from '../../../src/components/SpeechGenerator/voices.js'

describe('the state of the text', () => {
  it('counts code points, so that an emoji is one', () => {
    expect(textState('🎧🎧')).toMatchObject({ length: 2, credits: 1 })
  })

  it('costs a half credit a code point, rounded up', () => {
    expect(['', 'a', 'ab', 'abc'].map((text) => textState(text).credits)).toEqual([0, 1, 1, 2])
  })

  it('warns from 90 % of the limit, and says by how much the text is over', () => {
    const level = (length: number) => textState('a'.repeat(length)).level
    expect([17_999, 18_000, 20_000, 20_001].map(level)).toEqual(['ok', 'near', 'near', 'over'])
    expect(textState('a'.repeat(20_003)).over).toBe(3)
  })

  it('is empty where there is nothing to say', () => {
    expect(textState(' \n ')).toMatchObject({ level: 'empty', credits: 0, length: 3 })
  })
})

describe('the list of voices', () => {
  it('goes above the picker only where a few voices do not fit below, and more do above', () => {
    expect(goesAbove(310, 380)).toBe(false)
    expect(goesAbove(120, 380)).toBe(true)
    expect(goesAbove(120, 80)).toBe(false)
  })
})

describe('the first words', () => {
  it('are the whole of a short text, on one line', () => {
    expect(firstWords('  Hello\nworld ')).toBe('Hello world')
  })

  it('end between words and without a comma', () => {
    expect(firstWords('The tide had gone out further than anyone, ever, could remember', 44)).toBe(
      'The tide had gone out further than anyone…',
    )
  })

  it('never hold more than was asked, nor half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const words = firstWords(text, 20)
        return Array.from(words).length <= 21 && isWellFormed(words)
      }),
    )
  })
})

describe('the speed slider', () => {
  it('reaches from 0.25 to 4, always upward, and stops at 1', () => {
    expect([SPEED_STOPS[0], SPEED_STOPS.at(-1)]).toEqual([0.25, 4])
    expect(SPEED_STOPS).toEqual(SPEED_STOPS.toSorted((a, b) => a - b))
    expect(SPEED_STOPS).toContain(1)
  })

  it('finds each stop again by its speed', () => {
    expect(SPEED_STOPS.map((_, i) => stopOf(speedAt(i)))).toEqual(SPEED_STOPS.map((_, i) => i))
  })

  it('takes a speed between two stops to the nearer', () => {
    expect(speedAt(stopOf(1.02))).toBe(1)
    expect(speedAt(stopOf(99))).toBe(4)
  })
})

describe('the list of voices', () => {
  const voices: Voice[] = [
    { id: '1', name: 'aura', displayName: 'Aura', type: 'standard', description: 'Bright and clear', language: 'en' },
    { id: '2', name: 'Zoë', type: 'standard', gender: 'female' },
    { id: '3', name: 'My Voice', type: 'custom', status: 'processing' },
    { id: '4', name: 'Old one', type: 'custom', status: 'failed' },
    { id: '5', name: 'Ready one', type: 'custom', status: 'completed' },
  ]
  const names = (query: string) => voiceGroups(voices, query).map((g) => [g.kind, ...g.options.map((o) => o.label)])

  it("shows the person's own voices first, and no empty group", () => {
    expect(names('')).toEqual([
      ['custom', 'My Voice', 'Old one', 'Ready one'],
      ['standard', 'Aura', 'Zoë'],
    ])
    expect(names('bright')).toEqual([['standard', 'Aura']])
    expect(names('nobody')).toEqual([])
  })

  it('finds every word, anywhere, without capitals or accents', () => {
    expect(names('ZOE')).toEqual([['standard', 'Zoë']])
    expect(names('clear aura')).toEqual([['standard', 'Aura']])
  })

  it('does not take "male" for a part of "female"', () => {
    expect(names('fem')).toEqual([['standard', 'Zoë']])
    expect(names('male')).toEqual([])
  })

  it('says which voices cannot be chosen, and why', () => {
    const blocked = voiceGroups(voices, '').flatMap((g) => g.options.map((o) => o.blocked))
    expect(blocked).toEqual(['processing', 'failed', undefined, undefined, undefined])
  })

  it('knows a voice by its id, and by its name as AudioPod does', () => {
    expect(findVoice(voices, '2')?.name).toBe('Zoë')
    expect(findVoice(voices, 'Aura')?.id).toBe('1')
    expect(findVoice(voices, 'gone')).toBeUndefined()
    expect(findVoice(voices, undefined)).toBeUndefined()
  })

  it('has more where the account says so, else where the last page was full', () => {
    expect([hasMoreVoices(50, 127, undefined), hasMoreVoices(127, 127, undefined)]).toEqual([true, false])
    expect([hasMoreVoices(50, 50, true), hasMoreVoices(50, undefined, false)]).toEqual([true, false])
    expect([0, 12, 50, 99, 100].map((count) => hasMoreVoices(count, undefined, undefined))).toEqual([
      false, false, true, false, true,
    ])
  })

  it('makes one or two letters of any name', () => {
    expect(['Aura', 'My Custom Voice', 'voice_sarah01', 'محمد علي', '🎧'].map(initials)).toEqual([
      'AU', 'MC', 'VS', 'مع', '?',
    ])
  })
})

describe('what is announced of a job', () => {
  const at = (elapsedSeconds: number, progress?: number): ProgressPoint => ({
    status: 'processing',
    progress,
    elapsedSeconds,
  })

  it('is its start, once', () => {
    expect(progressNews({ ...at(0), status: 'idle' }, { ...at(0), status: 'submitting' })).toEqual({ kind: 'started' })
    expect(progressNews({ ...at(0), status: 'submitting' }, at(1))).toBeUndefined()
  })

  it('is each quarter where the account says how far it is', () => {
    expect(progressNews(at(1, 20), at(2, 24))).toBeUndefined()
    expect(progressNews(at(1, 20), at(2, 61))).toEqual({ kind: 'percent', percent: 50 })
    expect(progressNews(at(1, 90), at(2, 100))).toBeUndefined()
  })

  it('is each half minute where it does not', () => {
    expect(progressNews(at(28), at(29))).toBeUndefined()
    expect(progressNews(at(29), at(31))).toEqual({ kind: 'still', seconds: 30 })
  })

  it('is nothing while it waits, or has ended', () => {
    for (const status of ['idle', 'waiting', 'completed', 'failed', 'cancelled', 'unknown'] as const) {
      expect(progressNews(at(1), { ...at(40), status })).toBeUndefined()
    }
  })
})
