import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { CreateApiKeyDialog } from '../src/index.js'
import { allowCopying, restoreCopying } from './support/clipboard.js'

const meta = {
  title: 'Widgets/CreateApiKeyDialog',
  component: CreateApiKeyDialog,
  parameters: { width: 640, provider: { maxRetries: 0 } },
  args: { open: true, onOpenChange: fn(), onCreated: fn(), onCheckList: fn() },
  beforeEach: () => restoreCopying,
  render: function Render({ onOpenChange, ...props }) {
    const [open, setOpen] = useState(props.open)
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          New key
        </button>
        <CreateApiKeyDialog
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
} satisfies Meta<typeof CreateApiKeyDialog>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

async function form(canvas: Canvas) {
  const dialog = await canvas.findByRole('dialog', { name: 'Create key' })
  await waitFor(() => expect(dialog).toBeVisible())
  return within(dialog)
}

export const Idle: Story = {
  async play({ canvas }) {
    const dialog = await form(canvas)
    await waitFor(() => expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveFocus())
  },
}

export const Narrow: Story = { ...Idle, parameters: { width: 240 } }

export const FocusGoesBackToWhatOpenedIt: Story = {
  args: { open: false },
  async play({ canvas, args }) {
    const opener = canvas.getByRole('button', { name: 'New key' })
    opener.focus()
    await userEvent.keyboard('{Enter}')
    const dialog = await form(canvas)
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(opener).toHaveFocus())
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false)
  },
}

export const WithoutAName: Story = {
  async play({ canvas, simulator }) {
    const dialog = await form(canvas)
    await userEvent.click(dialog.getByRole('button', { name: 'Create key' }))
    const name = dialog.getByRole('textbox', { name: 'Name' })
    await expect(name).toBeInvalid()
    await expect(name).toHaveFocus()
    await expect(simulator.state.requests.filter(({ operation }) => operation === 'apiKeys.create')).toHaveLength(0)
  },
}

export const RefusedAtAField: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.create', {
      status: 422,
      body: { detail: [{ loc: ['body', 'name'], msg: 'is already in use', type: 'value_error' }] },
    })
  },
  async play({ canvas }) {
    const dialog = await form(canvas)
    await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Staging{Enter}')
    await waitFor(() => expect(dialog.getByRole('textbox', { name: 'Name' })).toBeInvalid())
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Staging')
  },
}

export const NoAnswerCame: Story = {
  beforeEach({ simulator }) {
    simulator.fail('apiKeys.create', { status: 504 })
  },
  async play({ canvas, args, simulator }) {
    let dialog = await form(canvas)
    await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Staging{Enter}')
    await canvas.findByText('We lost the connection.')
    dialog = await form(canvas)
    await userEvent.click(dialog.getByRole('button', { name: 'Check the list' }))
    await expect(args.onCheckList).toHaveBeenCalledWith('Staging')
    // It was not sent again.
    await expect(simulator.state.requests.filter(({ operation }) => operation === 'apiKeys.create')).toHaveLength(1)
  },
}

export const FromNameToSecret: Story = {
  async play({ canvas, args }) {
    const copied = allowCopying()
    const dialog = await form(canvas)
    await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Staging{Enter}')
    const shown = within(await canvas.findByRole('dialog', { name: 'Save “Staging” now.' }))
    const secret = shown.getByRole('group', { name: 'API key' }).textContent ?? ''
    await userEvent.click(shown.getByRole('button', { name: 'Copy key' }))
    await shown.findByRole('button', { name: 'Copied' })
    await expect(copied()).toBe(secret)
    await userEvent.click(shown.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(args.onCreated).toHaveBeenCalledOnce())
    await expect(document.documentElement.outerHTML).not.toContain(secret)
  },
}
