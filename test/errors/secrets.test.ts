import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operations } from '../../src/api/index.js'
import { ConfigurationError, errorFromAnswer, InvalidRequestError, type JobFailedError } from '../../src/errors/index.js'
import { toSpeechJob } from '../../src/client/speech.js'
import { anySecret, keyShaped } from '../support/secrets.js'

const everything = (error: Error & { userMessage?: string; fields?: unknown }) =>
  [
    error.message,
    error.stack,
    String(error),
    error.userMessage,
    JSON.stringify(error),
    JSON.stringify(error.fields),
    JSON.stringify(Object.entries(error)),
    inspect(error, { depth: 9, showHidden: true }),
  ].join('\n')

const around = fc.constantFrom(
  (secret: string) => `Invalid API key provided: ${secret}`,
  (secret: string) => `{"key":"${secret}"}`,
  (secret: string) => `a\nAuthorization: ${secret}\n`,
  (secret: string) => `?key=${secret}&x=1`,
  (secret: string) => `${'x'.repeat(990)} ${secret}`,
  (secret: string) => `${'x'.repeat(3990)} ${secret}`,
)
const status = fc.constantFrom(302, 400, 401, 402, 403, 404, 409, 422, 429, 500, 502, 503)

describe('an error', () => {
  it('shows nothing shaped like a key, in whatever place and shape it came', () => {
    fc.assert(
      fc.property(anySecret, around, status, (secret, wrap, code) => {
        const text = wrap(secret)
        const bodies: unknown[] = [
          { error: { code: text, message: text, param: text, type: text } },
          { error: text, message: text, request_id: text },
          { detail: text },
          { detail: [{ loc: ['body', text], msg: text, type: text }, { name: text, message: text }] },
          { error_code: text, message: text, details: { reason: text, request_id: secret } },
          { [secret]: text, detail: { [secret]: text, message: text } },
          text,
        ]
        for (const body of bodies) {
          const error = errorFromAnswer({ operation: operations['speech.create'], status: code, body, requestId: secret })
          expect(everything(error)).not.toMatch(keyShaped)
        }
      }),
    )
  })

  it('of a failed job shows none either, and no markup', () => {
    fc.assert(
      fc.property(anySecret, around, (secret, wrap) => {
        const job = { id: '1', status: 'failed', failureReason: wrap(secret), failureMessage: wrap(secret) } as const
        const { error } = toSpeechJob(job)
        expect(everything(error as JobFailedError)).not.toMatch(keyShaped)
      }),
    )
    const { error } = toSpeechJob({ id: '1', status: 'failed', failureMessage: '<h1>502</h1>', failureReason: 'voice' })
    expect(error).toMatchObject({ reason: 'voice', message: 'Job 1 failed: voice' })
  })

  it('that a caller makes shows none either', () => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        expect(everything(new ConfigurationError(`bad ${secret}`, { userMessage: secret }))).not.toMatch(keyShaped)
        const fields = [{ name: secret, message: secret }]
        expect(everything(new InvalidRequestError(secret, { fields }))).not.toMatch(keyShaped)
      }),
    )
  })
})
