import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, waitFor, type within } from 'storybook/test'
import { AudioPlayer } from '../../src/index.js'
import { INHERITED, unlike } from '../support/appearances.js'
import { HostWidgets } from '../support/HostWidgets.js'
import * as resets from '../support/resets.js'
import { toneUrl } from '../support/tone.js'
import { prevented, recordPage, watchPage } from '../support/watchPage.js'

const meta = {
  title: 'Hosts/Pages',
  component: HostWidgets,
  parameters: { width: 640, provider: { maxRetries: 0 } },
} satisfies Meta<typeof HostWidgets>
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

async function ready(canvas: Canvas) {
  await canvas.findAllByRole('rowheader')
  await canvas.findByRole('radio', { checked: true })
  await canvas.findByRole('combobox', { name: /Voice/ })
}

/** Does the same with all at rest, a dialog, a menu and the list of voices open. */
async function inEachState(canvas: Canvas, look: (state: string) => Promise<void>) {
  await ready(canvas)
  await look('at rest')
  await userEvent.click(canvas.getByRole('button', { name: 'Create key' }))
  await canvas.findByRole('dialog')
  await look('dialog')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
  const [actions] = canvas.getAllByRole('button', { name: /^Actions for/ })
  if (!actions) throw new Error('no menu')
  await userEvent.click(actions)
  await canvas.findByRole('menu')
  await look('menu')
  await userEvent.keyboard('{Escape}')
  await userEvent.click(canvas.getByRole('combobox', { name: /Voice/ }))
  await waitFor(() => expect(canvas.getAllByRole('option').length).toBeGreaterThan(3))
  await look('voices')
  await userEvent.keyboard('{Escape}')
}

/** What looks other than before once the page has this stylesheet too. */
function changedBy(css: string, root: HTMLElement, properties?: readonly string[]): string[] {
  const style = document.createElement('style')
  const changes = unlike(root, properties)
  style.textContent = css
  document.head.append(style)
  const found = changes()
  style.remove()
  return found
}

/** `* { box-sizing; margin; padding }`, `button { all: unset }`, loud element rules and Tailwind's preflight change nothing. */
export const WithResets: Story = {
  async play({ canvas, canvasElement }) {
    const changes: string[] = []
    await inEachState(canvas, async (state) => {
      for (const [name, css] of Object.entries(resets)) {
        for (const change of changedBy(css, canvasElement)) changes.push(`${name}, ${state}: ${change}`)
      }
    })
    await expect(changes.join('\n')).toBe('')
  },
}

/** How a page writes its own text does not come through to the widgets, but its font does, and its direction. */
export const WithinLoudText: Story = {
  async play({ canvas, canvasElement }) {
    const css = `.page { color: red; color-scheme: dark; font-size: 30px; font-style: italic; font-weight: 900; font-variant: small-caps;
      letter-spacing: 4px; line-height: 3; text-align: center; text-indent: 40px; text-shadow: 0 0 4px red; text-transform: uppercase;
      white-space: pre; word-break: break-all; word-spacing: 20px }`
    const changes: string[] = []
    await inEachState(canvas, async (state) => {
      for (const change of changedBy(css, canvasElement, INHERITED)) changes.push(`${state}: ${change}`)
    })
    await expect(changes.join('\n')).toBe('')
    const [fonts, directions] = [
      changedBy('.page { font-family: serif }', canvasElement, ['font-family']),
      changedBy('.page { direction: rtl }', canvasElement, ['direction']),
    ]
    await expect(fonts.filter((change) => change.startsWith('BUTTON'))).not.toEqual([])
    await expect(directions.filter((change) => change.startsWith('BUTTON'))).not.toEqual([])
  },
}

/** A menu goes with its button when the page is scrolled, and closes where the button is out of sight. */
export const Scrolled: Story = {
  async play({ canvas, canvasElement }) {
    await ready(canvas)
    const [actions] = canvas.getAllByRole('button', { name: /^Actions for/ })
    if (!actions) throw new Error('no menu')
    canvasElement.style.paddingBlockEnd = '200vh'
    const gap = () => canvas.getByRole('menu').getBoundingClientRect().top - actions.getBoundingClientRect().bottom
    actions.scrollIntoView({ block: 'center' })
    await userEvent.click(actions)
    await canvas.findByRole('menu')
    const [before, { top }] = [gap(), actions.getBoundingClientRect()]
    window.scrollBy(0, 40)
    await waitFor(() => expect(actions.getBoundingClientRect().top).toBe(top - 40))
    await waitFor(() => expect(gap()).toBeCloseTo(before))
    await expect(before).toBeLessThan(8)
    window.scrollTo(0, top + window.scrollY + 200)
    await waitFor(() => expect(canvas.queryByRole('menu')).toBeNull())
    canvasElement.style.paddingBlockEnd = ''
  },
}

/** Attributes, styles, nodes, scrolling, title, history and globals of the page are the same with a dialog and a menu open, and after. */
export const LeavesThePageAlone: Story = {
  async play({ canvas }) {
    await ready(canvas)
    const before = recordPage()
    await inEachState(canvas, () => expect(recordPage()).toEqual(before))
  },
}

/** Widgets used in every way and then taken away leave nothing behind: no node, attribute or listener in the way, and no lost focus. */
export const LeavesNothingBehind: Story = {
  render: function Render() {
    const [shown, setShown] = useState(false)
    return (
      <>
        <button type="button" onClick={() => setShown(!shown)} style={{ marginBlockEnd: 16 }}>
          {shown ? 'Take away' : 'Show'}
        </button>
        <input aria-label="The page’s own" />
        {shown && (
          <>
            <HostWidgets />
            <AudioPlayer src={toneUrl(1)} title="Tone" downloadName="Tone" />
          </>
        )}
      </>
    )
  },
  async play({ canvas }) {
    const own = canvas.getByRole('textbox', { name: 'The page’s own' })
    const before = recordPage()
    const untouched = prevented(own)
    const seen = watchPage()
    await userEvent.click(canvas.getByRole('button', { name: 'Show' }))
    await inEachState(canvas, async (state) => {
      if (state !== 'dialog') await expect(prevented(own)).toEqual(untouched)
    })
    await userEvent.click(canvas.getByRole('button', { name: 'Download' }))
    await userEvent.click(own)
    await expect(own).toHaveFocus()
    await expect(prevented(own)).toEqual(untouched)
    const actions = canvas.getAllByRole('button', { name: /^Actions for/ })[0]
    if (actions) await userEvent.click(actions)
    await canvas.findByRole('menu')
    // With a menu open: it goes with its widget.
    canvas.getByRole('button', { name: 'Take away' }).click()
    await waitFor(() => expect(document.querySelector('.audiopod')).toBeNull())
    await expect(recordPage()).toEqual(before)
    await expect(prevented(own)).toEqual(untouched)
    await expect(seen()).toEqual([])
    await expect(document.activeElement).toBe(document.body)
    await expect(getSelection()?.toString()).toBe('')
  },
}

/** Light or dark by the page: `theme: 'dark'` or `'auto'`. */
export const Dark: Story = { globals: { theme: 'dark' } }

export const Column: Story = { parameters: { width: 240 } }

export const FullPage: Story = { parameters: { width: 1280 } }
