import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { SpeechText } from '../src/index.js'

const meta = {
  title: 'Widgets/SpeechText',
  component: SpeechText,
  args: { value: 'The tide had gone out.', onChange: () => {} },
  parameters: { width: 480 },
  render: function Render({ value, ...props }) {
    const [text, setText] = useState(value)
    return <SpeechText {...props} value={text} onChange={setText} />
  },
} satisfies Meta<typeof SpeechText>
export default meta

type Story = StoryObj<typeof meta>

export const Plain: Story = {}

export const ADirectionByKeyboardAlone: Story = {
  async play({ canvas }) {
    const box = canvas.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
    box.focus()
    box.setSelectionRange(8, 8)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.getByRole('menuitem', { name: /half a second/ })).toHaveFocus())
    await userEvent.keyboard('l')
    await expect(canvas.getByRole('menuitem', { name: /^Laugh/ })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(box).toHaveValue('The tide [laugh] had gone out.'))
    await expect(box).toHaveFocus()
    await expect(box.selectionStart).toBe(16)
    // The undo of the browser itself, which Ctrl+Z asks for and no script's key press reaches.
    document.execCommand('undo')
    await waitFor(() => expect(box).toHaveValue('The tide had gone out.'))
    await expect(canvas.queryByRole('menu')).toBeNull()
  },
}

export const EscapeLeavesTheTextAlone: Story = {
  async play({ canvas }) {
    const box = canvas.getByRole('textbox', { name: 'Text' })
    await userEvent.click(canvas.getByRole('button', { name: 'Directions' }))
    await canvas.findByRole('menu')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Directions' })).toHaveFocus())
    await expect(box).toHaveValue('The tide had gone out.')
  },
}

export const MenuOpen: Story = {
  async play({ canvas }) {
    const button = () => canvas.getByRole('button', { name: 'Directions' })
    await userEvent.click(button())
    const menu = await canvas.findByRole('menu')
    // The button begins its row, so the menu begins with it where the window is wide enough.
    const { left, width } = menu.getBoundingClientRect()
    const room = document.documentElement.clientWidth - width - 4
    await expect(left).toBeCloseTo(Math.min(button().getBoundingClientRect().left, room), 0)
  },
}

export const ADirectionThatMayNotBeKnown: Story = {
  args: { value: '[sighs] The tide <break time="500"/> had gone out.' },
  async play({ canvas }) {
    const box = canvas.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
    const show = await canvas.findByRole('button', { name: 'Show in the text' }, { timeout: 5000 })
    // Once for the eye, and once in the live region.
    const said = /\[sighs\].* may not be known\. The sound is .*\[sigh\]/
    await waitFor(() => expect(canvas.getAllByText(said)).toHaveLength(2))
    await expect(canvas.getByText(/1 more place to look at\./)).toBeVisible()
    await expect(box).toBeValid()
    await userEvent.click(show)
    await expect([box.selectionStart, box.selectionEnd]).toEqual([0, 7])
    await userEvent.keyboard('[[sigh]')
    await waitFor(() => expect(canvas.getAllByText(/needs a time with its unit/)).toHaveLength(2), { timeout: 5000 })
  },
}

const longDirection = { value: '<break time="500"/> [a direction that nobody has closed, and that goes on for longer than a line' }
export const Narrow: Story = { args: longDirection, parameters: { width: 240 } }
export const Dark: Story = { args: longDirection, globals: { theme: 'dark' } }
export const RightToLeft: Story = {
  args: { value: 'ابتعد المدّ [sighs] أكثر مما يتذكر أي أحد.' },
  parameters: { locale: 'ar-EG', width: 320 },
  async play({ canvas }) {
    await canvas.findAllByText(/\[sigh\]/, undefined, { timeout: 5000 })
  },
}
