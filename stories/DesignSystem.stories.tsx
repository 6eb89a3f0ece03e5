import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test'
import { ApiKeys, SpeechGenerator } from '../src/index.js'
import { AcmeKeys } from './support/acme/AcmeKeys.js'
import { acmeRenders } from './support/acme/acmeRenders.js'
import { AcmeSpeech } from './support/acme/AcmeSpeech.js'
import { AcmeUsage } from './support/acme/AcmeUsage.js'
import { charge } from './support/charges.js'
import { allowCopying, restoreCopying } from './support/clipboard.js'

/** Two ways to bring a design system of one's own: hooks under its elements, or its elements in the widgets. */
const meta = {
  title: 'Guides/Your design system',
  parameters: { width: 480, provider: { maxRetries: 0 }, simulator: { jobSeconds: 1 } },
  beforeEach: () => restoreCopying,
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>
type Canvas = ReturnType<typeof within>

/** Tab, until the focus is on it. */
async function tabTo(canvas: Canvas, role: string, name: RegExp | string) {
  const wanted = await canvas.findByRole(role, { name }, { timeout: 15_000 })
  for (let i = 0; i < 60 && document.activeElement !== wanted; i++) await userEvent.tab()
  await expect(wanted).toHaveFocus()
}

export const HooksForSpeech: Story = {
  render: () => <AcmeSpeech />,
  async play({ canvas, simulator }) {
    await canvas.findByRole('radio', { name: 'Aura' })
    await tabTo(canvas, 'button', 'Speak')
    await userEvent.keyboard('{Enter}')
    // What is wrong has the focus, and is said.
    const text = canvas.getByRole('textbox', { name: 'Your words' })
    await waitFor(() => expect(text).toHaveFocus())
    await expect(text).toHaveAccessibleDescription(/^Type some text first/)
    await userEvent.keyboard('The tide had gone out.')
    await expect(text).toHaveAccessibleDescription(/19,978 left/)
    await expect(text).toHaveAccessibleDescription(/11 credits/)
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect(text).toHaveValue('The tide had gone out. <break time="500ms"/>')
    await expect(text).toHaveFocus()
    await userEvent.keyboard(' [[laughs]')
    await expect(await canvas.findByText(/laugh\]/)).toBeVisible()
    await tabTo(canvas, 'button', 'Show me')
    await userEvent.keyboard('{Enter}')
    await expect(text).toHaveFocus()
    await userEvent.keyboard('{Backspace}')

    // The file and the pace: a control of each kind, from a hook.
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Kind of file' }), 'wav')
    const pace = canvas.getByRole('slider', { name: 'Pace' })
    await expect(pace).toHaveAttribute('aria-valuetext', '1x')
    await tabTo(canvas, 'slider', 'Pace')
    await fireEvent.change(pace, { target: { value: Number(pace.getAttribute('value')) + 5 } })
    await expect(pace).toHaveAttribute('aria-valuetext', '1.25x')

    await tabTo(canvas, 'searchbox', 'Find a voice')
    await userEvent.keyboard('sage')
    await waitFor(() => expect(canvas.getAllByRole('radio')).toHaveLength(1))
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await expect(canvas.getByRole('radio', { name: 'Sage' })).toBeChecked()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect(await canvas.findByRole('button', { name: /^(Wait no longer|Cancel)$/ })).toBeVisible()

    await tabTo(canvas, 'button', 'Listen')
    const player = within(canvas.getByRole('group', { name: 'Acme player' }))
    const place = player.getByRole('slider', { name: 'Place' })
    await waitFor(() => expect(place).toBeEnabled())
    place.focus()
    await userEvent.keyboard('{End}')
    await waitFor(() => expect(place).not.toHaveValue('0'))
    await userEvent.keyboard('{Home}')
    await waitFor(() => expect(place).toHaveValue('0'))
    await tabTo(canvas, 'button', '1 times')
    await userEvent.keyboard('{Enter}')
    await expect(player.getByRole('button', { name: '1.25 times' })).toHaveFocus()

    await tabTo(canvas, 'button', /^Drop /)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.getByText('0 made')).toHaveFocus())
    await expect(simulator.state.requests.filter(({ operation }) => operation === 'speech.create')).toHaveLength(1)
    await expect(canvas.getByRole('combobox', { name: 'Kind of file' })).toHaveValue('wav')
  },
}

const usage = [charge(0, 0, 120), charge(1, 1, 40), charge(2, 1, 15), charge(3, 2, 300), charge(4, 30, 9)]

