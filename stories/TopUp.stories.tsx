import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { TopUp } from '../src/components/TopUp/TopUp.js'

const meta = {
  title: 'Widgets/TopUp',
  component: TopUp,
  // The real one leaves the page.
  args: { onCheckout: fn() },
  parameters: { width: 480, provider: { maxRetries: 0 } },
} satisfies Meta<typeof TopUp>
export default meta

type Story = StoryObj<typeof meta>
type Play = NonNullable<Story['play']>
type Context = Parameters<Play>[0]

const submit = 'Go to checkout'
const sent = ({ simulator }: Context, operation = 'credits.topUp') =>
  simulator.state.requests.filter((request) => request.operation === operation).length

async function openCheckout({ canvas }: Context): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name: submit }))
}

/** Opens it, and waits until the widget looks out for the person's return: it has moved the focus then. */
async function goAway(context: Context): Promise<void> {
  await openCheckout(context)
  const onward = await context.canvas.findByRole('button', { name: 'Continue to checkout' })
  await waitFor(() => expect(onward).toHaveFocus())
}

function comeBack(): void {
  window.dispatchEvent(new Event('focus'))
}

export const Credits: Story = {
  async play(context) {
    const { canvas, args, simulator } = context
    await expect(await canvas.findByRole('radio', { name: '$25.00' })).toBeChecked()
    await expect(canvas.getByText('You get').nextSibling).toHaveTextContent('187,500 credits')
    await expect(canvas.getByText('About 375,000 characters of speech')).toBeVisible()
    // The keyboard alone: to the next amount, and to the checkout.
    await userEvent.click(canvas.getByRole('radio', { name: '$25.00' }))
    await userEvent.keyboard('{ArrowRight}')
    await expect(canvas.getByRole('radio', { name: '$50.00' })).toBeChecked()
    await expect(canvas.getByText('You get').nextSibling).toHaveTextContent('375,000 credits')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(args.onCheckout).toHaveBeenCalledTimes(1))
    await expect(simulator.state.checkouts.map(({ amountCents }) => amountCents)).toEqual([5000])
  },
}

export const Idle: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByRole('group', { name: 'Amount' })).toBeVisible()
  },
}

export const Wallet: Story = {
  args: { of: 'wallet' },
  async play({ canvas, args, simulator }) {
    await expect(await canvas.findByText('$25.00 in the wallet')).toBeVisible()
    await expect(canvas.getByText('About 625 minutes of speech')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: submit }))
    await waitFor(() => expect(args.onCheckout).toHaveBeenCalledTimes(1))
    await expect(simulator.state.checkouts.map(({ kind }) => kind)).toEqual(['wallet'])
  },
}

export const OwnAmount: Story = {
  async play({ canvas, args, simulator }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Other' }))
    const input = canvas.getByRole('textbox', { name: 'Own amount in US dollars' })
    await expect(input).toHaveAccessibleDescription('From $1.00 to $1,000.00.')
    await userEvent.type(input, '12.5')
    await expect(canvas.getByText('You pay').nextSibling).toHaveTextContent('$12.50')
    await userEvent.type(input, '{Enter}')
    await waitFor(() => expect(args.onCheckout).toHaveBeenCalledTimes(1))
    await expect(simulator.state.checkouts.map(({ amountCents }) => amountCents)).toEqual([1250])
  },
}

export const OwnAmountOutOfRange: Story = {
  async play(context) {
    const { canvas } = context
    await userEvent.click(await canvas.findByRole('radio', { name: 'Other' }))
    const input = canvas.getByRole('textbox', { name: 'Own amount in US dollars' })
    await userEvent.type(input, '1001')
    await userEvent.click(canvas.getByRole('button', { name: submit }))
    await expect(input).toHaveAccessibleDescription('Enter an amount from $1.00 to $1,000.00.')
    await expect(input).toBeInvalid()
    await expect(input).toHaveFocus()
    await expect(sent(context)).toBe(0)
  },
}

export const AmountsOfTheApp: Story = {
  args: { amounts: [500, 2000, 200_000] },
  async play({ canvas }) {
    await expect(await canvas.findByRole('radio', { name: '$5.00' })).toBeVisible()
    // More than the account allows.
    await expect(canvas.queryByRole('radio', { name: '$2,000.00' })).toBeNull()
  },
}

