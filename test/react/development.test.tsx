import { act, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { AudioPodProvider, createAudioPodClient, CreditBalance } from '../../src/index.js'
import { shared } from '../../src/development/shared.js'

// Each test is a page of its own.
beforeEach(() => shared('told').clear())

const page = () => Promise.resolve(new Response('<!doctype html><h1>Not found</h1>', { status: 404, headers: { 'Content-Type': 'text/html' } }))

test('a bare 404 is told of, but not where AudioPod itself answers so', async () => {
  vi.stubEnv('NODE_ENV', 'development')
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const client = createAudioPodClient({ endpoint: '/api/audiopod', fetch: () => Promise.resolve(new Response(null, { status: 404 })) })
  expect(await client.credits.usage()).toEqual([])
  await client.apiKeys.revoke('gone')
  await vi.dynamicImportSettled()
  expect(said).not.toHaveBeenCalled()
  await expect(client.credits.get()).rejects.toMatchObject({ code: 'not_found' })
  await vi.waitFor(() => expect(said).toHaveBeenCalledOnce())
  expect(said).toHaveBeenCalledWith(expect.stringContaining('credits.get with 404 and nothing of the proxy'))
})

test.each([
  ['test', []],
  ['development', [expect.stringContaining('nothing-of-the-proxy-is-at-the-endpoint')]],
])('in %s a page of HTML at the endpoint, without styles as always in jsdom, is told as it should be', async (mode, told) => {
  vi.stubEnv('NODE_ENV', mode)
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')].map((spy) => spy.mockImplementation(() => {}))
  render(
    <AudioPodProvider endpoint="/api/audiopod" fetch={page}>
      <CreditBalance />
      <CreditBalance />
    </AudioPodProvider>,
  )
  await screen.findAllByText(/could not be read/)
  await act(() => vi.dynamicImportSettled())
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  expect(said.flatMap(({ mock }) => mock.calls.map(([text]) => String(text)))).toEqual(told)
  vi.useRealTimers()
})
