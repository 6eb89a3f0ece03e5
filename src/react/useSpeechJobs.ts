'use client'

import { useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import type { SpeechJob } from '../client/index.js'
import { useSession } from './SessionContext.js'
import type { QueryResult } from './types.js'

export interface UseSpeechJobsResult extends QueryResult<SpeechJob[]> {
  /**
   * Asks for a job again: for a fresh audio URL (they are short-lived, and are not kept over a reload), and to follow it
   * again where following ended before the job did.
   */
  refresh: (jobId: string) => Promise<void>
}

/**
 * The jobs that this user started here, newest first, also those from before a reload.
 *
 * @example
 * const { data: jobs = [] } = useSpeechJobs()
 */
export function useSpeechJobs(): UseSpeechJobsResult {
  const { jobs } = useSession().session
  const { entries, keys } = useStore(jobs.store)
  const data = useMemo(
    () => keys.map((key) => entries[key]?.job).filter((job): job is SpeechJob => job !== undefined),
    [entries, keys],
  )
  const refresh = useCallback(
    async (jobId: string) => {
      const { entries: all } = jobs.store.getState()
      const entry = Object.values(all).find(({ job }) => job?.id === jobId)
      if (entry) await jobs.refresh(entry.key)
    },
    [jobs],
  )
  const mutate = useCallback(() => Promise.resolve(data), [data])
  return {
    data,
    error: undefined,
    isLoading: false,
    isValidating: false,
    mutate,
    retry: undefined,
    updatedAt: undefined,
    refresh,
  }
}
