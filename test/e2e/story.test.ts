/** The main job, in the order in which a person does it: each test goes on where the last one ended. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findInPage } from './support/findInPage.js'
import { measureAudio, playedSeconds } from './support/measureAudio.js'
import { ACCOUNT_KEY, openStage, type Stage } from './support/openStage.js'

const SENTENCE = 'The tide had gone out further than anyone could remember.'
/** For what a busy machine takes its time over. */
const SOON = { timeout: 15_000 }

let stage: Stage
let secret: string

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

// After a failure the rest would only wait for what cannot come.
let isBroken = false
beforeEach(({ skip }) => skip(isBroken, 'an earlier step failed'))
afterEach(({ task }) => {
  isBroken ||= task.result?.state === 'fail'
})

test('a sentence becomes audio that can be heard', async () => {
  const { page, simulator } = stage
  await page.getByRole('textbox', { name: 'Text' }).fill(SENTENCE)
  await generate()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()

  expect(simulator.state.jobs).toMatchObject([{ inputText: SENTENCE, status: 'completed' }])
  const { seconds, loudness } = await measureAudio(page)
  expect(seconds).toBeCloseTo(simulator.state.jobs[0]?.durationSeconds ?? 0, 1)
  expect(seconds).toBeGreaterThan(2)
  expect(loudness).toBeGreaterThan(0.01)

  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => playedSeconds(page), SOON).toBeGreaterThan(0.3)
  await page.getByRole('button', { name: 'Pause' }).click()
})

test('the audio comes from the page’s own origin, piece by piece, so that one can move in it', async () => {
  const { page, traffic } = stage
  const source = await page.locator('audio').evaluate((element) => element.getAttribute('src') ?? '')
  expect(source).toMatch(/^\/api\/audiopod\/voice\/tts-jobs\/[\w.]+\/audio$/)

  const slider = page.getByRole('slider', { name: 'Position' })
  await slider.focus()
  await page.keyboard.press('End')
  await expect.poll(() => playedSeconds(page), SOON).toBeGreaterThan(2)
  await page.keyboard.press('Home')
  await expect.poll(() => playedSeconds(page), SOON).toBe(0)
  expect(traffic.answers().filter((answer) => answer.includes('/audio'))).toContainEqual(expect.stringMatching(/ 206$/))
  const part = await page.evaluate(async (address) => {
    const answer = await fetch(address, { headers: { Range: 'bytes=8-11' } })
    return { status: answer.status, text: await answer.text() }
  }, source)
  expect(part).toEqual({ status: 206, text: 'WAVE' })
})

test('the audio is drawn under a policy that allows no inline styles and no workers, and is read once for it', async () => {
  const { page, traffic } = stage
  await page.locator('.audiopod-wave path').first().waitFor({ state: 'attached' })
  const policy = await page.evaluate(async () => {
    const answer = await fetch('/')
    await answer.text()
    return answer.headers.get('content-security-policy')
  })

  expect(policy).toContain("style-src 'self'")
  const whole = traffic.answers().filter((answer) => answer.endsWith('/audio 200'))
  // The other one is this file's own, to measure how loud it is.
  expect(whole).toHaveLength(2)
})

test('the balance falls by what was charged', async () => {
  const { page, simulator } = stage
  const charged = Math.ceil(SENTENCE.length / 2)
  const { subscription, payAsYouGo, reserved } = simulator.state.credits

  expect(simulator.state.usage[0]?.credits).toBe(charged)
  expect({ left: subscription + payAsYouGo, reserved }).toEqual({ left: 11_250 - charged, reserved: 0 })
  await shownBalance(11_250 - charged)
  expect(await page.getByRole('region', { name: 'Credit balance' }).textContent()).toContain((8_200 - charged).toLocaleString('en-US'))
})

test('the audio is saved as a file', async () => {
  const { page } = stage
  const button = page.getByRole('button', { name: 'Download' })
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()])

  expect(new URL(saved.url()).pathname).toMatch(/^\/api\/audiopod\/.*\/audio$/)
  expect(saved.suggestedFilename()).toBe('The tide had gone out further than anyone could….wav')
})

test('the audio is saved from where AudioPod keeps it when its route fails', async () => {
  const { page } = stage
  await page.route('**/tts-jobs/*/audio', (route) => route.fulfill({ status: 502 }))
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()])
  await page.unroute('**/tts-jobs/*/audio')

  expect(saved.url()).toMatch(/^blob:/)
  expect(saved.suggestedFilename()).toBe('The tide had gone out further than anyone could….wav')
})

test('an API key is made once, however often Enter is pressed, and its secret can be copied', async () => {
  const { page, simulator } = stage
  await page.getByRole('button', { name: 'Create key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create key' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Night train')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Save “Night train” now.' })
  secret = (await panel.locator('code').textContent()) ?? ''

  expect(secret).toMatch(/^ap_\w{20,}$/)
  expect(simulator.state.keys.filter(({ name }) => name === 'Night train')).toHaveLength(1)

  await page.keyboard.press('Escape')
  expect(await panel.isVisible()).toBe(true)
  await panel.getByRole('button', { name: 'Copy key' }).click()
  await panel.getByText(/^Copied at/).first().waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret)
  expect(await statusFor(secret)).toBe(200)
})

