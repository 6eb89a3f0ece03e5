/** What stands below the button comes over a slow network: a job may have ended by then. */
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SpeechGenerator } from '../../../src/components/SpeechGenerator/SpeechGenerator.js'
import { createKit, renderWithKit } from '../../support/renderWithKit.js'

const network = vi.hoisted(() => {
  let arrive = () => {}
  const isThere = new Promise<void>((resolve) => (arrive = resolve))
  return { isThere, arrive }
})
vi.mock('../../../src/components/SpeechGenerator/BelowButton.js', async (load) => {
  await network.isThere
  return load()
})

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('a job that ended before its part of the widget was there is announced once, by a region that was empty before', async () => {
  const kit = createKit({ jobSeconds: 2 })
  const { container } = renderWithKit(<SpeechGenerator defaultText="Once" defaultVoiceId="aura" />, kit)
  /** What regions have said, in order. */
  const said: string[] = []
  const regions = () => container.querySelectorAll('[aria-live]')
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = target instanceof Element ? target.closest('[aria-live]') : target.parentElement?.closest('[aria-live]')
      if (region?.textContent) said.push(region.textContent)
    }
  })
  observer.observe(container, { subtree: true, childList: true, characterData: true })
  await pass(1000)
  fireEvent.click(screen.getByRole('button', { name: 'Generate speech' }))
  await pass(20_000)
  expect(kit.simulator.state.jobs.map(({ status }) => status)).toEqual(['completed'])
  expect(said).toEqual([])

  network.arrive()
  await act(() => import('../../../src/components/SpeechGenerator/BelowButton.js'))
  expect([...regions()].map(({ textContent }) => textContent)).toContain('')
  await pass(5000)
  await pass(60_000)
  expect(said.filter((text) => text === 'Your speech is ready.')).toEqual(['Your speech is ready.'])
  observer.disconnect()
})
