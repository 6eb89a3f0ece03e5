import { apiKeysCreate, apiKeysList, apiKeysRevoke } from '../../api/index.js'
import type { Connection } from '../connection.js'
import type { AudioPodClient } from '../types.js'
import { unlessNotFound } from './unlessNotFound.js'

export function apiKeysOf(connection: Connection): AudioPodClient['apiKeys'] {
  return connection.noun('apiKeys', ({ request }) => {
    const apiKeys: AudioPodClient['apiKeys'] = {
      async list(input = {}, call = input) {
        const { status } = input
        // Only this filter is documented; the others are applied here, and so is what a key's expiry makes of it.
        const isOurs = status === 'revoked' || status === 'expired'
        const keys = await request(apiKeysList, { status: isOurs ? undefined : status }, call)
        return status === undefined ? keys : keys.filter((key) => (key.status ?? 'active') === status)
      },
      create: (input, call) => request(apiKeysCreate, { ...input }, call),
      async revoke(id, call) {
        const again = () => apiKeys.revoke(id)
        await request(apiKeysRevoke, { id }, call, again).catch(unlessNotFound(undefined))
      },
    }
    return apiKeys
  })
}
