import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent } from 'storybook/test'
import {
  AbortedError,
  type AudioPodError,
  AuthenticationError,
  ConfigurationError,
  InsufficientCreditsError,
  InvalidRequestError,
  InvalidResponseError,
  JobFailedError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnknownOutcomeError,
} from '../src/index.js'
import { ErrorNotice } from '../src/components/ErrorNotice/ErrorNotice.js'

const meta = {
  title: 'Notices/ErrorNotice',
  component: ErrorNotice,
  args: { error: new ServerError('credits.get was answered 500.'), onRetry: fn() },
  parameters: { width: 640 },
} satisfies Meta<typeof ErrorNotice>
export default meta

type Story = StoryObj<typeof meta>

const message = 'A sentence for developers, which no person is shown.'
const of = (error: AudioPodError): Story => ({
  args: { error },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('.audiopod-notice')).not.toHaveTextContent(message)
  },
})

export const Unauthorized: Story = of(new AuthenticationError(message))
export const Forbidden: Story = of(new PermissionError(message))
export const RateLimited: Story = of(
  new RateLimitError(message, { retryAfter: 24, retryAt: new Date(Date.now() + 24_000).toISOString() }),
)
export const InsufficientCredits: Story = of(
  new InsufficientCreditsError(message, { creditsNeeded: 8250, creditsAvailable: 1000 }),
)
export const InsufficientFunds: Story = of(new InsufficientCreditsError(message, { centsNeeded: 50, centsAvailable: 0 }))
export const NotFound: Story = of(new NotFoundError(message))
export const NoConnection: Story = of(new NetworkError(message))
export const TookTooLong: Story = of(new TimeoutError(message))
export const Stopped: Story = of(new AbortedError(message))
export const UnknownOutcome: Story = of(new UnknownOutcomeError(message, { operation: 'speech.create' }))
export const InvalidResponse: Story = of(new InvalidResponseError(message))
export const JobFailed: Story = of(new JobFailedError(message, { jobId: '40418', reason: 'voice_unavailable' }))
export const Configuration: Story = of(new ConfigurationError(message))

export const InvalidRequest: Story = {
  args: {
    error: new InvalidRequestError(message, {
      fields: [
        { name: 'text', message: 'must not be empty' },
        { name: 'speed', message: 'must be between 0.25 and 4' },
      ],
    }),
  },
  async play({ canvas }) {
    const fields = canvas.getAllByRole('listitem').map((item) => item.textContent)
    await expect(fields).toEqual(['Text: must not be empty', 'Speed: must be between 0.25 and 4'])
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

export const ServerFailed: Story = {
  args: { error: new ServerError(message, { requestId: 'req_8f2c' }) },
  async play({ canvas, args }) {
    await expect(canvas.getByText('Reference: req_8f2c')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onRetry).toHaveBeenCalledTimes(1)
  },
}

const retryNow = fn()
export const TryingAgainByItself: Story = {
  args: { error: new ServerError(message), title: 'Could not load keys.' },
  render: (args) => (
    <ErrorNotice {...args} retry={{ attempt: 1, retryAt: new Date(Date.now() + 8000).toISOString(), now: retryNow }} />
  ),
  async play({ canvas }) {
    await expect(canvas.getByText(/Trying again in \d s\./, { selector: '.audiopod-notice-body' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again now' }))
    await expect(retryNow).toHaveBeenCalledTimes(1)
  },
}

export const WithAnActionOfTheApps: Story = {
  args: {
    error: new InsufficientCreditsError(message, { creditsNeeded: 8250, creditsAvailable: 1000 }),
    actions: { insufficient_credits: <a href="#billing">Add funds</a> },
  },
  async play({ canvas }) {
    await expect(canvas.getByRole('link', { name: 'Add funds' })).toBeVisible()
  },
}

export const Narrow: Story = { args: { ...ServerFailed.args }, parameters: { width: 240 } }
