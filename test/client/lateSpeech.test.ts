import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createConnection } from '../../src/client/connection.js'
import { createWhole } from '../../src/client/engine.js'
import { lateSpeechOf, speechPart } from '../../src/client/lateSpeech.js'
import { speechOf } from '../../src/client/nouns/speech.js'
import { createSimulator } from '../../src/testing.js'
import { ENDPOINT, errorOf, settle, START } from './support.js'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const hello = { voiceId: 'aura', text: 'Hello' }
const gone = () => Promise.reject<{ speechOf: typeof speechOf }>(new TypeError('Failed to fetch dynamically imported module'))

/** Speech whose code comes as `fetch` says, on a simulated account. */
function arrange(fetch: () => Promise<{ speechOf: typeof speechOf }>) {
  const simulator = createSimulator({ jobSeconds: 3 })
  const fetching = vi.fn(fetch)
  const connection = createConnection({ endpoint: ENDPOINT, fetch: simulator.fetch }, createWhole)
  return { speech: lateSpeechOf(connection, speechPart(fetching)), simulator, fetching, requests: simulator.state.requests }
}

it('a press before the code is there is one job, of the text as it stood at the press', async () => {
  let come = () => {}
  const { speech, simulator, requests } = arrange(() => new Promise((resolve) => (come = () => resolve({ speechOf }))))
  const draft = { ...hello }
  const pressed = settle(speech.create(draft))
  draft.text = 'Something else'
  await vi.advanceTimersByTimeAsync(5000)
  expect(requests).toHaveLength(0)
  come()
  expect((await pressed).value?.id).toBe(String(simulator.state.jobs[0]?.id))
  expect(simulator.state.jobs.map(({ inputText }) => inputText)).toEqual(['Hello'])
})

it('where the code cannot be had nothing is sent, and the next press asks for it again', async () => {
  let isGone = true
  const { speech, simulator, requests } = arrange(() => (isGone ? gone() : Promise.resolve({ speechOf })))
  expect(await errorOf(speech.create(hello))).toMatchObject({ code: 'network_error', message: expect.stringContaining('Nothing was sent') })
  expect(await errorOf(speech.get('7'))).toMatchObject({ code: 'network_error' })
  expect(requests).toHaveLength(0)
  isGone = false
  await settle(speech.create(hello))
  expect(simulator.state.jobs).toHaveLength(1)
})

it('whoever gives up while the code is on its way is charged for nothing', async () => {
  let come = () => {}
  const { speech, requests } = arrange(() => new Promise((resolve) => (come = () => resolve({ speechOf }))))
  const controller = new AbortController()
  const pressed = errorOf(speech.create(hello, { signal: controller.signal }))
  controller.abort()
  come()
  expect(await pressed).toMatchObject({ code: 'aborted' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(requests).toHaveLength(0)
})

it('a job that was paid for is waited for until the code that follows it can be had', async () => {
  let tries = 0
  const { speech, simulator } = arrange(() => (++tries < 4 ? gone() : Promise.resolve({ speechOf })))
  const accepted = await settle(createSpeech(simulator))
  const { value } = await settle(speech.wait(accepted.value ?? { id: '', status: 'pending' }))
  expect(value?.status).toBe('completed')
  expect(tries).toBe(4)
})

it('and no longer than its deadline, which names the job', async () => {
  const { speech } = arrange(gone)
  const waited = errorOf(speech.wait({ id: '7', status: 'pending' }, { deadline: 20_000 }))
  expect(await waited).toMatchObject({ code: 'timeout', jobId: '7' })
  const controller = new AbortController()
  const stopped = errorOf(speech.wait({ id: '7', status: 'pending' }, { signal: controller.signal }))
  controller.abort()
  expect(await stopped).toMatchObject({ code: 'aborted' })
  expect(vi.getTimerCount()).toBe(0)
})

function createSpeech({ fetch }: ReturnType<typeof createSimulator>) {
  return speechOf(createConnection({ endpoint: ENDPOINT, fetch }, createWhole)).create(hello)
}
