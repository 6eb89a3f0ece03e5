import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactElement } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { AudioPlayer } from '../../src/index.js'
import { allowCopying, refuseCopying, restoreCopying } from '../support/clipboard.js'
import { HostWidgets } from '../support/HostWidgets.js'
import { ShadowHost } from '../support/ShadowHost.js'
import { toneUrl } from '../support/tone.js'

/**
 * Widgets in a shadow root, as in a custom element of yours: give the root the stylesheet, and nothing else. Styles of the page do not reach
 * them there; its `--audiopod-…` variables and its font do.
 */
function ShadowRoot({ mode = 'open' }: { mode?: 'open' | 'closed' }): ReactElement {
  return (
    <ShadowHost mode={mode}>
      <HostWidgets />
    </ShadowHost>
  )
}

const meta = {
  title: 'Hosts/ShadowRoot',
  component: ShadowRoot,
  parameters: { width: 640, provider: { maxRetries: 0 } },
  beforeEach: () => restoreCopying,
} satisfies Meta<typeof ShadowRoot>
export default meta

type Story = StoryObj<typeof meta>

/** What is in the shadow root of a story, once it is there. */
async function inShadow(canvasElement: HTMLElement) {
  const root = await waitFor(() => {
    const found = [...canvasElement.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot)?.shadowRoot
    if (!found?.querySelector('.audiopod')) throw new Error('nothing in a shadow root')
    return found
  })
  const inside = root.querySelector('div')
  if (!inside) throw new Error('nothing in it')
  return { root, shadow: within(inside) }
}

async function createKey(canvasElement: HTMLElement) {
  const { root, shadow } = await inShadow(canvasElement)
  await shadow.findAllByRole('rowheader')
  const opener = shadow.getByRole('button', { name: 'Create key' })
  await userEvent.click(opener)
  const form = within(await shadow.findByRole('dialog', { name: 'Create key' }))
  await expect(root.activeElement).toBe(form.getByRole('textbox', { name: 'Name' }))
  // What Testing Library types in a shadow root React does not hear of; a person's typing it does.
  await userEvent.click(form.getByRole('button', { name: 'Staging' }))
  await userEvent.click(form.getByRole('button', { name: 'Create key' }))
  const dialog = within(await shadow.findByRole('dialog', { name: 'Save “Staging” now.' }))
  return { root, shadow, opener, dialog }
}

export const Keys: Story = {
  async play({ canvasElement }) {
    const copied = allowCopying()
    const { root, shadow, opener, dialog } = await createKey(canvasElement)
    await userEvent.keyboard('{Escape}')
    await userEvent.click(dialog.getByRole('button', { name: 'Copy key' }))
    await waitFor(() => expect(dialog.getByText(/^Copied at/, { selector: '.audiopod-secret-status' })).toBeVisible())
    await expect(copied()).toBe(root.querySelector('.audiopod-secret')?.textContent)
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(shadow.queryByRole('dialog')).toBeNull())
    await expect(root.activeElement).toBe(opener)
  },
}

export const Menu: Story = {
  async play({ canvasElement }) {
    const { root, shadow } = await inShadow(canvasElement)
    const [button] = await shadow.findAllByRole('button', { name: /^Actions for/ })
    if (!button) throw new Error('no menu')
    button.focus()
    await userEvent.keyboard('{ArrowUp}')
    await expect(root.activeElement).toHaveTextContent('Revoke key')
    await userEvent.keyboard('{Escape}')
    await expect(root.activeElement).toBe(button)
    await userEvent.click(button)
    await userEvent.click(document.body)
    await expect(shadow.queryByRole('menu')).toBeNull()
    await userEvent.click(button)
    await userEvent.click(shadow.getByRole('menuitem', { name: /^Revoke/ }))
    const dialog = within(await shadow.findByRole('alertdialog'))
    await expect(root.activeElement).toHaveTextContent('Keep key')
    await userEvent.click(dialog.getByRole('button', { name: 'Keep key' }))
    await expect(root.activeElement).toBe(button)
  },
}

export const WithoutAClipboard: Story = {
  async play({ canvasElement }) {
    refuseCopying()
    const { root, dialog } = await createKey(canvasElement)
    await userEvent.click(dialog.getByRole('button', { name: 'Copy key' }))
    await waitFor(() => expect(dialog.getByText(/Your browser blocked copying/, { selector: '.audiopod-notice-body' })).toBeVisible())
    const secret = root.querySelector('.audiopod-secret')
    // What Ctrl+C copies, and what the kit is told of.
    await expect(getSelection()?.toString()).toBe(secret?.textContent)
    secret?.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, composed: true }))
    await waitFor(() => expect(dialog.getByText(/^Copied at/, { selector: '.audiopod-secret-status' })).toBeVisible())
  },
}

export const Voices: Story = {
  async play({ canvasElement }) {
    const { root, shadow } = await inShadow(canvasElement)
    const field = () => shadow.getByRole('combobox', { name: /Voice/ })
    await shadow.findByRole('combobox', { name: /Voice/ })
    await userEvent.click(field())
    await waitFor(() => expect(within(shadow.getByRole('listbox')).getAllByRole('option').length).toBeGreaterThan(1))
    await expect(root.activeElement).toBe(field())
  },
}

/** Also between widgets in the page and in a shadow root. */
export const OneSoundAtATime: Story = {
  render: () => (
    <div style={{ display: 'grid', gap: 16 }}>
      <AudioPlayer src={toneUrl(3)} title="In the page" />
      <ShadowHost>
        <AudioPlayer src={toneUrl(3)} title="In a shadow root" />
      </ShadowHost>
    </div>
  ),
  async play({ canvas, canvasElement }) {
    const { shadow } = await inShadow(canvasElement)
    const play = { name: 'Play' }
    await userEvent.click(await shadow.findByRole('button', play))
    await shadow.findByRole('button', { name: 'Pause' })
    await userEvent.click(await canvas.findByRole('button', play))
    await shadow.findByRole('button', play)
    await userEvent.click(shadow.getByRole('button', play))
    await canvas.findByRole('button', play)
    await userEvent.click(await shadow.findByRole('button', { name: 'Pause' }))
  },
}
