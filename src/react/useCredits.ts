'use client'

import { type Credits, creditsGet } from '../api/index.js'
import type { QueryResult } from './types.js'
import { usePlainQuery } from './useQuery.js'

/**
 * The account's credit balance, in whole credits. Loaded again on focus, and when a job has ended.
 *
 * @example
 * const { data, error, isLoading } = useCredits()
 * return <b>{data?.totalAvailable}</b>
 */
export function useCredits(): QueryResult<Credits> {
  return usePlainQuery(creditsGet)
}
