import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { ApiKeySecret, type CreatedApiKey } from '../src/index.js'
import { allowCopying, refuseCopying, restoreCopying } from './support/clipboard.js'

/** Made here, of nothing: no story holds anything shaped like a key. */
function makeKey(): CreatedApiKey {
  const secret = ['ap', Array.from({ length: 32 }, (_, i) => ((i * 7 + 3) % 36).toString(36)).join('')].join('_')
  return { id: 'key-staging', name: 'Staging', status: 'active', secret }
}

const meta = {
  title: 'Widgets/ApiKeySecret',
  component: ApiKeySecret,
  parameters: { width: 640 },
  args: { apiKey: { id: 'key-staging', status: 'active', secret: '' }, onDone: fn() },
  beforeEach: () => restoreCopying,
  render: function Render({ onDone }) {
    const [created, setCreated] = useState<CreatedApiKey | undefined>(makeKey)
    if (!created) return <p>The page goes on.</p>
    return (
      <ApiKeySecret
        apiKey={created}
        onDone={(isCopied) => {
          setCreated(undefined)
          onDone(isCopied)
        }}
      />
    )
  },
} satisfies Meta<typeof ApiKeySecret>
export default meta

type Story = StoryObj<typeof meta>

async function panel(canvas: ReturnType<typeof within>) {
  const dialog = await canvas.findByRole('dialog', { name: 'Save “Staging” now.' })
  await waitFor(() => expect(dialog).toBeVisible())
  return within(dialog)
}

export const NotCopied: Story = {
  async play({ canvas, args }) {
    const dialog = await panel(canvas)
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Copy key' })).toHaveFocus())
    await userEvent.keyboard('{Escape}{Escape}')
    await expect(dialog.getByRole('group', { name: 'API key' })).toBeVisible()
    await expect(args.onDone).not.toHaveBeenCalled()
  },
}

export const Narrow: Story = { parameters: { width: 240 } }
export const Dark: Story = { globals: { theme: 'dark' } }

export const Copied: Story = {
  async play({ canvas, args }) {
    const copied = allowCopying()
    const dialog = await panel(canvas)
    const secret = dialog.getByRole('group', { name: 'API key' }).textContent
    await userEvent.keyboard('{Enter}')
    await dialog.findByRole('button', { name: 'Copied' })
    await expect(copied()).toBe(secret)
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(args.onDone).toHaveBeenCalledWith(true))
  },
}

export const CopyBlocked: Story = {
  async play({ canvas }) {
    refuseCopying()
    const dialog = await panel(canvas)
    await userEvent.keyboard('{Enter}')
    await expect(await dialog.findByText(/^Your browser blocked copying/, { selector: '.audiopod-notice *' })).toBeVisible()
    await expect(document.getSelection()?.toString()).toBe(dialog.getByRole('group', { name: 'API key' }).textContent)
  },
}

export const ClosingWithoutACopyAsksOnce: Story = {
  async play({ canvas, args }) {
    const dialog = await panel(canvas)
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await expect(args.onDone).not.toHaveBeenCalled()
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Copy key' })).toHaveFocus())
    await userEvent.click(dialog.getByRole('button', { name: 'Close without it' }))
    await waitFor(() => expect(args.onDone).toHaveBeenCalledWith(false))
    await expect(canvas.getByText('The page goes on.')).toBeVisible()
  },
}
