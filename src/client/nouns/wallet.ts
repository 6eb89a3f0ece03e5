import { walletEstimate, walletGet, walletPrices, walletTopUp, walletUsage } from '../../api/index.js'
import type { Connection } from '../connection.js'
import { withInput } from '../encodeRequest.js'
import { plain } from '../plainRequest.js'
import type { AudioPodClient } from '../types.js'

export function walletOf(connection: Connection): AudioPodClient['wallet'] {
  return connection.noun('wallet', ({ request }) => ({
    get: (call) => request(walletGet, plain, call),
    usage: ({ limit, ...call } = {}) => request(walletUsage, withInput({ limit }), call),
    prices: (call) => request(walletPrices, plain, call),
    estimate: (input, call) => request(walletEstimate, withInput({ ...input }), call),
    topUp: (input, call) => request(walletTopUp, withInput({ ...input }), call),
  }))
}
