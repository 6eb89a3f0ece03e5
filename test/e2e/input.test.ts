/** What people do by accident, and what they may rightly type. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStage, type Stage } from './support/openStage.js'

/** The first sound of eSpeak takes a while on a busy machine. */
const SOON = { timeout: 15_000 }

let stage: Stage
let jobsBefore: number

beforeAll(async () => {
  // A job ends when its test says so: one that ended by itself would let a second press be a second wish.
  stage = await openStage({ jobSeconds: 600 })
})
afterAll(() => stage?.close())
beforeEach(() => {
  jobsBefore = stage.simulator.state.jobs.length
})

test('a double click makes one job', async () => {
  await text().fill('Once')
  await button().dblclick()
  await done()

  expect(newTexts()).toEqual(['Once'])
})

test('Enter twice on the button makes one job', async () => {
  await text().fill('Once more')
  await button().focus()
  await stage.page.keyboard.press('Enter')
  await stage.page.keyboard.press('Enter')
  await done()

  expect(newTexts()).toEqual(['Once more'])
})

test('Ctrl and Enter twice in the text makes one job', async () => {
  await text().fill('By keyboard')
  await text().focus()
  await stage.page.keyboard.press('Control+Enter')
  await stage.page.keyboard.press('Control+Enter')
  await done()

  expect(newTexts()).toEqual(['By keyboard'])
})

test.each([
  ['emoji', 'Well done 👩‍👩‍👧 🏳️‍🌈 é'],
  ['right-to-left', 'שלום עולם, مرحبا'],
  ['line breaks', 'One\nTwo\n\n  Three'],
  ['what forms encode', 'a+b & c=d %20 %% ; "quoted" <b>'],
  ['cues', '[whispering] Hush <break time="500ms"/> /ˈwʊstər/'],
])('%s arrive as they were typed', async (_, typed) => {
  await text().fill(typed)
  await button().click()
  await done()

  expect(newTexts()).toEqual([typed])
})

test('a text that is empty or too long is refused at its field, and nothing is sent', async () => {
  const before = stage.statusesOf('speech.create').length
  await text().fill('   ')
  await button().click()
  await stage.page.getByText('Type some text first.').waitFor()

  await text().fill('😀'.repeat(20_001))
  await stage.page.getByText('Shorten the text by 1 character.').waitFor()
  await button().click()
  expect(await text().getAttribute('aria-invalid')).toBe('true')

  expect(stage.statusesOf('speech.create')).toHaveLength(before)
})

test('an answer that is lost is told as such, and sending it again starts no second job', async () => {
  const { page, simulator, statusesOf } = stage
  const before = statusesOf('speech.create').length
  simulator.fail('speech.create', { status: 502, body: '<html><h1>Bad gateway</h1></html>', after: true })
  await text().fill('Into the dark')
  await button().click()
  await page.getByRole('alert').getByText('We lost the connection.').waitFor()

  expect(statusesOf('speech.create').slice(before)).toEqual([502])
  expect(await page.getByRole('alert').textContent()).not.toContain('<')
  await page.getByRole('button', { name: 'Send the same again' }).click()
  await expect.poll(() => stage.traffic.answers().filter((answer) => answer.endsWith('/generate 502')).length, SOON).toBe(2)

  expect(newTexts()).toEqual(['Into the dark'])
  expect(statusesOf('speech.create').slice(before)).toEqual([502])
})

test('nothing went wrong in the console, and no policy was broken', () => {
  expect(stage.traffic.complaints).toEqual([])
})

function text() {
  return stage.page.getByRole('textbox', { name: 'Text' })
}

function button() {
  return stage.page.getByRole('button', { name: 'Generate speech' })
}

/** Ends the job that this test started, and waits for its audio. */
async function done(): Promise<void> {
  const { state } = stage.simulator
  await expect.poll(() => state.jobs.length, SOON).toBeGreaterThan(jobsBefore)
  for (const { id } of state.jobs.slice(jobsBefore)) state.completeJob(id)
  await expect.poll(() => stage.page.locator('.audiopod-speech').getAttribute('data-state'), SOON).toBe('done')
}

/** What the jobs since the test began were asked to say. */
function newTexts(): string[] {
  return stage.simulator.state.jobs.slice(jobsBefore).map(({ inputText }) => inputText)
}
