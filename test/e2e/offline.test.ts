/** Without a network nothing is sent and nothing fails; what has waited is asked for once when it is back. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureAudio } from './support/measureAudio.js'
import { openStage, type Stage } from './support/openStage.js'

const SOON = { timeout: 15_000 }

let stage: Stage
let page: Page
let context: BrowserContext
/** What the page has tried to send to the app's endpoint. */
const sent: string[] = []

beforeAll(async () => {
  stage = await openStage({ plan: 10_000, jobSeconds: 30 })
  ;({ page, context } = await stage.openKitPage({ prepare: (opened) => opened.clock.install() }))
  page.on('request', (request) => {
    const [, path] = new URL(request.url()).pathname.split('/api/audiopod')
    // The player loads its clip in as many pieces as it likes, and none of them costs the account a request.
    if (path !== undefined && !path.endsWith('/audio')) sent.push(`${request.method()} ${path.replace(/tts-jobs.[^/]+/, 'tts-jobs/…')}`)
  })
  await page.getByText('Production App').waitFor()
  await page.getByText('11,250').first().waitFor()
})
afterAll(() => stage?.close())

const phase = () => page.locator('.audiopod-speech').getAttribute('data-state')
const jobs = () => stage.simulator.state.jobs

test('a job under way: nothing is sent, nothing fails, and the page says so', async () => {
  await page.getByRole('textbox', { name: 'Text' }).fill('Into the tunnel')
  await page.getByRole('button', { name: 'Generate speech' }).click()
  await expect.poll(phase, SOON).toBe('generating')
  await context.setOffline(true)
  await page.getByText('You are offline').first().waitFor()
  // What was on its way is cut off, and counts as sent.
  sent.length = 0
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  // Longer than the poller leaves a person without news.
  await page.clock.runFor(5000)

  expect(sent).toEqual([])
  expect(await phase()).toBe('generating')
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await page.getByText('11,250').count()).toBeGreaterThan(0)
})

test('back again: each resource is asked for once, and the job is at its end', async () => {
  stage.simulator.state.completeJob(jobs()[0]?.id ?? '')
  await context.setOffline(false)
  await expect.poll(phase, SOON).toBe('done')
  await page.locator('audio[src]').first().waitFor({ state: 'attached' })
  expect((await measureAudio(page)).loudness).toBeGreaterThan(0.01)
  await page.waitForLoadState('networkidle')

  expect(jobs()).toHaveLength(1)
  const { 'GET /credits': balances, ...others } = countOf(sent)
  expect(others).toEqual({ 'GET /voice/tts-jobs/…/status': 1, 'GET /auth/api-keys': 1 })
  // Once for the reconnection, and once more where that left before the job was known to be over.
  expect([1, 2]).toContain(balances)
})

test('a press without a network is held, and sent once', async () => {
  await context.setOffline(true)
  sent.length = 0
  await page.getByRole('textbox', { name: 'Text' }).fill('Still in the tunnel')
  await page.getByRole('button', { name: 'Generate speech' }).click()
  await expect.poll(phase, SOON).toBe('offline')
  await page.getByText('This goes on by itself when you are back.').waitFor()
  await page.clock.runFor(5000)
  expect(sent).toEqual([])

  await context.setOffline(false)
  await expect.poll(phase, SOON).toBe('queued')
  expect(jobs()).toHaveLength(2)
  expect(sent.filter((request) => request.startsWith('POST'))).toHaveLength(1)
})

function countOf(requests: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const request of requests) counts[request] = (counts[request] ?? 0) + 1
  return counts
}
