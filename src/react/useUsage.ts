'use client'

import type { CreditUsage } from '../api/index.js'
import type { QueryResult } from './types.js'
import { useQuery } from './useQuery.js'

/**
 * The charges against the credit balance; none is an empty list.
 *
 * @example
 * const { data: charges = [] } = useUsage()
 */
export function useUsage(): QueryResult<CreditUsage[]> {
  return useQuery('credits.usage', {}, (client, options) => client.credits.usage(options))
}
