import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findKeys, hasKey } from '../../src/check/keys.js'
import { anyKey, keyOf, shapes } from './support/randomKeys.js'

test.each(shapes)('of 2,000 keys of $length characters in $name, fewer than one in 100 passes for a name', ({ alphabet, length }) => {
  const missed = Array.from({ length: 2000 }, (_, seed) => keyOf(seed, 'ap_', alphabet, length)).filter((key) => !hasKey(key))
  expect(missed.length).toBeLessThan(20)
})

test.each([
  'ap_south_1_availability_zone_2',
  'ap_northeast_1a_subnet_group_id',
  'ap_your_api_key_goes_here_1',
  'ap_EXAMPLEexampleEXAMPLE0002',
  'ak_live_EXAMPLEexampleEXAMPLE0001',
  'whsec_YourWebhookSigningSecret123',
  'ap_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'ap_abcdefghijklmnopqrstuvwxyz0123456789',
  'ap_0000000000000000000000000000',
  'ap_20241123120000123456',
  'ap_getSomethingFromServerById2',
  'ap_block--large-modifier__element-2',
  'ap_context-menu-popup-Csj9j3eN',
  'ak_sidebar__navigation-item_3xK2f9',
  'ap_[A-Za-z0-9._-]{4,512}',
  '(?:ap|ak)_[A-Za-z0-9]{20,}',
])('%s is no key', (text) => {
  expect(findKeys(text)).toEqual([])
})

test('a key within another word, or within a blob of base64url, is none', () => {
  const key = keyOf(1, 'ap_', 'abcdef0123456789', 48)
  expect(hasKey(`m${key}`)).toBe(false)
  expect(hasKey(`${'aZ9_'.repeat(30)}-${key}`)).toBe(false)
  expect(hasKey(key + 'aZ9_'.repeat(50))).toBe(false)
})

test.each(['"', "'", '`', ' ', '=', ':', '/', '(', '\n', '>', '_', '-', '%3D', '\\n', '\\u0022', '\\x22'])('after %j a key begins', (before) => {
  fc.assert(
    fc.property(anyKey.filter(hasKey), (key) => {
      expect(findKeys(`const a = ${before}${key}" + b`)).toMatchObject([{ index: 10 + before.length, value: key }])
    }),
  )
})

test('names of programs, joined at random, are no keys', () => {
  const words = ['south', 'availability', 'zone', 'get', 'User', 'Id', 'render', 'item', 'list', 'v2', '1', '2024', 'token', 'width', 'utf8', 'html', 'css', 'SHA', 'API', 'Url', 'speech', 'audio']
  const names = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('_', '-', '__')), { minLength: 3, maxLength: 9 })
  fc.assert(
    fc.property(fc.constantFrom('ap_', 'ak_', 'whsec_'), names, (prefix, parts) => {
      expect(findKeys(prefix + parts.flat().join(''))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
