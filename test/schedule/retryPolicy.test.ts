import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operations } from '../../src/api/index.js'
import { type AudioPodError, errorFromAnswer, AbortedError, JobFailedError, NetworkError, RateLimitError, ServerError, TimeoutError, UnknownOutcomeError } from '../../src/errors/index.js'
import { backoff, jitterUp, mayRepeat } from '../../src/schedule/index.js'

describe('what may be sent again', () => {
  it.each<[string, AudioPodError, boolean, boolean]>([
    ['a 429', new RateLimitError('m'), true, true],
    ['a 503 with a time', new ServerError('m', { status: 503, retryAt: '2026-11-23T09:00:00.000Z' }), true, true],
    ['a 503 without one', new ServerError('m', { status: 503 }), true, false],
    ['a 500', new ServerError('m', { status: 500 }), true, false],
    ['no connection', new NetworkError('m'), true, false],
    ['a timeout', new TimeoutError('m'), true, false],
    ['an unknown outcome', new UnknownOutcomeError('m', { operation: 'speech.create' }), false, false],
    ['an abort', new AbortedError(), false, false],
    ['a failed job', new JobFailedError('m', { jobId: '1' }), false, false],
  ])('after %s', (_, error, read, change) => {
    expect(mayRepeat(error, 'read')).toBe(read)
    expect(mayRepeat(error, 'change')).toBe(change)
  })

  it.each([400, 401, 402, 403, 404, 405, 409, 413, 415, 422])('never after %i', (status) => {
    const error = errorFromAnswer({ operation: operations['credits.get'], status })
    expect(mayRepeat(error, 'read')).toBe(false)
    expect(mayRepeat(error, 'change')).toBe(false)
  })
})

describe('how long is waited', () => {
  it('doubles, up to half a minute, half of it at random', () => {
    const error = new ServerError('m')
    expect([1, 2, 3, 4, 20].map((attempt) => backoff(error, attempt, () => 0))).toEqual([250, 500, 1000, 2000, 15_000])
    expect([1, 2, 3, 4, 20].map((attempt) => backoff(error, attempt, () => 1))).toEqual([500, 1000, 2000, 4000, 30_000])
    expect(backoff(new RateLimitError('m'), 1, () => 1)).toBe(1000)
  })

  it('is never less than what was told, and hardly more', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (ms, random) => {
        const wait = jitterUp(ms, () => random)
        expect(wait).toBeGreaterThanOrEqual(ms)
        expect(wait).toBeLessThanOrEqual(ms + 1000)
      }),
    )
  })
})
