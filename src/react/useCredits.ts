'use client'

import type { Credits } from '../api/index.js'
import { creditsOf } from '../client/index.js'
import type { QueryResult } from './types.js'
import { useQuery } from './useQuery.js'

/**
 * The account's credit balance, in whole credits. Loaded again on focus, and when a job has ended.
 *
 * @example
 * const { data, error, isLoading } = useCredits()
 * return <b>{data?.totalAvailable}</b>
 */
export function useCredits(): QueryResult<Credits> {
  return useQuery('credits.get', {}, (connection, options) => creditsOf(connection).get(options))
}
