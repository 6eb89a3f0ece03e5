import { act, waitFor } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { ApiKeysView } from '../../src/components/ApiKeys/ApiKeysView.js'
import { CreditBalanceView } from '../../src/components/CreditBalance/CreditBalanceView.js'
import { RateLimitNotice } from '../../src/components/RateLimitNotice/RateLimitNotice.js'
import { RateLimitMeterView } from '../../src/components/RateLimitMeter/RateLimitMeterView.js'
import { WalletBalanceView } from '../../src/components/WalletBalance/WalletBalanceView.js'
import { UiProvider } from '../../src/theme/UiProvider.js'

const now = Date.parse('2026-11-23T23:59:58Z')
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
const day = 24 * 60
const idle = { error: undefined, isLoading: false, isValidating: false, retry: undefined, updatedAt: at(-6) }
const nothing = () => Promise.reject(new Error('not called'))

const page = () => (
  <UiProvider options={{}}>
    <CreditBalanceView {...idle} data={{ totalAvailable: 1_234_567, nextResetAt: at(8 * day) }} onRefresh={() => {}} />
    <ApiKeysView
      {...idle}
      create={nothing}
      data={[{ id: '1', name: 'CI', status: 'active', lastUsedAt: at(-5), createdAt: at(-90 * day), expiresAt: at(5 * day) }]}
      onLook={nothing}
      onRefresh={nothing}
      revoke={nothing}
    />
    <WalletBalanceView {...idle} data={{ balanceCents: 123_456_789, totalSpentCents: 5 }} onRefresh={() => {}} />
    <RateLimitMeterView data={{ limit: 100, remaining: 3, resetAt: at(2) }} />
    <RateLimitNotice retryAt={at(0.4)} />
  </UiProvider>
)

afterEach(() => {
  vi.useRealTimers()
})

it('what the server wrote is what the browser writes first, whatever its clock, time zone and language', async () => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  const container = document.createElement('div')
  container.innerHTML = renderToString(page())
  document.body.append(container)
  const written = container.textContent

  // The browser is elsewhere, speaks otherwise, and its clock is three days ahead.
  vi.setSystemTime(now + 3 * day * 60_000)
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-IN'])
  const onRecoverableError = vi.fn()
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  const root = await act(async () => hydrateRoot(container, page(), { onRecoverableError }))
  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(complaints).not.toHaveBeenCalled()

  // Alive, it speaks as its reader does.
  expect(written).toContain('1,234,567')
  expect(container.textContent).toContain('12,34,567')
  // How old the figures are comes with what widgets say in trouble.
  await waitFor(() => expect(container.textContent).toContain('Updated 3 days ago'))
  act(() => root.unmount())
  container.remove()
})
