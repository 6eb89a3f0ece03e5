import { describe, expect, it, vi } from 'vitest'
import { apiKeyTexts } from '../../src/i18n/en/apiKeys.js'
import { slot } from '../../src/theme/slot.js'
import { createUi } from '../../src/theme/UiContext.js'

describe('how widgets look', () => {
  it('follows the system unless it is told a theme', () => {
    expect(createUi().theme).toBe('auto')
    expect(createUi({ appearance: { theme: 'dark' } }).theme).toBe('dark')
  })

  it('takes variables with and without their prefix', () => {
    const { variables } = createUi({ appearance: { variables: { accent: 'red', '--audiopod-radius-card': '0' } } })
    expect(variables).toEqual({ '--audiopod-accent': 'red', '--audiopod-radius-card': '0' })
  })

  it('puts a class of the page after its own, and gives up the guard against resets there', () => {
    const ui = createUi({ appearance: { classNames: { button: 'rounded-full' } } })
    expect(slot(ui, 'button', 'audiopod-button')).toEqual({ className: 'audiopod-button rounded-full', 'data-own': '' })
    expect(slot(ui, 'input', 'audiopod-input')).toEqual({ className: 'audiopod-input' })
    expect(slot(ui, 'dialog', 'audiopod-dialog', 'audiopod-secret-dialog')).not.toHaveProperty('data-own')
  })
})

describe('how widgets write', () => {
  it('is in the locale that is given, with the words that are there', () => {
    expect(createUi({ locale: 'de-DE' }, apiKeyTexts).t('keys.count', { count: 11_250 })).toBe('11.250 keys')
  })

  it('is the browser’s own where none is given and it is of the labels’ language', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr-FR', 'en-IN'])
    expect(createUi().forBrowser().locale).toBe('en-IN')
  })

  it('does not mix languages: with English words a German browser reads English dates', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-DE'])
    expect(createUi().forBrowser().locale).toBe('en')
  })

  it('is the same everywhere until the page has come alive', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-IN'])
    expect(createUi().number(1_234_567)).toBe('1,234,567')
    expect(createUi().forBrowser().number(1_234_567)).toBe('12,34,567')
  })
})
