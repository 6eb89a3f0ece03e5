import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { ApiKeys } from '../../src/components/ApiKeys/ApiKeys.js'
import { SpeechGenerator } from '../../src/components/SpeechGenerator/SpeechGenerator.js'
import { AudioPodProvider } from '../../src/react/AudioPodProvider.js'
import { createSimulator } from '../../src/testing.js'

function startApp() {
  const simulator = createSimulator()
  const app = (userId: string | undefined, shows = { keys: true, speech: true }) => (
    <AudioPodProvider endpoint="https://app.example/api/audiopod" userId={userId} fetch={simulator.fetch}>
      {shows.keys && <ApiKeys />}
      {shows.speech && <SpeechGenerator />}
    </AudioPodProvider>
  )
  return app
}

const shownSecret = () => document.querySelector('.audiopod-secret')?.textContent
const typed = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' }).value

async function createKey() {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Create key' }))
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Laptop{Enter}')
  await screen.findByRole('button', { name: 'Copy key' })
}

it.each([['another user', 'ben'], ['nobody', undefined]])('shows %s no secret of the user before', async (_, next) => {
  const app = startApp()
  const { rerender } = render(app('ada'))
  await createKey()
  expect(shownSecret()).toMatch(/^ap_/)
  rerender(app(next))
  expect(shownSecret()).toBeUndefined()
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('takes away with its user a secret that had outlived its widget', async () => {
  const app = startApp()
  const { rerender } = render(app('ada'))
  await createKey()
  rerender(app('ada', { keys: false, speech: true }))
  expect(shownSecret()).toMatch(/^ap_/)
  rerender(app('ben', { keys: false, speech: true }))
  expect(shownSecret()).toBeUndefined()
})

it('gives the next user an empty draft, and leaves theirs to who signs in after typing', async () => {
  const app = startApp()
  const { rerender } = render(app(undefined))
  await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), 'Dear diary')
  rerender(app('ada'))
  expect(typed()).toBe('Dear diary')
  rerender(app('ben'))
  expect(typed()).toBe('')
})
