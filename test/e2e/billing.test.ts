/** Adding funds as a person does: away to the checkout's own page, and back to a page that is loaded anew. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './support/openStage.js'

let stage: Stage
beforeAll(async () => {
  // Long enough that the person is on the other page by then.
  stage = await openStage({ jobSeconds: () => 8 })
})
afterAll(() => stage?.close())

test('who comes back from the checkout is told what the payment has brought', async () => {
  const { page, simulator } = stage
  await page.getByRole('link', { name: 'Usage and billing' }).click()
  await page.getByRole('main').getByText('11,250 credits').waitFor()
  await page.getByRole('button', { name: 'Go to checkout' }).click()
  await page.getByRole('heading', { name: 'Paid $25.00 for 187,500 credits' }).waitFor()

  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByText('Your balance has grown.').waitFor()
  await page.getByText('It went from 11,250 credits to 198,750 credits.').waitFor()
  expect(await page.getByRole('region', { name: 'Credit balance' }).textContent()).toContain('198,750')
  expect(simulator.state.checkouts).toHaveLength(1)
})

test('a job goes on while the person looks at the other page', async () => {
  const { page } = stage
  await page.getByRole('link', { name: 'Speech and keys' }).click()
  await page.getByRole('textbox', { name: 'Text' }).fill('Out and back')
  await page.getByRole('button', { name: 'Generate speech' }).click()
  await page.getByRole('link', { name: 'Usage and billing' }).click()
  await expect.poll(() => stage.simulator.state.jobs.map(({ status }) => status), { timeout: 25_000 }).toEqual(['completed'])
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('button', { name: /^Play/ }).waitFor()
  await page.getByRole('link', { name: 'Speech and keys' }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
})

test('nothing went wrong in the console, and no policy was broken', () => {
  expect(stage.traffic.complaints).toEqual([])
})
