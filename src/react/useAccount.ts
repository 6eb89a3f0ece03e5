'use client'

import { type Account, accountGet } from '../api/index.js'
import type { QueryResult } from './types.js'
import { usePlainQuery } from './useQuery.js'

/**
 * Whose account the proxy's key opens.
 *
 * @example
 * const { data: account } = useAccount()
 */
export function useAccount(): QueryResult<Account> {
  return usePlainQuery(accountGet)
}
