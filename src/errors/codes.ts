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

// A constant each: a class of errors brings its own sentence, and an app those of the classes that it can meet.
export const unauthorizedWords = 'Your session has ended. Sign in again.'
export const forbiddenWords = 'You do not have access to this.'
export const rateLimitExceededWords = 'Too many requests. Wait a moment, then try again.'
export const insufficientCreditsWords = 'There is not enough balance for this.'
export const invalidRequestWords = 'Something here cannot be used as it is. Change it, then try again.'
export const notFoundWords = 'This could not be found. It may be gone.'
export const serverErrorWords = 'The service could not answer. Try again in a moment.'
export const networkErrorWords = 'There is no connection. Check your network, then try again.'
export const timeoutWords = 'This took too long. Try again.'
export const abortedWords = 'This was stopped.'
export const unknownOutcomeWords = 'We lost the connection. It may have gone through: check before you try again.'
export const invalidResponseWords = 'The answer could not be read. Try again later.'
export const jobFailedWords = 'Speech was not generated.'
export const configurationWords = 'This page is not set up correctly.'

/** What a person who is not a developer should read. Widgets show these words in the page's language. */
export const userMessages: Readonly<Record<ErrorCode, string>> = {
  unauthorized: unauthorizedWords,
  forbidden: forbiddenWords,
  rate_limit_exceeded: rateLimitExceededWords,
  insufficient_credits: insufficientCreditsWords,
  invalid_request: invalidRequestWords,
  not_found: notFoundWords,
  server_error: serverErrorWords,
  network_error: networkErrorWords,
  timeout: timeoutWords,
  aborted: abortedWords,
  unknown_outcome: unknownOutcomeWords,
  invalid_response: invalidResponseWords,
  job_failed: jobFailedWords,
  configuration: configurationWords,
}
