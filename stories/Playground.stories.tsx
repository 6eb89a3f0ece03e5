import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import {
  ApiKeys,
  CreditBalance,
  RateLimitMeter,
  SpeechGenerator,
  TopUp,
  UsageChart,
  UsageTable,
  WalletBalance,
} from '../src/index.js'
import { optionsOf, readAccount, settingNames, usualAccount } from './support/accounts.js'

/**
 * Every widget on one simulated account. The toolbar sets that account: its plan, balance, keys, what goes wrong, and
 * how slow it is. Speech is made and paid for, keys come and go, and a reload begins anew.
 */
const meta = {
  title: 'Playground',
  tags: ['!autodocs'],
  parameters: {
    simulator: (globals: Record<string, unknown>) => optionsOf(readAccount(globals)),
    controls: { disable: true },
  },
  render: () => (
    <div className="playground">
      <CreditBalance variant="badge" />
      <SpeechGenerator />
      <div className="playground-cards">
        <CreditBalance />
        <TopUp onCheckout={() => {}} />
        <WalletBalance />
        <RateLimitMeter />
      </div>
      <ApiKeys />
      <UsageChart />
      <UsageTable pageSize={5} />
    </div>
  ),
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

export const Playground: Story = {
  async play({ canvas, globals }) {
    // Another account was chosen in the toolbar.
    if (settingNames.some((name) => readAccount(globals)[name] !== usualAccount[name])) return
    await expect(await canvas.findByText('11,250 credits')).toBeVisible()
    await expect(await canvas.findByText('Production App')).toBeVisible()
  },
}

export const OutOfCredits: Story = {
  globals: { balance: 'empty', keys: 'none' },
  async play({ canvas }) {
    await expect(await canvas.findByText('Out of credits.', { selector: '.audiopod-notice-title' })).toBeVisible()
    await expect(await canvas.findByText('No keys yet.')).toBeVisible()
  },
}

export const WithoutAConnection: Story = {
  globals: { fault: 'lost' },
  parameters: { provider: { maxRetries: 0 } },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getAllByText(/Could not load/).length).toBeGreaterThan(3), { timeout: 5000 })
  },
}
