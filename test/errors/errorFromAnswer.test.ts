import { describe, expect, it } from 'vitest'
import { type OperationName, operations } from '../../src/api/index.js'
import { type AudioPodError, errorFromAnswer, type RefusedAnswer } from '../../src/errors/index.js'
import { readFixture } from '../fixtures/readFixture.js'

const errorOf = (status: number, body?: unknown, more: Partial<RefusedAnswer> = {}): AudioPodError =>
  errorFromAnswer({ operation: operations['speech.create'], status, body, ...more })

const shapes: [string, (message: string) => unknown][] = [
  ['{error: {code, message}}', (message) => ({ error: { code: 'some_code', message } })],
  ['{error: code, message}', (message) => ({ error: 'some_code', message })],
  ['{detail: text}', (message) => ({ detail: message })],
  ['{detail: [{loc, msg}]}', (message) => ({ detail: [{ loc: ['body', 'input_text'], msg: message, type: 'x' }] })],
  ['{error: {message, type, param}}', (message) => ({ error: { message, type: 'some_error', param: 'voice' } })],
  ['{error_code, message, details}', (message) => ({ error_code: 'SOME', message, details: { reason: 'x' } })],
  ['{detail: {message}}', (message) => ({ detail: { message } })],
]
const statuses: [number, string][] = [
  [400, 'invalid_request'],
  [401, 'unauthorized'],
  [402, 'insufficient_credits'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [405, 'invalid_request'],
  [409, 'invalid_request'],
  [413, 'invalid_request'],
  [415, 'invalid_request'],
  [422, 'invalid_request'],
  [429, 'rate_limit_exceeded'],
  [500, 'server_error'],
  [501, 'server_error'],
  [502, 'unknown_outcome'],
  [503, 'server_error'],
  [504, 'unknown_outcome'],
]

describe.each(statuses)('an answer of %i to a change', (status, code) => {
  it.each(shapes)(`in the shape %s is ${code}, in AudioPod's words`, (_, shape) => {
    const error = errorOf(status, shape('Could not do it'))
    expect(error.code).toBe(code)
    expect(error.status).toBe(status)
    expect(error.message).toContain('Could not do it')
    expect(error.userMessage.length).toBeGreaterThan(10)
  })

  it.each([[undefined], [null], ['text'], [[]], [{}], [5], [{ error: null, detail: null, message: '' }]])(
    `without a shape (%j) is ${code}`,
    (body) => {
      const error = errorOf(status, body)
      expect(error.code).toBe(code)
      expect(error.message).toContain(`speech.create was answered ${status}`)
    },
  )

  it('has no markup in its message, in whatever place it came', () => {
    const page = '<html><head><title>502 Bad Gateway</title></head></html>'
    for (const [, shape] of shapes) {
      const error = errorOf(status, shape(page))
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('<')
    }
    const named = errorOf(status, { error: { param: '<b>x</b>', code: page }, request_id: page, detail: [{ loc: [page] }] })
    expect(`${named.message} ${JSON.stringify(named)}`).not.toContain('<')
  })
})

describe('the documented answers', () => {
  const documented = readFixture<{ status: number; body: unknown }[]>('errors')
  const from = (n: number) => errorOf(documented[n]?.status ?? 0, documented[n]?.body)

  it('all have their code', () => {
    expect(documented.map((_, n) => from(n).code)).toEqual([
      'unauthorized',
      'forbidden',
      'rate_limit_exceeded',
      'insufficient_credits',
      'insufficient_credits',
      'insufficient_credits',
      'not_found',
      'invalid_request',
      'invalid_request',
      'invalid_request',
      'unknown_outcome',
    ])
  })

  it('give the figures of a shortage, named, in cents or in prose', () => {
    expect(from(3)).toMatchObject({ centsNeeded: 50, centsAvailable: 0 })
    expect(from(3)).not.toHaveProperty('creditsNeeded')
    expect(from(4)).toMatchObject({ creditsNeeded: 8250, creditsAvailable: 1000 })
    expect(from(4)).not.toHaveProperty('centsNeeded')
    expect(from(5)).toMatchObject({ creditsNeeded: 120, creditsAvailable: 40 })
  })

  it('name the field as the caller does', () => {
    expect(from(7)).toMatchObject({ fields: [{ name: 'text', message: 'Field required' }], message: 'text: Field required.' })
    expect(from(8)).toMatchObject({ fields: [{ name: 'voiceId', message: 'Unknown voice' }] })
    expect(from(9)).toMatchObject({ fields: [], message: 'Could not process' })
  })
})

describe('a 402', () => {
  it.each([
    ['Required: 8250, Available: 1000', { creditsNeeded: 8250, creditsAvailable: 1000 }],
    ['Required: 8,250, Available: 1,000.', { creditsNeeded: 8250, creditsAvailable: 1000 }],
    ['required 1250000 credits; only available: 0', { creditsNeeded: 1250000, creditsAvailable: 0 }],
    ['Required: $1,000.50, Available: $0.07', { centsNeeded: 100050, centsAvailable: 7 }],
  ])('says in %j what it needs', (detail, figures) => {
    const { creditsNeeded, creditsAvailable, centsNeeded, centsAvailable } = { ...errorOf(402, { detail }) } as Record<string, unknown>
    const told = { creditsNeeded, creditsAvailable, centsNeeded, centsAvailable }
    expect(told).toEqual(figures)
  })

  it('has no figures that nobody told', () => {
    const error = errorOf(402, { detail: 'Not enough' })
    for (const name of ['creditsNeeded', 'creditsAvailable', 'centsNeeded', 'centsAvailable']) expect(error).not.toHaveProperty(name)
  })

  it('reads its figures from details, and as texts', () => {
    expect(errorOf(402, { error_code: 'X', message: 'm', details: { required: '8,250', available: 0 } })).toMatchObject({
      creditsNeeded: 8250,
      creditsAvailable: 0,
    })
  })
})

describe('a 422', () => {
  it('of several fields is one sentence', () => {
    const detail = [
      { loc: ['body', 'input_text'], msg: 'Field required', type: 'missing' },
      { loc: ['body', 'speed'], msg: 'Input should be less than or equal to 4', type: 'x' },
      { loc: ['body', 'generation_params', 'delivery_mode'], msg: 'Unknown', type: 'x' },
      { loc: ['path', 'voice_id'], msg: 'No such voice', type: 'x' },
      { loc: ['body', 'colour'], msg: 'Unexpected', type: 'x' },
    ]
    const error = errorOf(422, { detail })
    expect(error).toMatchObject({
      fields: [
        { name: 'text', message: 'Field required' },
        { name: 'speed', message: 'Input should be less than or equal to 4' },
        { name: 'deliveryMode', message: 'Unknown' },
        { name: 'voiceId', message: 'No such voice' },
        { name: 'colour', message: 'Unexpected' },
      ],
    })
    expect(error.message).toBe(
      'text: Field required; speed: Input should be less than or equal to 4; deliveryMode: Unknown; voiceId: No such voice; colour: Unexpected.',
    )
  })

  it.each([
    [{ loc: 'body.input_text', msg: 'm' }, 'text'],
    [{ loc: ['body', 'input_text', 0, 'x'], msg: 'm' }, 'text'],
    [{ loc: ['body'], msg: 'm' }, 'body'],
    [{ loc: ['input_text'], msg: 'm' }, 'text'],
    [{ field: 'input_text', message: 'm' }, 'text'],
    [{ name: 'voiceId', message: 'm' }, 'voiceId'],
  ])('finds the field of %j', (issue, name) => {
    expect(errorOf(422, { detail: [issue] })).toMatchObject({ fields: [{ name, message: 'm' }] })
  })

  it('bears lists that are anything else', () => {
    for (const detail of [[null], [5], ['x'], [[]], [{ loc: [] }], [{ loc: [0] }], [{ loc: null, msg: {} }]]) {
      expect(errorOf(422, { detail })).toMatchObject({ code: 'invalid_request', fields: [] })
    }
  })

  it('names fields by the operation that was called', () => {
    const detail = [{ loc: ['body', 'amount_cents'], msg: 'm' }]
    expect(errorOf(422, { detail }, { operation: operations['wallet.topUp'] })).toMatchObject({ fields: [{ name: 'amountCents' }] })
  })

  it('cannot be endless', () => {
    const detail = Array.from({ length: 100_000 }, () => ({ loc: ['body', 'x'.repeat(50)], msg: 'y'.repeat(50) }))
    const error = errorOf(422, { detail })
    expect(error.message.length).toBeLessThan(1100)
    expect(JSON.stringify(error).length).toBeLessThan(30_000)
    expect(errorOf(402, { detail: 'required 1'.repeat(400_000) }).message.length).toBeLessThan(1100)
  })
})

describe('a 429', () => {
  it('has the figures of the headers, else those of the body, and no negative ones', () => {
    const rate = { retryAfter: 12, limit: 100, remaining: 0, retryAt: '2026-11-23T09:00:12.000Z' }
    expect(errorOf(429, { retry_after: 5 }, { rate })).toMatchObject({ ...rate, retryable: true })
    expect(errorOf(429, { error: { code: 'x', message: 'y' }, retry_after: '5' })).toMatchObject({ retryAfter: 5 })
    expect(errorOf(429, { retry_after: -5 })).not.toHaveProperty('retryAfter')
    expect(errorOf(429)).not.toHaveProperty('retryAfter')
  })
})

describe('what a status means depends on the operation', () => {
  it.each<[OperationName, number, string, boolean]>([
    ['credits.get', 502, 'server_error', true],
    ['credits.get', 500, 'server_error', true],
    ['wallet.estimate', 504, 'server_error', true],
    ['speech.create', 500, 'server_error', false],
    ['speech.create', 503, 'server_error', false],
    ['apiKeys.revoke', 502, 'unknown_outcome', false],
    ['speech.create', 524, 'unknown_outcome', false],
  ])('%s answered %i is %s', (operation, status, code, retryable) => {
    expect(errorOf(status, undefined, { operation: operations[operation] })).toMatchObject({ code, retryable })
  })

  it('a change held back by 503 with a time may be sent again', () => {
    const retryAt = '2026-11-23T09:00:12.000Z'
    expect(errorOf(503, undefined, { rate: { retryAt } })).toMatchObject({ code: 'server_error', retryable: true, retryAt })
  })

  it('is no refusal below 400', () => {
    for (const status of [0, 100, 302, 304]) expect(errorOf(status).code).toBe('invalid_response')
  })
})

describe("an answer of the kit's own proxy", () => {
  it('is believed where it says that nothing was done, or that it is not set up', () => {
    const body = (code: string) => ({ error: { code, message: 'm' } })
    expect(errorOf(502, body('server_error'), { fromProxy: true }).code).toBe('server_error')
    expect(errorOf(502, body('server_error')).code).toBe('unknown_outcome')
    expect(errorOf(504, body('unknown_outcome'), { fromProxy: true })).toMatchObject({
      code: 'unknown_outcome',
      operation: 'speech.create',
    })
    expect(errorOf(500, body('configuration'), { fromProxy: true }).code).toBe('configuration')
    expect(errorOf(500, body('configuration')).code).toBe('server_error')
  })
})

describe('the id of a request', () => {
  it('is the header’s, else the body’s, and never anything but an id', () => {
    expect(errorOf(404, { request_id: 'req-1' }).requestId).toBe('req-1')
    expect(errorOf(404, { request_id: 'req-1' }, { requestId: 'req-2' }).requestId).toBe('req-2')
    expect(errorOf(404, { request_id: 'a sentence' })).not.toHaveProperty('requestId')
  })
})
