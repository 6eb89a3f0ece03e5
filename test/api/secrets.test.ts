import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasAudioPodSecret, hasSecret, redact } from '../../src/api/index.js'
import { anySecret, keyShaped } from '../support/secrets.js'

describe('what is shaped like a credential', () => {
  it('is struck out, whatever stands around it', () => {
    fc.assert(
      fc.property(anySecret, fc.constantFrom(' ', '"', '=', ': ', '/', '%3D', '\\n', '\\u0022', '(', '—', '_'), (secret, before) => {
        const said = redact(`The key${before}${secret}" is wrong`)
        expect(said).not.toMatch(keyShaped)
        expect(said).toContain('[redacted]')
        expect(hasSecret(`key${before}${secret}`)).toBe(true)
      }),
    )
  })

  it('leaves the words around it', () => {
    expect(redact('key "ap_FAKEfake0001" refused')).toBe('key "[redacted]" refused')
    expect(redact('key "ap_FAKE.fake.0001" refused')).toBe('key "[redacted]" refused')
  })

  it('is not found in plain words', () => {
    for (const words of ['map_tiles', 'soap_service', 'Bearer token', 'a leak_age', 'cap_size', '/api/roadmap_generation']) {
      expect(redact(words)).toBe(words)
      expect(hasSecret(words)).toBe(false)
    }
  })

  it("is an AudioPod secret only where it is AudioPod's", () => {
    for (const secret of ['ap_FAKEfake', 'AP_FAKEfake', 'ak_live_FAKE', 'ap_dev_FAKE', 'whsec_FAKEfake', 'Bearer ap_FAKEfake']) {
      expect(hasAudioPodSecret(secret)).toBe(true)
    }
    for (const own of ['Bearer FAKEfakeFAKE', 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln', 'session=abc']) {
      expect(hasAudioPodSecret(own)).toBe(false)
    }
  })

  it('is searched for in linear time', () => {
    // Quadratic, each of these would take hours; the test has no clock but the runner's own.
    for (const piece of ['-eyJ', 'Bearer ', 'eyJa.', 'ap_a ', '%3D']) redact(piece.repeat(500_000))
    expect(redact('-eyJ'.repeat(3))).toBe('-[redacted]')
  })
})
