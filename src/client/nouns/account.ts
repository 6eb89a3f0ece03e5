import { accountGet } from '../../api/index.js'
import type { Connection } from '../connection.js'
import { plain } from '../plainRequest.js'
import type { AudioPodClient } from '../types.js'

export function accountOf(connection: Connection): AudioPodClient['account'] {
  return connection.noun('account', ({ request }) => ({ get: (call) => request(accountGet, plain, call) }))
}
