import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DecodeError, type Operation, operations } from '../../../src/api/index.js'
import { readFixture } from '../../fixtures/readFixture.js'

const rows: [string, Operation][] = Object.entries(operations)
const input = { amount_usd: 5, amount_cents: 500, job_id: 'j1' }
const decode = (row: Operation, body: unknown): unknown => {
  try {
    return row.decode(body, { now: 0, input })
  } catch (error) {
    expect(error).toBeInstanceOf(DecodeError)
    return undefined
  }
}

const samples = [
  'credits', 'usage-credits', 'wallet', 'usage-wallet', 'api-keys', 'api-key-created-now', 'api-key-created-earlier',
  'voices-array', 'voices-page', 'speech-accepted', 'job-processing', 'job-completed', 'job-failed',
]
const names = [...new Set(samples.flatMap((name) => JSON.stringify(readFixture(name)).match(/[a-zA-Z_]+(?=":)/g) ?? []))]
const wrong = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(null, '', 0, -0, '0', 'NaN', 'true', [], {}, '8,250', '$5', 'javascript:alert(1)', 'data:,x', 1e308, 2 ** 60),
)
const known = fc.constantFrom(...names, 'items', 'data', 'keys', 'total', 'result', 'job', 'voice', '__proto__', 'toString')
const row = (inner: fc.Arbitrary<unknown>) => fc.dictionary(known, fc.oneof(wrong, inner), { maxKeys: 8 })
/** Bodies made of the names that AudioPod uses, with anything inside. */
const inner = row(wrong)
const body = row(fc.oneof(inner, fc.array(inner, { maxLength: 2 })))
const kin = fc.oneof(body, fc.array(body, { maxLength: 2 }))

describe('every decoder', () => {
  it.each(samples)('reads %s with names in camelCase as with names in snake_case', (name) => {
    const text = JSON.stringify(readFixture(name))
    const camel = text.replace(/"[a-z_]+":/g, (key) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
    const read = (json: string) => rows.map(([, operation]) => decode(operation, JSON.parse(json)))
    // Prices are named by the account, so that their names are data.
    const known = ([operation]: [string, Operation]) => !operation.endsWith('.prices')
    const pairs = read(text).map((value, i) => [value, read(camel)[i], rows[i]] as const).filter(([, , row]) => row && known(row))
    expect(pairs.filter(([value]) => value !== undefined).length).toBeGreaterThan(0)
    for (const [snake, other] of pairs) expect(other).toEqual(snake)
  })

  it('throws nothing but DecodeError, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), kin), (anything) => {
        for (const [, operation] of rows) decode(operation, anything)
      }),
      { numRuns: 300 },
    )
  })

  it('gives no undefined member, no number that is none, and no URL that is not http', () => {
    fc.assert(
      fc.property(kin, (anything) => {
        for (const [name, operation] of rows) {
          // Prices are named by the account; those of the wallet are handed on as they came.
          if (name === 'wallet.prices' || name === 'credits.prices') continue
          const answer = decode(operation, anything)
          for (const value of leaves(answer)) {
            expect(['string', 'number', 'boolean']).toContain(typeof value)
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
          }
          for (const url of urls(answer)) expect(url).toMatch(/^https?:\/\//)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('changes no prototype', () => {
    fc.assert(
      fc.property(kin, (anything) => {
        const hostile = JSON.stringify({ items: [anything], data: anything }).slice(1)
        const parsed = JSON.parse(`{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${hostile}`)
        for (const [, operation] of rows) {
          const answer = decode(operation, parsed)
          expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
          if (typeof answer === 'object') expect(Object.getPrototypeOf(answer)).not.toHaveProperty('polluted')
        }
      }),
    )
  })
})

function leaves(value: unknown): unknown[] {
  if (value === undefined) return []
  if (typeof value !== 'object' || value === null) return [value]
  return Object.values(value).flatMap((member) => (member === undefined ? [Symbol('undefined')] : leaves(member)))
}

function urls(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => (/url$/i.test(name) ? [member] : urls(member)))
}
