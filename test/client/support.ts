import { vi } from 'vitest'
import { type AudioPodClient, type ClientOptions, createAudioPodClient } from '../../src/client/index.js'
import { type AudioPodError, isAudioPodError } from '../../src/errors/index.js'
import { createSimulator, type SimulatorOptions } from '../../src/testing.js'

export const START = Date.parse('2026-11-23T09:00:00Z')
export const ENDPOINT = 'http://localhost/api/audiopod'

/** A client on a simulated account. To be used with fake timers set to `START`. */
export function arrange(options: SimulatorOptions = {}, clientOptions: Partial<ClientOptions> = {}) {
  const simulator = createSimulator({ jobSeconds: 3, ...options })
  const client = createAudioPodClient({ endpoint: ENDPOINT, fetch: simulator.fetch, ...clientOptions })
  const calls = (operation?: string) =>
    simulator.state.requests.filter((request) => operation === undefined || request.operation === operation)
  return { simulator, client, calls, state: simulator.state, fail: simulator.fail }
}

/** Lets fake time pass until a promise settles; with its value or error comes how long it took, in ms. */
export async function settle<T>(promise: Promise<T>, most = 3_600_000): Promise<{ value?: T; error?: AudioPodError; ms: number }> {
  const start = Date.now()
  let outcome: { value?: T; error?: AudioPodError } | undefined
  promise.then(
    (value) => {
      outcome = { value }
    },
    (error: unknown) => {
      if (!isAudioPodError(error)) throw error
      outcome = { error }
    },
  )
  await vi.advanceTimersByTimeAsync(0)
  while (!outcome && Date.now() - start < most) await vi.advanceTimersByTimeAsync(50)
  if (!outcome) throw new Error(`nothing came of it within ${most} ms`)
  return { ...outcome, ms: Date.now() - start }
}

export async function valueOf<T>(promise: Promise<T>): Promise<T> {
  const { value, error } = await settle(promise)
  if (error) throw error
  return value as T
}

export async function errorOf(promise: Promise<unknown>): Promise<AudioPodError> {
  const { error } = await settle(promise)
  if (!error) throw new Error('it resolved')
  return error
}

/** Every method of the client once, with what it needs. */
export const everyCall: Record<string, (client: AudioPodClient, options: { signal?: AbortSignal }) => Promise<unknown>> = {
  'account.get': (client, options) => client.account.get(options),
  'credits.get': (client, options) => client.credits.get(options),
  'credits.usage': (client, options) => client.credits.usage(options),
  'credits.prices': (client, options) => client.credits.prices(options),
  'credits.topUpLimits': (client, options) => client.credits.topUpLimits(options),
  'credits.topUp': (client, options) => client.credits.topUp({ amountUsd: 5 }, options),
  'wallet.get': (client, options) => client.wallet.get(options),
  'wallet.usage': (client, options) => client.wallet.usage(options),
  'wallet.prices': (client, options) => client.wallet.prices(options),
  'wallet.estimate': (client, options) => client.wallet.estimate({ service: 'text_to_speech', seconds: 60 }, options),
  'wallet.topUp': (client, options) => client.wallet.topUp({ amountCents: 500 }, options),
  'apiKeys.list': (client, options) => client.apiKeys.list({}, options),
  'apiKeys.create': (client, options) => client.apiKeys.create({ name: 'CI' }, options),
  'apiKeys.revoke': (client, options) => client.apiKeys.revoke('key-1', options),
  'voices.list': (client, options) => client.voices.list({}, options),
  'voices.get': (client, options) => client.voices.get('aura', options),
  'speech.create': (client, options) => client.speech.create({ voiceId: 'aura', text: 'Hello' }, options),
  'speech.get': (client, options) => client.speech.get('40417', options),
}
