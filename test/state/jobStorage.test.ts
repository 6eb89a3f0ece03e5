import { beforeEach, expect, it, vi } from 'vitest'
import { createJobsPlace, type PersistJobs } from '../../src/state/jobsPlace.js'
import { createJobStorage, type KeptJob } from '../../src/state/jobStorage.js'

const items = new Map<string, string>()

beforeEach(() => {
  items.clear()
  const sessionStorage = {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  }
  vi.stubGlobal('window', { sessionStorage })
})

const job = (id: number, change: Partial<KeptJob> = {}): KeptJob => ({
  key: `key-${id}`,
  id: String(id),
  startedAt: '2026-11-23T09:00:00.000Z',
  status: 'processing',
  isStopped: false,
  ...change,
})
const storage = (persist: PersistJobs = 'session', user?: string) =>
  createJobStorage(createJobsPlace(persist, '/api/audiopod', user))
const request = { voiceId: 'aura', text: 'Hello', speed: 1.5 }

it('keeps every job that is under way, and of those that are over the newest fifty', () => {
  const jobs = Array.from({ length: 400 }, (_, i) => job(i, i % 2 ? { status: 'completed' } : {}))
  storage().write(jobs)
  const kept = storage().read()
  expect(kept.filter(({ status }) => status === 'processing')).toHaveLength(200)
  expect(kept.filter(({ status }) => status === 'completed').at(-1)?.id).toBe('99')
})

it('keeps what was asked for only where that is wanted, and drops it when it is not wanted any more', () => {
  storage().write([job(1, { request })])
  expect([...items.values()].join()).not.toContain('Hello')
  storage({ text: true }).write([job(1, { request })])
  expect(storage({ text: true }).read()).toEqual([job(1, { request })])
  expect(storage('session').read()).toEqual([job(1)])
  expect(storage({ text: false }).read()).toEqual([job(1)])
})

it('keeps figures of a job without any words of it', () => {
  storage().write([job(1, { status: 'completed', seconds: 4.2, credits: 25 })])
  expect(storage().read()).toEqual([job(1, { status: 'completed', seconds: 4.2, credits: 25 })])
})

it.each(['4', -1, null, {}])('reads a length that is %j as corrupt', (seconds) => {
  const body = { v: 1, user: '', jobs: [{ ...job(1), seconds }] }
  items.set('audiopod-react:jobs:/api/audiopod', JSON.stringify(body))
  expect(storage().read()).toEqual([])
})

it.each([{ text: 4, voiceId: 'aura' }, 'Hello', null, []])('reads a request that is %j as corrupt', (corrupt) => {
  const body = { v: 1, user: '', jobs: [{ ...job(1), request: corrupt }] }
  items.set('audiopod-react:jobs:/api/audiopod', JSON.stringify(body))
  expect(storage({ text: true }).read()).toEqual([])
  expect(items.size).toBe(0)
})

it('shows another user nothing, and wipes what was there', () => {
  storage({ text: true }, 'ada').write([job(1, { request })])
  expect(storage({ text: true }, 'ben').read()).toEqual([])
  expect(items.size).toBe(0)
})

it('leaves what another page of this user has put there, and takes out only its own', () => {
  const [first, second] = [storage(), storage()]
  first.read()
  second.read()
  first.write([job(1)])
  second.write([job(2, { startedAt: '2026-11-23T10:00:00.000Z' })])
  first.write([job(1, { status: 'completed' })])
  expect(storage().read().map(({ id, status }) => [id, status])).toEqual([['2', 'processing'], ['1', 'completed']])
  first.write([])
  expect(storage().read().map(({ id }) => id)).toEqual(['2'])
  second.write([])
  expect(items.size).toBe(0)
})

it('does not lose the id of a job to a page that opened while its request was on the way', () => {
  const [first, second] = [storage(), storage()]
  first.write([job(1, { id: undefined })])
  const lost = second.read()
  first.write([job(1)])
  second.write([job(2), ...lost])
  expect(storage().read().map(({ id }) => id)).toEqual(['2', '1'])
})
