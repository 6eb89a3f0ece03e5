'use client'

import { type Wallet, walletGet } from '../api/index.js'
import type { QueryResult } from './types.js'
import { usePlainQuery } from './useQuery.js'

/**
 * The prepaid wallet that API-key accounts are billed from, in cents.
 *
 * @example
 * const { data } = useWallet()
 * const dollars = data && data.balanceCents / 100
 */
export function useWallet(): QueryResult<Wallet> {
  return usePlainQuery(walletGet)
}
