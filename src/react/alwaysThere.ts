import type { QueryResult } from './types.js'

/** The part of a reading hook's answer that never changes where the data is already in the page. */
export const alwaysThere = {
  error: undefined,
  isLoading: false,
  isValidating: false,
  retry: undefined,
  updatedAt: undefined,
} as const satisfies Omit<QueryResult<unknown>, 'data' | 'mutate'>
