import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CreditBalance } from '../../../src/components/CreditBalance/CreditBalance.js'
import { useCredits } from '../../../src/react/useCredits.js'
import { createKit, renderWithKit } from '../../support/renderWithKit.js'

function Reload() {
  const { mutate } = useCredits()
  return <button onClick={() => void mutate().catch(() => undefined)}>Load again</button>
}

test.each([
  ['a session that has ended', { status: 401 }],
  ['a refusal', { status: 403 }],
  ['a rate limit', { status: 429, headers: { 'Retry-After': '600' } }],
  ['a failing server', { status: 500 }],
  ['a page of HTML', { status: 200, body: '<html>' }],
  ['no connection', { network: true }],
])('through %s the last balance stays on screen, marked as old, until the next one comes', async (name, fault) => {
  const kit = createKit({ credits: 1200 }, { maxRetries: 0 })
  const { container } = renderWithKit(
    <>
      <CreditBalance />
      <CreditBalance variant="badge" />
      <Reload />
    </>,
    kit,
  )
  const widgets = () => [...container.querySelectorAll('.audiopod-credit-balance')]
  await waitFor(() => expect(widgets().length).toBe(2))
  await waitFor(() => expect(widgets().every((widget) => widget.textContent?.includes('1,200'))).toBe(true))
  const stale = () => container.querySelectorAll('[data-stale]').length
  expect(stale()).toBe(0)
  const heal = kit.simulator.fail('credits.get', { ...fault, times: Infinity })
  fireEvent.click(screen.getByText('Load again'))
  await waitFor(() => expect(stale()).toBe(2))
  expect(widgets().every((widget) => widget.textContent?.includes('1,200'))).toBe(true)
  expect(screen.getByText(/Showing what we last loaded/)).toBeVisible()
  heal()
  // A pause of ten minutes is nobody's to wait for here.
  if (name === 'a rate limit') return
  fireEvent.click(screen.getByText('Load again'))
  await waitFor(() => expect(stale()).toBe(0))
})
