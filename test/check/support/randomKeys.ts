import { createHash } from 'node:crypto'
import fc from 'fast-check'

const alphabets = {
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  base62: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  base36: 'abcdefghijklmnopqrstuvwxyz0123456789',
  hex: '0123456789abcdef',
} as const

const prefixes = ['ap_', 'ap_dev_', 'ap_prod_', 'ap_staging_', 'ak_live_', 'whsec_'] as const

/** A key as a server draws it: fast-check's own characters are not spread evenly. */
export function keyOf(seed: number, prefix: string, alphabet: string, length: number): string {
  let drawn = ''
  for (let block = 0; drawn.length < length; block += 1) {
    const bytes = createHash('sha256').update(`${seed}/${block}`).digest()
    drawn += Array.from(bytes, (byte) => (byte < 256 - (256 % alphabet.length) ? alphabet.charAt(byte % alphabet.length) : '')).join('')
  }
  return prefix + drawn.slice(0, length)
}

export const anyKey = fc
  .tuple(fc.nat(), fc.constantFrom(...prefixes), fc.constantFrom(...Object.values(alphabets)), fc.integer({ min: 24, max: 64 }))
  .map((made) => keyOf(...made))

export const shapes = Object.entries(alphabets).flatMap(([name, alphabet]) => [24, 32, 48].map((length) => ({ name, alphabet, length })))
