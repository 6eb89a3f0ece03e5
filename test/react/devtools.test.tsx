import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { AudioPodDevtools } from '../../src/devtools/AudioPodDevtools.js'
import { AudioPodProvider, createAudioPodClient, useApiKeys, useCredits, useGenerateSpeech } from '../../src/index.js'
import { createKit, ENDPOINT, type Kit } from '../support/renderWithKit.js'
import { keyShaped } from '../support/secrets.js'

beforeAll(() => import('../../src/devtools/Devtools.js'))
afterEach(() => vi.useRealTimers())

const tools = () => within(document.querySelector<HTMLElement>('[data-audiopod-devtools]')!.shadowRoot! as unknown as HTMLElement)

async function open(kit: Kit, app: ReactNode) {
  const view = render(
    <>
      {app}
      <AudioPodDevtools initialIsOpen />
    </>,
    { wrapper: kit.wrapper },
  )
  await waitFor(() => tools().getByRole('dialog', { name: 'AudioPod devtools' }))
  return view
}

const show = (tab: string) => fireEvent.click(tools().getByRole('tab', { name: new RegExp(`^${tab}`) }))
const rows = (list: string) => within(tools().getByRole('list', { name: list })).getAllByRole('listitem').map(({ textContent }) => textContent)

function Balance() {
  const { data, error, mutate } = useCredits()
  return (
    <p>
      {data ? `${data.totalAvailable} credits` : (error?.code ?? 'no credits')}
      <button type="button" onClick={() => void mutate().catch(() => {})}>
        Again
      </button>
    </p>
  )
}

test('shows the requests that came before it was opened, the window, and the caches', async () => {
  const kit = createKit({ credits: 120 })
  await open(kit, <Balance />)
  await screen.findByText(/120 credits/)
  await waitFor(() => expect(rows('Requests')).toEqual([expect.stringMatching(/^200GET credits\.get.* · try 1/)]))
  expect(tools().getByText('99')).toBeInTheDocument()
  show('Caches')
  expect(rows('Caches')).toEqual([expect.stringMatching(/^heldcredits\.get\{\} · answered .* agoInvalidate$/)])
  fireEvent.click(tools().getByRole('button', { name: 'Invalidate credits.get' }))
  await waitFor(() => expect(kit.count('credits.get')).toBe(2))
})

test.each([
  [402, 'insufficient_credits'],
  [502, 'server_error'],
])('a provoked %s is shown as the app would meet it, once, is marked, and reaches nobody', async (status, code) => {
  const kit = createKit({}, { maxRetries: 0 })
  await open(kit, <Balance />)
  await screen.findByText(/\d credits/)
  fireEvent.click(tools().getByRole('button', { name: String(status) }))
  expect(tools().getByText(/is answered/)).toHaveTextContent(`The next request of any operation is answered ${status}, once.`)
  fireEvent.click(screen.getByText('Again'))
  await waitFor(() => expect(rows('Requests')[0]).toMatch(new RegExp(`^${status}GET credits\\.get.*provoked$`)))
  expect(kit.count('credits.get')).toBe(1)
  show('Errors')
  await waitFor(() => expect(rows('Errors')[0]).toContain(`docs/errors/${code}.md`))
  fireEvent.click(screen.getByText('Again'))
  await waitFor(() => expect(kit.count('credits.get')).toBe(2))
})

test('a provoked 429 holds the queue back for ten seconds, and everything goes on by itself', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const kit = createKit()
  await open(kit, <Balance />)
  await screen.findByText(/\d credits/)
  fireEvent.click(tools().getByRole('button', { name: '429' }))
  fireEvent.click(screen.getByText('Again'))
  show('Queue')
  await waitFor(() => expect(rows('Queue')).toEqual([expect.stringMatching(/^waitscredits\.get.*sent 1× · goes on in \d+ s · rate_limit_exceeded$/)]))
  expect(tools().queryByText('not paused')).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(13_000))
  await waitFor(() => expect(kit.count('credits.get')).toBe(2))
  show('Requests')
  await waitFor(() => expect(rows('Requests')[0]).toMatch(/^200GET credits\.get.*try 2 · waited 1\d s$/))
})

test('an offline spell reaches the whole page, ends after ten seconds, and ends with the tools', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const kit = createKit()
  const { unmount } = await open(kit, <Balance />)
  await screen.findByText(/\d credits/)
  const offline = () => fireEvent.click(tools().getByRole('button', { name: 'Offline for 10 s' }))
  offline()
  expect(navigator.onLine).toBe(false)
  fireEvent.click(screen.getByText('Again'))
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(kit.count('credits.get')).toBe(1)
  await act(() => vi.advanceTimersByTimeAsync(5_500))
  expect(navigator.onLine).toBe(true)
  await waitFor(() => expect(kit.count('credits.get')).toBeGreaterThan(1))
  offline()
  unmount()
  expect(navigator.onLine).toBe(true)
  expect(document.querySelector('[data-audiopod-devtools]')).toBeNull()
})

