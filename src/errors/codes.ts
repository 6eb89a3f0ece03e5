/** Every error of this kit has one of these codes. Each has a page: docs/errors/<code>.md. */
export const errorCodes = [
  'unauthorized',
  'forbidden',
  'rate_limit_exceeded',
  'insufficient_credits',
  'invalid_request',
  'not_found',
  'server_error',
  'network_error',
  'timeout',
  'aborted',
  'unknown_outcome',
  'invalid_response',
  'job_failed',
  'configuration',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What a person who is not a developer should read. Widgets show these words in the page's language. */
export const userMessages: Readonly<Record<ErrorCode, string>> = {
  unauthorized: 'Your session has ended. Sign in again.',
  forbidden: 'You do not have access to this.',
  rate_limit_exceeded: 'Too many requests. Wait a moment, then try again.',
  insufficient_credits: 'There is not enough balance for this.',
  invalid_request: 'Something here cannot be used as it is. Change it, then try again.',
  not_found: 'This could not be found. It may be gone.',
  server_error: 'The service could not answer. Try again in a moment.',
  network_error: 'There is no connection. Check your network, then try again.',
  timeout: 'This took too long. Try again.',
  aborted: 'This was stopped.',
  unknown_outcome: 'We lost the connection. It may have gone through: check before you try again.',
  invalid_response: 'The answer could not be read. Try again later.',
  job_failed: 'Speech was not generated.',
  configuration: 'This page is not set up correctly.',
}
