/** A reload in each state that a job can be in: it is paid for once at most, and what is shown afterwards is true. */
import type { BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Traffic } from './support/recordTraffic.js'
import { measureAudio } from './support/measureAudio.js'
import { openStage, type Stage } from './support/openStage.js'

const SOON = { timeout: 15_000 }
const TEXT = 'What was asked for before the reload.'

let stage: Stage
let page: Page
let context: BrowserContext
let traffic: Traffic
let before: { jobs: number; requests: number; reserved: number }
/** A job ends when its test says so. */
let jobSeconds: number
const complaints: string[] = []

beforeAll(async () => {
  stage = await openStage({ plan: 10_000, jobSeconds: () => jobSeconds })
})
afterAll(() => stage?.close())
beforeEach(() => {
  const { jobs, requests, credits } = stage.simulator.state
  before = { jobs: jobs.length, requests: requests.length, reserved: credits.reserved }
  jobSeconds = 600
})
afterEach(async () => {
  complaints.push(...traffic.complaints)
  await context.close()
})

const phase = () => page.locator('.audiopod-speech').getAttribute('data-state')
const alert = () => page.getByRole('alert')
const job = () => stage.simulator.state.jobs[before.jobs]
const jobsMade = () => stage.simulator.state.jobs.length - before.jobs
/** What of an operation has reached the account in this test. */
const sent = (operation: string) =>
  stage.simulator.state.requests.slice(before.requests).filter((request) => request.operation === operation)
const listed = () => page.getByRole('list', { name: 'Jobs' }).getByRole('listitem')

async function open(options?: { text: boolean }): Promise<void> {
  ;({ page, context, traffic } = await stage.openKitPage(options))
  await page.getByRole('textbox', { name: 'Text' }).fill(TEXT)
  // A limit that is spent before the voices are there would hold them back, and be over when they come.
  await page.getByRole('combobox', { name: 'Voice' }).and(page.locator('[value]:not([value=""])')).waitFor()
}

async function generate(): Promise<void> {
  await page.getByRole('button', { name: 'Generate speech' }).click()
}

/** Refused by the rate limit, for longer than it takes to reload. */
async function waitForTheLimit(): Promise<void> {
  stage.simulator.state.setRateLimit({ remaining: 0, resetInSeconds: 6 })
  await generate()
  await expect.poll(phase, SOON).toBe('held')
}

/** The request arrives, and the connection breaks before its answer does. Resolves with its `Idempotency-Key`. */
async function loseTheAnswer(): Promise<string | undefined> {
  let key: string | undefined
  const lose = async (route: Route) => {
    key = route.request().headers()['idempotency-key']
    await route.fetch()
    await route.abort()
  }
  await page.route('**/generate', lose, { times: 1 })
  await generate()
  await expect.poll(phase, SOON).toBe('unknown')
  return key
}

async function heard(): Promise<void> {
  await page.locator('audio[src]').first().waitFor({ state: 'attached' })
  expect((await measureAudio(page)).loudness).toBeGreaterThan(0.01)
}

test('submitting: what was sent may have been charged, and the page says so', async () => {
  await open()
  stage.simulator.fail('speech.create', { delay: 5000 })
  await generate()
  await expect.poll(() => sent('speech.create').length, SOON).toBe(1)
  expect(await phase()).toBe('starting')
  await page.reload()
  await expect.poll(phase, SOON).toBe('unknown')

  // Nothing is left to send again: without its text the app was told to keep ids and figures only.
  expect(await alert().textContent()).toContain('Check your balance')
  expect(await page.getByRole('button', { name: 'Send the same again' }).count()).toBe(0)
  await expect.poll(() => sent('speech.create').map(({ status }) => status), SOON).toEqual([200])
  expect(jobsMade()).toBe(1)
})

test('submitting, with its text kept: sent again, the first answer comes, and the sound', async () => {
  await open({ text: true })
  stage.simulator.fail('speech.create', { delay: 5000 })
  await generate()
  await expect.poll(() => sent('speech.create').length, SOON).toBe(1)
  await page.reload()
  await expect.poll(phase, SOON).toBe('unknown')
  expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(TEXT)
  await page.getByRole('button', { name: 'Send the same again' }).click()
  await expect.poll(phase, SOON).toBe('queued')
  stage.simulator.state.completeJob(job()?.id ?? '')
  await heard()

  expect(sent('speech.create')).toHaveLength(1)
  expect(jobsMade()).toBe(1)
})

