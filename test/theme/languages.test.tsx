import { act, render, screen } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CreditBalanceView } from '../../src/components/CreditBalance/CreditBalanceView.js'
import { labelsAr } from '../../src/i18n/labels.ar.js'
import { labelsDe } from '../../src/i18n/labels.de.js'
import { UiProvider } from '../../src/theme/UiProvider.js'
import type { UiOptions } from '../../src/theme/UiOptionsContext.js'

const idle = { error: undefined, isLoading: false, isValidating: false, retry: undefined, updatedAt: undefined }

function Balance({ options }: { options: UiOptions }) {
  return (
    <UiProvider options={options}>
      <CreditBalanceView {...idle} data={{ totalAvailable: 1_234_567 }} onAddFunds={() => {}} onRefresh={() => {}} />
    </UiProvider>
  )
}

const root = () => document.querySelector('.audiopod')

afterEach(() => {
  vi.doUnmock('../../src/i18n/loadLabels.js')
})

describe('a locale alone', () => {
  it('has the words of its language once they are there, and numbers as its region writes them', async () => {
    render(<Balance options={{ locale: 'de-AT' }} />)
    expect(await screen.findByText('Credit-Guthaben')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Guthaben aufladen' })).toBeInTheDocument()
    expect(root()?.textContent).toContain(`${new Intl.NumberFormat('de-AT').format(1_234_567)} Credits`)
    expect(root()).toHaveAttribute('lang', 'de')
  })

  it('is English with the numbers of its region where there are no words of its language', async () => {
    render(<Balance options={{ locale: 'hi-IN' }} />)
    await act(() => vi.dynamicImportSettled())
    expect(screen.getByText('Credit balance')).toBeInTheDocument()
    expect(root()).toHaveTextContent('12,34,567')
    expect(root()).toHaveAttribute('lang', 'en')
  })

  it('turns the widget round where its words go from right to left, and leaves it as the page is otherwise', async () => {
    const { rerender } = render(<Balance options={{ locale: 'ar-EG' }} />)
    await screen.findByText('رصيد النقاط')
    expect(root()).toHaveAttribute('dir', 'rtl')
    expect(root()).toHaveAttribute('lang', 'ar')
    rerender(<Balance options={{ locale: 'fr' }} />)
    await screen.findByText('Solde de crédits')
    expect(root()).not.toHaveAttribute('dir')
  })

  it('stays English where the words cannot be fetched', async () => {
    vi.resetModules()
    vi.doMock('../../src/i18n/loadLabels.js', () => ({
      loadLabels: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    }))
    const { wordsOf, english } = await import('../../src/i18n/languages.js')
    expect(wordsOf('es')).toBe(english)
    await vi.dynamicImportSettled()
    expect(wordsOf('es')).toBe(english)
  })
})

describe('labels of the app', () => {
  it('win over the words of the locale', async () => {
    render(<Balance options={{ locale: 'ja', labels: { 'common.add-funds': 'チャージ', 'credits.amount': { other: '{count} pt' } } }} />)
    expect(await screen.findByText('クレジット残高')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'チャージ' })).toBeInTheDocument()
    expect(root()).toHaveTextContent('1,234,567 pt')
  })

  it('in a language of their own are there at once, beside numbers of another locale', async () => {
    render(<Balance options={{ locale: 'fr', labels: labelsDe }} />)
    expect(screen.getByText('Credit-Guthaben')).toBeInTheDocument()
    await act(() => vi.dynamicImportSettled())
    expect(screen.getByText('Credit-Guthaben')).toBeInTheDocument()
    expect(root()?.textContent).toContain(new Intl.NumberFormat('fr').format(1_234_567))
  })

  it('keep the words English under a locale of another language, by saying that they are', async () => {
    render(<Balance options={{ locale: 'de', labels: { language: 'en' } }} />)
    await act(() => vi.dynamicImportSettled())
    expect(screen.getByText('Credit balance')).toBeInTheDocument()
    expect(root()).toHaveTextContent('1.234.567')
  })
})

describe('a page that the server wrote', () => {
  async function hydrate(options: UiOptions) {
    const container = document.createElement('div')
    container.innerHTML = renderToString(<Balance options={options} />)
    document.body.append(container)
    const written = container.textContent
    const onRecoverableError = vi.fn()
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const page = await act(async () => hydrateRoot(container, <Balance options={options} />, { onRecoverableError }))
    await act(() => vi.dynamicImportSettled())
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(complaints).not.toHaveBeenCalled()
    const shown = container.textContent
    act(() => page.unmount())
    container.remove()
    return { written, shown }
  }

  it('comes alive in English and goes over to the words of its locale, also where they are there already', async () => {
    for (let visit = 0; visit < 2; visit += 1) {
      const { written, shown } = await hydrate({ locale: 'es' })
      expect(written).toContain('Credit balance')
      expect(shown).toContain('Saldo de créditos')
    }
  })

  it('is in its language from the start with labels that are imported', async () => {
    const { written, shown } = await hydrate({ labels: labelsAr })
    expect(written).toContain('رصيد النقاط')
    expect(shown).toContain('رصيد النقاط')
  })
})
