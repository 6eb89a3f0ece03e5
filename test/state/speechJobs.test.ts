import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type AudioPodClient, connectionOf, createAudioPodClient } from '../../src/client/index.js'
import { AbortedError, isAudioPodError } from '../../src/errors/index.js'
import { createSession, makeSpeechJobs, type PersistJobs } from '../../src/state/index.js'
import { createJobStorage } from '../../src/state/jobStorage.js'
import { createJobsPlace } from '../../src/state/jobsPlace.js'
import { createSpeechJobs } from '../../src/state/speechJobs.js'
import type { Follow } from '../../src/state/tabs/index.js'
import { createSimulator } from '../../src/testing.js'

const START = Date.parse('2026-11-23T09:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const request = { voiceId: 'aura', text: 'Hello' }

function arrange(jobSeconds = 1, persistJobs: PersistJobs = false) {
  const simulator = createSimulator({ plan: 1_000_000, credits: 1_000_000, jobSeconds })
  const client = createAudioPodClient({ endpoint: 'http://localhost/api/audiopod', fetch: simulator.fetch })
  const jobs = createSession({ connection: connectionOf(client), persistJobs }).jobs(makeSpeechJobs)
  jobs.connect()
  return { client, jobs, simulator, shown: () => jobs.store.getState() }
}

it('a thousand jobs, one after another, leave the newest fifty in memory', async () => {
  const { jobs, shown, simulator } = arrange()
  for (let i = 0; i < 1000; i++) {
    jobs.start({ ...request, text: String(i) }, 'view')
    if (i % 50 === 49) await pass(5000)
  }
  await pass(60_000)
  expect(simulator.state.jobs).toHaveLength(1000)
  const { keys, entries } = shown()
  // The one that its view shows comes on top.
  expect(keys).toHaveLength(51)
  expect(Object.keys(entries)).toHaveLength(51)
  expect(keys.every((key) => entries[key]?.status === 'completed')).toBe(true)
  expect(entries[keys[0] ?? '']?.job?.id).toBe(String(simulator.state.jobs.at(-1)?.id))
  expect(vi.getTimerCount()).toBe(0)
})

it('what is under way stays, however much there is of it', async () => {
  const { jobs, shown } = arrange(3600)
  for (let i = 0; i < 300; i++) jobs.start(request, 'view')
  await pass(30_000)
  expect(shown().keys).toHaveLength(300)
})

it('what a view shows stays, until it shows something else', async () => {
  const { jobs, shown } = arrange()
  const { key } = jobs.start(request, 'first view')
  await pass(5000)
  for (let i = 0; i < 60; i++) jobs.start(request, 'second view')
  await pass(20_000)
  expect(shown().entries[key]?.status).toBe('completed')
  jobs.release('first view')
  expect(shown().entries[key]).toBeUndefined()
})

it('a request that was stopped on its way stays until its answer has come', async () => {
  const { jobs, shown, simulator } = arrange()
  simulator.fail('speech.create', { delay: 20_000 })
  const { key } = jobs.start(request, 'view')
  await pass(0)
  jobs.stop(key)
  for (let i = 0; i < 60; i++) jobs.start(request, 'view')
  await pass(10_000)
  expect(shown().entries[key]).toMatchObject({ isStopped: true, job: undefined })
})

describe('a request that waits for its turn when the page is left', () => {
  let kept: Record<string, string>
  beforeEach(() => {
    kept = {}
    const sessionStorage = {
      getItem: (name: string) => kept[name] ?? null,
      setItem: (name: string, value: string) => void (kept[name] = value),
      removeItem: (name: string) => void delete kept[name],
    }
    vi.stubGlobal('window', { sessionStorage })
  })

  function reload(client: AudioPodClient) {
    const jobs = createSession({ connection: connectionOf(client), persistJobs: { text: true } }).jobs(makeSpeechJobs)
    jobs.connect()
    return Object.values(jobs.store.getState().entries)
  }

  it('was not started, and is known as such', async () => {
    const { client, jobs, simulator } = arrange(1, { text: true })
    simulator.state.setRateLimit({ remaining: 0, resetInSeconds: 50 })
    jobs.start(request, 'view')
    await pass(1000)
    expect(reload(client)).toMatchObject([{ status: 'cancelled', request, error: { code: 'aborted' } }])
  })

  it('may have been started if it was sent once before', async () => {
    const { client, jobs, shown, simulator } = arrange(1, { text: true })
    simulator.fail('speech.create', { status: 502, after: true })
    const { key } = jobs.start(request, 'view')
    await pass(1000)
    const { error } = shown().entries[key] ?? {}
    simulator.state.setRateLimit({ remaining: 0, resetInSeconds: 50 })
    if (isAudioPodError(error, 'unknown_outcome')) void error.retry()
    await pass(1000)
    expect(shown().entries[key]?.status).toBe('waiting')
    expect(reload(client)).toMatchObject([{ key, status: 'unknown', error: { code: 'unknown_outcome' } }])
  })

  it('may have been started once it has left', async () => {
    const { client, jobs, simulator } = arrange(1, { text: true })
    simulator.state.setRateLimit({ remaining: 0, resetInSeconds: 5 })
    jobs.start(request, 'view')
    await pass(1000)
    simulator.fail('speech.create', { delay: 20_000 })
    await pass(10_000)
    expect(reload(client)).toMatchObject([{ status: 'unknown' }])
  })
})

describe('a thousand jobs from an earlier page', () => {
  const name = 'audiopod-react:jobs:http://localhost/api/audiopod'

  function arrangeKept() {
    const kept = Array.from({ length: 1000 }, (_, i) => ({
      key: `key-${i}`,
      id: `job-${i}`,
      startedAt: new Date(START).toISOString(),
      status: 'processing',
      isStopped: false,
    }))
    const items = new Map([[name, JSON.stringify({ v: 1, user: '', jobs: kept })]])
    const storage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    }
    const followed = new Set<string>()
    const left = new Set<string>()
    const follow: Follow = (job, { signal }) =>
      new Promise((_, reject) => {
        followed.add(job.id)
        signal?.addEventListener('abort', () => {
          left.add(job.id)
          reject(new AbortedError())
        })
      })
    const client = createAudioPodClient({ endpoint: 'http://localhost/api/audiopod', fetch: createSimulator().fetch })
    vi.stubGlobal('window', { sessionStorage: storage })
    const place = createJobsPlace('session', 'http://localhost/api/audiopod', undefined)
    const jobs = createSpeechJobs({ speech: client.speech, storage: createJobStorage(place), follow })
    return { jobs, followed, left, kept: () => JSON.parse(items.get(name) ?? '{}').jobs.length }
  }

  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('are all shown at once, and followed in parts', async () => {
    const { jobs, followed, kept } = arrangeKept()
    jobs.connect()
    expect(jobs.store.getState().keys).toHaveLength(1000)
    expect(followed.size).toBeLessThan(300)
    await pass(10)
    expect(followed.size).toBe(1000)
    expect(kept()).toBe(1000)
  })

  it('are followed no further by a page that was left, and all of them by one that is back', async () => {
    const { jobs, followed, left, kept } = arrangeKept()
    jobs.connect()()
    await pass(1000)
    expect(followed.size).toBeLessThan(300)
    expect(left).toEqual(followed)
    expect(kept()).toBe(1000)
    jobs.connect()
    await pass(10)
    expect(followed.size).toBe(1000)
  })
})

describe('the list', () => {
  it('lets go of what is over, and of nothing that is under way', async () => {
    const { jobs, shown } = arrange(60)
    const { key } = jobs.start(request, 'view')
    await pass(1000)
    jobs.remove(key)
    expect(shown().keys).toEqual([key])
    await pass(200_000)
    expect(shown().entries[key]?.status).toBe('completed')
    jobs.remove(key)
    expect(shown()).toEqual({ keys: [], entries: {} })
  })

  it('follows a job again that was stopped, to its end', async () => {
    const { jobs, shown } = arrange(60)
    const { key } = jobs.start(request, 'view')
    await pass(1000)
    jobs.stop(key)
    await pass(1000)
    expect(shown().entries[key]).toMatchObject({ status: 'cancelled', isStopped: true })
    await jobs.resume(key)
    expect(shown().entries[key]).toMatchObject({ isStopped: false })
    await pass(200_000)
    expect(shown().entries[key]?.status).toBe('completed')
  })
})
