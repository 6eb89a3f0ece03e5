import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { arrange, ENDPOINT, everyCall, START } from './support.js'
import { createAudioPodClient } from '../../src/client/index.js'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const aborted = { code: 'aborted', retryable: false }

describe.each(Object.entries(everyCall))('%s', (name, call) => {
  it('sends nothing where its signal was aborted before', async () => {
    const { client, calls } = arrange()
    await expect(call(client, { signal: AbortSignal.abort() })).rejects.toMatchObject(aborted)
    expect(calls()).toEqual([])
  })

  it('ends at once where it is aborted on the way, in the queue, or between tries, and leaves no timer', async () => {
    for (const arrangeFault of ['way', 'queue', 'tries'] as const) {
      const { client, fail } = arrange()
      if (arrangeFault === 'way') fail('*', { delay: Infinity, times: Infinity })
      else fail('*', { status: 429, headers: { 'Retry-After': '60' } })
      if (arrangeFault === 'queue') {
        const first = new AbortController()
        client.account.get({ signal: first.signal }).catch(() => {})
        await vi.advanceTimersByTimeAsync(100)
        first.abort()
      }
      const controller = new AbortController()
      const done = call(client, { signal: controller.signal })
      done.catch(() => {})
      await vi.advanceTimersByTimeAsync(1000)
      controller.abort()
      await expect(done, `${name} ${arrangeFault}`).rejects.toMatchObject(aborted)
      await vi.advanceTimersByTimeAsync(0)
      expect(vi.getTimerCount(), `${name} ${arrangeFault}`).toBe(0)
    }
  })
})

it('is also an abort where the app’s headers do not come, and nothing is sent after all', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>()
  let give: (headers: Record<string, string>) => void = () => {}
  const headers = () =>
    new Promise<Record<string, string>>((resolve) => {
      give = resolve
    })
  const client = createAudioPodClient({ endpoint: ENDPOINT, fetch, headers })
  const controller = new AbortController()
  const done = client.speech.create({ voiceId: 'aura', text: 'Hello' }, { signal: controller.signal })
  done.catch(() => {})
  await vi.advanceTimersByTimeAsync(10)
  controller.abort()
  await expect(done).rejects.toMatchObject(aborted)
  give({ 'x-csrf': '1' })
  await vi.advanceTimersByTimeAsync(10)
  expect(fetch).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

it('is a timeout where the app’s headers never come: nothing was sent, so nothing is unknown', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>()
  const client = createAudioPodClient({ endpoint: ENDPOINT, fetch, headers: () => new Promise(() => {}), timeout: 5000 })
  const done = client.speech.create({ voiceId: 'aura', text: 'Hello' })
  done.catch(() => {})
  await vi.advanceTimersByTimeAsync(5000)
  await expect(done).rejects.toMatchObject({ code: 'timeout' })
  expect(fetch).not.toHaveBeenCalled()
})

it('takes its signal with the query too, where there is no second argument', async () => {
  const { client, calls } = arrange()
  const signal = AbortSignal.abort()
  await expect(client.apiKeys.list({ signal })).rejects.toMatchObject(aborted)
  await expect(client.voices.list({ limit: 5, signal })).rejects.toMatchObject(aborted)
  await expect(client.wallet.usage({ limit: 5, signal })).rejects.toMatchObject(aborted)
  expect(calls()).toEqual([])
})
