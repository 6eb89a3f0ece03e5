'use client'

import { type CreditUsage, creditsUsage } from '../api/index.js'
import type { QueryResult } from './types.js'
import { usePlainQuery } from './useQuery.js'

/**
 * The charges against the credit balance; none is an empty list.
 *
 * @example
 * const { data: charges = [] } = useUsage()
 */
export function useUsage(): QueryResult<CreditUsage[]> {
  return usePlainQuery(creditsUsage)
}
