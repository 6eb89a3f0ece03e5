import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TopUp, type TopUpProps } from '../../../src/components/TopUp/TopUp.js'
import { AudioPodProvider } from '../../../src/react/AudioPodProvider.js'
import { createSimulator } from '../../../src/testing.js'
import { createKit, renderWithKit } from '../../support/renderWithKit.js'

const button = (name: string) => screen.findByRole('button', { name })
const comeBack = () => act(() => void window.dispatchEvent(new Event('focus')))

const isTopUp = ({ operation }: { operation: string | undefined }) => operation === 'credits.topUp'

function start(props: Partial<TopUpProps> = {}, options: Parameters<typeof createKit>[0] = {}) {
  const kit = createKit(options, { maxRetries: 0 })
  const onCheckout = vi.fn()
  return { ...kit, onCheckout, ...renderWithKit(<TopUp onCheckout={onCheckout} {...props} />, kit) }
}

describe('pressed', () => {
  it('twice, it opens one checkout and goes there once', async () => {
    const { count, onCheckout } = start()
    const submit = await button('Go to checkout')
    // Both before the button has been rendered as busy.
    act(() => {
      submit.click()
      submit.click()
    })
    await waitFor(() => expect(onCheckout).toHaveBeenCalled())
    expect(count('credits.topUp')).toBe(1)
    expect(onCheckout).toHaveBeenCalledTimes(1)
  })

  it('sends nobody to a plain-http address elsewhere, nor to a script', async () => {
    for (const url of ['http://checkout.example/pay', 'javascript:alert(1)']) {
      const { simulator, onCheckout, unmount } = start()
      simulator.fail('credits.topUp', { status: 200, body: { url, session_id: 'cs_1' }, times: 1 })
      fireEvent.click(await button('Go to checkout'))
      await screen.findByText('The checkout cannot be opened here.')
      expect(onCheckout).not.toHaveBeenCalled()
      unmount()
    }
  })

  it('gives a session without an address to the app, where the app takes it', async () => {
    const onCheckoutSession = vi.fn()
    const { simulator } = start({ onCheckoutSession }, { dialect: { creditCheckout: 'session' } })
    fireEvent.click(await button('Go to checkout'))
    await waitFor(() => expect(onCheckoutSession).toHaveBeenCalledTimes(1))
    expect(onCheckoutSession.mock.calls[0]?.[0]).toBe(simulator.state.checkouts[0]?.sessionId)
    expect(await screen.findByText('Your checkout is open.')).toBeVisible()
  })

  it('takes nobody away from a page that no longer shows it', async () => {
    const { simulator, onCheckout, unmount } = start()
    fireEvent.click(await button('Go to checkout'))
    unmount()
    await waitFor(() => expect(simulator.state.requests.find(isTopUp)?.status).toBe(200))
    // The answer is read in a few turns.
    for (let turn = 0; turn < 50; turn++) await act(() => new Promise<void>((go) => setImmediate(go)))
    expect(onCheckout).not.toHaveBeenCalled()
    expect(sessionStorage).toHaveLength(0)
  })

  it('offers no amount beyond the account’s own limits, though the page asked for it', async () => {
    const { simulator } = start({ amounts: [500, 1500, 2500] })
    simulator.fail('credits.topUpLimits', {
      status: 200,
      body: { credits_per_dollar: 5000, min_amount_usd: 10, max_amount_usd: 20, currency: 'USD' },
      times: Infinity,
    })
    expect(await screen.findByRole('radio', { name: '$15.00' })).toBeChecked()
    expect(screen.getAllByRole('radio')).toHaveLength(2)
    expect(screen.getByText('75,000 credits')).toBeVisible()
  })

  it('says nothing of what it buys where the account does not tell its rate', async () => {
    const { simulator } = start()
    simulator.fail('credits.topUpLimits', { status: 200, body: { min_amount_usd: 1, max_amount_usd: 50 }, times: Infinity })
    await button('Go to checkout')
    expect(screen.queryByText('You get')).toBeNull()
  })
})

describe('back from the checkout', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  // Long enough for what waits its turn, and too short for the next look.
  const settle = () => act(() => vi.advanceTimersByTimeAsync(3000))
  const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
  const status = () => screen.getByRole('status').textContent

  async function open(props: Partial<TopUpProps> = {}) {
    const started = start(props)
    // React 18 renders an answer one turn later than 19.
    for (let turn = 0; turn < 3 && !screen.queryByRole('button', { name: 'Go to checkout' }); turn++) await settle()
    fireEvent.click(screen.getByRole('button', { name: 'Go to checkout' }))
    await settle()
    expect(status()).toMatch(/^Your checkout is open\./)
    const pay = () => {
      for (const { sessionId } of started.simulator.state.checkouts) started.simulator.state.payCheckout(sessionId)
    }
    return { ...started, pay }
  }

  it('finds a payment that is told a little later, without a press', async () => {
    const { pay } = await open()
    comeBack()
    await settle()
    expect(status()).toMatch(/^Your balance has not changed yet\./)
    pay()
    await pass(5000)
    expect(status()).toBe('Your balance has grown. It went from 11,250 credits to 198,750 credits.')
  })

  it('looks three times more, and then leaves it to the person', async () => {
    const { count } = await open()
    const before = count('credits.get')
    act(() => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })))
    for (const pause of [3000, 10_000, 20_000, 50_000, 600_000]) await pass(pause)
    expect(count('credits.get') - before).toBe(4)
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }))
    await settle()
    expect(count('credits.get') - before).toBe(5)
  })

  it('tells of the wallet in money', async () => {
    const { pay } = await open({ of: 'wallet' })
    pay()
    comeBack()
    await settle()
    expect(status()).toBe('Your balance has grown. It went from $18.75 to $43.75.')
  })
})

it('says on the page that the person comes back to what the payment has brought', async () => {
  const page = start()
  fireEvent.click(await button('Go to checkout'))
  await waitFor(() => expect(page.onCheckout).toHaveBeenCalledTimes(1))
  page.unmount()
  for (const { sessionId } of page.simulator.state.checkouts) page.simulator.state.payCheckout(sessionId)
  renderWithKit(<TopUp />, page)
  expect(await screen.findByText('Your balance has grown.')).toBeVisible()
})

it('says that a payment has not arrived yet, and finds it when it has', async () => {
  const page = start()
  fireEvent.click(await button('Go to checkout'))
  await waitFor(() => expect(page.onCheckout).toHaveBeenCalledTimes(1))
  page.unmount()
  renderWithKit(<TopUp />, page)
  const check = await button('Check again')
  for (const { sessionId } of page.simulator.state.checkouts) page.simulator.state.payCheckout(sessionId)
  fireEvent.click(check)
  expect(await screen.findByText('Your balance has grown.')).toBeVisible()
})

it('shows the next user no checkout of the one before', async () => {
  const simulator = createSimulator()
  const app = (userId: string) => (
    <AudioPodProvider endpoint="https://app.example/api/audiopod" fetch={simulator.fetch} userId={userId}>
      <TopUp onCheckout={() => {}} />
    </AudioPodProvider>
  )
  const { rerender } = render(app('ada'))
  fireEvent.click(await button('Go to checkout'))
  await screen.findByText('Your checkout is open.')
  rerender(app('ben'))
  await button('Go to checkout')
  expect(screen.queryByText('Your checkout is open.')).toBeNull()
})
