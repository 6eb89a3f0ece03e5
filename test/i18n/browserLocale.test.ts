import { expect, test, vi } from 'vitest'
import { browserLocale } from '../../src/i18n/writers.js'

test("the browser's locale is taken where it is of the labels' language", () => {
  vi.stubGlobal('navigator', { languages: ['de-DE', 'en-GB', 'en-US'] })
  expect(browserLocale('en')).toBe('en-GB')
  expect(browserLocale('fr')).toBe('fr')
})

test('a tag that Intl refuses is passed over: Chromium without a system locale says en-US@posix', () => {
  vi.stubGlobal('navigator', { languages: ['en-US@posix'] })
  expect(browserLocale('en')).toBe('en')
  vi.stubGlobal('navigator', { languages: ['en-US@posix', 'en-AU'] })
  expect(browserLocale('en')).toBe('en-AU')
})
