import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import {
  ApiKeys,
  AudioPodProvider,
  CreditBalance,
  ErrorNotice,
  RateLimitMeter,
  RateLimitNotice,
  ServerError,
  TopUp,
  UsageChart,
  UsageTable,
  WalletBalance,
} from '../../src/index.js'

it('the widgets render where there is no window, as what they are while they load', () => {
  expect(typeof window).toBe('undefined')
  const html = renderToString(
    <AudioPodProvider endpoint="/api/audiopod">
      <CreditBalance />
      <CreditBalance variant="badge" />
      <WalletBalance />
      <TopUp />
      <TopUp of="wallet" />
      <RateLimitMeter />
      <ApiKeys />
      <UsageChart />
      <UsageTable />
      <ErrorNotice error={new ServerError('credits.get was answered 500.')} />
      <RateLimitNotice retryAt="2026-11-23T09:00:24Z" />
    </AudioPodProvider>,
  )
  expect(html).toContain('Credit balance')
  expect(html).toContain('Wallet balance')
  expect(html).toContain('Go to checkout')
  expect(html).toContain('No limit reported yet.')
  expect(html).toContain('Last used')
  expect(html).toContain('Usage')
  expect(html).toContain('Charges')
  expect(html).toContain('The service could not answer.')
  // A strict Content-Security-Policy would block one.
  expect(html).not.toContain(' style=')
})
