import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { SpeechGenerator } from '../../../src/components/SpeechGenerator/SpeechGenerator.js'
import { createKit, renderWithKit } from '../../support/renderWithKit.js'

const settings = { persistJobs: { text: true } } as const

test('a request that was lost in a reload stands in the inputs again, and can be sent again as it was', async () => {
  const user = userEvent.setup()
  const lost = createKit({}, settings)
  lost.simulator.fail('speech.create', { delay: Infinity })
  const { unmount } = renderWithKit(<SpeechGenerator defaultVoiceId="aura" />, lost)
  await user.type(screen.getByRole('textbox', { name: /text/i }), 'Good morning')
  await user.click(screen.getByRole('button', { name: 'Generate speech' }))
  await waitFor(() => expect(lost.count('speech.create')).toBe(1))
  unmount()

  const kit = createKit({ jobSeconds: 60 }, settings)
  renderWithKit(<SpeechGenerator defaultVoiceId="aura" />, kit)
  const again = await screen.findByRole('button', { name: 'Send the same again' })
  expect(screen.getByRole('textbox', { name: /text/i })).toHaveValue('Good morning')
  await user.click(again)
  await waitFor(() => expect(kit.count('speech.create')).toBe(1))
  const keyOf = ({ simulator }: typeof kit) =>
    simulator.state.requests.find(({ operation }) => operation === 'speech.create')?.idempotencyKey
  expect(keyOf(kit)).toBe(keyOf(lost))
})
