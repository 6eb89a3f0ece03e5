import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { RateLimitError } from '../src/index.js'
import { RateLimitNotice } from '../src/components/RateLimitNotice/RateLimitNotice.js'

const meta = {
  title: 'Notices/RateLimitNotice',
  component: RateLimitNotice,
  args: { onRetryNow: fn(), onOver: fn() },
  parameters: { width: 640 },
} satisfies Meta<typeof RateLimitNotice>
export default meta

type Story = StoryObj<typeof meta>

const seconds = (count: number) => new Date(Date.now() + count * 1000).toISOString()
const visible = { selector: '.audiopod-notice-body' }

export const Timed: Story = {
  render: (args) => <RateLimitNotice {...args} retryAt={seconds(24)} />,
  async play({ canvas, canvasElement, args }) {
    await expect(canvas.getByText(/You can generate again in 2[345] s\./, visible)).toBeVisible()
    await expect(canvas.getByText(/Your text is kept\./, visible)).toBeVisible()
    // The digits that change each second are in no live region; the region has those of the start.
    const region = canvasElement.querySelector('[aria-live]')
    await waitFor(() => expect(region).toHaveTextContent(/You can generate again in 2[345] s\./))
    await expect(canvasElement.querySelectorAll('[aria-live], [role=status], [role=alert]')).toHaveLength(1)
    await userEvent.click(canvas.getByRole('button', { name: 'Try again now' }))
    await expect(args.onRetryNow).toHaveBeenCalledTimes(1)
  },
}

export const InMinutes: Story = {
  render: (args) => <RateLimitNotice {...args} retryAt={seconds(95)} />,
}

export const FromAnHourOnATimeOfDay: Story = {
  render: (args) => <RateLimitNotice {...args} retryAt={seconds(4000)} />,
  async play({ canvas }) {
    await expect(canvas.getByText(/You can generate again at \d/, visible)).toBeVisible()
  },
}

export const Untimed: Story = {
  args: { error: new RateLimitError('Too many requests.') },
  async play({ canvas }) {
    await expect(canvas.getByText(/Wait a moment, then try again\./, visible)).toBeVisible()
  },
}

const almost = { at: '' }
export const Over: Story = {
  beforeEach() {
    almost.at = seconds(1)
  },
  render: (args) => <RateLimitNotice {...args} retryAt={almost.at} />,
  async play({ canvas, args }) {
    await expect(await canvas.findByText('You can generate again.', {}, { timeout: 5000 })).toBeVisible()
    await expect(args.onOver).toHaveBeenCalledTimes(1)
  },
}

export const AWidgetThatTriesByItself: Story = {
  args: { purpose: 'retry' },
  render: (args) => <RateLimitNotice {...args} retryAt={seconds(24)} />,
  async play({ canvas }) {
    await expect(canvas.getByText(/Trying again in 2[345] s\./, visible)).toBeVisible()
  },
}

export const Narrow: Story = { ...Timed, parameters: { width: 240 } }
