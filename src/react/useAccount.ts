'use client'

import type { Account } from '../api/index.js'
import { accountOf } from '../client/index.js'
import type { QueryResult } from './types.js'
import { useQuery } from './useQuery.js'

/**
 * Whose account the proxy's key opens.
 *
 * @example
 * const { data: account } = useAccount()
 */
export function useAccount(): QueryResult<Account> {
  return useQuery('account.get', {}, (connection, options) => accountOf(connection).get(options))
}
