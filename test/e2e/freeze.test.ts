/** A tab that the browser freezes while it polls for all. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRawTab, type RawTab } from './support/openRawTab.js'
import { openStage, type Stage } from './support/openStage.js'

const SOON = { timeout: 15_000 }

let stage: Stage
let first: RawTab
let second: RawTab

beforeAll(async () => {
  stage = await openStage({ jobSeconds: 600 })
})
afterAll(() => stage?.close())

async function shows(tab: RawTab, text: string): Promise<void> {
  await expect.poll(() => tab.evaluate(`document.body?.textContent.includes('${text}')`), SOON).toBe(true)
}

async function isDone(tab: RawTab): Promise<void> {
  await expect.poll(() => tab.evaluate(`document.querySelector('.audiopod-speech').dataset.state`), SOON).toBe('done')
}

/** Which page holds the lock of those who poll. */
const leader = () =>
  second.evaluate(`navigator.locks.query().then(({ held }) =>
    held.find(({ name }) => /^audiopod-react:\\d+:[^:]+$/.test(name))?.clientId)`)

const TEXT = 'Hello from the tab that freezes'

const write = `{
  const text = document.querySelector('textarea')
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(text, '${TEXT}')
  text.dispatchEvent(new Event('input', { bubbles: true }))
}`

/** The text is counted, and the first voice is chosen. */
const isReady = `document.querySelector('.audiopod-speech-count').textContent.startsWith('${TEXT.length} ') &&
  document.querySelector('[role="combobox"]').value !== ''`

const press = `[...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Generate speech')).click()`

test('the other takes over within five seconds, and still leads alone when the frozen one thaws', async () => {
  const browser = stage.context.browser()
  if (!browser) throw new Error('The stage has no browser.')
  first = await openRawTab(browser, stage.url)
  await shows(first, '11,250')
  second = await openRawTab(browser, stage.url)
  await shows(second, '11,250')
  const { state } = stage.simulator
  await first.evaluate(write)
  await expect.poll(() => first.evaluate(isReady), SOON).toBe(true)
  await first.evaluate(press)
  await expect.poll(() => state.jobs.length, SOON).toBe(1)
  await expect.poll(leader, SOON).toBeDefined()
  const frozen = await leader()
  await shows(second, 'Stop waiting')
  await first.evaluate(`globalThis.ticks = 0; setInterval(() => ticks++, 50)`)
  await first.setState('frozen')
  const ticks = await first.evaluate('ticks')
  await expect.poll(async () => [undefined, frozen].includes((await leader()) as string), { timeout: 5500 }).toBe(false)
  const heir = await leader()
  // It was frozen indeed, for as long as a leader may be silent.
  expect(await first.evaluate('ticks')).toBe(ticks)
  await first.setState('active')
  const thawed = Date.now()
  const polls = () => state.requests.filter(({ operation, at }) => operation === 'speech.get' && at > thawed).map(({ at }) => at)
  await expect.poll(() => polls().length, SOON).toBeGreaterThan(2)

  expect(await leader()).toBe(heir)
  const gaps = polls().slice(1).map((at, index) => at - (polls()[index] ?? 0))
  // Two streams would meet within the shortest interval that there is.
  expect(Math.min(...gaps)).toBeGreaterThan(700)
  state.completeJob(state.jobs[0]?.id ?? '')
  await isDone(second)
  await isDone(first)
  expect(state.jobs).toHaveLength(1)
})