test('the secret is gone once the panel is closed', async () => {
  const { page, context } = stage
  // It is there to be found, or nothing below would be worth anything.
  expect(await findInPage(page, context, secret)).toEqual(['document', 'memory'])

  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('row', { name: /Night train/ }).waitFor()

  await expect.poll(() => findInPage(page, context, secret), SOON).toEqual([])
})

test('the secret passed exactly once', async () => {
  expect(await stage.traffic.find(secret)).toEqual(['answer POST /api/audiopod/auth/api-keys 201'])
})

test('a revoked key stops working at once', async () => {
  const { page, simulator } = stage
  await page.getByRole('button', { name: 'Actions for Night train' }).click()
  await page.getByRole('menuitem', { name: 'Revoke key' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Revoke “Night train”?' })
  await dialog.getByRole('button', { name: 'Revoke key' }).click()
  await page.getByText('“Night train” is revoked.').first().waitFor()

  expect(simulator.state.keys.find(({ name }) => name === 'Night train')?.status).toBe('revoked')
  expect(await statusFor(secret)).toBe(403)
})

test('without credits one request is sent, and the person is told', async () => {
  const { page, simulator, statusesOf } = stage
  const before = statusesOf('speech.create').length
  await provoke('Spend all credits')
  await shownBalance(0)
  await generate()
  await page.getByRole('alert').getByText('Not enough funds.').waitFor()

  expect(await page.getByRole('alert').textContent()).toContain(
    `This needs about ${Math.ceil(SENTENCE.length / 2)} credits; you have 0. Your text is kept.`,
  )
  expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(SENTENCE)
  expect(statusesOf('speech.create').slice(before)).toEqual([402])
  Object.assign(simulator.state.credits, { subscription: 1000 })
})

test('above the rate limit a countdown is shown, and then the request goes by itself', async () => {
  const { page, simulator, statusesOf } = stage
  const before = statusesOf('speech.create').length
  simulator.state.setRateLimit({ remaining: 0, resetInSeconds: 4 })
  await generate()
  await page.getByText(/Trying again in \d s\./).first().waitFor()
  expect(statusesOf('speech.create').slice(before)).toEqual([429])

  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  // The 402 of before has not been repeated either.
  expect(statusesOf('speech.create').slice(before)).toEqual([429, 200])
  expect(simulator.state.jobs).toHaveLength(2)
})

test('a job outlives a reload, and is not started again', async () => {
  const { page, simulator } = stage
  await provoke('Make the next job slow')
  await generate()
  await page.getByRole('button', { name: 'Stop waiting' }).waitFor()
  await expect.poll(() => simulator.state.jobs.length, SOON).toBe(3)
  const job = simulator.state.jobs[2]
  await page.getByText('Generating speech').first().waitFor()

  await page.reload()
  await page.getByText(/^Still working on/).waitFor()
  expect(job?.status).not.toBe('completed')
  simulator.state.completeJob(job?.id ?? '')
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()

  expect((await measureAudio(page)).loudness).toBeGreaterThan(0.01)
  expect(simulator.state.jobs).toHaveLength(3)
  await shownBalance(1000 - 2 * Math.ceil(SENTENCE.length / 2))
})

test('the account’s key never came near the browser', async () => {
  const { page, context, traffic, simulator } = stage

  // The proxy did send it.
  expect(simulator.state.requests.length).toBeGreaterThan(10)
  expect(simulator.state.requests.every(({ status }) => status !== 401)).toBe(true)
  expect(await traffic.find(ACCOUNT_KEY)).toEqual([])
  expect(await findInPage(page, context, ACCOUNT_KEY)).toEqual([])
})

test('everything can be put back, and the next thing made to go wrong from there', async () => {
  await provoke('Put everything back')
  await stage.page.getByText('Production App').waitFor()
  expect(await stage.page.locator(':focus').textContent()).toBe('Put everything back')
  await provoke('Spend all credits')
  await shownBalance(0)
})

test('nothing went wrong in the console, and no policy was broken', () => {
  expect(stage.traffic.complaints).toEqual([])
})

async function generate(): Promise<void> {
  await stage.page.getByRole('button', { name: 'Generate speech' }).click()
}

async function provoke(name: string): Promise<void> {
  const { page } = stage
  const card = page.getByRole('group').filter({ hasText: 'Make it go wrong' })
  if (!(await page.getByRole('button', { name }).isVisible())) await card.getByText('Make it go wrong').click()
  await page.getByRole('button', { name }).click()
  await page.getByRole('status').getByText(`Done: ${name.charAt(0).toLowerCase()}${name.slice(1)}.`).waitFor()
}

async function shownBalance(credits: number): Promise<void> {
  const figure = stage.page.getByRole('region', { name: 'Credit balance' })
  await figure.getByText(new RegExp(`^${credits.toLocaleString('en-US')}\\b`)).first().waitFor()
}

/** What the account answers to a key, from outside of the browser. */
async function statusFor(key: string): Promise<number> {
  const headers = { Authorization: `Bearer ${key}` }
  return (await stage.simulator.handle(new Request('https://api.example/api/v1/credits', { headers }))).status
}
