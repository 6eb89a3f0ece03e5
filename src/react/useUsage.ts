'use client'

import type { CreditUsage } from '../api/index.js'
import { creditsOf } from '../client/index.js'
import type { QueryResult } from './types.js'
import { useQuery } from './useQuery.js'

/**
 * The charges against the credit balance; none is an empty list.
 *
 * @example
 * const { data: charges = [] } = useUsage()
 */
export function useUsage(): QueryResult<CreditUsage[]> {
  return useQuery('credits.usage', {}, (connection, options) => creditsOf(connection).usage(options))
}
