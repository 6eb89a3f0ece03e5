import { expect, expectTypeOf, it, vi } from 'vitest'
import {
  AudioPodError,
  type AudioPodError as AnyError,
  ConfigurationError,
  InsufficientCreditsError,
  isAudioPodError,
  JobFailedError,
  RateLimitError,
  UnknownOutcomeError,
} from '../../src/errors/index.js'

it('knows an error of the kit, and its code', () => {
  const error: unknown = new RateLimitError('m')
  expect(isAudioPodError(error)).toBe(true)
  expect(isAudioPodError(error, 'rate_limit_exceeded')).toBe(true)
  expect(isAudioPodError(error, 'timeout')).toBe(false)
  for (const other of [null, undefined, 'x', new Error('x'), { code: 'timeout' }, () => {}]) {
    expect(isAudioPodError(other)).toBe(false)
  }
})

it('knows an error of another copy of the package', async () => {
  vi.resetModules()
  const other = await import('../../src/errors/index.js')
  const error = new other.RateLimitError('m')
  expect(error).not.toBeInstanceOf(RateLimitError)
  expect(isAudioPodError(error, 'rate_limit_exceeded')).toBe(true)
  expect(other.isAudioPodError(new RateLimitError('m'), 'rate_limit_exceeded')).toBe(true)
})

it('is an Error, and an AudioPodError, of a named class', () => {
  const error = new JobFailedError('m', { jobId: '1' })
  expect(error).toBeInstanceOf(Error)
  expect(error).toBeInstanceOf(AudioPodError)
  expect(error.name).toBe('JobFailedError')
  expect(new Error('x')).not.toBeInstanceOf(AudioPodError)
})

it('is written to a log whole, without its stack and its request', () => {
  const error = new UnknownOutcomeError('m', { operation: 'speech.create', status: 504, retry: async () => 1 })
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'UnknownOutcomeError',
    code: 'unknown_outcome',
    message: 'm',
    status: 504,
    retryable: false,
    userMessage: error.userMessage,
    operation: 'speech.create',
  })
})

it('narrows by code', () => {
  const describe = (error: AnyError): string => {
    switch (error.code) {
      case 'insufficient_credits':
        expectTypeOf(error).toEqualTypeOf<InsufficientCreditsError>()
        return `needs ${error.creditsNeeded}`
      case 'rate_limit_exceeded':
        expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>()
        return 'wait'
      case 'unknown_outcome':
        expectTypeOf(error.retry).toEqualTypeOf<() => Promise<unknown>>()
        return error.operation
      case 'job_failed':
        return error.jobId
      case 'invalid_request':
        expectTypeOf(error.fields).toEqualTypeOf<{ name: string; message: string }[]>()
        return 'fields'
      default:
        // @ts-expect-error: figures belong to a shortage alone
        return String(error.creditsNeeded)
    }
  }
  expect(describe(new InsufficientCreditsError('m', { creditsNeeded: 5 }))).toBe('needs 5')
  const thrown: unknown = new ConfigurationError('m')
  if (isAudioPodError(thrown, 'configuration')) expectTypeOf(thrown).toEqualTypeOf<ConfigurationError>()
  if (isAudioPodError(thrown)) expectTypeOf(thrown).toEqualTypeOf<AnyError>()
})
