import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { CreditBalance } from '../src/index.js'
import { AudioPodDevtools } from '../src/devtools/AudioPodDevtools.js'

const isForProduction = process.env.NODE_ENV === 'production'

const meta = {
  title: 'Development/AudioPodDevtools',
  component: AudioPodDevtools,
  args: { position: 'bottom-right' },
  render: (args) => (
    <>
      <CreditBalance />
      <AudioPodDevtools {...args} />
      {isForProduction && (
        <p>This catalogue is built for production, where the developer tools show nothing. <code>npm run storybook</code> shows them.</p>
      )}
    </>
  ),
} satisfies Meta<typeof AudioPodDevtools>
export default meta

type Story = StoryObj<typeof meta>

/** They stand in a shadow root at the end of the page. */
async function tools() {
  const root = await waitFor(() => {
    const found = document.querySelector('[data-audiopod-devtools]')?.shadowRoot
    if (!found?.firstElementChild) throw new Error('not there yet')
    return found
  })
  return root
}

async function panel() {
  const root = await tools()
  return within(
    await waitFor(() => {
      const found = root.querySelector<HTMLElement>('[role="dialog"]')
      if (!found) throw new Error('not open')
      return found
    }),
  )
}

export const Closed: Story = {
  async play() {
    if (isForProduction) return
    const root = await tools()
    const button = root.querySelector<HTMLElement>('button.corner')!
    await userEvent.click(button)
    await panel()
    await expect(root.activeElement).toHaveAttribute('role', 'dialog')
    await userEvent.keyboard('{Escape}')
    await expect(root.querySelector('[role="dialog"]')).toBeNull()
    await expect(root.activeElement).toBe(button)
  },
}

export const Requests: Story = {
  args: { initialIsOpen: true },
  async play({ canvas }) {
    if (isForProduction) return
    await canvas.findByText('11,250')
    const shown = await panel()
    await expect(await shown.findByText('GET credits.get')).toBeVisible()
    await expect(await shown.findByText('99')).toBeVisible()
  },
}

export const AProvoked429: Story = {
  args: { initialIsOpen: true },
  async play({ canvas, simulator }) {
    if (isForProduction) return
    await canvas.findByText('11,250')
    const shown = await panel()
    await userEvent.click(shown.getByRole('button', { name: '429' }))
    await userEvent.click(shown.getByRole('tab', { name: /^Caches/ }))
    await userEvent.click(await shown.findByRole('button', { name: 'Invalidate credits.get' }))
    await userEvent.click(shown.getByRole('tab', { name: /^Requests/ }))
    await expect(await shown.findByText('provoked')).toBeVisible()
    await expect(await shown.findByText(/^\d+ s$/, { selector: '[data-tone="warn"] dd' })).toBeVisible()
    await expect(simulator.state.requests.filter(({ operation }) => operation === 'credits.get')).toHaveLength(1)
  },
}

export const Errors: Story = {
  args: { initialIsOpen: true },
  parameters: { provider: { maxRetries: 0 } },
  async play({ canvas }) {
    if (isForProduction) return
    await canvas.findByText('11,250')
    const shown = await panel()
    await userEvent.click(shown.getByRole('button', { name: '402' }))
    await userEvent.click(shown.getByRole('tab', { name: /^Caches/ }))
    await userEvent.click(await shown.findByRole('button', { name: 'Invalidate credits.get' }))
    await userEvent.click(shown.getByRole('tab', { name: /^Errors/ }))
    await expect(await shown.findByText('docs/errors/insufficient_credits.md')).toBeVisible()
  },
}