export const Opening: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.topUp', { delay: Infinity, times: 1 })
  },
  async play(context) {
    const { canvas } = context
    await openCheckout(context)
    const button = canvas.getByRole('button', { name: submit })
    await expect(button).toHaveAttribute('aria-busy', 'true')
    await userEvent.click(button)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(sent(context)).toBe(1))
  },
}

export const CheckoutIsOpen: Story = {
  async play(context) {
    const { canvas, args } = context
    await openCheckout(context)
    await expect(await canvas.findByText('Your checkout is open.')).toBeVisible()
    const onward = canvas.getByRole('button', { name: 'Continue to checkout' })
    await waitFor(() => expect(onward).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await expect(args.onCheckout).toHaveBeenCalledTimes(2)
    await expect(sent(context)).toBe(1)
  },
}

export const BackAfterPaying: Story = {
  async play(context) {
    const { canvas, simulator } = context
    await goAway(context)
    for (const { sessionId } of simulator.state.checkouts) simulator.state.payCheckout(sessionId)
    comeBack()
    await expect(await canvas.findByText('Your balance has grown.')).toBeVisible()
    await expect(canvas.getByText(/It went from 11,250 credits to 198,750 credits\./)).toBeVisible()
  },
}

export const BackWithoutPaying: Story = {
  async play(context) {
    const { canvas } = context
    await goAway(context)
    comeBack()
    await expect(await canvas.findByText('Your balance has not changed yet.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Check again' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Change amount' })).toBeVisible()
  },
}

export const BackWithNoBalance: Story = {
  async play(context) {
    const { canvas, simulator } = context
    await goAway(context)
    simulator.fail('credits.get', { status: 500, times: Infinity })
    comeBack()
    await expect(await canvas.findByText('Could not load the balance.')).toBeVisible()
  },
}

export const AnotherAmountAfterAll: Story = {
  async play(context) {
    const { canvas } = context
    await openCheckout(context)
    await userEvent.click(await canvas.findByRole('button', { name: 'Change amount' }))
    await waitFor(() => expect(canvas.getByRole('radio', { name: '$25.00' })).toHaveFocus())
  },
}

export const UnknownOutcome: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.topUp', { status: 504, times: 1 })
  },
  async play(context) {
    const { canvas, args } = context
    await openCheckout(context)
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'We lost the connection. A checkout may have been opened.',
    )
    await expect(sent(context)).toBe(1)
    await expect(args.onCheckout).not.toHaveBeenCalled()
  },
}

export const UnknownOutcomeTriedAgain: Story = {
  beforeEach: UnknownOutcome.beforeEach ?? (() => {}),
  async play(context) {
    const { canvas, args, simulator } = context
    await openCheckout(context)
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(args.onCheckout).toHaveBeenCalledTimes(1))
    const keys = simulator.state.requests
      .filter(({ operation }) => operation === 'credits.topUp')
      .map(({ idempotencyKey }) => idempotencyKey)
    await expect(keys).toHaveLength(2)
    await expect(new Set(keys).size).toBe(1)
  },
}

export const Refused: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.topUp', { status: 500, times: 1 })
  },
  async play(context) {
    const { canvas } = context
    await openCheckout(context)
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The checkout was not opened.')
    await expect(canvas.getByRole('button', { name: submit })).toBeVisible()
  },
}

export const NoAccess: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.topUp', { status: 403, times: Infinity })
  },
  async play(context) {
    const { canvas } = context
    await openCheckout(context)
    await expect(await canvas.findByText('You do not have access to adding funds.')).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

export const NoAddress: Story = {
  parameters: { simulator: { dialect: { creditCheckout: 'session' } } },
  async play(context) {
    const { canvas, args } = context
    await openCheckout(context)
    await expect(await canvas.findByText('The checkout cannot be opened here.')).toBeVisible()
    await expect(canvas.getByText(/^Reference: cs_test_/)).toBeVisible()
    await expect(args.onCheckout).not.toHaveBeenCalled()
  },
}

export const Loading: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.topUpLimits', { delay: Infinity, times: Infinity })
  },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('.audiopod')).toHaveAttribute('aria-busy', 'true')
  },
}

export const Failed: Story = {
  beforeEach({ simulator }) {
    simulator.fail('credits.topUpLimits', { status: 500, times: 1 })
  },
  async play({ canvas }) {
    await expect(await canvas.findByText('Could not load what can be added.')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(await canvas.findByRole('group', { name: 'Amount' })).toBeVisible()
  },
}

export const Narrow: Story = {
  parameters: { width: 240 },
  async play({ canvas, canvasElement }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Other' }))
    await waitFor(() => expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth))
  },
}
