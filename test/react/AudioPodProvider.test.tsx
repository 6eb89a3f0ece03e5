import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import useSWR, { SWRConfig, useSWRConfig } from 'swr'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAudioPodClient } from '../../src/client/createAudioPodClient.js'
import { AudioPodProvider } from '../../src/react/AudioPodProvider.js'
import { useCredits } from '../../src/react/useCredits.js'
import { useRateLimit } from '../../src/react/useRateLimit.js'
import { useVoices } from '../../src/react/useVoices.js'
import { createSimulator } from '../../src/testing.js'
import { createKit, ENDPOINT, renderHookWithKit } from '../support/renderWithKit.js'

function Balance() {
  const { data, error } = useCredits()
  return <p>{error ? error.code : (data?.subscription ?? 'loading')}</p>
}

describe('refuses at once', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))

  const madeUpKey = `ap_${'k'.repeat(24)}`
  test.each<[string, Record<string, unknown>]>([
    ['a prop named apiKey', { endpoint: '/api/audiopod', apiKey: madeUpKey }],
    ["AudioPod's own host", { endpoint: 'https://api.audiopod.ai/api/v1' }],
    ['plain http', { endpoint: 'http://example.com/api' }],
    ['an endpoint with a key in it', { endpoint: `/api/audiopod/${madeUpKey}` }],
    ['no endpoint', {}],
    ['a header with a key in it', { endpoint: '/api/audiopod', headers: { Authorization: `Bearer ${madeUpKey}` } }],
    ['an endpoint and a client', { endpoint: '/a', client: createAudioPodClient({ endpoint: '/b' }) }],
  ])('%s', (_, props) => {
    const show = () => render(<AudioPodProvider {...(props as { endpoint: string })} />)
    expect(show).toThrowError(expect.objectContaining({ code: 'configuration' }))
    expect(show).not.toThrowError(madeUpKey)
  })

  test('a hook outside the provider, and names the fix', () => {
    expect(() => renderHook(() => useCredits())).toThrowError(/^useCredits .*stands outside .*AudioPodProvider endpoint=.*troubleshooting\.md#/)
    expect(() => render(<Balance />)).toThrowError(/^useCredits \(in <Balance>\) stands outside an <AudioPodProvider>/)
    expect(() => render(<Balance />)).not.toThrowError(/another copy/)
  })

  test('a hook of another copy of the package than the provider, and says so', async () => {
    vi.resetModules()
    const other = await import('../../src/react/AudioPodProvider.js')
    const show = () => render(<other.AudioPodProvider endpoint={ENDPOINT}><Balance /></other.AudioPodProvider>)
    expect(show).toThrowError(/another copy of audiopod-react.*npm ls audiopod-react/)
  })
})

test("a Bearer token of the app's own passes, and is asked for anew at each request", async () => {
  const simulator = createSimulator()
  const seen: (string | null)[] = []
  let token = 1
  render(
    <AudioPodProvider
      endpoint={ENDPOINT}
      headers={async () => ({ Authorization: `Bearer session-${token++}` })}
      fetch={(input, init) => {
        seen.push(new Headers(init?.headers).get('authorization'))
        return simulator.fetch(input, { ...init, headers: {} })
      }}
    >
      <Balance />
    </AudioPodProvider>,
  )
  await screen.findByText('8200')
  expect(seen).toEqual(['Bearer session-1'])
})

test('two providers on a page do not mix', async () => {
  const rich = createKit({ credits: 1000 })
  const poor = createKit({ credits: 1 })
  render(
    <>
      <rich.wrapper>
        <Balance />
      </rich.wrapper>
      <poor.wrapper>
        <Balance />
      </poor.wrapper>
    </>,
  )
  await screen.findByText('1000')
  await screen.findByText('1')
  expect([rich.count('credits.get'), poor.count('credits.get')]).toEqual([1, 1])
})

test('another userId never sees what was cached for the one before', async () => {
  let credits = 111
  const shown: string[] = []
  const App = ({ userId }: { userId: string }) => (
    <AudioPodProvider
      endpoint={ENDPOINT}
      userId={userId}
      fetch={(input, init) => createSimulator({ credits }).fetch(input, init)}
    >
      <Recorder userId={userId} />
    </AudioPodProvider>
  )
  const Recorder = ({ userId }: { userId: string }) => {
    const { data } = useCredits()
    shown.push(`${userId} ${data?.subscription ?? '-'}`)
    return <p>{data?.subscription}</p>
  }
  const { rerender } = render(<App userId="ada" />)
  await screen.findByText('111')
  credits = 222
  rerender(<App userId="ben" />)
  await screen.findByText('222')
  expect(shown.filter((line) => line.startsWith('ben')).some((line) => line.endsWith('111'))).toBe(false)
})

