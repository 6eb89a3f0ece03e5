import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkKind, countCodePoints, isId, isWellFormed, type Kind, readText } from '../../src/api/index.js'

describe('an id', () => {
  it.each(['aura', '12', '0', '5b0a52c0-6f3b-4a63-9c57-6d5d0b6d9f01', 'voice_sarah01', 'a.b.c', 'x'.repeat(512)])(
    'may be %s',
    (id) => {
      expect(isId(id)).toBe(true)
    },
  )

  it.each(['', '.', '..', 'a/b', '%2e%2e', 'a..b', '.a', 'a.', 'a b', 'a\n', 'ä', 'a?b', 'a#b', 'a\\b', 'x'.repeat(513), 5, null])(
    'may not be %j',
    (id) => {
      expect(isId(id)).toBe(false)
    },
  )

  it.each([
    ['ap', 'EXAMPLEexample0001'].join('_'),
    ['ak', 'live', 'EXAMPLEexample0001'].join('_'),
    `5.${['whsec', 'EXAMPLEexample0001'].join('_')}`,
    ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxIn0', 'c2lnbmF0dXJl'].join('.'),
  ])('may not be sent where it is shaped like a key: %s', (id) => {
    expect(isId(id)).toBe(true)
    expect(checkKind({ type: 'id' }, id)).toContain('key')
  })

  it.each(['map_tiles', 'eyJpZCI6NX0', `eyJpZCI6NX0.${'0a'.repeat(32)}`, '5b0a52c0-6f3b-4a63-9c57-6d5d0b6d9f01'])(
    'may be sent though it looks a little like one: %s',
    (id) => {
      expect(checkKind({ type: 'id' }, id)).toBeUndefined()
    },
  )

  it('stays one segment of a path when it is put into a URL', () => {
    // A random text is hardly ever an id; these are near to being one.
    const near = fc.string({ unit: fc.constantFrom('a', '.', '/', '%', '2', 'e', '-', '_', '\\') })
    fc.assert(
      fc.property(near, (id) => {
        const { pathname } = new URL(`https://a.example/voices/${isId(id) ? id : 'refused'}/status`)
        expect(pathname).toBe(`/voices/${isId(id) ? id : 'refused'}/status`)
      }),
    )
  })
})

describe('a text', () => {
  const kind: Kind = { type: 'text', min: 1, max: 20_000, notBlank: true }

  it('is counted in code points', () => {
    expect(countCodePoints('a👩‍🚀é')).toBe([...'a👩‍🚀é'].length)
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => countCodePoints(text) === [...text].length))
    expect(checkKind(kind, '😀'.repeat(20_000))).toBeUndefined()
    expect(checkKind(kind, '😀'.repeat(20_001))).toBe('has 20001 characters; the most is 20000')
  })

  it('must be whole: half a pair cannot be sent', () => {
    for (const text of ['a\ud83d', '\ude00a', '\ud83d\ud83d\ude00', '\ude00\ud83d']) {
      expect(isWellFormed(text)).toBe(false)
      expect(checkKind(kind, text)).toContain('surrogate')
    }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0xd7ff, max: 0xe000 }), { maxLength: 6 }), (units) => {
        const text = String.fromCharCode(...units)
        expect(isWellFormed(text)).toBe(new TextDecoder().decode(new TextEncoder().encode(text)) === text)
      }),
    )
  })

  it('must say something', () => {
    for (const text of ['', ' ', '\n\t ']) expect(checkKind(kind, text)).toBe('must not be empty')
    expect(checkKind(kind, 5)).toBe('must be a text')
    expect(checkKind({ type: 'text', min: 0, max: 5 }, '')).toBeUndefined()
  })
})

describe('a number', () => {
  const speed: Kind = { type: 'number', min: 0.25, max: 4 }
  it.each([9, 0.24, 4.01, Number.NaN, Infinity, '1', null, true])('may not be %j here', (value) => {
    expect(checkKind(speed, value)).toBeTypeOf('string')
  })
  it.each([0.25, 1, 4])('may be %d here', (value) => {
    expect(checkKind(speed, value)).toBeUndefined()
  })
  it('must be whole where it counts things', () => {
    expect(checkKind({ type: 'integer', min: 1, max: 50 }, 1.5)).toBe('must be a whole number')
  })
})

describe('what a text of a form stands for', () => {
  it.each<[Kind, string, unknown]>([
    [{ type: 'number', min: 0, max: 9 }, '1.5', 1.5],
    [{ type: 'number', min: 0, max: 9 }, '1e3', '1e3'],
    [{ type: 'number', min: 0, max: 9 }, '', ''],
    [{ type: 'boolean' }, 'true', true],
    [{ type: 'boolean' }, 'yes', 'yes'],
    [{ type: 'text', min: 0, max: 9 }, '1', '1'],
  ])('%j reads %j as %j', (kind, text, value) => {
    expect(readText(kind, text)).toBe(value)
  })
})
