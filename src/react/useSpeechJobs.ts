'use client'

import { useCallback } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { SpeechJob } from '../client/index.js'
import { alwaysThere } from './alwaysThere.js'
import { makeSpeechJobs } from '../state/index.js'
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
  const jobs = useSession().session.jobs(makeSpeechJobs)
  // A job that has no news is the same object as before, and a list without news the same list.
  const data = useStore(
    jobs.store,
    useShallow(({ entries, keys }) => keys.map((key) => entries[key]?.job).filter((job): job is SpeechJob => job !== undefined)),
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
  return { ...alwaysThere, data, mutate, refresh }
}
