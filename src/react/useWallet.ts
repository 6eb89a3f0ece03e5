'use client'

import type { Wallet } from '../api/index.js'
import { walletOf } from '../client/index.js'
import type { QueryResult } from './types.js'
import { useQuery } from './useQuery.js'

/**
 * The prepaid wallet that API-key accounts are billed from, in cents.
 *
 * @example
 * const { data } = useWallet()
 * const dollars = data && data.balanceCents / 100
 */
export function useWallet(): QueryResult<Wallet> {
  return useQuery('wallet.get', {}, (connection, options) => walletOf(connection).get(options))
}
