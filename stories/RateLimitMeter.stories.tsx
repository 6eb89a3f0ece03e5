import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { useCredits } from '../src/index.js'
import { RateLimitMeter } from '../src/components/RateLimitMeter/RateLimitMeter.js'
import { RateLimitMeterView } from '../src/components/RateLimitMeter/RateLimitMeterView.js'

const meta = {
  title: 'Widgets/RateLimitMeter',
  component: RateLimitMeter,
  parameters: { width: 480, provider: { maxRetries: 0 } },
} satisfies Meta<typeof RateLimitMeter>
export default meta

type Story = StoryObj<typeof meta>

const seconds = (count: number) => new Date(Date.now() + count * 1000).toISOString()

function ARequest() {
  useCredits()
  return null
}

/* On a simulated account */

export const AfterARequest: Story = {
  render: (args) => (
    <>
      <ARequest />
      <RateLimitMeter {...args} />
    </>
  ),
  async play({ canvas }) {
    const meter = await canvas.findByRole('meter', { name: 'Requests left' })
    await expect(meter).toHaveAttribute('aria-valuenow', '99')
    await expect(meter).toHaveAttribute('aria-valuetext', '99 of 100 requests left')
    await expect(canvas.getByText(/^Resets in /)).toBeVisible()
  },
}

export const NothingReported: Story = {
  async play({ canvas }) {
    await expect(canvas.getByText(/^No limit reported yet\./)).toBeVisible()
    await expect(canvas.queryByRole('meter')).toBeNull()
  },
}

/* States that take time to reach, of the view alone */

export const Known: Story = {
  render: (args) => <RateLimitMeterView {...args} data={{ limit: 1000, remaining: 640, resetAt: seconds(42) }} />,
  async play({ canvas }) {
    await expect(canvas.getByText(/Resets in 4\d s\./)).toBeVisible()
  },
}

export const Low: Story = {
  render: (args) => <RateLimitMeterView {...args} data={{ limit: 100, remaining: 6, resetAt: seconds(95) }} />,
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByText(/Resets in 1 min 3\d s\./)).toBeVisible()
    await expect(canvasElement.querySelector('.audiopod')).toHaveAttribute('data-state', 'low')
  },
}

export const Spent: Story = {
  render: (args) => <RateLimitMeterView {...args} data={{ limit: 100, remaining: 0, resetAt: seconds(24) }} />,
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByText('No requests left.')).toBeVisible()
    // The digits that change each second are in no live region; the region has those of the start.
    await waitFor(() => expect(canvasElement.querySelector('[aria-live]')).toHaveTextContent(/Resets in 2\d s\./))
  },
}

export const Paused: Story = {
  render: (args) => <RateLimitMeterView {...args} data={{ limit: 100, pausedUntil: seconds(24) }} />,
  async play({ canvas }) {
    await expect(canvas.getByText(/New requests go out in 2\d s\./, { selector: '.audiopod-notice-body' })).toBeVisible()
    await expect(canvas.queryByRole('meter')).toBeNull()
  },
}

export const Renewed: Story = {
  render: (args) => <RateLimitMeterView {...args} data={{ limit: 100, remaining: 3, resetAt: seconds(-5) }} />,
  async play({ canvas }) {
    await expect(canvas.getByText(/^The limit was reset\./)).toBeVisible()
    await expect(canvas.queryByRole('meter')).toBeNull()
    await expect(canvas.queryByText(/^3 /)).toBeNull()
  },
}

export const OnlyWhatIsLeftReported: Story = {
  render: (args) => <RateLimitMeterView {...args} data={{ remaining: 58 }} />,
  async play({ canvas }) {
    await expect(canvas.getByText('The next reset was not reported.')).toBeVisible()
    await expect(canvas.queryByRole('meter')).toBeNull()
  },
}

export const OnlyTheLimitReported: Story = {
  render: (args) => <RateLimitMeterView {...args} data={{ limit: 1000 }} />,
  async play({ canvas }) {
    await expect(canvas.getByText(/requests until each reset/)).toBeVisible()
  },
}

export const Narrow: Story = {
  ...Spent,
  parameters: { width: 240 },
}
