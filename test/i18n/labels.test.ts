import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../src/errors/index.js'
import { format, labelsEn, withOverrides } from '../../src/i18n/index.js'
import { writeDay, writeDistance } from '../../src/i18n/writers.js'

describe('a label', () => {
  it('has its places filled in', () => {
    expect(format('“{name}” is revoked.', { name: 'CI' })).toBe('“CI” is revoked.')
  })

  it('leaves a place that has no value as it is, also one named like a member of every object', () => {
    expect(format('{count} of {toString}', { count: 1 })).toBe('1 of {toString}')
  })

  it('fills in each place once: what a person typed is never a place', () => {
    expect(format('{name}: {count}', { name: '{count}', count: 2 })).toBe('{count}: 2')
    fc.assert(fc.property(fc.string(), (name) => format('Revoke “{name}”?', { name }) === `Revoke “${name}”?`))
  })

  it('has a form for each number, by the rules of its language', () => {
    const days = { one: '{count} dzień', few: '{count} dni', other: '{count} dnia' }
    expect([1, 2, 5].map((count) => format(days, { count }, 'pl'))).toEqual(['1 dzień', '2 dni', '5 dnia'])
  })
})

describe('the catalogue', () => {
  it('has a title and a text for every code of an error', () => {
    for (const code of errorCodes) {
      expect(labelsEn[`error.${code}.title`]).toMatch(/^[A-Z].*\.$/)
      expect(labelsEn[`error.${code}.text`]).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('asks nobody to please, and shouts at nobody', () => {
    expect(JSON.stringify(labelsEn)).not.toMatch(/please|oops|!/i)
  })

  it('takes replacements: of a plural, some of its forms', () => {
    const labels = withOverrides(labelsEn, { 'keys.create': 'New key', 'keys.count': { other: '{count} API keys' } })
    expect(labels['keys.create']).toBe('New key')
    expect(labels['keys.count']).toEqual({ one: '{count} key', other: '{count} API keys' })
    expect(labels['keys.title']).toBe('API keys')
  })
})

describe('times', () => {
  const now = Date.parse('2026-11-23T09:00:00Z')
  const place = { locale: 'en-GB', timeZone: 'UTC' }

  it('are said by how far away they are', () => {
    const away = (milliseconds: number) => writeDistance(place, now + milliseconds, now)
    expect(away(-30_000)).toBeUndefined()
    expect(away(-4 * 60_000)).toBe('4 min ago')
    expect(away(-23 * 3_600_000)).toBe('23 hr ago')
    expect(away(-86_400_000)).toBe('yesterday')
    expect(away(3 * 86_400_000)).toBe('in 3 days')
  })

  it('have a year only where it is another', () => {
    expect(writeDay(place, Date.parse('2026-08-15T00:00:00Z'), now)).toBe('15 Aug')
    expect(writeDay(place, Date.parse('2025-08-15T00:00:00Z'), now)).toBe('15 Aug 2025')
    expect(writeDay(place, Date.parse('2026-08-15T00:00:00Z'))).toBe('15 Aug 2026')
  })
})
