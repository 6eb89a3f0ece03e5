import { act, fireEvent, renderHook, screen, waitFor } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AudioPodProvider } from '../../src/react/AudioPodProvider.js'
import { useCredits } from '../../src/react/useCredits.js'
import { useGenerateSpeech } from '../../src/react/useGenerateSpeech.js'
import { useSpeechJobs } from '../../src/react/useSpeechJobs.js'
import { createKit, ENDPOINT, type Kit, renderHookWithKit, renderWithKit } from '../support/renderWithKit.js'

const request = { voiceId: 'aura', text: 'Hello there' }

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 20 }))
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const setUp = (kit: Kit) => renderHookWithKit(() => ({ speech: useGenerateSpeech(), credits: useCredits() }), kit)

test('goes from idle to audio, and the balance falls by what the job cost', async () => {
  const kit = createKit({ jobSeconds: 3, credits: 100 })
  const { result } = setUp(kit)
  await waitFor(() => expect(result.current.credits.data?.subscription).toBe(100))
  expect(result.current.speech.status).toBe('idle')
  act(() => void result.current.speech.generate(request))
  expect(result.current.speech.status).toBe('submitting')
  await waitFor(() => expect(result.current.speech.job?.id).toBeDefined())
  await pass(10_000)
  expect(result.current.speech.status).toBe('completed')
  expect(result.current.speech.audioUrl).toMatch(/^http/)
  await waitFor(() => expect(result.current.credits.data?.subscription).toBe(94))
})

test('a double press makes one job, and both callers get it', async () => {
  const kit = createKit({ jobSeconds: 1 })
  const { result } = setUp(kit)
  let first: unknown
  let second: unknown
  act(() => {
    first = result.current.speech.generate(request)
    second = result.current.speech.generate(request)
  })
  expect(second).toBe(first)
  await pass(10_000)
  expect(kit.count('speech.create')).toBe(1)
  expect(kit.simulator.state.jobs).toHaveLength(1)
})

test('text that cannot be sent is refused with its field before anything leaves', async () => {
  const kit = createKit()
  const { result } = setUp(kit)
  await act(async () => void (await result.current.speech.generate({ voiceId: 'aura', text: '' })))
  expect(result.current.speech.status).toBe('failed')
  expect(result.current.speech.error).toMatchObject({ code: 'invalid_request', fields: [{ name: 'text' }] })
  expect(kit.count('speech.create')).toBe(0)
})

test('too little balance is a typed error after one request, and the balance is looked at again', async () => {
  const kit = createKit({ credits: 1 })
  const { result } = setUp(kit)
  await waitFor(() => expect(result.current.credits.data).toBeDefined())
  const before = kit.count('credits.get')
  await act(async () => void (await result.current.speech.generate(request)))
  expect(result.current.speech.error).toMatchObject({ code: 'insufficient_credits', creditsNeeded: 6 })
  await waitFor(() => expect(kit.count('credits.get')).toBe(before + 1))
  expect(kit.count('speech.create')).toBe(1)
})

test('held back by the rate limit it waits, says until when, and goes by itself', async () => {
  const kit = createKit({ jobSeconds: 1 })
  kit.simulator.fail('speech.create', { status: 429, headers: { 'Retry-After': '30' } })
  const { result } = setUp(kit)
  act(() => void result.current.speech.generate(request))
  await waitFor(() => expect(result.current.speech.status).toBe('waiting'))
  expect(result.current.speech.retryAt).toBeDefined()
  expect(result.current.speech.error?.code).toBe('rate_limit_exceeded')
  await pass(45_000)
  expect(result.current.speech.status).toBe('completed')
  expect(kit.count('speech.create')).toBe(2)
  expect(kit.simulator.state.jobs).toHaveLength(1)
})

test('cancelled while it is held back, nothing is sent any more', async () => {
  const kit = createKit()
  kit.simulator.fail('speech.create', { status: 429, headers: { 'Retry-After': '30' } })
  const { result } = setUp(kit)
  act(() => void result.current.speech.generate(request))
  await waitFor(() => expect(result.current.speech.status).toBe('waiting'))
  act(() => result.current.speech.cancel())
  expect(result.current.speech.status).toBe('cancelled')
  await pass(60_000)
  expect(kit.count('speech.create')).toBe(1)
  expect(kit.simulator.state.jobs).toHaveLength(0)
})

