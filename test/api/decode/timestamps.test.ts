import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeTimestamps } from '../../../src/api/decode/timestamps.js'
import { DecodeError } from '../../../src/api/index.js'

it('timestamps are read as AudioPod writes them', () => {
  const body = { type: 'word', tokens: [{ text: 'The', start: 0, end: 0.18 }, { text: 'meeting', start: 0.18, end: 0.61 }] }
  expect(decodeTimestamps(body)).toStrictEqual(body)
})

it('other names, numbers as strings and a bare list are understood, and tokens come in order', () => {
  expect(decodeTimestamps([{ word: 'b', start_time: '1.5', end_time: '2' }, { word: 'a', startTime: 0 }])).toStrictEqual({
    type: 'word',
    tokens: [{ text: 'a', start: 0, end: 0 }, { text: 'b', start: 1.5, end: 2 }],
  })
  expect(decodeTimestamps({ type: 'CHARACTER', tokens: [] }).type).toBe('character')
})

it('what is no list of tokens is refused, and a token without text or time is left out', () => {
  expect(() => decodeTimestamps('<html>')).toThrow(DecodeError)
  expect(() => decodeTimestamps({ error: 'expired' })).toThrow(DecodeError)
  const token = fc.oneof(fc.anything(), fc.record({ text: fc.anything(), start: fc.anything(), end: fc.anything() }))
  fc.assert(
    fc.property(fc.array(token), (tokens) => {
      let last = 0
      for (const { text, start, end } of decodeTimestamps({ tokens }).tokens) {
        expect(text).not.toBe('')
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThanOrEqual(start)
        last = start
      }
    }),
  )
})