test('what is armed stays so while the panel is closed', async () => {
  const kit = createKit({}, { maxRetries: 0 })
  await open(kit, <Balance />)
  await screen.findByText(/\d credits/)
  fireEvent.click(tools().getByRole('button', { name: '402' }))
  fireEvent.click(tools().getByRole('button', { name: 'Close' }))
  fireEvent.click(screen.getByText('Again'))
  fireEvent.click(tools().getByRole('button', { name: 'AudioPod devtools' }))
  await waitFor(() => expect(rows('Requests')[0]).toMatch(/^402GET credits\.get.*provoked$/))
  expect(kit.count('credits.get')).toBe(1)
})

test('a switch may wait for one operation alone', async () => {
  const kit = createKit()
  await open(kit, <Balance />)
  await screen.findByText(/\d credits/)
  fireEvent.change(tools().getByLabelText('Next request of'), { target: { value: 'wallet.get' } })
  fireEvent.click(tools().getByRole('button', { name: '502' }))
  fireEvent.click(screen.getByText('Again'))
  await waitFor(() => expect(kit.count('credits.get')).toBe(2))
  expect(tools().getByText(/is answered/)).toHaveTextContent('The next request of wallet.get')
})

test('nothing key-shaped is in it: neither a key that was made, nor one in a path or a message', async () => {
  let secret = ''
  function Keys() {
    const { create, revoke } = useApiKeys()
    const [done, setDone] = useState(0)
    return (
      <>
        <button
          type="button"
          onClick={async () => {
            const key = await create({ name: 'Of a test' })
            secret = key.secret
            // A mistake that is made: the secret where the id belongs.
            await revoke(secret).catch(() => {})
            setDone(1)
          }}
        >
          Make
        </button>
        {done > 0 && 'done'}
      </>
    )
  }
  const kit = createKit()
  await open(kit, <Keys />)
  fireEvent.click(screen.getByText('Make'))
  await screen.findByText(/done/)
  expect(secret).toMatch(keyShaped)
  const shadow = document.querySelector('[data-audiopod-devtools]')!.shadowRoot!
  for (const tab of ['Requests', 'Queue', 'Jobs', 'Caches', 'Errors']) {
    show(tab)
    expect(shadow.innerHTML).not.toContain(secret)
    expect(shadow.innerHTML).not.toMatch(keyShaped)
  }
  show('Requests')
  expect(rows('Requests').some((row) => row?.includes('POST apiKeys.create'))).toBe(true)
})

test('jobs are shown with their state', async () => {
  function Speak() {
    const { generate, status } = useGenerateSpeech()
    return (
      <button type="button" onClick={() => generate({ voiceId: 'aura', text: 'Hello' })}>
        {status}
      </button>
    )
  }
  await open(createKit(), <Speak />)
  fireEvent.click(screen.getByText('idle'))
  show('Jobs')
  await waitFor(() => expect(rows('Jobs')).toEqual([expect.stringMatching(/^(?:pending|processing|completed)Job .* · started .* ago$/)]), { timeout: 10_000 })
})

test('sees a client that was made apart', async () => {
  const kit = createKit()
  const client = createAudioPodClient({ endpoint: ENDPOINT, fetch: kit.simulator.fetch })
  await open({ ...kit, wrapper: ({ children }) => <AudioPodProvider client={client}>{children}</AudioPodProvider> }, <Balance />)
  await waitFor(() => expect(rows('Requests')).toHaveLength(1))
})

describe('the keyboard', () => {
  test('Esc closes it and the focus is on the button again; the arrows go through the tabs', async () => {
    const kit = createKit()
    render(<AudioPodDevtools position="top-left" />, { wrapper: kit.wrapper })
    await waitFor(() => tools().getByRole('button', { name: 'AudioPod devtools' }))
    const button = tools().getByRole('button', { name: 'AudioPod devtools' })
    expect(button).toHaveAttribute('aria-expanded', 'false')
    fireEvent.click(button)
    const panel = tools().getByRole('dialog')
    const root = panel.getRootNode() as ShadowRoot
    expect(root.activeElement).toBe(panel)
    fireEvent.keyDown(tools().getByRole('tab', { name: /^Requests/ }), { key: 'ArrowLeft' })
    expect(root.activeElement).toBe(tools().getByRole('tab', { name: /^Errors/, selected: true }))
    fireEvent.keyDown(panel, { key: 'Escape' })
    expect(tools().queryByRole('dialog')).toBeNull()
    expect(root.activeElement).toBe(button)
  })
})
