import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { ApiKeys, CreditBalance, SpeechGenerator } from '../src/index.js'

/** What the opening page shows. */
const meta = {
  title: 'Start/Widgets',
  tags: ['!dev', '!autodocs'],
  parameters: { simulator: { keys: 2, latency: [100, 300] } },
  render: () => (
    <div className="playground">
      <CreditBalance variant="badge" />
      <SpeechGenerator />
      <ApiKeys />
    </div>
  ),
} satisfies Meta
export default meta

export const Three: StoryObj<typeof meta> = {
  async play({ canvas }) {
    await expect(await canvas.findByText('11,250 credits')).toBeVisible()
    await expect(await canvas.findByRole('button', { name: 'Create key' })).toBeVisible()
  },
}
