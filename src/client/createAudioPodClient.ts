import { isAudioPodError } from '../errors/index.js'
import { keepScheduler } from './schedulerOf.js'
import { createScheduler, systemClock } from '../schedule/index.js'
import { createAudioRoute } from './audioRoute.js'
import { browserConnectivity } from './connectivity.js'
import { createJobPoller } from './jobPoller.js'
import { checkEndpoint, checkFigures, checkHeaders, clientDefaults, type ClientOptions, refuseKey } from './options.js'
import { createRequest } from './request.js'
import { toSpeechJob } from './speech.js'
import type { AudioPodClient } from './types.js'
import { pageVisibility } from './visibility.js'

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
  const scheduler = createScheduler({ clock, maxWait, connectivity: browserConnectivity(endpoint) })
  const credentials = options.credentials ?? clientDefaults.credentials
  const audioRoute = createAudioRoute(endpoint, credentials)
  const request = createRequest({
    endpoint,
    headers: options.headers,
    fetch: options.fetch,
    credentials,
    audioRoute,
    timeout: options.timeout ?? clientDefaults.timeout,
    maxRetries: options.maxRetries ?? clientDefaults.maxRetries,
    maxWait,
    scheduler,
    clock,
    random: Math.random,
  })

  const speech: AudioPodClient['speech'] = {
    async create(input, call) {
      const wanted = { ...input }
      return toSpeechJob(await request('speech.create', wanted, call, (kept) => speech.create(wanted, kept)))
    },
    get: async (jobId, call) => toSpeechJob(await request('speech.get', { jobId }, call)),
    audioSource: audioRoute.sourceOf,
    wait: (job, call) => poller.wait(typeof job === 'object' ? job : { id: String(job), status: 'pending' }, call),
    async generate(input, { onProgress, deadline, idempotencyKey, ...call } = {}) {
      const accepted = await speech.create(input, { ...call, idempotencyKey })
      onProgress?.(accepted)
      return speech.wait(accepted, { ...call, onProgress, deadline })
    },
  }

  const poller = createJobPoller({
    get: (jobId, call) => speech.get(jobId, call),
    clock,
    rateLimit: scheduler.rateLimit,
    visibility: pageVisibility,
  })

  const client: AudioPodClient = {
    endpoint,
    account: { get: (call) => request('account.get', {}, call) },
    credits: {
      get: (call) => request('credits.get', {}, call),
      // A 404 is AudioPod's word for "no usage yet".
      usage: (call) => request('credits.usage', {}, call).catch(unlessNotFound([])),
      prices: (call) => request('credits.prices', {}, call),
      topUpLimits: (call) => request('credits.topUpLimits', {}, call),
      topUp: (input, call) => request('credits.topUp', { ...input }, call),
    },
    wallet: {
      get: (call) => request('wallet.get', {}, call),
      usage: ({ limit, ...call } = {}) => request('wallet.usage', { limit }, call),
      prices: (call) => request('wallet.prices', {}, call),
      estimate: (input, call) => request('wallet.estimate', { ...input }, call),
      topUp: (input, call) => request('wallet.topUp', { ...input }, call),
    },
    apiKeys: {
      async list(input = {}, call = input) {
        const { status } = input
        // Only this filter is documented; the others are applied here, and so is what a key's expiry makes of it.
        const isOurs = status === 'revoked' || status === 'expired'
        const keys = await request('apiKeys.list', { status: isOurs ? undefined : status }, call)
        return status === undefined ? keys : keys.filter((key) => (key.status ?? 'active') === status)
      },
      create: (input, call) => request('apiKeys.create', { ...input }, call),
      async revoke(id, call) {
        const again = () => client.apiKeys.revoke(id)
        await request('apiKeys.revoke', { id }, call, again).catch(unlessNotFound(undefined))
      },
    },
    voices: {
      list: (input = {}, call = input) => request('voices.list', { ...input }, call),
      get: (id, call) => request('voices.get', { id }, call),
    },
    speech,
    rateLimit: scheduler.rateLimit,
  }
  keepScheduler(client, scheduler)
  return client
}

function unlessNotFound<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isAudioPodError(error, 'not_found')) return value
    throw error
  }
}
