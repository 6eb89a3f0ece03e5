import { act, render } from '@testing-library/react'
import { Profiler, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiKeys } from '../../src/components/ApiKeys/ApiKeys.js'
// Fetched in mid-test, it would be a commit of its own.
import '../../src/components/ApiKeys/KeyList.js'
import { CreditBalance } from '../../src/components/CreditBalance/CreditBalance.js'
import { SpeechGenerator } from '../../src/components/SpeechGenerator/SpeechGenerator.js'
import { AudioPodProvider } from '../../src/react/AudioPodProvider.js'
import type { UseGenerateSpeechResult } from '../../src/react/types.js'
import { useGenerateSpeech } from '../../src/react/useGenerateSpeech.js'
import { useSpeechJobs } from '../../src/react/useSpeechJobs.js'
import { createKit, ENDPOINT, renderWithKit } from '../support/renderWithKit.js'

// At the full half minute the ages of balances and keys are written anew.
const JUST_AFTER_A_MINUTE = Date.parse('2026-11-23T09:00:01Z')

beforeEach(() => vi.useFakeTimers({ now: JUST_AFTER_A_MINUTE, shouldAdvanceTime: true, advanceTimeDelta: 20 }))
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** Counts the commits in which anything below a name has changed. */
function countCommits() {
  const commits = new Map<string, number>()
  const Counted = ({ name, children }: { name: string; children: ReactNode }) => (
    <Profiler id={name} onRender={(id) => commits.set(id, (commits.get(id) ?? 0) + 1)}>
      {children}
    </Profiler>
  )
  const of = (name: string) => commits.get(name) ?? 0
  return { Counted, of, reset: () => commits.clear() }
}

/** The least view of a job. */
function View({ name, seen }: { name: string; seen: Map<string, UseGenerateSpeechResult> }) {
  const speech = useGenerateSpeech()
  seen.set(name, speech)
  return (
    <p>
      {name}: {speech.job?.id} {speech.status} {speech.progress}
    </p>
  )
}

test('a progress tick commits the view of its job once, and nothing else', async () => {
  const kit = createKit({ jobSeconds: 80 })
  const { Counted, of, reset } = countCommits()
  const seen = new Map<string, UseGenerateSpeechResult>()
  renderWithKit(
    <>
      {['first', 'second'].map((name) => (
        <Counted key={name} name={name}>
          <View name={name} seen={seen} />
        </Counted>
      ))}
      <Counted name="balance">
        <CreditBalance />
      </Counted>
      <Counted name="keys">
        <ApiKeys />
      </Counted>
    </>,
    kit,
  )
  await pass(1000)
  act(() => void seen.get('first')?.generate({ voiceId: 'aura', text: 'One' }))
  await pass(2000)
  // Its polls come two seconds after the first one's.
  act(() => void seen.get('second')?.generate({ voiceId: 'aura', text: 'Two' }))
  await pass(3000)
  // What widgets fetch late, once the page is idle, is another commit.
  await act(() => vi.dynamicImportSettled())
  await pass(100)
  const polls = () => kit.simulator.state.requests.filter(({ operation }) => operation === 'speech.get')
  const before = polls().length
  reset()
  await pass(22_000)
  const ticks = polls().length - before
  expect(ticks).toBeGreaterThanOrEqual(4)
  expect(of('first') + of('second')).toBeLessThanOrEqual(ticks)
  expect(of('first')).toBeGreaterThan(0)
  expect(of('balance')).toBe(0)
  expect(of('keys')).toBe(0)
})

test('an answer that says nothing new commits nothing', async () => {
  const kit = createKit()
  kit.simulator.fail('speech.get', { status: 200, body: { id: 40417, status: 'processing', progress: 5 }, times: Infinity })
  const { Counted, of, reset } = countCommits()
  const seen = new Map<string, UseGenerateSpeechResult>()
  renderWithKit(<Counted name="view"><View name="view" seen={seen} /></Counted>, kit)
  act(() => void seen.get('view')?.generate({ voiceId: 'aura', text: 'One' }))
  await pass(20_000)
  const before = kit.count('speech.get')
  reset()
  await pass(60_000)
  expect(kit.count('speech.get')).toBeGreaterThan(before + 5)
  expect(of('view')).toBe(0)
})

