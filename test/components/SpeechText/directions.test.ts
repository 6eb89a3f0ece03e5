import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkDirections, SOUNDS } from '../../../src/components/SpeechText/directions.js'

const problems = (text: string) => checkDirections(text).map(({ problem }) => problem)

describe('what AudioPod documents is found fault with nowhere', () => {
  it.each([
    '[whispering, tense] Hush.',
    ...SOUNDS.map((sound) => `Well [${sound}] then`),
    '<break time="500ms"/>',
    '<break time="1.5s" />',
    "<break time='10s'/>",
    'He is from /ˈwʊstər/, near /ˈbɜːmɪŋəm/.',
  ])('%s', (text) => {
    expect(checkDirections(text)).toEqual([])
  })
})

describe('plain text is no direction', () => {
  it.each(['3 < 4 and 5 > 4', 'and/or', 'on 1/2/2026', 'https://example.com/a/b', 'I <3 you', 'a / b', 'x] y'])('%s', (text) => {
    expect(checkDirections(text)).toEqual([])
  })
})

test.each([
  ['[whispering Hush', 'unclosed'],
  ['[one [laugh]', 'unclosed'],
  ['<break time="1s"', 'unclosed'],
  ['<break time="1s">', 'unclosed'],
  ['say /ˈwʊstər now', 'unclosed'],
  ['[]', 'empty'],
  ['[tense, ]', 'empty'],
  ['<break/>', 'break-time'],
  ['<break time="500"/>', 'break-time'],
  ['<break time=500ms/>', 'break-time'],
  ['<break time="11s"/>', 'break-length'],
  ['<break time="10001ms"/>', 'break-length'],
  ['<break time="0s"/>', 'break-length'],
  ['<emphasis>so</emphasis>', 'tag'],
])('%s is told of', (text, problem) => {
  expect(problems(text)[0]).toBe(problem)
})

test('what is almost a sound comes with the sound', () => {
  expect(checkDirections('Ah [Sighs] well')).toEqual([{ problem: 'sound', start: 3, end: 10, suggestion: 'sigh' }])
  expect(checkDirections('[clears-throat]')[0]?.suggestion).toBe('clear throat')
  expect(checkDirections('[laughing]')).toEqual([])
})

test('the twenty-first break is one too many, and is where it points', () => {
  const one = '<break time="1s"/>'
  expect(checkDirections(one.repeat(20))).toEqual([])
  expect(checkDirections(one.repeat(21))).toEqual([{ problem: 'breaks', start: 20 * one.length, end: 21 * one.length }])
})

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('[', ']', '<', '>', '/', '<break', ' time="', '"', '/>', 'ˈ', '500ms', '\n', ' ', ',', '[laugh]', '😀'),
)
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

test('findings lie in the text, in its order, and do not overlap', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0
      for (const { start, end } of checkDirections(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }),
  )
})

test('text without the signs of a direction is never found fault with', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(checkDirections(text.replace(/[[</]/g, ''))).toEqual([])
    }),
  )
})

test('a break of any length is fine up to ten seconds, and told of beyond', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), fc.boolean(), (ms, inSeconds) => {
      const time = inSeconds ? `${ms / 1000}s` : `${ms}ms`
      expect(problems(`a <break time="${time}"/> b`)).toEqual(ms <= 10_000 ? [] : ['break-length'])
    }),
  )
})

test.each(['[', '<', '/', '<break ', '/ˈ', '[a', '< /'])('20,000 characters of %o take no time to speak of', (part) => {
  const text = part.repeat(Math.ceil(20_000 / part.length))
  const begun = performance.now()
  checkDirections(text)
  expect(performance.now() - begun).toBeLessThan(250)
})
