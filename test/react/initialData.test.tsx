import { act, render, screen, waitFor } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AudioPodProvider, CreditBalance, type InitialData, useApiKeys, useCredits } from '../../src/index.js'
import { createKit, ENDPOINT, renderHookWithKit } from '../support/renderWithKit.js'

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString()

const data = (totalAvailable: number, at = ago(0)): InitialData => ({
  at,
  answers: {
    'credits.get': {
      totalAvailable,
      subscription: totalAvailable,
      payAsYouGo: undefined,
      totalUsed: undefined,
      perMonth: undefined,
      nextResetAt: undefined,
      lastResetAt: undefined,
    },
  },
})

test('the first paint on a server has the balance', () => {
  const html = renderToString(
    <AudioPodProvider endpoint={ENDPOINT} initialData={data(4321)}>
      <CreditBalance />
    </AudioPodProvider>,
  )
  expect(html).toContain('4,321')
  expect(html).not.toContain('aria-busy="true"')
})

test('what has just come from the server is shown at once, as loaded, and not asked for again', async () => {
  const kit = createKit({ credits: 50 }, { initialData: data(4321) })
  const seen: unknown[] = []
  const { result } = renderHookWithKit(() => {
    const credits = useCredits()
    seen.push([credits.data?.totalAvailable, credits.isLoading])
    return { credits, keys: useApiKeys() }
  }, kit)
  expect(seen[0]).toEqual([4321, false])
  expect(result.current.credits.updatedAt).toBeDefined()
  await waitFor(() => expect(result.current.keys.data).toBeDefined())
  expect(kit.count('credits.get')).toBe(0)
  await act(() => result.current.credits.mutate())
  expect(result.current.credits.data?.totalAvailable).toBe(50)
})

test('what is older is shown, and asked for again', async () => {
  const kit = createKit({ credits: 50 }, { initialData: data(4321, ago(3_600_000)) })
  const { result } = renderHookWithKit(() => useCredits(), kit)
  expect(result.current.data?.totalAvailable).toBe(4321)
  await waitFor(() => expect(result.current.data?.totalAvailable).toBe(50))
  expect(kit.count('credits.get')).toBe(1)
})

test('a list that is filtered is not what was asked ahead', async () => {
  const kit = createKit({}, { initialData: { at: ago(0), answers: { 'apiKeys.list': [] } } })
  const { result } = renderHookWithKit(() => [useApiKeys(), useApiKeys({ status: 'active' })], kit)
  expect(result.current.map(({ data: keys }) => keys)).toEqual([[], undefined])
  await waitFor(() => expect(result.current[1]?.data).toBeDefined())
})

test('another user never sees it, until the server gives theirs', async () => {
  const kit = createKit({ credits: 50 })
  const of = (userId: string, initialData: InitialData) => (
    <AudioPodProvider endpoint={ENDPOINT} fetch={kit.simulator.fetch} userId={userId} initialData={initialData}>
      <CreditBalance variant="badge" />
    </AudioPodProvider>
  )
  const adas = data(4321)
  const { rerender } = render(of('ada', adas))
  expect(screen.getByText('4,321 credits')).toBeTruthy()
  rerender(of('bob', adas))
  expect(screen.queryByText('4,321 credits')).toBeNull()
  await screen.findByText('50 credits')
  rerender(of('cay', data(777)))
  expect(screen.getByText('777 credits')).toBeTruthy()
})
