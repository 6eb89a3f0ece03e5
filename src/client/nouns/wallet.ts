import { walletEstimate, walletGet, walletPrices, walletTopUp, walletUsage } from '../../api/index.js'
import type { Connection } from '../connection.js'
import type { AudioPodClient } from '../types.js'

export function walletOf(connection: Connection): AudioPodClient['wallet'] {
  return connection.noun('wallet', ({ request }) => ({
    get: (call) => request(walletGet, {}, call),
    usage: ({ limit, ...call } = {}) => request(walletUsage, { limit }, call),
    prices: (call) => request(walletPrices, {}, call),
    estimate: (input, call) => request(walletEstimate, { ...input }, call),
    topUp: (input, call) => request(walletTopUp, { ...input }, call),
  }))
}
