import { act, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { CreditBalance } from '../../../src/components/CreditBalance/CreditBalance.js'
import { createKit, renderWithKit } from '../../support/renderWithKit.js'

/** The file of what is shown in trouble: on its way until a test says what becomes of it. */
const file = vi.hoisted(() => {
  const arrival: { settle: (error?: Error) => void } = { settle: () => {} }
  const promise = new Promise<void>((resolve, reject) => {
    arrival.settle = (error) => (error ? reject(error) : resolve())
  })
  return { promise, arrival }
})
vi.mock('../../../src/components/CreditBalance/trouble.js', async (original) => {
  await file.promise
  return original()
})

test('a low balance comes with its notice, though that is fetched later, and is not shown without it first', async () => {
  const { container } = renderWithKit(<CreditBalance lowBalance={2000} />, createKit({ credits: 1200 }))
  const states = new Set<string | null | undefined>()
  const watch = new MutationObserver(() => states.add(container.querySelector('.audiopod-credit-balance')?.getAttribute('data-state')))
  watch.observe(container, { attributes: true, childList: true, subtree: true, characterData: true })
  // Longer than a quick answer and the skeletons that it was given.
  await act(() => new Promise((resolve) => setTimeout(resolve, 600)))
  expect(container).not.toHaveTextContent('1,200')
  act(() => file.arrival.settle())
  expect(await screen.findByText('Low balance.')).toBeVisible()
  expect(container).toHaveTextContent('1,200')
  await waitFor(() => expect([...states].at(-1)).toBe('low'))
  expect(states).not.toContain('loaded')
  watch.disconnect()
})
