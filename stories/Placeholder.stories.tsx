import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { useCredits } from '../src/index.js'

function Placeholder() {
  const { data, error } = useCredits()
  return <p>{error ? error.code : (data?.totalAvailable ?? 'loading')}</p>
}

const meta: Meta<typeof Placeholder> = { component: Placeholder }
export default meta
type Story = StoryObj<typeof Placeholder>

export const Loaded: Story = {
  parameters: { simulator: { credits: 1234 } },
  async play({ canvas }) {
    await expect(await canvas.findByText('1234')).toBeVisible()
  },
}

export const Failed: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.get', { status: 403 })
  },
  async play({ canvas, simulator }) {
    await expect(await canvas.findByText('forbidden')).toBeVisible()
    await expect(simulator.state.requests).toHaveLength(1)
  },
}
