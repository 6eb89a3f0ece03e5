import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fireEvent, fn, userEvent, waitFor } from 'storybook/test'
import {
  CostEstimate,
  SpeechProgress,
  SpeechSettings,
  type SpeechSettingsValue,
  useGenerateSpeech,
  VoicePicker,
} from '../src/index.js'
import { scenarios } from '../src/testing.js'

const meta = { title: 'Widgets/SpeechParts', parameters: { width: 320 } } satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

const onAddFunds = fn()

export const Cost: Story = {
  render: () => <CostEstimate text={'So it goes. '.repeat(20)} />,
  async play({ canvas }) {
    await expect(await canvas.findByText('About 120 credits')).toBeVisible()
    await expect(canvas.queryByText('Your balance may not cover this.')).toBeNull()
  },
}

export const CostBeyondTheBalance: Story = {
  parameters: { simulator: scenarios.outOfCredits },
  render: () => <CostEstimate text="So it goes." onAddFunds={onAddFunds} />,
  async play({ canvas }) {
    const add = await canvas.findByRole('button', { name: 'Add funds' })
    await userEvent.tab()
    await expect(add).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(onAddFunds).toHaveBeenCalled()
  },
}

export const Settings: Story = {
  render: function Render() {
    const [value, setValue] = useState<SpeechSettingsValue>({ format: 'mp3', speed: 1 })
    return (
      <>
        <SpeechSettings value={value} onChange={setValue} />
        <output style={{ display: 'block', marginBlockStart: 16, overflowWrap: 'anywhere' }}>{JSON.stringify(value)}</output>
      </>
    )
  },
  async play({ canvas }) {
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Format' }), 'wav')
    await expect(canvas.getByRole('status')).toHaveTextContent('{"format":"wav","speed":1}')
    await fireEvent.change(canvas.getByRole('slider', { name: 'Speed' }), { target: { value: '0' } })
    await expect(canvas.getByRole('status')).toHaveTextContent('{"format":"wav","speed":0.25}')
  },
}

export const Voice: Story = {
  render: function Render() {
    const [value, setValue] = useState<string>()
    return <VoicePicker value={value} onChange={setValue} />
  },
  async play({ canvas }) {
    const voice = () => canvas.getByRole('combobox', { name: 'Voice' })
    await userEvent.click(voice())
    await userEvent.click(await canvas.findByRole('option', { name: /Sage/ }))
    await waitFor(() => expect(voice()).toHaveValue('Sage'))
  },
}

export const Progress: Story = {
  parameters: { simulator: { jobSeconds: 30 } },
  render: function Render() {
    const speech = useGenerateSpeech()
    return (
      <>
        <button type="button" onClick={() => void speech.generate({ voiceId: 'aura', text: 'The tide had gone out.' })}>
          Speak
        </button>
        <SpeechProgress speech={speech} />
      </>
    )
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Speak' }))
    await canvas.findByRole('button', { name: 'Stop waiting' })
  },
}

export const ProgressStopped: Story = {
  ...Progress,
  async play(context) {
    await Progress.play?.(context)
    const { canvas } = context
    await userEvent.click(canvas.getByRole('button', { name: 'Stop waiting' }))
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Stop waiting' })).toBeNull())
  },
}
