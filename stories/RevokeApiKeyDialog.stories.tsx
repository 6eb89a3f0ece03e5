import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { type ApiKey, RevokeApiKeyDialog } from '../src/index.js'

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
const held = { id: 'key-staging', name: 'Staging', createdAt: days(-30), lastUsedAt: days(-3.01) }
const apiKey: ApiKey = { ...held, status: 'active', hint: 'ap_…k3Qz' }

const meta = {
  title: 'Widgets/RevokeApiKeyDialog',
  component: RevokeApiKeyDialog,
  parameters: { width: 640, provider: { maxRetries: 0 }, simulator: { keys: [held] } },
  args: { apiKey, open: true, onOpenChange: fn(), onRevoked: fn() },
  render: function Render({ onOpenChange, ...props }) {
    const [open, setOpen] = useState(props.open)
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Revoke Staging
        </button>
        <RevokeApiKeyDialog
          {...props}
          open={open}
          onOpenChange={(next) => {
            setOpen(next)
            onOpenChange(next)
          }}
        />
      </>
    )
  },
} satisfies Meta<typeof RevokeApiKeyDialog>
export default meta

type Story = StoryObj<typeof meta>

async function question(canvas: ReturnType<typeof within>) {
  const dialog = await canvas.findByRole('alertdialog', { name: 'Revoke “Staging”?' })
  await waitFor(() => expect(dialog).toBeVisible())
  return within(dialog)
}

export const Asks: Story = {
  async play({ canvas, simulator }) {
    const dialog = await question(canvas)
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Keep key' })).toHaveFocus())
    await expect(dialog.getByText('ap_…k3Qz')).toBeVisible()
    await expect(simulator.state.keys[0]?.status).toBe('active')
  },
}

export const Narrow: Story = { ...Asks, parameters: { width: 240 } }

export const NeverUsed: Story = {
  args: { apiKey: { id: held.id, name: 'Staging', status: 'active', neverUsed: true } },
}

export const EnterKeepsTheKey: Story = {
  args: { open: false },
  async play({ canvas, args, simulator }) {
    const opener = canvas.getByRole('button', { name: 'Revoke Staging' })
    opener.focus()
    await userEvent.keyboard('{Enter}')
    const dialog = await question(canvas)
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Keep key' })).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(opener).toHaveFocus())
    await expect(args.onRevoked).not.toHaveBeenCalled()
    await expect(simulator.state.keys[0]?.status).toBe('active')
  },
}

export const Revoked: Story = {
  async play({ canvas, args, simulator }) {
    const dialog = await question(canvas)
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await waitFor(() => expect(args.onRevoked).toHaveBeenCalledOnce())
    await expect(simulator.state.keys[0]?.status).toBe('revoked')
  },
}

export const GoneAlreadyCountsAsRevoked: Story = {
  args: { apiKey: { ...apiKey, id: 'key-of-yesterday' } },
  async play({ canvas, args }) {
    const dialog = await question(canvas)
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await waitFor(() => expect(args.onRevoked).toHaveBeenCalledOnce())
  },
}

export const Refused: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.revoke', { status: 500 })
  },
  async play({ canvas, args }) {
    const dialog = await question(canvas)
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await expect(await dialog.findByRole('alert')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Revoke key' })).toBeVisible()
    await expect(args.onRevoked).not.toHaveBeenCalled()
  },
}

export const NoAnswerCame: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.revoke', { status: 504 })
  },
  async play({ canvas }) {
    const dialog = await question(canvas)
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Check the list' })).toBeVisible())
  },
}