export const HooksForUsage: Story = {
  parameters: { simulator: { usage } },
  render: () => <AcmeUsage />,
  async play({ canvas }) {
    await canvas.findByText('475 credits in 14 days')
    const days = canvas.getAllByRole('option')
    await expect(days).toHaveLength(14)
    await tabTo(canvas, 'option', /^Today so far: 120 credits$/)
    await userEvent.keyboard('{ArrowLeft}')
    await expect(days[12]).toHaveFocus()
    await expect(days[12]).toHaveAttribute('aria-selected', 'true')
    await expect(canvas.getByText(/^\w{3} \d+(, \d{4})?: 55 credits$/)).toBeVisible()
    await userEvent.keyboard('{Home}{ArrowLeft}')
    await expect(days[0]).toHaveFocus()
    // The charges in rows; the focus goes on where the button has gone.
    await expect(canvas.getByText('Transcription: 300')).toBeVisible()
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(3)
    await tabTo(canvas, 'button', '3 of 5: 2 more')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(5))
    await expect(canvas.queryByRole('button')).toBeNull()
    await expect(canvas.getAllByRole('row')[3]).toHaveFocus()
  },
}

const keys = [{ id: 'key-ci', name: 'CI', createdAt: '2026-01-01T00:00:00Z' }]

export const HooksForKeys: Story = {
  parameters: { simulator: { keys } },
  render: () => <AcmeKeys />,
  async play({ canvas, simulator }) {
    const copied = allowCopying()
    await tabTo(canvas, 'button', 'Make a key')
    await userEvent.keyboard('{Enter}')
    const name = canvas.getByRole('textbox', { name: 'Name of the key' })
    await waitFor(() => expect(name).toHaveFocus())
    await expect(name).toBeInvalid()
    await userEvent.keyboard('Staging{Enter}')
    const secret = (await canvas.findByLabelText('The key')).textContent ?? ''
    await expect(secret).toMatch(/^ap_/)
    await tabTo(canvas, 'button', 'I have it')
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByText('You have no copy of it.')).toBeVisible()
    await tabTo(canvas, 'button', 'Copy it')
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByText('Copied.')).toBeVisible()
    await expect(copied()).toBe(secret)
    await tabTo(canvas, 'button', 'I have it')
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByText(/^Staging/)).toBeVisible()
    await expect(document.documentElement.outerHTML).not.toContain(secret)
    await tabTo(canvas, 'button', 'End CI')
    await userEvent.keyboard('{Enter}')
    await tabTo(canvas, 'button', 'End it now')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(canvas.queryByText(/^CI/)).toBeNull())
    await expect(simulator.state.keys.find(({ id }) => id === 'key-ci')?.status).toBe('revoked')
  },
}

const withRenders = { maxRetries: 0, appearance: { render: acmeRenders } }

export const ElementsInSpeechGenerator: Story = {
  parameters: { provider: withRenders },
  render: () => <SpeechGenerator defaultVoiceId="aura" />,
  async play({ canvas, canvasElement }) {
    await expect(canvasElement.querySelector('.audiopod-button, .audiopod-input, .audiopod-card, .audiopod-title')).toBeNull()
    await tabTo(canvas, 'button', 'Generate speech')
    await userEvent.keyboard('{Enter}')
    const text = canvas.getByRole('textbox', { name: 'Text' })
    await waitFor(() => expect(text).toHaveFocus())
    await expect(text).toHaveAccessibleDescription(/Type some text first/)
    await userEvent.keyboard('The tide had gone out.')
    // The list of voices is fetched, and drives an input that is not ours.
    await tabTo(canvas, 'combobox', 'Voice')
    const voice = () => canvas.getByRole('combobox', { name: 'Voice' })
    await userEvent.keyboard('sag')
    await expect(await canvas.findByRole('option', { name: /Sage/ })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(voice()).toHaveValue('Sage'))
    await expect(voice()).toHaveAttribute('data-acme', 'input')
    // Nothing lies over an input whose padding we do not know: what is known of the voice is the field's help.
    await expect(canvasElement.querySelectorAll('.audiopod-voice > .audiopod-voice-face, .audiopod-voice-about')).toHaveLength(0)
    await expect(voice()).toHaveAccessibleDescription(/^English · Male/)
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect(await canvas.findByRole('button', { name: 'Generate speech' })).toHaveAttribute('aria-disabled', 'true')
    await expect(await canvas.findByRole('slider', { name: 'Position' }, { timeout: 15_000 })).toBeInTheDocument()
  },
}

export const ElementsInApiKeys: Story = {
  parameters: { provider: withRenders, simulator: { keys } },
  render: () => <ApiKeys />,
  async play({ canvas }) {
    await canvas.findByText('CI')
    await tabTo(canvas, 'button', 'Create key')
    await userEvent.keyboard('{Enter}')
    const dialog = within(await canvas.findByRole('dialog', { name: 'Create key' }))
    const name = dialog.getByRole('textbox', { name: 'Name' })
    await waitFor(() => expect(name).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(name).toBeInvalid())
    await expect(name).toHaveAttribute('data-acme', 'input')
    await userEvent.keyboard('Staging{Enter}')
    const shown = within(await canvas.findByRole('dialog', { name: 'Save “Staging” now.' }))
    await waitFor(() => expect(shown.getByRole('button', { name: 'Copy key' })).toHaveFocus())
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect(await shown.findByText(/You have not copied this key/, { selector: '[data-acme] *' })).toBeVisible()
  },
}
