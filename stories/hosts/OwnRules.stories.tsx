import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import type { Appearance, Slot } from '../../src/theme/appearance.js'
import { HostWidgets } from '../support/HostWidgets.js'

/** What a rule of the page says, and what a browser makes of it. */
const RULE = {
  margin: '3px',
  padding: '7px',
  'border-top': '2px dashed rgb(1, 2, 3)',
  'border-radius': '5px',
  'background-color': 'rgb(250, 240, 230)',
  color: 'rgb(4, 5, 6)',
  'font-size': '15px',
  'font-weight': '300',
  'letter-spacing': '1px',
  'line-height': '23px',
  'text-transform': 'capitalize',
} as const

const SLOTS = [
  'root', 'card', 'title', 'button', 'iconButton', 'input', 'notice', 'pill', 'dialog', 'menu', 'table', 'row', 'secret',
] as const satisfies readonly Slot[]
const classNames: Appearance['classNames'] = Object.fromEntries(SLOTS.map((slot) => [slot, `host-${slot}`]))

/**
 * A class of yours on a slot, and one rule for it outside of layers: it wins over ours, without `!important`. The rules here are the
 * test's: they are made to differ from ours, not to be looked at.
 */
const meta = {
  title: 'Hosts/OwnRules',
  component: HostWidgets,
  parameters: { width: 640, provider: { maxRetries: 0, appearance: { classNames } }, a11y: { test: 'off' } },
} satisfies Meta<typeof HostWidgets>
export default meta

type Story = StoryObj<typeof meta>

const css = SLOTS.map((slot) => `.host-${slot} { ${Object.entries(RULE).map(([name, value]) => `${name}: ${value}`).join('; ')} }`).join('\n')

export const Win: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.get', { status: 500, times: Infinity })
  },
  render: () => (
    <>
      <style>{css}</style>
      <HostWidgets />
    </>
  ),
  async play({ canvas, canvasElement }) {
    const seen = new Set<Slot>()
    const lost = new Set<string>()
    /** Looks at each slot that is there now. */
    const look = () => {
      for (const slot of SLOTS) {
        for (const element of canvasElement.querySelectorAll(`.host-${slot}`)) {
          seen.add(slot)
          const style = getComputedStyle(element)
          for (const [name, value] of Object.entries(RULE)) {
            // Where a dialog and the large button stand is ours; the browser's own is the line height of a choice.
            if (name === 'margin' && element.matches('dialog, .audiopod-speech-controls > button')) continue
            if (name === 'line-height' && element.matches('select')) continue
            const found = style.getPropertyValue(name)
            if (found !== value) lost.add(`${slot} (${element.className}) ${name}: ${found}`)
          }
        }
      }
    }
    await canvas.findAllByRole('rowheader')
    await canvas.findByRole('radio', { checked: true })
    await canvas.findByRole('combobox', { name: /Voice/ })
    await canvas.findByRole('button', { name: 'Try again' })
    look()
    const [actions] = canvas.getAllByRole('button', { name: /^Actions for/ })
    if (!actions) throw new Error('no menu')
    await userEvent.click(actions)
    await waitFor(() => expect(canvas.getByRole('menu')).toBeVisible())
    look()
    await userEvent.keyboard('{Escape}')
    await userEvent.click(canvas.getByRole('button', { name: 'Create key' }))
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Name' }), 'Staging{Enter}')
    await canvas.findByRole('dialog', { name: 'Save “Staging” now.' })
    look()
    await expect([...lost]).toEqual([])
    await expect(SLOTS.filter((slot) => !seen.has(slot))).toEqual([])
  },
}
