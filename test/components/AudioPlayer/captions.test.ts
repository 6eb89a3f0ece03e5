import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordByKey } from '../../../src/components/AudioPlayer/captionKeys.js'
import { type CaptionText, captionWords, wordAt } from '../../../src/components/AudioPlayer/captionWords.js'
import { spreadWords } from '../../../src/testing.js'

const timed = (...texts: string[]) => texts.map((text, i) => ({ text, start: i, end: i + 0.8 }))
const textOf = ({ before, words }: CaptionText) => before + words.map(({ text, after }) => text + after).join('')
const wordsOf = ({ words }: CaptionText) => words.map(({ text }) => text)

describe('the words of a text', () => {
  it('stand as they were written, with their marks and lines', () => {
    const text = '“The meeting,” she said,\n\nstarts.'
    const found = captionWords({ type: 'word', tokens: timed('the', 'meeting', 'she', 'said', 'starts') }, text)
    expect(textOf(found)).toBe(text)
    expect(found.words.map(({ text: word, start }) => [word, start])).toEqual([
      ['The', 0], ['meeting', 1], ['she', 2], ['said', 3], ['starts', 4],
    ])
  })

  it('lose the directions to the voice, which nobody says', () => {
    const found = captionWords({ type: 'word', tokens: timed('Hello', 'you') }, '[whispering, tense] Hello <break time="500ms"/> you')
    expect(textOf(found)).toBe('Hello you')
  })

  it('leave what is spoken otherwise than it is written without a mark', () => {
    const tokens = timed('It', 'costs', 'five', 'dollars', 'in', 'all', 'shops', 'of', 'this', 'town')
    const found = captionWords({ type: 'word', tokens }, 'It costs $5 in all shops of this town')
    expect(textOf(found)).toBe('It costs $5 in all shops of this town')
    expect(wordsOf(found)).toEqual(['It', 'costs', 'in', 'all', 'shops', 'of', 'this', 'town'])
  })

  it('are not found inside other words', () => {
    const found = captionWords({ type: 'word', tokens: timed('a', 'man', 'a', 'plan') }, 'A man had a plan')
    expect(found.words.map(({ text, start }) => [text, start])).toEqual([['A', 0], ['man', 1], ['a', 2], ['plan', 3]])
  })

  it('are those of the tokens where the text is another, or none is known', () => {
    const tokens = timed('The', 'tide', ',', 'gone')
    expect(textOf(captionWords({ type: 'word', tokens }, 'Something else was written here'))).toBe('The tide, gone')
    expect(textOf(captionWords({ type: 'word', tokens: timed('潮', 'は', '遠', 'い') }))).toBe('潮は遠い')
    expect(textOf(captionWords({ type: 'word', tokens: timed('引いていた。', '船は', '「泥」', 'の中', '！', '「船」') }))).toBe(
      '引いていた。船は「泥」の中！「船」',
    )
    expect(textOf(captionWords({ type: 'word', tokens: timed('썰물이', '멀리', '갔다.') }))).toBe('썰물이 멀리 갔다.')
  })

  it('are made of characters that stand together', () => {
    const tokens = timed(...'The tide')
    expect(captionWords({ type: 'character', tokens }).words).toEqual([
      { text: 'The', start: 0, end: 2.8, after: ' ' },
      { text: 'tide', start: 4, end: 7.8, after: '' },
    ])
    const bare = timed(...'Thetide')
    expect(wordsOf(captionWords({ type: 'character', tokens: bare }, 'The tide'))).toEqual(['The', 'tide'])
  })

  it('hold the whole text, in order, whatever it is and whoever timed it', () => {
    const texts = fc.array(fc.constantFrom('the ', 'tide', ' it’s', ' 潮', '。', 'é', ' 3.5', '\n', ' [cue] ', ' 😀', '-', ' ')).map((all) => all.join('').trim())
    fc.assert(
      fc.property(texts, fc.constantFrom('word', 'character'), (text, type) => {
        const words = spreadWords(text, 20)
        const tokens = type === 'word' ? words : words.flatMap((word) => Array.from(word.text, (letter) => ({ ...word, text: letter })))
        const found = captionWords({ type, tokens }, text)
        const starts = found.words.map(({ start }) => start)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        if (/[\p{L}\p{N}]/u.test(text.replace(/\[cue\]/g, ''))) {
          expect(textOf(found)).toBe(text.replace(/\[cue\]/g, '').replace(/[ \t]{2,}/g, ' ').trim())
        }
      }),
    )
  })
})

describe('the word that is heard', () => {
  const words = [{ text: 'a', start: 1, end: 2 }, { text: 'b', start: 2.5, end: 3 }, { text: 'c', start: 9, end: 10 }]

  it('is the last to begin, through a breath, and none in a pause', () => {
    expect([0, 1, 2.2, 2.5, 3.9, 4.1, 9, 12].map((at) => wordAt(words, at))).toEqual([-1, 0, 0, 1, 1, -1, 2, -1])
  })

  it('is the one that was sought, where the browser rounds its place down', () => {
    expect(wordAt(words, 2.4999)).toBe(1)
  })
})

it('arrows go as the text runs, and Home and End to its ends', () => {
  const words = Array.from({ length: 5 }, () => document.createElement('span'))
  const to = (key: string, at: number, isRtl = false) => wordByKey(key, at, words, isRtl)
  expect([to('ArrowRight', 1), to('ArrowLeft', 1), to('ArrowRight', 4), to('Home', 3), to('End', 0)]).toEqual([2, 0, 4, 0, 4])
  expect([to('ArrowRight', 1, true), to('ArrowLeft', 1, true)]).toEqual([0, 2])
  expect([to('Tab', 1), to('a', 1)]).toEqual([undefined, undefined])
})
