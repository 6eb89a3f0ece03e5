import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { NetworkError } from '../src/index.js'
import { WalletBalance } from '../src/components/WalletBalance/WalletBalance.js'
import { WalletBalanceView } from '../src/components/WalletBalance/WalletBalanceView.js'

const meta = {
  title: 'Widgets/WalletBalance',
  component: WalletBalance,
  args: { onAddFunds: fn() },
  parameters: { width: 480, provider: { maxRetries: 0 } },
} satisfies Meta<typeof WalletBalance>
export default meta

type Story = StoryObj<typeof meta>

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString()

/* On a simulated account */

export const Loaded: Story = {
  async play({ canvas, args }) {
    await expect(await canvas.findByText('$18.75')).toBeVisible()
    await expect(canvas.getByText('About 468 minutes of speech')).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Wallet balance' })).toBeVisible()
    await expect(canvas.getByText('Spent so far').nextSibling).toHaveTextContent('$31.25')
    await userEvent.click(canvas.getByRole('button', { name: 'Add funds' }))
    await expect(args.onAddFunds).toHaveBeenCalledTimes(1)
  },
}

export const InGerman: Story = {
  parameters: { provider: { locale: 'de-DE' } },
  async play({ canvas }) {
    await expect(await canvas.findByText(/^18,75\s\$$/)).toBeVisible()
  },
}

export const LowByTheAccount: Story = {
  parameters: { simulator: { wallet: 420 } },
  async play({ canvas }) {
    await expect(await canvas.findByText('$4.20')).toBeVisible()
    await expect(canvas.getByText('About 105 minutes of speech')).toBeVisible()
    await expect(canvas.getByText('Low balance.')).toBeVisible()
  },
}

export const LowByTheAppsOwnThreshold: Story = {
  args: { lowBalance: 5000 },
  async play({ canvas }) {
    await expect(await canvas.findByText('Low balance.')).toBeVisible()
  },
}

export const Empty: Story = {
  parameters: { simulator: { wallet: 0 } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Out of funds.')).toBeVisible()
    await expect(canvas.queryByText(/minutes of speech/)).toBeNull()
  },
}

export const Overdrawn: Story = {
  render: (args) => <WalletBalanceView {...view} {...args} data={{ balanceCents: -120 }} />,
  async play({ canvas }) {
    await expect(canvas.getByText('-$1.20')).toBeVisible()
    await expect(canvas.getByText('Out of funds.')).toBeVisible()
  },
}

export const ALinkInPlaceOfTheButton: Story = {
  args: { addFunds: <a href="#billing">Billing</a> },
  async play({ canvas }) {
    await expect(await canvas.findByRole('link', { name: 'Billing' })).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

export const Loading: Story = {
  beforeEach({ simulator }) {
    simulator.fail('wallet.get', { delay: Infinity, times: Infinity })
  },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('.audiopod')).toHaveAttribute('aria-busy', 'true')
    await expect(canvasElement.querySelectorAll('.audiopod-skeleton')).toHaveLength(3)
  },
}

const failOnce: NonNullable<Meta['beforeEach']> = ({ simulator }) => {
  simulator.fail('wallet.get', { status: 500, times: 1 })
}

export const Failed: Story = {
  beforeEach: failOnce,
  async play({ canvas }) {
    await expect(await canvas.findByText('Could not load the balance.')).toBeVisible()
  },
}

export const FailedThenTriedAgain: Story = {
  beforeEach: failOnce,
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }))
    await expect(await canvas.findByText('$18.75')).toBeVisible()
    await expect(canvas.queryByText('Could not load the balance.')).toBeNull()
  },
}

export const NoAccess: Story = {
  beforeEach({ simulator }) {
    simulator.fail('wallet.get', { status: 403, times: Infinity })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('You do not have access to the balance.')).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

export const Waiting: Story = {
  parameters: { provider: { maxRetries: 3 } },
  beforeEach({ simulator }) {
    simulator.fail('wallet.get', { status: 429, headers: { 'Retry-After': '24' }, times: 1 })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText(/Trying again in 2\d s\./, { selector: '.audiopod-notice-body' })).toBeVisible()
  },
}

export const Narrow: Story = {
  parameters: { width: 240, simulator: { wallet: { balanceCents: 123_456_789, lowBalanceCents: 200_000_000 } } },
  async play({ canvas, canvasElement }) {
    await expect(await canvas.findByText('$1,234,567.89')).toBeVisible()
    await waitFor(() => expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth))
  },
}

/* States that take time to reach, of the view alone */

const view = {
  data: { balanceCents: 1875, totalSpentCents: 3125, lowBalance: false },
  error: undefined,
  isLoading: false,
  isValidating: false,
  retry: undefined,
  updatedAt: minutes(0),
  onRefresh: fn(),
}

export const Stale: Story = {
  render: (args) => <WalletBalanceView {...view} {...args} updatedAt={minutes(-6)} />,
  async play({ canvas }) {
    await expect(canvas.getByText(/^Updated/)).toHaveTextContent('Updated 6 min ago')
    await userEvent.click(canvas.getByRole('button', { name: 'Refresh' }))
    await expect(view.onRefresh).toHaveBeenCalledTimes(1)
  },
}

export const RefreshFailed: Story = {
  render: (args) => (
    <WalletBalanceView {...view} {...args} error={new NetworkError('No answer.')} updatedAt={minutes(-6)} />
  ),
  async play({ canvas }) {
    await expect(canvas.getByText('$18.75')).toBeVisible()
    await expect(canvas.getByText(/Showing what we last loaded/)).toBeVisible()
  },
}
