import fc from 'fast-check'

/** Recognises what is shaped like a credential; written apart from the kit's own patterns, to check them. */
export const keyShaped = /\b(?:ap|ak)_(?:[a-z]+_)?[A-Za-z0-9]{8,}|whsec_[A-Za-z0-9]{8,}|eyJ[\w-]{8,}\.[\w-]+|Bearer\s+[\w.-]{8,}/i

const body = fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789'), minLength: 16, maxLength: 40 })

/** Fakes in every shape: AudioPod's keys and webhook secrets, a JWT, a Bearer header. */
export const anySecret: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.constantFrom('ap_', 'ap_dev_', 'ap_prod_', 'ap_staging_', 'ak_live_', 'whsec_', 'AP_'), body).map((parts) => parts.join('')),
  fc.tuple(body, body, body).map(([a, b, c]) => `eyJ${a}.${b}.${c}`),
  fc.tuple(fc.constantFrom('Bearer ', 'bearer  '), body).map((parts) => parts.join('')),
)
