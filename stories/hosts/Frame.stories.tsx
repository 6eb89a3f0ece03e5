import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { FrameHost } from '../support/FrameHost.js'
import { HostWidgets } from '../support/HostWidgets.js'
import { inFrame, tryWidgets } from '../support/inFrame.js'

/**
 * Widgets in a frame's document, into which the page around it renders by `createPortal`: give the document the stylesheet. A page of
 * its own in a frame needs nothing.
 */
const meta = {
  title: 'Hosts/Frame',
  component: FrameHost,
  args: {
    title: 'A page in a frame',
    css: 'main { padding: 16px; font: 16px/1.5 system-ui, sans-serif }',
    children: (
      <main>
        <h1>A page in a frame</h1>
        <HostWidgets />
      </main>
    ),
  },
  parameters: { width: 640, provider: { maxRetries: 0 } },
  async play({ canvasElement }) {
    const inside = await inFrame(canvasElement)
    await tryWidgets(inside)
    await expect(inside.page.querySelector('.audiopod')?.ownerDocument).not.toBe(document)
  },
} satisfies Meta<typeof FrameHost>
export default meta

type Story = StoryObj<typeof meta>

export const SameOrigin: Story = {}

/** Scripts and forms of this origin alone: no pop-ups, no downloads, no leaving the page. */
export const Sandboxed: Story = { args: { sandbox: 'allow-same-origin allow-scripts allow-forms' } }

export const Column: Story = { parameters: { width: 240 } }