test('a lost answer is unknown, the balance is looked at, and retry() sends the same Idempotency-Key', async () => {
  const kit = createKit({ jobSeconds: 1, credits: 100 })
  kit.simulator.fail('speech.create', { network: true, after: true })
  const { result } = setUp(kit)
  await waitFor(() => expect(result.current.credits.data?.subscription).toBe(100))
  await act(async () => void (await result.current.speech.generate(request)))
  const { error } = result.current.speech
  expect(result.current.speech.status).toBe('unknown')
  if (error?.code !== 'unknown_outcome') throw new Error(`got ${error?.code}`)
  expect(error.operation).toBe('speech.create')
  // What was charged, if it was, is on screen.
  await waitFor(() => expect(result.current.credits.data?.subscription).toBe(94))
  act(() => void error.retry())
  await pass(10_000)
  expect(result.current.speech.status).toBe('completed')
  const keys = kit.simulator.state.requests.filter((r) => r.operation === 'speech.create').map((r) => r.idempotencyKey)
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
})

test('a failed job says why, and its credits are back on the balance', async () => {
  const kit = createKit({ jobSeconds: 2, jobFailure: 'voice_unavailable', credits: 100 })
  const { result } = setUp(kit)
  act(() => void result.current.speech.generate(request))
  await pass(10_000)
  expect(result.current.speech.status).toBe('failed')
  expect(result.current.speech.error).toMatchObject({ code: 'job_failed', reason: 'voice_unavailable' })
  await waitFor(() => expect(result.current.credits.data?.subscription).toBe(100))
})

test('a job that ends while another page of the app is shown is there when the person comes back, for one view', async () => {
  const kit = createKit({ jobSeconds: 2 })
  const View = ({ name }: { name: string }) => {
    const { status, generate } = useGenerateSpeech()
    return (
      <button type="button" onClick={() => void generate(request)}>
        {name}: {status}
      </button>
    )
  }
  const List = () => <p>{useSpeechJobs().data?.map(({ status }) => status)}</p>
  const { rerender } = renderWithKit(<View name="first" />, kit)
  fireEvent.click(screen.getByText('first: idle'))
  await screen.findByText('first: pending')
  rerender(<List />)
  await pass(10_000)
  expect(screen.getByText('completed')).toBeInTheDocument()

  rerender(
    <>
      <View name="back" />
      <View name="other" />
    </>,
  )
  await screen.findByText('back: completed')
  expect(screen.getByText('other: idle')).toBeInTheDocument()
})

