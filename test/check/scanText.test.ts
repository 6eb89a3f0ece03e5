import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasKey } from '../../src/check/keys.js'
import { scanText } from '../../src/check/scanText.js'
import { anyKey, keyOf } from './support/randomKeys.js'

const escapeAll = (write: (code: number) => string) => (text: string) => Array.from(text, (character) => write(character.charCodeAt(0))).join('')
const hex = (code: number, length = 2): string => code.toString(16).padStart(length, '0')

/** Ways to write a text down. */
const ways: Record<string, (text: string) => string> = {
  plain: (text) => text,
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(`\n${text}`)),
  'a URL': (text) => `https://example.com/?next=${encodeURIComponent(`/?key=${text}`)}`,
  'a URL in a URL': (text) => encodeURIComponent(encodeURIComponent(`key=${text}`)),
  'every character as %61': escapeAll((code) => `%${hex(code)}`),
  'every character as \\x61': escapeAll((code) => `\\x${hex(code)}`),
  'every character as \\u0061': escapeAll((code) => `\\u${hex(code, 4)}`),
  'every character as \\u{61}': escapeAll((code) => `\\u{${hex(code)}}`),
  'every character as \\\\u0061': escapeAll((code) => `\\\\u${hex(code, 4)}`),
  'every character as &#97;': escapeAll((code) => `&#${code};`),
  'every character as &#x61;': escapeAll((code) => `&#x${hex(code)};`),
  'the first character escaped': (text) => `\\x${hex(text.charCodeAt(0))}${text.slice(1)}`,
  'two bytes a character': (text) => Buffer.from(text, 'utf16le').toString('latin1'),
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 behind one byte': (text) => Buffer.from(`:${text}`).toString('base64'),
  'base64 behind two bytes': (text) => Buffer.from(`u:${text}`).toString('base64'),
  'base64url of a sentence': (text) => Buffer.from(`user:${text} and more`).toString('base64url'),
}

describe.each(Object.entries(ways))('as %s', (_, write) => {
  const around = fc.constantFrom<readonly [string, string]>(['const key = "', '";'], ['', ''], ['\\u4e2d\\u6587 ', ' end'], ['a\nb\n', '\nc'])

  test('a key is found', () => {
    fc.assert(
      fc.property(anyKey.filter(hasKey), around, (key, [before, after]) => {
        expect(scanText(before + write(key) + after, { secrets: [] }).length).toBeGreaterThan(0)
      }),
    )
  })

  test('the value of a variable is found, whatever it looks like, and named once', () => {
    const anyValue = fc.oneof(anyKey, fc.stringMatching(/^[A-Za-z0-9._~+-]{12,60}$/))
    fc.assert(
      fc.property(anyValue, around, (value, [before, after]) => {
        const hits = scanText(before + write(value) + after, { secrets: [{ name: 'AUDIOPOD_API_KEY', value, place: undefined }] })
        expect(hits.map(({ variable }) => variable)).toEqual(['AUDIOPOD_API_KEY'])
      }),
    )
  })
})

const key = keyOf(7, 'ap_', 'abcdef0123456789', 48)

test('each place is given, with where it begins in the text as it was written', () => {
  const escaped = `\\u0061${key.slice(1)}`
  const text = `\\u4e2d \\x41 ${escaped} ${key} ${Buffer.from(key).toString('base64')}`
  const places = scanText(text, { secrets: [] }).map(({ index }) => index)
  expect(places).toEqual([12, 12 + escaped.length + 1, 12 + escaped.length + 1 + key.length + 1])
})

test('what is allowed passes, unless it is the value of the variable', () => {
  const secrets = [{ name: 'AUDIOPOD_API_KEY', value: key, place: undefined }]
  expect(scanText(key, { secrets: [], allow: [key] })).toEqual([])
  expect(scanText(key, { secrets, allow: [key] })).toHaveLength(1)
})

test.each(['ap_', 'ap_a_', 'YXBf', '\\', '%25', '&#0', 'a_', '_-', '\\u{0', 'sourceMappingURL=data:application/json;base64,'])(
  'a megabyte of %j is read in linear time',
  (text) => {
    const start = performance.now()
    scanText(`ap_${text.repeat(1_000_000 / text.length)}`, { secrets: [] })
    // It takes a tenth of this; quadratic time would be minutes.
    expect(performance.now() - start).toBeLessThan(10_000)
  },
)