test('waiting: nothing was sent, and the page says so', async () => {
  await open()
  await waitForTheLimit()
  await page.reload()
  await expect.poll(phase, SOON).toBe('unsent')

  expect(await alert().textContent()).toContain('Nothing is charged.')
  await page.getByText('Production App').waitFor()
  // A press that comes before the limit is known is refused; none is accepted.
  expect(sent('speech.create').every(({ status }) => status === 429)).toBe(true)
  expect(jobsMade()).toBe(0)
})

test('waiting, with its text kept: a press sends it', async () => {
  await open({ text: true })
  await waitForTheLimit()
  await page.reload()
  await expect.poll(phase, SOON).toBe('unsent')
  expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(TEXT)
  await page.getByText('Production App').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(phase, SOON).toBe('queued')

  expect(jobsMade()).toBe(1)
})

test('pending: followed to its end', async () => {
  await open()
  await generate()
  await expect.poll(phase, SOON).toBe('queued')
  await page.reload()
  await page.getByText(/^Still working on/).waitFor()
  expect(await phase()).toBe('queued')
  stage.simulator.state.completeJob(job()?.id ?? '')
  await heard()

  expect(jobsMade()).toBe(1)
})

test('processing: followed to its end', async () => {
  await open()
  jobSeconds = 12
  await generate()
  await expect.poll(phase, SOON).toBe('generating')
  await page.reload()
  await page.getByText(/^Still working on/).waitFor()
  await expect.poll(phase, SOON).toBe('generating')
  stage.simulator.state.completeJob(job()?.id ?? '')
  await heard()

  expect(jobsMade()).toBe(1)
})

test('completed: its sound is one press away, and nothing is asked for before', async () => {
  await open()
  await generate()
  await expect.poll(jobsMade, SOON).toBe(1)
  stage.simulator.state.completeJob(job()?.id ?? '')
  await heard()
  const polls = sent('speech.get').length
  await page.reload()
  await listed().getByText('completed').waitFor()
  expect(sent('speech.get')).toHaveLength(polls)
  await page.getByRole('button', { name: 'Ask again' }).click()
  await heard()

  expect(sent('speech.get')).toHaveLength(polls + 1)
  expect(jobsMade()).toBe(1)
})

test('failed: over, and its credits are back', async () => {
  await open()
  await generate()
  await expect.poll(jobsMade, SOON).toBe(1)
  stage.simulator.state.failJob(job()?.id ?? '')
  await expect.poll(phase, SOON).toBe('failed')
  const polls = sent('speech.get').length
  await page.reload()
  await listed().getByText('failed').waitFor()

  expect(sent('speech.get')).toHaveLength(polls)
  expect(jobsMade()).toBe(1)
  expect(stage.simulator.state.credits.reserved).toBe(before.reserved)
})

test('cancelled: nobody waits for it again', async () => {
  await open()
  await generate()
  await expect.poll(phase, SOON).toBe('queued')
  await page.getByRole('button', { name: 'Stop waiting' }).click()
  await expect.poll(phase, SOON).toBe('stopped')
  const polls = sent('speech.get').length
  await page.reload()
  await listed().first().waitFor()
  await page.waitForLoadState('networkidle')

  expect(await phase()).toBe('idle')
  expect(sent('speech.get')).toHaveLength(polls)
  expect(jobsMade()).toBe(1)
})

test('unknown: still so', async () => {
  await open()
  await loseTheAnswer()
  await page.reload()
  await expect.poll(phase, SOON).toBe('unknown')

  expect(await alert().textContent()).toContain('may have been started, and charged')
  expect(jobsMade()).toBe(1)
})

test('unknown, with its text kept: what is sent again has the same key, and costs nothing twice', async () => {
  await open({ text: true })
  const key = await loseTheAnswer()
  const keys: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') keys.push(request.headers()['idempotency-key'])
  })
  await page.reload()
  await expect.poll(phase, SOON).toBe('unknown')
  await page.getByRole('button', { name: 'Send the same again' }).click()
  await expect.poll(phase, SOON).toBe('queued')
  stage.simulator.state.completeJob(job()?.id ?? '')
  await heard()

  expect(keys).toEqual([key])
  expect(jobsMade()).toBe(1)
  expect(sent('speech.create')).toHaveLength(1)
})

test('nothing went wrong in the console', () => {
  // It does tell of the connections that a test broke.
  expect(complaints.filter((complaint) => !complaint.endsWith('net::ERR_FAILED'))).toEqual([])
})
