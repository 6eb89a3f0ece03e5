import { creditsGet, creditsPrices, creditsTopUp, creditsTopUpLimits, creditsUsage } from '../../api/index.js'
import type { Connection } from '../connection.js'
import type { AudioPodClient } from '../types.js'
import { unlessNotFound } from './unlessNotFound.js'

export function creditsOf(connection: Connection): AudioPodClient['credits'] {
  return connection.noun('credits', ({ request }) => ({
    get: (call) => request(creditsGet, {}, call),
    // A 404 is AudioPod's word for "no usage yet".
    usage: (call) => request(creditsUsage, {}, call).catch(unlessNotFound([])),
    prices: (call) => request(creditsPrices, {}, call),
    topUpLimits: (call) => request(creditsTopUpLimits, {}, call),
    topUp: (input, call) => request(creditsTopUp, { ...input }, call),
  }))
}