describe('over a reload', () => {
  test('a job under way is found again and its audio arrives, without a second creation', async () => {
    const kit = createKit({ jobSeconds: 5 })
    const first = setUp(kit)
    act(() => void first.result.current.speech.generate(request))
    await waitFor(() => expect(first.result.current.speech.job?.id).toBeDefined())
    first.unmount()
    const second = setUp(kit)
    await waitFor(() => expect(second.result.current.speech.isResumed).toBe(true))
    await pass(15_000)
    expect(second.result.current.speech.audioUrl).toMatch(/^http/)
    expect(kit.count('speech.create')).toBe(1)
  })

  test('what is kept holds no text, no voice and no URL', async () => {
    const kit = createKit({ jobSeconds: 1 })
    const { result } = setUp(kit)
    act(() => void result.current.speech.generate(request))
    await pass(10_000)
    const kept = JSON.stringify({ ...sessionStorage })
    expect(kept).toContain(result.current.speech.job?.id)
    expect(kept).not.toMatch(/Hello|aura|http:\/\/localhost\/(?!api\/audiopod\\?")/)
    expect(localStorage).toHaveLength(0)
  })

  test('another user finds nothing, and the former one is wiped', async () => {
    const kit = createKit({ jobSeconds: 60 }, { userId: 'ada' })
    const first = setUp(kit)
    act(() => void first.result.current.speech.generate(request))
    await waitFor(() => expect(first.result.current.speech.job?.id).toBeDefined())
    first.unmount()
    const { result } = renderHook(() => useSpeechJobs(), {
      wrapper: ({ children }) => (
        <AudioPodProvider endpoint={ENDPOINT} fetch={kit.simulator.fetch} userId="ben">
          {children}
        </AudioPodProvider>
      ),
    })
    expect(result.current.data).toEqual([])
    await waitFor(() => expect(JSON.stringify({ ...sessionStorage })).not.toContain('ada'))
  })

  test.each(['{', '{"v":9}', '{"v":1,"user":"","jobs":[{"id":4}]}', 'null'])(
    'storage that holds %s reads as empty',
    async (text) => {
      sessionStorage.setItem(`audiopod-react:jobs:${ENDPOINT}`, text)
      const { result } = renderHookWithKit(() => useSpeechJobs(), createKit())
      expect(result.current.data).toEqual([])
    },
  )

  test('a page left before the answer came says that the job may have been started', async () => {
    const kit = createKit()
    kit.simulator.fail('speech.create', { delay: Infinity })
    const first = setUp(kit)
    act(() => void first.result.current.speech.generate(request))
    await waitFor(() => expect(kit.count('speech.create')).toBe(1))
    first.unmount()
    const second = setUp(createKit())
    await waitFor(() => expect(second.result.current.speech.status).toBe('unknown'))
    expect(second.result.current.speech.error?.code).toBe('unknown_outcome')
  })
})

test('a view that comes back shows the job that is still under way', async () => {
  const kit = createKit({ jobSeconds: 5 })
  const { result } = renderHookWithKit(() => {
    const [isShown, show] = useState(true)
    return { isShown, show, jobs: useSpeechJobs(), speech: useGenerateSpeech() }
  }, kit)
  act(() => void result.current.speech.generate(request))
  await waitFor(() => expect(result.current.jobs.data).toHaveLength(1))
  act(() => result.current.speech.reset())
  expect(result.current.speech.status).toBe('idle')
  await pass(10_000)
  expect(result.current.jobs.data?.[0]?.status).toBe('completed')
})

describe('with the text kept over a reload', () => {
  const settings = { persistJobs: { text: true } } as const

  test('a request whose answer was lost is sent again with the same Idempotency-Key', async () => {
    const lost = createKit({}, settings)
    lost.simulator.fail('speech.create', { delay: Infinity })
    const first = setUp(lost)
    act(() => void first.result.current.speech.generate(request))
    await waitFor(() => expect(lost.count('speech.create')).toBe(1))
    first.unmount()
    const kit = createKit({ jobSeconds: 1 }, settings)
    const { result } = setUp(kit)
    await waitFor(() => expect(result.current.speech.status).toBe('unknown'))
    expect(result.current.speech.request).toEqual(request)
    const { error } = result.current.speech
    if (error?.code !== 'unknown_outcome') throw new Error(`got ${error?.code}`)
    act(() => void error.retry())
    await pass(10_000)
    expect(result.current.speech.status).toBe('completed')
    const keyOf = ({ simulator }: Kit) => simulator.state.requests.find((r) => r.operation === 'speech.create')?.idempotencyKey
    expect(keyOf(kit)).toBeDefined()
    expect(keyOf(kit)).toBe(keyOf(lost))
  })

  test('a job that fails shows its text, and the storage has it no more', async () => {
    const kit = createKit({ jobSeconds: 5, jobFailure: 'voice_unavailable' }, settings)
    const first = setUp(kit)
    act(() => void first.result.current.speech.generate(request))
    await waitFor(() => expect(first.result.current.speech.job?.id).toBeDefined())
    expect(JSON.stringify({ ...sessionStorage })).toContain(request.text)
    first.unmount()
    const { result } = setUp(kit)
    await pass(15_000)
    expect(result.current.speech).toMatchObject({ status: 'failed', isResumed: true, request })
    expect(JSON.stringify({ ...sessionStorage })).not.toContain(request.text)
  })

  test('it is gone when the job has ended well, from memory too', async () => {
    const kit = createKit({ jobSeconds: 1 }, settings)
    const { result } = setUp(kit)
    act(() => void result.current.speech.generate(request))
    await pass(10_000)
    expect(result.current.speech).toMatchObject({ status: 'completed', request: undefined })
    expect(JSON.stringify({ ...sessionStorage })).not.toContain(request.text)
  })

  test('a text with something like a key in it is not kept', async () => {
    const kit = createKit({ jobSeconds: 60 }, settings)
    const { result } = setUp(kit)
    const text = `My key is ap_${'x1'.repeat(20)}`
    act(() => void result.current.speech.generate({ ...request, text }))
    await waitFor(() => expect(result.current.speech.job?.id).toBeDefined())
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('My key')
  })

  test('in a storage that is full the ids are kept without it', async () => {
    const setItem = Storage.prototype.setItem
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, name, value) {
      if (value.length > 500) throw new DOMException('full', 'QuotaExceededError')
      setItem.call(this, name, value)
    })
    const kit = createKit({ jobSeconds: 60 }, settings)
    const { result } = setUp(kit)
    act(() => void result.current.speech.generate({ ...request, text: 'Hello '.repeat(200) }))
    await waitFor(() => expect(result.current.speech.job?.id).toBeDefined())
    expect(JSON.stringify({ ...sessionStorage })).toContain(result.current.speech.job?.id)
  })

  test('another way of keeping, written anew at each render, keeps the session', async () => {
    const kit = createKit({ jobSeconds: 60 }, { persistJobs: { text: true, storage: 'local' } })
    const Fresh = ({ children }: { children?: ReactNode }) => (
      <AudioPodProvider endpoint={ENDPOINT} fetch={kit.simulator.fetch} persistJobs={{ text: true, storage: 'local' }}>
        {children}
      </AudioPodProvider>
    )
    const { result, rerender } = renderHook(() => useGenerateSpeech(), { wrapper: Fresh })
    act(() => void result.current.generate(request))
    await waitFor(() => expect(result.current.job?.id).toBeDefined())
    const { job } = result.current
    rerender()
    expect(result.current.job).toBe(job)
    expect(JSON.stringify({ ...localStorage })).toContain(request.text)
    expect(sessionStorage).toHaveLength(0)
  })
})

