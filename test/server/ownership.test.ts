import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isId } from '../../src/api/index.js'
import { createJobIds } from '../../src/server/seal.js'
import { type HostileUpstream, json, startHostileUpstream } from '../support/hostileUpstream.js'
import { ask, KEY, proxyTo, speak } from './support.js'

let upstream: HostileUpstream
beforeAll(async () => {
  upstream = await startHostileUpstream()
})
afterAll(() => upstream.close())
beforeEach(() => {
  upstream.received.length = 0
  upstream.reply(json(200, { job_id: 40417, status: 'pending', voice_id: 12, voice_info: { id: 12 } }))
})

const OLD = 'an-old-secret-of-at-least-32-characters'
const NEW = 'a-new-secret-of-at-least-32-characters!'
const status = (id: unknown) => `/voice/tts-jobs/${String(id)}/status`

describe('a job id', () => {
  test('leaves sealed, as an id like any other, and opens for its user alone', async () => {
    const proxy = proxyTo(upstream)
    const accepted = await speak(proxy, { user: 'alice' })
    const id = accepted.json['job_id']
    expect(id).not.toBe(40417)
    expect(isId(id)).toBe(true)
    expect(accepted.json).toMatchObject({ voice_id: 12, voice_info: { id: 12 } })

    upstream.reply(json(200, { id: 40417, status: 'COMPLETED', data: { job_id: 40417 }, voice_info: { id: 12 } }))
    const seen = await ask(proxy, 'GET', status(id), { user: 'alice' })
    expect(upstream.received[1]?.url).toBe('/api/v1/voice/tts-jobs/40417/status')
    expect(seen.json).toEqual({ id, status: 'COMPLETED', data: { job_id: id }, voice_info: { id: 12 } })

    expect(await ask(proxy, 'GET', status(id), { user: 'bob' })).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } })
    expect(upstream.received).toHaveLength(2)
  })

  test.each([
    ['raw', () => '40417'],
    ['with no seal after its dot', () => '40417.x'],
    ['with a seal of nothing', () => `40417.${'0'.repeat(64)}`],
    ['with another id under the same seal', (id: string) => id.replace('40417', '40418')],
    ['with its seal in upper case', (id: string) => id.toUpperCase()],
    ['with one digit changed', (id: string) => id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['with its seal cut short', (id: string) => id.slice(0, -2)],
    ['with its seal twice', (id: string) => `${id}.${id.split('.')[1]}`],
  ])('%s is 404 without a call upstream', async (_, forge) => {
    const proxy = proxyTo(upstream)
    const { json: accepted } = await speak(proxy)
    upstream.received.length = 0
    const id = forge(String(accepted['job_id']))
    expect(await ask(proxy, 'GET', status(id))).toMatchObject({ status: 404 })
    expect(upstream.received).toEqual([])
  })

  test('opens after a restart and on any other instance with the same key or secret', async () => {
    const byKey = await speak(proxyTo(upstream))
    expect(await ask(proxyTo(upstream), 'GET', status(byKey.json['job_id']))).toMatchObject({ status: 200 })
    const bySecret = await speak(proxyTo(upstream, { secret: OLD }))
    const otherKey = proxyTo(upstream, { secret: OLD, apiKey: `${KEY}2` })
    expect(await ask(otherKey, 'GET', status(bySecret.json['job_id']))).toMatchObject({ status: 200 })
    expect(await ask(proxyTo(upstream), 'GET', status(bySecret.json['job_id']))).toMatchObject({ status: 404 })
  })

  test('outlives a rotation, and keeps its spelling while its job is asked for', async () => {
    const { json: accepted } = await speak(proxyTo(upstream, { secret: OLD }))
    const id = accepted['job_id']
    upstream.reply(json(200, { id: 40417, status: 'processing' }))
    const rotated = proxyTo(upstream, { secret: [NEW, OLD] })
    expect((await ask(rotated, 'GET', status(id))).json['id']).toBe(id)
    expect(await ask(proxyTo(upstream, { secret: [NEW] }), 'GET', status(id))).toMatchObject({ status: 404 })
  })

  test('of a new job is sealed with the newest secret', async () => {
    const { json: accepted } = await speak(proxyTo(upstream, { secret: [NEW, OLD] }))
    expect(await ask(proxyTo(upstream, { secret: NEW }), 'GET', status(accepted['job_id']))).toMatchObject({ status: 200 })
  })

  test('that cannot be sealed is an unknown outcome: the job may run, and nobody could ask for it', async () => {
    for (const job_id of ['../admin', '', 2 ** 60, { id: 1 }, true]) {
      upstream.reply(json(200, { job_id, status: 'pending' }))
      expect(await speak(proxyTo(upstream))).toMatchObject({ status: 502, json: { error: { code: 'unknown_outcome' } } })
    }
  })

  test('that was opened is not reckoned again, and stays closed to anybody else', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify')
    const ids = createJobIds([NEW, OLD])
    const sealed = await createJobIds([OLD]).seal('alice', '7')
    for (let i = 0; i < 3; i++) expect(await ids.open('alice', sealed)).toBe('7')
    expect(verify).toHaveBeenCalledTimes(2)
    expect(await ids.open('bob', sealed)).toBeUndefined()
    expect(await ids.open('alice', sealed.replace('7', '8'))).toBeUndefined()
    expect(await ids.open(`alice","${sealed}`, '')).toBeUndefined()
    expect(await createJobIds([NEW]).open('alice', sealed)).toBeUndefined()
  })

  test('that is refused is not remembered: any number of guesses pushes out nothing', async () => {
    const ids = createJobIds([NEW])
    const sealed = await ids.seal('alice', '7')
    expect(await ids.open('alice', sealed)).toBe('7')
    const verify = vi.spyOn(crypto.subtle, 'verify')
    for (let i = 0; i < 3000; i++) await ids.open('alice', `${i}.${'0'.repeat(64)}`)
    expect(verify).toHaveBeenCalledTimes(3000)
    expect(await ids.open('alice', sealed)).toBe('7')
    expect(verify).toHaveBeenCalledTimes(3000)
  })

  test('is remembered among 2,000: the oldest is reckoned again', async () => {
    const ids = createJobIds([NEW])
    const sealed = await Promise.all(Array.from({ length: 2001 }, (_, i) => ids.seal('alice', String(i))))
    for (const one of sealed) await ids.open('alice', one)
    const verify = vi.spyOn(crypto.subtle, 'verify')
    await ids.open('alice', sealed[2000]!)
    await ids.open('alice', sealed[1]!)
    expect(verify).not.toHaveBeenCalled()
    expect(await ids.open('alice', sealed[0]!)).toBe('0')
    expect(verify).toHaveBeenCalledTimes(1)
  })

  test('has another seal for a user and an id that only read alike when joined', async () => {
    const ids = createJobIds([OLD])
    expect((await ids.seal('a', 'bc')).split('.').at(-1)).not.toBe((await ids.seal('ab', 'c')).split('.').at(-1))
    expect((await ids.seal('a', 'b.c')).split('.').at(-1)).not.toBe((await ids.seal('a.b', 'c')).split('.').at(-1))
    expect((await ids.seal('a","b', 'c')).split('.').at(-1)).not.toBe((await ids.seal('a', 'b","c')).split('.').at(-1))
  })

  test('opens only as what was sealed, for any user and any id', async () => {
    const ids = createJobIds([OLD])
    const raw = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}(?:\.[A-Za-z0-9_-]{1,10}){0,2}$/)
    const user = fc.string({ minLength: 1, unit: 'grapheme' })
    await fc.assert(
      fc.asyncProperty(user, user, raw, async (alice, bob, id) => {
        const sealed = await ids.seal(alice, id)
        expect(isId(sealed)).toBe(true)
        expect(await ids.open(alice, sealed)).toBe(id)
        expect(await ids.open(bob, sealed)).toBe(bob === alice ? id : undefined)
        expect(await ids.open(alice, id)).toBeUndefined()
      }),
      { numRuns: 100 },
    )
  })
})
