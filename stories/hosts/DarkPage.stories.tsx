import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { FrameHost } from '../support/FrameHost.js'
import { HostWidgets } from '../support/HostWidgets.js'
import { inFrame, tryWidgets } from '../support/inFrame.js'

const css = `:root { color-scheme: dark; background: #0b0e14; color: #e4e8f0; font: 16px/1.6 system-ui, sans-serif }
  body { margin: 0 auto; max-width: 720px; padding: 24px } h1 { font-weight: 300 } a { color: #8ab8ff }
  input, button { background: #1a2030; color: inherit; border: 1px solid #7484a5; border-radius: 2px; padding: 8px; font: inherit }`

/** A page that is dark by a choice of its own, whatever the reader's system says, and says so: `appearance={{ theme: 'dark' }}`. */
const meta = {
  title: 'Hosts/DarkPage',
  component: FrameHost,
  parameters: { width: 800, provider: { maxRetries: 0, appearance: { theme: 'dark' } } },
  args: {
    title: 'A dark page',
    css,
    children: (
      <main>
        <h1>Night desk</h1>
        <p>
          A page of its own colours, with <a href="#link">a link</a>.
        </p>
        <p>
          <input aria-label="Of the page" defaultValue="A field of the page" /> <button type="button">A button of the page</button>
        </p>
        <HostWidgets />
      </main>
    ),
  },
  async play({ canvasElement }) {
    const inside = await inFrame(canvasElement)
    await tryWidgets(inside)
    const { page } = inside
    const looks = (selector: string) => getComputedStyle(page.querySelector(selector) ?? page.body)
    await expect(looks('.audiopod').colorScheme).toBe('dark')
    // What is the page's own stays so.
    await expect(looks('button').backgroundColor).toBe('rgb(26, 32, 48)')
    await expect(looks('h1').fontWeight).toBe('300')
    await expect(looks('a').color).toBe('rgb(138, 184, 255)')
  },
} satisfies Meta<typeof FrameHost>
export default meta

type Story = StoryObj<typeof meta>

export const Dark: Story = {}
export const Narrow: Story = { parameters: { width: 320 } }