test('the list gives the jobs that have no news as the same objects', async () => {
  const kit = createKit({ jobSeconds: 80 })
  const lists: (readonly unknown[])[] = []
  const seen = new Map<string, UseGenerateSpeechResult>()
  function List() {
    const { data = [] } = useSpeechJobs()
    lists.push(data)
    return null
  }
  renderWithKit(
    <>
      <View name="first" seen={seen} />
      <View name="second" seen={seen} />
      <List />
    </>,
    kit,
  )
  act(() => void seen.get('first')?.generate({ voiceId: 'aura', text: 'One' }))
  await pass(3000)
  act(() => void seen.get('second')?.generate({ voiceId: 'aura', text: 'Two' }))
  await pass(2000)
  const from = lists.length
  // In steps: React 18 keeps all that comes within one for its end.
  for (let i = 0; i < 40; i++) await pass(250)
  const news = lists.slice(from).map((list, i) => {
    const before = lists[from + i - 1] ?? []
    return [0, 1].filter((place) => list[place] !== before[place]).join()
  })
  // Each has news of its own, and the other stays what it was.
  expect(news).toContain('0')
  expect(news).toContain('1')
})

test('a hundred widgets on a page are one request a resource', { timeout: 30_000 }, async () => {
  const kit = createKit()
  const many = (name: string, widget: ReactNode) => Array.from({ length: 25 }, (_, i) => <div key={name + i}>{widget}</div>)
  renderWithKit(
    <>
      {many('card', <CreditBalance />)}
      {many('badge', <CreditBalance variant="badge" />)}
      {many('keys', <ApiKeys />)}
      {many('speech', <SpeechGenerator />)}
    </>,
    kit,
  )
  await pass(2000)
  const operations = kit.simulator.state.requests.map(({ operation }) => operation)
  expect(operations.length).toBe(new Set(operations).size)
  expect(operations).toContain('credits.get')
  expect(operations).toContain('apiKeys.list')
  expect(operations).toContain('voices.list')
})

test('a thousand jobs under way commit a view only for the news of its own', { timeout: 30_000 }, async () => {
  const jobs = Array.from({ length: 1000 }, (_, i) => ({
    key: `key-${i}`,
    id: String(i),
    startedAt: new Date().toISOString(),
    status: 'processing',
    isStopped: false,
  }))
  sessionStorage.setItem(`audiopod-react:jobs:${ENDPOINT}`, JSON.stringify({ v: 1, user: '', jobs }))
  const asked = new Map<string, number>()
  // An account with room for all of them.
  const fetch = (url: unknown) => {
    const id = /tts-jobs\/(\d+)/.exec(String(url))?.[1] ?? ''
    asked.set(id, (asked.get(id) ?? 0) + 1)
    const reset = String(Math.ceil(Date.now() / 1000) + 60)
    const headers = { 'X-RateLimit-Limit': '6000', 'X-RateLimit-Remaining': '5900', 'X-RateLimit-Reset': reset }
    return Promise.resolve(Response.json({ id, status: 'processing', progress: asked.get(id) }, { headers }))
  }
  const { Counted, of, reset } = countCommits()
  const seen = new Map<string, UseGenerateSpeechResult>()
  const names = Array.from({ length: 10 }, (_, i) => `view ${i}`)
  render(
    <AudioPodProvider endpoint={ENDPOINT} fetch={fetch}>
      {names.map((name) => (
        <Counted key={name} name={name}>
          <View name={name} seen={seen} />
        </Counted>
      ))}
    </AudioPodProvider>,
  )
  const idOf = (name: string) => seen.get(name)?.job?.id ?? ''
  await pass(500)
  expect(new Set(names.map(idOf)).size).toBe(10)
  reset()
  asked.clear()
  await pass(40_000)
  expect([...asked.values()].reduce((a, b) => a + b)).toBeGreaterThan(1000)
  for (const name of names) expect(of(name), name).toBeLessThanOrEqual(asked.get(idOf(name)) ?? 0)
})