describe('a job that does not end in time', () => {
  const setUpBoth = (kit: Kit) => renderHookWithKit(() => ({ speech: useGenerateSpeech(), jobs: useSpeechJobs() }), kit)

  async function untilLate(kit: Kit) {
    const view = setUpBoth(kit)
    act(() => void view.result.current.speech.generate(request))
    await pass(605_000)
    expect(view.result.current.speech.error).toMatchObject({ code: 'timeout' })
    return view
  }

  test('is a timeout with its id, stays in the list, and refresh() follows it to its end', async () => {
    const kit = createKit({ jobSeconds: 700 })
    const { result } = await untilLate(kit)
    const { error, job } = result.current.speech
    expect(error).toMatchObject({ jobId: job?.id, retryable: true })
    expect(result.current.jobs.data).toMatchObject([{ id: job?.id, status: 'processing' }])
    await act(() => result.current.speech.refresh())
    expect(result.current.speech).toMatchObject({ status: 'processing', error: undefined })
    await pass(200_000)
    expect(result.current.speech).toMatchObject({ status: 'completed', audioUrl: expect.stringMatching(/^http/) })
    expect(kit.count('speech.create')).toBe(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('can be followed again from the list', async () => {
    const { result } = await untilLate(createKit({ jobSeconds: 700 }))
    const id = result.current.speech.job?.id ?? ''
    await act(() => result.current.jobs.refresh(id))
    await pass(200_000)
    expect(result.current.jobs.data).toMatchObject([{ id, status: 'completed' }])
  })

  test('and failed meanwhile says so when it is asked for again', async () => {
    const { result } = await untilLate(createKit({ jobSeconds: 1300, jobFailure: 'voice_unavailable' }))
    await pass(700_000)
    await act(() => result.current.speech.refresh())
    expect(result.current.speech).toMatchObject({ status: 'failed', error: { code: 'job_failed', reason: 'voice_unavailable' } })
  })

  test('stays one where asking again fails too', async () => {
    const kit = createKit({ jobSeconds: 700 })
    const { result } = await untilLate(kit)
    kit.simulator.fail('speech.get', { status: 404 })
    await act(() => expect(result.current.speech.refresh()).rejects.toMatchObject({ code: 'not_found' }))
    expect(result.current.speech.error).toMatchObject({ code: 'timeout' })
  })

  test('is followed again after a reload', async () => {
    const kit = createKit({ jobSeconds: 700 })
    const { unmount } = await untilLate(kit)
    unmount()
    const { result } = setUpBoth(kit)
    await pass(200_000)
    expect(result.current.speech).toMatchObject({ status: 'completed', isResumed: true })
  })
})

test('a job that the account cancelled is told apart from one that a person stopped waiting for', async () => {
  const kit = createKit({ jobSeconds: 60 })
  const { result } = setUp(kit)
  act(() => void result.current.speech.generate(request))
  await waitFor(() => expect(result.current.speech.job?.id).toBeDefined())
  kit.simulator.state.cancelJob(kit.simulator.state.jobs[0]?.id ?? 0)
  await pass(20_000)
  expect(result.current.speech).toMatchObject({ status: 'cancelled', job: { status: 'cancelled' } })
})
