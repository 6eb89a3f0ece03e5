import { createFetchTransport } from './fetchTransport.js'
import type { AudioPodProxyOptions } from './options.js'
import { type AudioPodProxy, createProxy } from './proxy.js'

/**
 * The endpoint that browsers talk to: checks who is asking, adds the account's key, and passes on what the table
 * of operations lists, and nothing else. Never rejects.
 *
 * @throws ConfigurationError for a missing `authorize`, a misspelt option or an unsafe value.
 * @example
 * export const proxy = createAudioPodProxy({
 *   authorize: async (request) => {
 *     const session = await getSession(request)
 *     return session ? { userId: session.userId, allow: ['credits:read', 'speech:generate'] } : null
 *   },
 * })
 */
export function createAudioPodProxy(options: AudioPodProxyOptions): AudioPodProxy {
  return createProxy(options, createFetchTransport)
}
