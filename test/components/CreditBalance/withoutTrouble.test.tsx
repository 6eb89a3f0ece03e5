import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { CreditBalance } from '../../../src/components/CreditBalance/CreditBalance.js'
import { createKit, renderWithKit } from '../../support/renderWithKit.js'

vi.mock('../../../src/components/CreditBalance/trouble.js', () => {
  throw new Error('offline')
})

test('where the notices cannot be fetched, what failed is said in plain words, and can be tried again', async () => {
  const kit = createKit({ credits: 1200 }, { maxRetries: 0 })
  const heal = kit.simulator.fail('credits.get', { status: 500, times: Infinity })
  renderWithKit(<CreditBalance />, kit)
  expect(await screen.findByRole('status')).toHaveTextContent('Could not load the balance.')
  heal()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('1,200', { selector: '.audiopod-figure-number' })).toBeVisible()
  expect(screen.queryByRole('status')).not.toBeInTheDocument()
})
