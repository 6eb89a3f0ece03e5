import { creditsGet, creditsPrices, creditsTopUp, creditsTopUpLimits, creditsUsage } from '../../api/index.js'
import type { Connection } from '../connection.js'
import { withInput } from '../encodeRequest.js'
import { plain } from '../plainRequest.js'
import type { AudioPodClient } from '../types.js'

export function creditsOf(connection: Connection): AudioPodClient['credits'] {
  return connection.noun('credits', ({ request }) => ({
    get: (call) => request(creditsGet, plain, call),
    usage: (call) => request(creditsUsage, plain, call),
    prices: (call) => request(creditsPrices, plain, call),
    topUpLimits: (call) => request(creditsTopUpLimits, plain, call),
    topUp: (input, call) => request(creditsTopUp, withInput({ ...input }), call),
  }))
}
