import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { expect, fn, within } from 'storybook/test'
import {
  AbortedError,
  type AudioPodError,
  AuthenticationError,
  ConfigurationError,
  type ErrorCode,
  ErrorNotice,
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
import { errorCodes } from '../src/errors/codes.js'
import { Button } from '../src/components/parts/Button.js'

const message = 'A sentence for developers, which no person is shown.'

/** One of each code, as the kit makes it. */
const errors: { [code in ErrorCode]: () => AudioPodError } = {
  unauthorized: () => new AuthenticationError(message),
  forbidden: () => new PermissionError(message),
  rate_limit_exceeded: () => new RateLimitError(message, { retryAfter: 24 }),
  insufficient_credits: () => new InsufficientCreditsError(message, { creditsNeeded: 8250, creditsAvailable: 1000 }),
  invalid_request: () => new InvalidRequestError(message, { fields: [{ name: 'text', message: 'must not be empty' }] }),
  not_found: () => new NotFoundError(message),
  server_error: () => new ServerError(message, { requestId: 'req_7f3a' }),
  network_error: () => new NetworkError(message),
  timeout: () => new TimeoutError(message),
  aborted: () => new AbortedError(message),
  unknown_outcome: () => new UnknownOutcomeError(message, { operation: 'speech.create' }),
  invalid_response: () => new InvalidResponseError(message),
  job_failed: () => new JobFailedError(message, { jobId: '40418', reason: 'voice_unavailable' }),
  configuration: () => new ConfigurationError(message),
}

/** What an app gives for codes that trying again does not mend. */
const actions: { readonly [code in ErrorCode]?: ReactNode } = {
  unauthorized: <Button onClick={fn()}>Sign in</Button>,
  insufficient_credits: <Button onClick={fn()}>Add funds</Button>,
  unknown_outcome: <Button onClick={fn()}>Check the list</Button>,
}

/** The action that helps, by code: none where only the field, the text or whoever runs the page can. */
const helps: { readonly [code in ErrorCode]: readonly string[] } = {
  unauthorized: ['Sign in'],
  forbidden: [],
  rate_limit_exceeded: ['Try again'],
  insufficient_credits: ['Add funds'],
  invalid_request: [],
  not_found: [],
  server_error: ['Try again'],
  network_error: ['Try again'],
  timeout: ['Try again'],
  aborted: ['Try again'],
  unknown_outcome: ['Check the list'],
  invalid_response: ['Try again'],
  job_failed: ['Try again'],
  configuration: [],
}

/**
 * Every code that an error of the kit may have, as a person sees it, with the action that helps: sign in, add funds,
 * wait, try again, change the field. Where only a developer can help there is none. What each code means stands in
 * docs/errors.
 */
const meta = {
  title: 'Notices/All errors',
  tags: ['!autodocs'],
  parameters: { provider: {} },
  render: () => (
    <div className="playground-cards">
      {errorCodes.map((code) => (
        <section aria-label={code} key={code}>
          <p className="error-code">{code}</p>
          <ErrorNotice actions={actions} error={errors[code]()} live="none" onRetry={fn()} />
        </section>
      ))}
    </div>
  ),
} satisfies Meta
export default meta

type Story = StoryObj<typeof meta>

export const SideBySide: Story = {
  async play({ canvas, canvasElement }) {
    await expect(canvas.getAllByRole('region')).toHaveLength(errorCodes.length)
    const buttons = Object.fromEntries(
      errorCodes.map((code) => [code, within(canvas.getByRole('region', { name: code })).queryAllByRole('button').map(({ textContent }) => textContent.trim())]),
    )
    await expect(buttons).toEqual(helps)
    await expect(canvas.getByText(/must not be empty/)).toBeVisible()
    await expect(canvasElement).not.toHaveTextContent(message)
  },
}

export const Dark: Story = { ...SideBySide, globals: { theme: 'dark' } }
export const Narrow: Story = { ...SideBySide, parameters: { width: 320 } }