test("the app's own SWR below the provider keeps its cache, its fetcher and its settings", async () => {
  const appCache = new Map()
  const kit = createKit({ credits: 7 })
  function OfTheApp({ children }: { children?: ReactNode }) {
    const { data } = useSWR<string>('own-key')
    const { cache, dedupingInterval } = useSWRConfig()
    return (
      <p>
        {data} {String(cache === appCache)} {dedupingInterval} {children}
      </p>
    )
  }
  render(
    <SWRConfig value={{ provider: () => appCache, dedupingInterval: 4321, fetcher: (key: string) => `app ${key}` }}>
      <kit.wrapper>
        <OfTheApp />
        <Balance />
      </kit.wrapper>
    </SWRConfig>,
  )
  await screen.findByText(/app own-key true 4321/)
  await screen.findByText('7')
  expect([...appCache.keys()].join()).not.toContain('audiopod')
})

test('unmounted in mid-flight, nothing is written and nothing is logged', async () => {
  const log = vi.spyOn(console, 'error')
  const kit = createKit({ latency: 20 })
  const { unmount } = render(<Balance />, { wrapper: kit.wrapper })
  await waitFor(() => expect(kit.count('credits.get')).toBe(1))
  unmount()
  await vi.waitFor(() => expect(kit.simulator.state.requests[0]?.status).toBe(200))
  expect(log).not.toHaveBeenCalled()
})

test('onError and headers may be new functions at each render without a new client or request', async () => {
  const kit = createKit()
  const App = () => (
    <AudioPodProvider
      endpoint={ENDPOINT}
      fetch={(input, init) => kit.simulator.fetch(input, init)}
      headers={() => ({ 'X-CSRF': 'a' })}
      onError={() => undefined}
    >
      <Balance />
    </AudioPodProvider>
  )
  const { rerender } = render(<App />)
  await screen.findByText('8200')
  rerender(<App />)
  rerender(<App />)
  await act(() => Promise.resolve())
  expect(kit.count('credits.get')).toBe(1)
})

describe('with fake time', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 20 }))
  afterEach(() => vi.useRealTimers())

  test('five hooks and a focus event during a pause send nothing; after it each key is asked once', async () => {
    const kit = createKit()
    kit.simulator.fail('*', { status: 429, headers: { 'Retry-After': '30' }, times: 2 })
    const { result } = renderHookWithKit(() => {
      const credits = [useCredits(), useCredits(), useCredits()]
      return { all: [...credits, useVoices(), useVoices()], rate: useRateLimit() }
    }, kit)
    await waitFor(() => expect(result.current.rate.data?.pausedUntil).toBeDefined())
    const refused = kit.simulator.state.requests.length
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    act(() => void window.dispatchEvent(new Event('focus')))
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    expect(kit.simulator.state.requests).toHaveLength(refused)
    await act(() => vi.advanceTimersByTimeAsync(15_000))
    await waitFor(() => expect(result.current.all.every(({ data }) => data !== undefined)).toBe(true))
    expect(result.current.rate.data?.pausedUntil).toBeUndefined()
    const after = kit.simulator.state.requests.slice(refused).map(({ operation }) => operation)
    expect(after.toSorted()).toEqual(['credits.get', 'voices.list'])
  })
})

test('voices come a page at a time', async () => {
  const kit = createKit({ voices: 70, dialect: { voices: 'page' } })
  const { result } = renderHookWithKit(() => useVoices({ includePublic: true }), kit)
  await waitFor(() => expect(result.current.data?.items).toHaveLength(50))
  expect(result.current.data).toMatchObject({ total: 70, hasMore: true })
  act(() => result.current.loadMore())
  await waitFor(() => expect(result.current.data?.items).toHaveLength(70))
  expect(result.current.data?.hasMore).toBe(false)
  expect(new Set(result.current.data?.items.map((voice) => voice.id)).size).toBe(70)
})

test('the rate limit is what the last answers said', async () => {
  const kit = createKit({ plan: 'free' })
  const { result } = renderHookWithKit(() => ({ credits: useCredits(), rate: useRateLimit() }), kit)
  await waitFor(() => expect(result.current.rate.data).toMatchObject({ limit: 100, remaining: 99 }))
})
