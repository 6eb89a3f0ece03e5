import { act, render, screen, waitFor } from '@testing-library/react'
import { StrictMode, useEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AudioPodProvider } from '../../src/react/AudioPodProvider.js'
import { useCredits } from '../../src/react/useCredits.js'
import { useGenerateSpeech } from '../../src/react/useGenerateSpeech.js'
import { useSpeechJobs } from '../../src/react/useSpeechJobs.js'
import { createSimulator, type Simulator } from '../../src/testing.js'
import { ENDPOINT } from '../support/renderWithKit.js'

const request = { voiceId: 'aura', text: 'Hello there' }
const place = `audiopod-react:jobs:${ENDPOINT}`

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 20 }))
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const sent = ({ state }: Simulator, operation: string) => state.requests.filter((one) => one.operation === operation).length

function Balance() {
  const { data } = useCredits()
  return <p>{data ? `${data.subscription} credits` : 'no balance yet'}</p>
}

const statuses = new Set<string>()
function Generator() {
  const { generate, status } = useGenerateSpeech()
  statuses.add(status)
  return <button type="button" onClick={() => void generate(request)}>{status}</button>
}

function Jobs() {
  const { data = [] } = useSpeechJobs()
  return <ul>{data.map(({ id, status }) => <li key={id}>{status}</li>)}</ul>
}

interface AppProps {
  simulator: Simulator
  userId?: string
  speaks?: boolean
}

function App({ simulator, userId = 'ada', speaks = false }: AppProps) {
  return (
    <AudioPodProvider endpoint={ENDPOINT} fetch={simulator.fetch} userId={userId}>
      <Balance />
      {speaks && <Generator />}
      {speaks && <Jobs />}
    </AudioPodProvider>
  )
}

/** A page that was left while its job was under way. */
async function leaveAJob(simulator: Simulator, userId = 'ada') {
  const { unmount } = render(<App simulator={simulator} userId={userId} speaks />)
  const before = simulator.state.jobs.length
  act(() => screen.getByRole('button').click())
  await waitFor(() => expect(simulator.state.jobs).toHaveLength(before + 1))
  await waitFor(() => expect(sessionStorage.getItem(place)).toContain(simulator.state.jobs.at(-1)?.id))
  unmount()
  await pass(0)
  return sent(simulator, 'speech.get')
}

describe('a page without speech', () => {
  test.each([false, true])('follows a job from before a reload, and loads the balance anew (in StrictMode: %s)', async (isStrict) => {
    const simulator = createSimulator({ jobSeconds: 5, jobFailure: 'voice_unavailable', credits: 100 })
    await leaveAJob(simulator)
    render(isStrict ? <StrictMode><App simulator={simulator} /></StrictMode> : <App simulator={simulator} />)
    await screen.findByText('94 credits')
    await pass(15_000)
    await screen.findByText('100 credits')
    expect(sent(simulator, 'speech.create')).toBe(1)
    expect(sessionStorage.getItem(place)).toContain('failed')
  })

  test('wipes what another user left', async () => {
    const simulator = createSimulator({ jobSeconds: 60 })
    const polls = await leaveAJob(simulator)
    render(<App simulator={simulator} userId="ben" />)
    await waitFor(() => expect(sessionStorage.getItem(place)).toBeNull())
    await pass(30_000)
    expect(sent(simulator, 'speech.get')).toBe(polls)
  })
})

test('a view of speech that mounts long after the page finds what was kept, and what is followed already', async () => {
  const simulator = createSimulator({ jobSeconds: 20 })
  await leaveAJob(simulator)
  const { rerender } = render(<App simulator={simulator} />)
  await pass(3000)
  rerender(<App simulator={simulator} speaks />)
  expect(await screen.findByRole('button')).toHaveTextContent(/pending|processing/)
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  await pass(30_000)
  expect(screen.getByRole('button')).toHaveTextContent('completed')
})

test('another user who comes while jobs are brought along sees none of them, and none is followed', async () => {
  const simulator = createSimulator({ jobSeconds: 60 })
  const polls = await leaveAJob(simulator)
  const { rerender } = render(<App simulator={simulator} />)
  rerender(<App simulator={simulator} userId="ben" />)
  await pass(30_000)
  expect(sent(simulator, 'speech.get')).toBe(polls)
  expect(sessionStorage.getItem(place)).toBeNull()
})

test('an answer to a user who has left costs the next one no job', async () => {
  const simulator = createSimulator({ jobSeconds: 60 })
  simulator.fail('speech.create', { delay: 5000 })
  const { rerender, unmount } = render(<App simulator={simulator} speaks />)
  act(() => screen.getByRole('button').click())
  await waitFor(() => expect(sent(simulator, 'speech.create')).toBe(1))
  rerender(<App simulator={simulator} userId="ben" speaks />)
  await pass(100)
  act(() => screen.getByRole('button').click())
  await pass(1000)
  const bens = simulator.state.jobs.at(-1)?.id
  expect(sessionStorage.getItem(place)).toContain(bens)
  await pass(10_000)
  expect(simulator.state.jobs).toHaveLength(2)
  expect(sessionStorage.getItem(place)).toContain(bens)
  expect(sessionStorage.getItem(place)).not.toContain('ada')
  unmount()
})

test('what a view starts as it mounts is not taken for something from before a reload', async () => {
  const simulator = createSimulator({ jobSeconds: 2 })
  statuses.clear()
  function AtOnce() {
    const { generate, status } = useGenerateSpeech()
    statuses.add(status)
    useEffect(() => void generate(request), [generate])
    return <p>{status}</p>
  }
  render(
    <AudioPodProvider endpoint={ENDPOINT} fetch={simulator.fetch}>
      <AtOnce />
      <Jobs />
    </AudioPodProvider>,
  )
  await pass(10_000)
  expect([...statuses]).not.toContain('unknown')
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(sent(simulator, 'speech.create')).toBe(1)
})

test('no render looks into the storage, and a page that is hydrated shows what the server did first', async () => {
  const simulator = createSimulator({ jobSeconds: 60 })
  await leaveAJob(simulator)
  const reads = vi.spyOn(Storage.prototype, 'getItem')
  const app = <App simulator={simulator} speaks />
  // React 18 says of every layout effect that a server runs none.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const html = renderToString(app)
  expect(reads).not.toHaveBeenCalled()
  const complaints: unknown[] = []
  const box = document.body.appendChild(document.createElement('div'))
  box.innerHTML = html
  const root = hydrateRoot(box, app, { onRecoverableError: (error) => complaints.push(error) })
  await screen.findByRole('listitem')
  expect(complaints).toEqual([])
  root.unmount()
  box.remove()
})

// The last one: what could not be fetched is not fetched again in this file.
test('a page without speech works where what brings jobs cannot be fetched, and leaves them for a later page', async () => {
  const simulator = createSimulator({ jobSeconds: 60 })
  await leaveAJob(simulator)
  const kept = sessionStorage.getItem(place)
  vi.doMock('../../src/state/makeSpeechJobs.js', () => {
    throw new Error('No network.')
  })
  const { unmount } = render(<App simulator={simulator} />)
  await screen.findByText(/\d credits/)
  await pass(1000)
  expect(sessionStorage.getItem(place)).toBe(kept)
  unmount()
  render(<App simulator={simulator} speaks />)
  await screen.findByRole('listitem')
})
