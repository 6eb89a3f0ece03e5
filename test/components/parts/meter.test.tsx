import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Meter } from '../../../src/components/parts/Meter.js'

it.each([
  [8200, '20.5%', '8200'],
  [50_000, '100%', '40000'],
  [-3, '0%', '0'],
])('a meter of 40,000 that holds %d is filled to %s', (value, width, now) => {
  render(<Meter label="Credits" max={40_000} value={value} valueText="some" />)
  expect(screen.getByRole('meter', { name: 'Credits' })).toHaveAttribute('aria-valuenow', now)
  expect(document.querySelector('rect')).toHaveAttribute('width', width)
})
