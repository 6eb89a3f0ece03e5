import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CreditUsage } from '../../../src/api/types.js'
import { UsageChart } from '../../../src/components/Usage/UsageChart.js'
import { UsageChartView } from '../../../src/components/Usage/UsageChartView.js'
import { UsageTable } from '../../../src/components/Usage/UsageTable.js'
import { UsageTableView } from '../../../src/components/Usage/UsageTableView.js'
import { lengthText, serviceText, texts } from '../../../src/components/Usage/usageWords.js'
import { useUsage } from '../../../src/react/useUsage.js'
import { createUi } from '../../../src/theme/UiContext.js'
import { UiProvider } from '../../../src/theme/UiProvider.js'
import { createKit, renderWithKit } from '../../support/renderWithKit.js'

const now = Date.parse('2026-11-23T12:00:00Z')
const DAY = 86_400_000
const idle = {
  error: undefined,
  isLoading: false,
  isValidating: false,
  retry: undefined,
  updatedAt: undefined,
  onRefresh: () => {},
}
const at = (time: number) => new Date(time).toISOString()

afterEach(() => {
  vi.useRealTimers()
})

function Reload() {
  const { mutate } = useUsage()
  return <button type="button" onClick={() => void mutate().catch(() => undefined)}>Load again</button>
}

it.each([
  ['a session that has ended', { status: 401 }],
  ['a rate limit', { status: 429, headers: { 'Retry-After': '600' } }],
  ['a failing server', { status: 500 }],
  ['a page of HTML', { status: 200, body: '<html>' }],
  ['no connection', { network: true }],
])('through %s the last charges stay on screen under a notice', async (_, fault) => {
  const charge = { id: '1', credits: 1234, service: 'transcription', seconds: 60, createdAt: at(Date.now()) }
  const usage = [{ ...charge, source: 'payg' as const }]
  const kit = createKit({ usage }, { maxRetries: 0 })
  const { container } = renderWithKit(
    <>
      <UsageChart />
      <UsageTable />
      <Reload />
    </>,
    kit,
  )
  const widgets = () => [...container.querySelectorAll('[class*="audiopod-usage-"].audiopod')]
  await waitFor(() => expect(widgets().every((widget) => widget.textContent?.includes('1,234'))).toBe(true))
  expect(widgets()).toHaveLength(2)
  // Both read one answer.
  expect(kit.count('credits.usage')).toBe(1)
  kit.simulator.fail('credits.usage', { ...fault, times: Infinity })
  fireEvent.click(screen.getByText('Load again'))
  await waitFor(() => expect(container.querySelectorAll('[data-stale]')).toHaveLength(2))
  expect(screen.getAllByText(/Showing what we last loaded/)).toHaveLength(2)
  expect(widgets().every((widget) => widget.textContent?.includes('1,234'))).toBe(true)
})

it('what the server wrote is what the browser writes first: no day before the reader’s clock is known', async () => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  const data = [{ credits: 70, service: 'text_to_speech', createdAt: at(now - DAY) }]
  const page = () => (
    <UiProvider options={{ locale: 'en-US' }}>
      <UsageChartView {...idle} data={data} days={7} />
      <UsageTableView {...idle} data={data} />
    </UiProvider>
  )
  const container = document.createElement('div')
  container.innerHTML = renderToString(page())
  document.body.append(container)
  // A strict Content-Security-Policy would block one.
  expect(container.querySelector('[style]')).toBeNull()
  expect(container.querySelector('[role=option]')).toBeNull()
  vi.setSystemTime(now + 3 * DAY)
  const onRecoverableError = vi.fn()
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  const root = await act(async () => hydrateRoot(container, page(), { onRecoverableError }))
  await waitFor(() => expect(container.querySelectorAll('[role=option]')).toHaveLength(7))
  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(complaints).not.toHaveBeenCalled()
  const labels = [...container.querySelectorAll('[role=option]')].map((option) => option.getAttribute('aria-label'))
  expect(labels[2]).toBe('Nov 22: 70 credits')
  expect(labels[6]).toBe('Today so far: 0 credits')
  act(() => root.unmount())
  container.remove()
})

describe('the chart', () => {
  const options = () => screen.getAllByRole('option')

  it('is over at midnight: yesterday gets a bar of its own', () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 23, 23, 59, 30), toFake: ['Date', 'setInterval', 'clearInterval'] })
    render(<UsageChartView {...idle} data={[{ credits: 9, createdAt: at(Date.now() - 60_000) }]} days={2} />)
    const names = () => options().map((option) => option.getAttribute('aria-label'))
    expect(names()).toEqual(['Nov 22: 0 credits', 'Today so far: 9 credits'])
    act(() => void vi.advanceTimersByTime(60_000))
    expect(names()).toEqual(['Nov 23: 9 credits', 'Today so far: 0 credits'])
  })

  it('says of a day whose charges told no credits that they are not known', () => {
    render(<UsageChartView {...idle} data={[{ createdAt: at(Date.now()) }]} days={2} />)
    expect(options()[1]).toHaveAccessibleName('Today so far: Credits not reported')
  })

  it.each([[0, 1], [-3, 1], [2.9, 2], [1000, 90], [Number.NaN, 30]])('with %d days has %d', (days, shown) => {
    render(<UsageChartView {...idle} data={[{ credits: 1, createdAt: at(Date.now()) }]} days={days} />)
    expect(options()).toHaveLength(shown)
  })
})

describe('the table', () => {
  it('writes of ten thousand charges only those that are shown', () => {
    const data: CreditUsage[] = Array.from({ length: 10_000 }, (_, index) => ({
      credits: index,
      createdAt: at(now - index * 60_000),
    }))
    render(<UsageTableView {...idle} data={data} pageSize={50} />)
    expect(screen.getAllByRole('rowheader')).toHaveLength(50)
    fireEvent.click(screen.getByRole('button', { name: 'Show 50 more' }))
    expect(screen.getAllByRole('rowheader')).toHaveLength(100)
    expect(screen.getByText('Showing 100 of 10,000')).toBeVisible()
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '10001')
  })
})

describe('words', () => {
  const ui = createUi({ locale: 'en-US' }, texts).forBrowser()

  it('name a service as people do', () => {
    const names = ['text_to_speech', 'noise_reduction', 'dubbing_studio', 'voiceChanger', 'stt-v2', 'constructor']
    expect(names.map((name) => serviceText(ui, name))).toEqual([
      'Text to speech',
      'Noise reduction',
      'Dubbing studio',
      'Voice Changer',
      'Stt v2',
      'Constructor',
    ])
    expect(['', ' ', undefined].map((name) => serviceText(ui, name))).toEqual(
      Array.from({ length: 3 }, () => 'Service not reported'),
    )
  })

  it('write lengths', () => {
    const written = [0, 0.4, 9.96, 23, 59.6, 65, 3723].map((seconds) => lengthText(ui, seconds).replaceAll('\u00a0', ' '))
    expect(written).toEqual([
      '0 s', '0.4 s', '10 s', '23 s', '1 min 0 s', '1 min 5 s', '62 min 3 s',
    ])
  })
})
