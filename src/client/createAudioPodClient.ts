import { type Connection, createConnection, keepConnection } from './connection.js'
import { createWhole } from './engine.js'
import { accountOf } from './nouns/account.js'
import { apiKeysOf } from './nouns/apiKeys.js'
import { creditsOf } from './nouns/credits.js'
import { rateLimitOf } from './nouns/rateLimit.js'
import { speechOf } from './nouns/speech.js'
import { voicesOf } from './nouns/voices.js'
import { walletOf } from './nouns/wallet.js'
import type { ClientOptions } from './options.js'
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
  return clientOf(createConnection(options, createWhole))
}

export function clientOf(connection: Connection): AudioPodClient {
  const client: AudioPodClient = {
    endpoint: connection.endpoint,
    account: accountOf(connection),
    credits: creditsOf(connection),
    wallet: walletOf(connection),
    apiKeys: apiKeysOf(connection),
    voices: voicesOf(connection),
    speech: speechOf(connection),
    rateLimit: rateLimitOf(connection),
  }
  keepConnection(client, connection)
  return client
}
