'use client'

import { startTransition, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { SpeechRequest } from '../api/index.js'
import { prefetchSpeech, type SpeechJob } from '../client/index.js'
import { makeSpeechJobs } from '../state/index.js'
import { useSession } from './SessionContext.js'
import { useSpeechAudio } from './useSpeechAudio.js'
import type { UseGenerateSpeechResult } from './types.js'

/**
 * Turns text into speech: one job at a time, from the press of a button to the URL of its audio. A job that
 * is under way when the page is left or reloaded is picked up again.
 *
 * @example
 * const { generate, status, progress, audioUrl, error } = useGenerateSpeech()
 * <button onClick={() => generate({ voiceId: 'aura', text })} disabled={status === 'processing'}>Speak</button>
 */
export function useGenerateSpeech(): UseGenerateSpeechResult {
  const { session } = useSession()
  const jobs = session.jobs(makeSpeechJobs)
  const owner = useId()
  const [current, setCurrent] = useState<{ key: string; of: typeof jobs }>()
  const key = current?.of === jobs ? current.key : undefined
  const running = useRef<{ of: typeof jobs; done: Promise<SpeechJob | undefined> } | undefined>(undefined)
  const entry = useStore(jobs.store, ({ entries }) => (key === undefined ? undefined : entries[key]))

  useEffect(() => {
    if (key !== undefined) return
    const claim = () => {
      const found = jobs.claim(owner)
      // Nobody waits for this at a press, and every generator on a page may find a job at once.
      if (found !== undefined) startTransition(() => setCurrent({ key: found, of: jobs }))
    }
    claim()
    return jobs.store.subscribe(claim)
  }, [jobs, owner, key])

  useEffect(() => {
    prefetchSpeech()
    return () => jobs.release(owner)
  }, [jobs, owner])

  const generate = useCallback(
    (request: SpeechRequest) => {
      // A ref, not state: the second click of a double click comes before the next render.
      if (running.current?.of === jobs) return running.current.done
      const { key: started, done } = jobs.start(request, owner)
      const mine = { of: jobs, done }
      running.current = mine
      setCurrent({ key: started, of: jobs })
      void done.finally(() => {
        if (running.current === mine) running.current = undefined
      })
      return done
    },
    [jobs, owner],
  )
  const cancel = useCallback(() => {
    running.current = undefined
    if (key !== undefined) jobs.stop(key)
  }, [jobs, key])
  const reset = useCallback(() => {
    running.current = undefined
    if (key !== undefined) jobs.dismiss(key)
    setCurrent(undefined)
  }, [jobs, key])
  const refresh = useCallback(async () => {
    if (key !== undefined) await jobs.refresh(key)
  }, [jobs, key])

  const job = entry?.job
  const { audioSource, timestampsSource } = useSpeechAudio(job)

  return {
    generate,
    cancel,
    reset,
    refresh,
    status: entry?.status ?? 'idle',
    job,
    progress: job?.progress,
    audioUrl: job?.audioUrl,
    audioSource,
    timestampsSource,
    error: entry?.error,
    retry: entry?.retry,
    retryAt: entry?.retry?.retryAt ?? entry?.error?.retryAt,
    startedAt: entry?.startedAt,
    request: entry?.request,
    isResumed: entry?.isResumed ?? false,
  }
}
