import { apiKeysCreate, apiKeysList, apiKeysRevoke } from '../../api/index.js'
import type { Connection } from '../connection.js'
import { withInput } from '../encodeRequest.js'
import type { AudioPodClient } from '../types.js'

export function apiKeysOf(connection: Connection): AudioPodClient['apiKeys'] {
  return connection.noun('apiKeys', ({ request }) => ({
    async list(input = {}, call = input) {
      const { status } = input
      // Only this filter is documented; the others are applied here, and so is what a key's expiry makes of it.
      const isOurs = status === 'revoked' || status === 'expired'
      const keys = await request(apiKeysList, withInput({ status: isOurs ? undefined : status }), call)
      return status === undefined ? keys : keys.filter((key) => (key.status ?? 'active') === status)
    },
    create: (input, call) => request(apiKeysCreate, withInput({ ...input }), call),
    revoke: (id, call) => request(apiKeysRevoke, withInput({ id }), call),
  }))
}
