import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, type within } from 'storybook/test'
import { unlike } from '../support/appearances.js'
import { HostWidgets } from '../support/HostWidgets.js'
import * as resets from '../support/resets.js'

const meta = {
  title: 'Hosts/Pages',
  component: HostWidgets,
  parameters: { width: 640, provider: { maxRetries: 0 } },
} satisfies Meta<typeof HostWidgets>
export default meta

type Story = StoryObj<typeof meta>

async function ready(canvas: ReturnType<typeof within>) {
  await canvas.findAllByRole('rowheader')
  await canvas.findByRole('radio', { checked: true })
  await canvas.findByRole('combobox', { name: /Voice/ })
}

/** What looks other than before once the page has each of these stylesheets too. */
async function changedByResets(root: HTMLElement): Promise<string[]> {
  const changes: string[] = []
  for (const [name, css] of Object.entries(resets)) {
    const style = document.createElement('style')
    const before = unlike(root)
    style.textContent = css
    document.head.append(style)
    for (const change of before()) changes.push(`${name}: ${change}`)
    style.remove()
  }
  return changes
}

/** `* { box-sizing; margin; padding }`, `button { all: unset }`, loud element rules and what Tailwind's preflight comes to change nothing. */
export const WithResets: Story = {
  async play({ canvas, canvasElement }) {
    await ready(canvas)
    await expect(await changedByResets(canvasElement)).toEqual([])
  },
}

/** The page as it is around the widgets. */
function record() {
  const { documentElement, body, head } = document
  const attributes = (element: Element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')
  const { overflow, position, paddingRight } = getComputedStyle(body)
  return {
    html: attributes(documentElement),
    body: attributes(body),
    styles: head.querySelectorAll('style, link').length,
    children: body.childElementCount,
    title: document.title,
    history: history.length,
    scroll: [overflow, position, paddingRight, getComputedStyle(documentElement).overflow].join(),
    globals: Object.keys(window).sort().join(),
  }
}

/** Attributes, styles, nodes, scrolling, title, history and globals of the page are the same with a dialog and a menu open, and after. */
export const LeavesThePageAlone: Story = {
  async play({ canvas }) {
    await ready(canvas)
    const before = record()
    await userEvent.click(canvas.getByRole('button', { name: 'Create key' }))
    await canvas.findByRole('dialog')
    await expect(record()).toEqual(before)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    const [actions] = canvas.getAllByRole('button', { name: /^Actions for/ })
    if (!actions) throw new Error('no menu')
    await userEvent.click(actions)
    await canvas.findByRole('menu')
    await expect(record()).toEqual(before)
    await userEvent.keyboard('{Escape}')
    await userEvent.click(canvas.getByRole('combobox', { name: /Voice/ }))
    await canvas.findByRole('listbox')
    await expect(record()).toEqual(before)
    await userEvent.keyboard('{Escape}')
  },
}

/** Light or dark by the page: `theme: 'dark'` or `'auto'`. */
export const Dark: Story = { globals: { theme: 'dark' } }

export const Column: Story = { parameters: { width: 240 } }

export const FullPage: Story = { parameters: { width: 1280 } }
