import { isAudioPodError } from '../errors/index.js'
import { createScheduler, systemClock } from '../schedule/index.js'
import { checkEndpoint, checkFigures, checkHeaders, clientDefaults, type ClientOptions, refuseKey } from './options.js'
import { createRequest } from './request.js'
import { speechInput, toSpeechJob, waitForJob } from './speech.js'
import type { AudioPodClient } from './types.js'

/**
 * Everything that the hooks do, without React: calls the app's own endpoint, decodes AudioPod's answers,
 * waits for the rate limit, repeats what may be repeated, and rejects with an `AudioPodError`.
 *
 * @throws ConfigurationError at once for an endpoint or a header that would put the account's key in a browser
 * @example
 * const client = createAudioPodClient({ endpoint: '/api/audiopod' })
 * const { totalAvailable } = await client.credits.get()
 * const { audioUrl } = await client.speech.generate({ voiceId: 'aura', text: 'Hello' })
 */
export function createAudioPodClient(options: ClientOptions): AudioPodClient {
  refuseKey(options)
  checkFigures(options)
  const endpoint = checkEndpoint(options.endpoint)
  if (options.headers !== undefined && typeof options.headers !== 'function') checkHeaders(options.headers)

  const clock = systemClock
  const maxWait = options.maxWait ?? clientDefaults.maxWait
  const scheduler = createScheduler({ clock, maxWait })
  const request = createRequest({
    endpoint,
    headers: options.headers,
    fetch: options.fetch,
    credentials: options.credentials ?? clientDefaults.credentials,
    timeout: options.timeout ?? clientDefaults.timeout,
    maxRetries: options.maxRetries ?? clientDefaults.maxRetries,
    maxWait,
    scheduler,
    clock,
    random: Math.random,
  })

  const speech: AudioPodClient['speech'] = {
    create: async (input, call) => toSpeechJob(await request('speech.create', speechInput(input), call)),
    get: async (jobId, call) => toSpeechJob(await request('speech.get', { jobId }, call)),
    wait: (job, call = {}) =>
      waitForJob(speech.get, typeof job === 'string' ? { id: job, status: 'pending' } : job, clock, scheduler, call),
    async generate(input, { onProgress, deadline, idempotencyKey, ...call } = {}) {
      const accepted = await speech.create(input, { ...call, idempotencyKey })
      onProgress?.(accepted)
      return speech.wait(accepted, { ...call, onProgress, deadline })
    },
  }

  return {
    endpoint,
    account: { get: (call) => request('account.get', {}, call) },
    credits: {
      get: (call) => request('credits.get', {}, call),
      // A 404 is AudioPod's word for "no usage yet".
      usage: (call) => request('credits.usage', {}, call).catch(unlessNotFound([])),
      prices: (call) => request('credits.prices', {}, call),
      topUpLimits: (call) => request('credits.topUpLimits', {}, call),
      topUp: ({ amountUsd }, call) => request('credits.topUp', { amountUsd }, call),
    },
    wallet: {
      get: (call) => request('wallet.get', {}, call),
      usage: ({ limit, ...call } = {}) => request('wallet.usage', { limit }, call),
      prices: (call) => request('wallet.prices', {}, call),
      estimate: ({ service, seconds }, call) => request('wallet.estimate', { service, seconds }, call),
      topUp: ({ amountCents }, call) => request('wallet.topUp', { amountCents }, call),
    },
    apiKeys: {
      async list({ status } = {}, call) {
        // Only this filter is documented; the others are applied here, and so is what a key's expiry makes of it.
        const keys = await request('apiKeys.list', { status: status === 'active' ? status : undefined }, call)
        return status === undefined ? keys : keys.filter((key) => (key.status ?? 'active') === status)
      },
      create: ({ name, description, scopes, expiresInDays }, call) =>
        request('apiKeys.create', { name, description, scopes, expiresInDays }, call),
      async revoke(id, call) {
        await request('apiKeys.revoke', { id }, call).catch(unlessNotFound(undefined))
      },
    },
    voices: {
      list: ({ type, includePublic, skip, limit } = {}, call) =>
        request('voices.list', { type, includePublic, skip, limit }, call),
      get: (id, call) => request('voices.get', { id }, call),
    },
    speech,
    rateLimit: scheduler.rateLimit,
  }
}

function unlessNotFound<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isAudioPodError(error, 'not_found')) return value
    throw error
  }
}
