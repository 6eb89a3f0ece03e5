'use client'

import { useCallback } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { SpeechJob } from '../client/index.js'
import { alwaysThere } from './alwaysThere.js'
import { makeSpeechJobs } from '../state/index.js'
import type { SpeechEntry } from '../state/types.js'
import { useSession } from './SessionContext.js'
import type { QueryResult } from './types.js'

export interface UseSpeechJobsResult extends QueryResult<SpeechJob[]> {
  /**
   * Asks for a job again: for a fresh audio URL (they are short-lived, and are not kept over a reload), and to follow it
   * again where following ended before the job did.
   */
  refresh: (jobId: string) => Promise<void>
  /**
   * Everything that was asked for, newest first: also what waits, what failed before there was a job, and what nobody
   * knows the outcome of (`error.retry()` sends that again under the same key).
   */
  entries: SpeechEntry[]
  /** Follows the job of an entry again: one that was stopped, or that took too long. Rejects where it cannot be asked for. */
  resume: (key: string) => Promise<void>
  /** Stops waiting for an entry; what has been sent goes on at AudioPod, and may be charged. */
  stop: (key: string) => void
  /** Takes an entry that is not under way out of the list, here and from what is kept. */
  remove: (key: string) => void
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
  const entries = useStore(
    jobs.store,
    useShallow(({ entries: all, keys }) => keys.map((key) => all[key]).filter((entry) => entry !== undefined)),
  )
  return { ...alwaysThere, data, mutate, refresh, entries, resume: jobs.resume, stop: jobs.stop, remove: jobs.remove }
}
