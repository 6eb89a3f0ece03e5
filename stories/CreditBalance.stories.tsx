import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { NetworkError, RateLimitError } from '../src/index.js'
import { CreditBalance } from '../src/components/CreditBalance/CreditBalance.js'
import { CreditBalanceView } from '../src/components/CreditBalance/CreditBalanceView.js'

const meta = {
  title: 'Widgets/CreditBalance',
  component: CreditBalance,
  args: { onAddFunds: fn() },
  parameters: { width: 480, provider: { maxRetries: 0 } },
} satisfies Meta<typeof CreditBalance>
export default meta

type Story = StoryObj<typeof meta>

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString()
const day = 24 * 60
const plan = { perMonth: 40_000, nextResetAt: minutes(8 * day), lastResetAt: minutes(-22 * day) }

/* On a simulated account */

export const Loaded: Story = {
  async play({ canvas, args }) {
    await expect(await canvas.findByText('11,250')).toBeVisible()
    await expect(canvas.getByText('About 22,500 characters of speech')).toBeVisible()
    await expect(canvas.getByRole('meter', { name: 'Monthly credits left' })).toHaveAttribute('aria-valuenow', '8200')
    await expect(canvas.getByText('Pay as you go').nextSibling).toHaveTextContent('3,050')
    await expect(canvas.getByText('Next reset').nextSibling).not.toBeEmptyDOMElement()
    await userEvent.click(canvas.getByRole('button', { name: 'Add funds' }))
    await expect(args.onAddFunds).toHaveBeenCalledTimes(1)
  },
}

export const Low: Story = {
  parameters: { simulator: { credits: { ...plan, subscription: 1200, payAsYouGo: 0 } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Low balance.')).toBeVisible()
  },
}

export const LowByTheAppsOwnThreshold: Story = {
  args: { lowBalance: 20_000 },
  async play({ canvas }) {
    await expect(await canvas.findByText('Low balance.')).toBeVisible()
  },
}

export const Empty: Story = {
  parameters: { simulator: { credits: { ...plan, subscription: 0, payAsYouGo: 0 } } },
  async play({ canvas }) {
    await expect(await canvas.findByText('Out of credits.')).toBeVisible()
    await expect(canvas.getByRole('meter')).toHaveAttribute('aria-valuenow', '0')
  },
}

export const Loading: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.get', { delay: Infinity, times: Infinity })
  },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('.audiopod')).toHaveAttribute('aria-busy', 'true')
    await expect(canvasElement.querySelectorAll('.audiopod-skeleton')).toHaveLength(8)
  },
}

const failOnce: NonNullable<Meta['beforeEach']> = ({ simulator }) => {
  simulator.fail('credits.get', { status: 500, times: 1 })
}

export const Failed: Story = { beforeEach: failOnce }

export const FailedThenTriedAgain: Story = {
  beforeEach: failOnce,
  async play({ canvas }) {
    await expect(await canvas.findByText('Could not load the balance.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(await canvas.findByText('11,250')).toBeVisible()
    await expect(canvas.queryByText('Could not load the balance.')).toBeNull()
    // The button that had the focus is gone.
    await expect(canvas.getByRole('region', { name: 'Credit balance' })).toHaveFocus()
  },
}

export const NoAccess: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.get', { status: 403, times: Infinity })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('You do not have access to the balance.')).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

const holdBack: NonNullable<Meta['beforeEach']> = ({ simulator }) => {
  simulator.fail('credits.get', { status: 429, headers: { 'Retry-After': '24' }, times: 1 })
}

export const Waiting: Story = {
  parameters: { provider: { maxRetries: 3 } },
  beforeEach: holdBack,
  async play({ canvas }) {
    await expect(await canvas.findByText(/Trying again in 2\d s\./, { selector: '.audiopod-notice-body' })).toBeVisible()
  },
}

export const WaitingThenTriedNow: Story = {
  parameters: { provider: { maxRetries: 3 } },
  beforeEach: holdBack,
  async play({ canvas }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again now' }))
    await expect(await canvas.findByText('11,250')).toBeVisible()
  },
}

export const Badge: Story = {
  args: { variant: 'badge' },
  async play({ canvas }) {
    await expect(await canvas.findByText('11,250 credits')).toBeVisible()
  },
}

export const BadgeLow: Story = {
  args: { variant: 'badge' },
  parameters: { simulator: { credits: { ...plan, subscription: 1200, payAsYouGo: 0 } } },
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: 'Add funds' })).toBeVisible()
  },
}

export const BadgeFailed: Story = {
  args: { variant: 'badge' },
  beforeEach: failOnce,
  async play({ canvas }) {
    await expect(await canvas.findByText('Balance not known', { exact: false })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Refresh' })).toBeVisible()
  },
}

export const Narrow: Story = {
  parameters: { width: 240, simulator: { credits: { ...plan, subscription: 1200, payAsYouGo: 0 } } },
  async play({ canvas, canvasElement }) {
    await canvas.findByText('Low balance.')
    await waitFor(() => expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth))
  },
}

/* States that take time to reach, of the view alone */

const view = {
  data: { totalAvailable: 11_250, subscription: 8200, payAsYouGo: 3050, ...plan },
  error: undefined,
  isLoading: false,
  isValidating: false,
  retry: undefined,
  updatedAt: minutes(0),
  onRefresh: fn(),
}

export const Stale: Story = {
  render: (args) => <CreditBalanceView {...view} {...args} updatedAt={minutes(-6)} />,
  async play({ canvas }) {
    await expect(canvas.getByText(/^Updated/)).toHaveTextContent('Updated 6 min ago')
    await userEvent.click(canvas.getByRole('button', { name: 'Refresh' }))
    await expect(view.onRefresh).toHaveBeenCalledTimes(1)
  },
}

export const RefreshFailed: Story = {
  render: (args) => (
    <CreditBalanceView {...view} {...args} error={new NetworkError('No answer.')} updatedAt={minutes(-6)} />
  ),
  async play({ canvas }) {
    await expect(canvas.getByText('11,250')).toBeVisible()
    await expect(canvas.getByText(/Showing what we last loaded/)).toBeVisible()
  },
}

export const RefreshHeldBack: Story = {
  render: (args) => (
    <CreditBalanceView
      {...view}
      {...args}
      error={new RateLimitError('Too many requests.', { retryAfter: 24 })}
      retry={{ attempt: 1, retryAt: minutes(0.4), now: fn() }}
    />
  ),
}

export const OnePartKnown: Story = {
  render: (args) => <CreditBalanceView {...view} {...args} data={{ subscription: 8200 }} />,
  async play({ canvas }) {
    await expect(canvas.getByRole('heading', { name: 'Subscription credits' })).toBeVisible()
    await expect(canvas.queryByRole('meter')).toBeNull()
    await expect(canvas.queryByText('Pay as you go')).toBeNull()
  },
}
