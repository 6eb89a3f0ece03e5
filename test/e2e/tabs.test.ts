/** Two tabs of one user in a real browser: what one does, the other knows; what one has asked, the other need not. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './support/openStage.js'

let stage: Stage
let second: Page
/** A job that is to outlive its tab ends when its test says so. */
let jobSeconds = 4

beforeAll(async () => {
  stage = await openStage({ jobSeconds: () => jobSeconds })
  await ready(stage.page)
  second = await stage.context.newPage()
  await second.goto(stage.url)
  await ready(second)
})
afterAll(() => stage?.close())

const ready = (page: Page, balance = '11,2') => page.getByText(balance).first().waitFor()
/** Another tab beside the second, which knows nothing of earlier jobs. */
async function open(): Promise<Page> {
  const third = await stage.context.newPage()
  await third.goto(stage.url)
  await ready(third)
  await second.reload()
  await ready(second)
  return third
}

const underWay = (page: Page) => page.getByRole('button', { name: 'Stop waiting' }).waitFor()
const play = (page: Page) => page.getByRole('button', { name: 'Play', exact: true })

async function start(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text' }).fill(text)
  await page.getByRole('button', { name: 'Generate speech' }).click()
}

/** When each job was polled, in Unix ms, in the order in which the jobs were made. */
function polls(): number[][] {
  const { jobs, requests } = stage.simulator.state
  return jobs.map(({ id }) => requests.filter(({ operation, path }) => operation === 'speech.get' && path.includes(`/${id}/`)).map(({ at }) => at))
}

/** Which page holds the lock of those who poll, if any does. */
function leader(): Promise<string | undefined> {
  return second.evaluate(async () => {
    const { held = [] } = await navigator.locks.query()
    return held.find(({ name }) => /^audiopod-react:\d+:[^:]+$/.test(name ?? ''))?.clientId
  })
}

/** Ends the newest job. */
function complete(): void {
  const { state } = stage.simulator
  state.completeJob(state.jobs.at(-1)?.id ?? '')
}

const gaps = (times: number[]) => times.slice(1).map((at, index) => at - (times[index] ?? 0))

test('a tab that opens beside another asks for nothing that the other was just answered', () => {
  expect(stage.statusesOf('credits.get')).toEqual([200])
  expect(stage.statusesOf('apiKeys.list')).toEqual([200])
})

test('a job that one starts ends in both, and one polls for it', async () => {
  await start(stage.page, 'Hello from the first tab')
  await play(stage.page).waitFor()
  await play(second).waitFor()

  const [times = []] = polls()
  expect(stage.simulator.state.jobs).toHaveLength(1)
  expect(times.length).toBeGreaterThan(0)
  // Two streams would meet within the shortest interval that there is.
  expect(Math.min(...gaps(times))).toBeGreaterThan(700)
})

test('the balance afterwards is asked for once, and shown in both', async () => {
  for (const page of [stage.page, second]) await page.getByText('11,250').first().waitFor({ state: 'detached' })

  expect(stage.statusesOf('credits.get')).toEqual([200, 200])
})

test('the other finishes what a killed one was polling for', async () => {
  jobSeconds = 600
  await second.reload()
  await ready(second)
  expect(await leader()).toBeUndefined()
  await start(stage.page, 'Hello from the tab that dies')
  await expect.poll(leader).toBeDefined()
  const first = await leader()
  await underWay(second)
  // A killed renderer unloads nothing and says nothing.
  await crash(stage.page)
  await expect.poll(async () => [undefined, first].includes(await leader()), { timeout: 5000 }).toBe(false)
  complete()
  await play(second).waitFor({ timeout: 20_000 })

  expect(stage.simulator.state.jobs[1]).toMatchObject({ inputText: 'Hello from the tab that dies', status: 'completed' })
  // At the hand-over one may come soon after another, and only there.
  expect(gaps(polls()[1] ?? []).filter((gap) => gap < 700).length).toBeLessThanOrEqual(1)
})

test('the other takes over from one that does nothing any more, within five seconds', async () => {
  const third = await open()
  await start(third, 'Hello from the tab that is stuck')
  await expect.poll(leader).toBeDefined()
  const first = await leader()
  await underWay(second)
  // No timer, no message, no word of its lock, and it wakes up in the end.
  const stuck = third.evaluate(() => {
    const end = performance.now() + 7000
    while (performance.now() < end);
  })
  await expect.poll(async () => [undefined, first].includes(await leader()), { timeout: 5500 }).toBe(false)
  complete()
  await play(second).waitFor({ timeout: 20_000 })
  await stuck
  await play(third).waitFor()

  expect(gaps(polls()[2] ?? []).filter((gap) => gap < 700).length).toBeLessThanOrEqual(1)
  await third.close()
})

test('a lock tells nobody who the user is', async () => {
  await start(second, 'Hello once more')
  await expect.poll(leader).toBeDefined()
  const locks = await second.evaluate(async () => JSON.stringify(await navigator.locks.query()))
  expect(locks).toContain('audiopod-react')
  expect(locks).not.toContain('user-ada')
  complete()
  await play(second).waitFor()
})

test('nothing went wrong in the console, and no policy was broken', () => {
  expect(stage.traffic.complaints).toEqual([])
})

async function crash(page: Page): Promise<void> {
  const crashed = new Promise((resolve) => page.once('crash', resolve))
  const session = await page.context().newCDPSession(page)
  void session.send('Page.crash').catch(() => undefined)
  await crashed
}
