/** A press while the voices are on their way: it is kept, and goes once when there is a voice. */
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SpeechGenerator } from '../../../src/components/SpeechGenerator/SpeechGenerator.js'
import type { SimulatorOptions } from '../../../src/testing/options.js'
import type { Fault } from '../../../src/testing/faults.js'
import { createKit, type Kit, renderWithKit } from '../../support/renderWithKit.js'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
    await vi.dynamicImportSettled()
  })
const button = () => screen.getByRole('button', { name: 'Generate speech' })
const text = () => screen.getByRole('textbox', { name: 'Text' })
const spoken = ({ simulator }: Kit) => simulator.state.jobs.map(({ inputText }) => inputText)

/** Voices come after 5 seconds, as the fault says. */
async function setUp(fault: Fault = {}, options: SimulatorOptions = {}): Promise<Kit> {
  const kit = createKit({ jobSeconds: 600, ...options }, { maxRetries: 0 })
  kit.simulator.fail('voices.list', { delay: 5000, ...fault })
  renderWithKit(<SpeechGenerator defaultText="Once" />, kit)
  await pass(100)
  return kit
}

test('a press before the voices are there waits in sight, and starts one job when they are', async () => {
  const kit = await setUp()
  fireEvent.click(button())
  fireEvent.click(button())
  await pass(100)
  expect(button()).toHaveAttribute('aria-busy', 'true')
  expect(screen.getByText('Loading voices', { selector: '.audiopod-job-title' })).toBeVisible()
  expect(screen.queryByText('Choose a voice.')).toBeNull()

  fireEvent.click(button())
  fireEvent.keyDown(text(), { key: 'Enter', ctrlKey: true })
  await pass(6000)
  expect(spoken(kit)).toEqual(['Once'])
})

test('what is sent is the text as it stood at the press', async () => {
  const kit = await setUp()
  fireEvent.click(button())
  fireEvent.change(text(), { target: { value: 'Twice' } })
  await pass(6000)
  expect(spoken(kit)).toEqual(['Once'])
  expect(text()).toHaveValue('Twice')
})

test('a press that was taken back sends nothing', async () => {
  const kit = await setUp()
  fireEvent.click(button())
  await pass(100)
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  await pass(6000)
  expect(button()).not.toHaveAttribute('aria-busy')
  expect(spoken(kit)).toEqual([])
})

test('where the voices cannot be had, that is said at their field, and nothing is sent', async () => {
  const kit = await setUp({ status: 500 })
  fireEvent.click(button())
  await pass(6000)
  const picker = screen.getByRole('combobox', { name: 'Voice' })
  expect(picker).toHaveAccessibleDescription(/Could not load voices\./)
  expect(picker).toHaveFocus()
  expect(button()).not.toHaveAttribute('aria-busy')
  expect(kit.count('speech.create')).toBe(0)
})

test('nobody who writes on is taken away from the text by it', async () => {
  await setUp({ status: 500 })
  fireEvent.click(button())
  text().focus()
  await pass(6000)
  expect(text()).toHaveFocus()
  expect(screen.getByRole('combobox', { name: 'Voice' })).toBeInvalid()
})

test('an account without voices says so only once that is known', async () => {
  const kit = await setUp({}, { voices: [] })
  fireEvent.click(button())
  await pass(100)
  expect(screen.queryByText('There are no voices.')).toBeNull()
  await pass(6000)
  expect(screen.getByText('There are no voices.')).toBeVisible()
  expect(kit.count('speech.create')).toBe(0)
})
