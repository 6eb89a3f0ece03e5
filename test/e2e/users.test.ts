/** What each user sees of the same account, and that nothing of one is left for the next. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './support/openStage.js'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('one who may do everything sees the keys', async () => {
  const { page, traffic } = stage
  await page.getByText('Production App').waitFor()

  expect(traffic.answers()).toContain('GET /auth/api-keys 200')
})

test('no answer that was read is counted as cancelled by the browser', async () => {
  const { page, traffic } = stage
  // What is under way when the page is left is cancelled indeed.
  await page.waitForLoadState('networkidle')
  for (const _ of [1, 2, 3]) {
    await page.reload()
    await page.getByText('Production App').waitFor()
    await page.waitForLoadState('networkidle')
  }

  expect(traffic.answers().length).toBeGreaterThan(10)
  expect(traffic.cancelled()).toEqual([])
})

test('one who may only see the balance and speak is told so in place of the keys, and nothing of them is left', async () => {
  const { page, traffic, signInAs } = stage
  await signInAs('Ben')
  await page.getByText('You do not have access to API keys.').waitFor()

  expect(await page.getByText('Production App').count()).toBe(0)
  // Refused once: asking again would change nothing.
  expect(traffic.answers().filter((answer) => answer === 'GET /auth/api-keys 403')).toHaveLength(1)
})

test('they can do what they may', async () => {
  const { page, simulator } = stage
  await page.getByText('11,250').first().waitFor()
  await page.getByRole('textbox', { name: 'Text' }).fill('Hello from Ben')
  await page.getByRole('button', { name: 'Generate speech' }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()

  expect(simulator.state.jobs).toMatchObject([{ inputText: 'Hello from Ben', status: 'completed' }])
})

test('a job is its user’s own', async () => {
  const { page, url } = stage
  const job = await page.evaluate(() => /"id":"([^"]+)"/.exec(JSON.stringify({ ...sessionStorage }).replaceAll('\\', ''))?.[1])
  const statusAs = (userId: string) =>
    page.evaluate(
      async ([user, id]) => {
        const headers = { 'Content-Type': 'application/json' }
        await fetch('/demo/sign-in', { method: 'POST', headers, body: JSON.stringify({ userId: user }) })
        return (await fetch(`/api/audiopod/voice/tts-jobs/${id}/status`)).status
      },
      [userId, job ?? ''] as const,
    )

  expect(url).toBe(new URL(page.url()).origin)
  expect(job).toBeDefined()
  expect(await statusAs('user-ada')).toBe(404)
  expect(await statusAs('user-ben')).toBe(200)
})

test('one who is not signed in is told so, and asked for nothing twice', async () => {
  const { page, traffic, signInAs } = stage
  const before = traffic.answers().length
  await signInAs('Nobody')
  await page.getByRole('region', { name: 'API keys' }).getByText('Your session has ended.').waitFor()
  await page.getByRole('region', { name: 'Credit balance' }).getByText('Your session has ended.').waitFor()

  expect(await page.getByText('11,250').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Play', exact: true }).count()).toBe(0)
  const answers = traffic.answers().slice(before)
  expect(answers.every((answer) => answer.endsWith(' 401'))).toBe(true)
  expect(new Set(answers).size).toBe(answers.length)
  await page.getByRole('button', { name: 'Show voices' }).click()
  await page.getByText('Could not load voices.').waitFor()
})

test('nothing of the last user is kept once they are gone', async () => {
  const { page } = stage
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))

  expect(kept).not.toContain('user-ben')
  expect(kept).not.toContain('audiopod-react:jobs')
})

test('they stay signed out over a reload, and come back when they sign in', async () => {
  const { page, signInAs } = stage
  await page.reload()
  await page.getByRole('region', { name: 'API keys' }).getByText('Your session has ended.').waitFor()
  await signInAs('Ada')

  await page.getByText('Production App').waitFor()
  expect(await page.getByText('Your session has ended.').count()).toBe(0)
})

test('nothing went wrong in the console, and no policy was broken', () => {
  expect(stage.traffic.complaints).toEqual([])
})
