import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AudioPodClient } from '../../src/client/index.js'
import { arrange, errorOf, START, valueOf } from './support.js'

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a text', () => {
  it.each([
    ['emoji', '👩‍🚀 says 🎉🇩🇪'],
    ['right to left', 'שלום עולם ‏مرحبا'],
    ['line breaks', 'one\ntwo\r\nthree\rfour\u2028five'],
    ['what forms are made of', 'a+b & c=d; 100% %2B ?#/\\'],
    ['quotes and markup', '<break time="500ms"/> “quoted” \'it\' [laugh] /ˈwʊstər/'],
    ['spaces at both ends', '  padded\t'],
    ['a byte order mark and a null', '\ufeffa\u0000b\u200bc'],
    ['composed and decomposed', 'é e\u0301'],
    ['20,000 emoji', '😀'.repeat(20_000)],
  ])('of %s arrives as it was', async (_, text) => {
    const { client, state } = arrange({ credits: 1_000_000 })
    await valueOf(client.speech.create({ voiceId: 'aura', text }))
    expect(state.jobs[0]?.inputText).toBe(text)
  })

  it('arrives with everything else that was chosen', async () => {
    const { client, state } = arrange()
    await valueOf(
      client.speech.create({
        voiceId: 'aura',
        text: 'Hello',
        format: 'ogg',
        speed: 1.25,
        language: 'pt-BR',
        deliveryMode: 'creative',
        timestamps: 'word',
        normalizeText: false,
      }),
    )
    expect(state.jobs[0]).toMatchObject({
      format: 'ogg',
      speed: 1.25,
      language: 'pt-BR',
      deliveryMode: 'creative',
      timestamps: 'word',
      normalizeText: false,
    })
  })
})

const bad: [string, string, (client: AudioPodClient) => Promise<unknown>][] = [
  ['an empty text', 'text', (client) => client.speech.create({ voiceId: 'aura', text: '' })],
  ['a blank text', 'text', (client) => client.speech.create({ voiceId: 'aura', text: ' \n' })],
  ['20,001 characters', 'text', (client) => client.speech.create({ voiceId: 'aura', text: 'a'.repeat(20_001) })],
  ['a lone surrogate', 'text', (client) => client.speech.create({ voiceId: 'aura', text: 'a\ud83db' })],
  ['speed 9', 'speed', (client) => client.speech.create({ voiceId: 'aura', text: 'a', speed: 9 })],
  ['speed NaN', 'speed', (client) => client.speech.create({ voiceId: 'aura', text: 'a', speed: Number.NaN })],
  ['an unknown format', 'format', (client) => client.speech.create(JSON.parse('{"voiceId":"aura","text":"a","format":"flac"}'))],
  ['a language that is none', 'language', (client) => client.speech.create({ voiceId: 'aura', text: 'a', language: 'en\r\nX: y' })],
  ['no voice', 'voiceId', (client) => client.speech.create(JSON.parse('{"text":"a"}'))],
  ['nothing', 'text', (client) => client.speech.create(JSON.parse('{}'))],
  ['..', 'voiceId', (client) => client.speech.create({ voiceId: '..', text: 'a' })],
  ['a/b', 'voiceId', (client) => client.speech.generate({ voiceId: 'a/b', text: 'a' })],
  ['%2e%2e', 'id', (client) => client.voices.get('%2e%2e')],
  ['..', 'id', (client) => client.apiKeys.revoke('..')],
  ['an empty id', 'id', (client) => client.apiKeys.revoke('')],
  ['an id that is NaN', 'jobId', (client) => client.speech.get(JSON.parse('[null]')[0] ?? String(' '))],
  ['a/../../credits', 'jobId', (client) => client.speech.get('a/../../credits')],
  ['a blank name', 'name', (client) => client.apiKeys.create({ name: '  ' })],
  ['days that are no days', 'expiresInDays', (client) => client.apiKeys.create({ name: 'a', expiresInDays: 0.5 })],
  ['51 voices', 'limit', (client) => client.voices.list({ limit: 51 })],
  ['nothing to pay', 'amountUsd', (client) => client.credits.topUp({ amountUsd: 0 })],
  ['half a cent', 'amountCents', (client) => client.wallet.topUp({ amountCents: 100.5 })],
  ['no input at all', 'amountCents', (client) => client.wallet.topUp(JSON.parse('[]')[0])],
  ['an idempotency key that breaks the line', 'idempotencyKey', (client) =>
    client.speech.create({ voiceId: 'aura', text: 'a' }, { idempotencyKey: 'a\nb' })],
]

describe('what cannot be sent', () => {
  it.each(bad)('%s is refused with the field %s, and nothing is sent', async (_, field, call) => {
    const { client, calls } = arrange()
    const error = await errorOf(call(client))
    expect(error).toMatchObject({ code: 'invalid_request', fields: expect.arrayContaining([{ name: field, message: expect.any(String) }]) })
    expect(error.message).toContain(field)
    expect(calls()).toEqual([])
  })
})

it('takes ids that are numbers', async () => {
  const { client, calls, fail } = arrange()
  fail('speech.get', { status: 200, body: { id: 0, status: 'pending' } })
  expect((await valueOf(client.speech.get(JSON.parse('0')))).id).toBe('0')
  expect(calls()[0]?.path).toBe('/api/audiopod/voice/tts-jobs/0/status')
})
