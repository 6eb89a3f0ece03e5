import type { SpeechJob, WaitForSpeechOptions } from '../../client/types.js'
import type { JobOutcome } from './jobOutcome.js'

/** Somebody in this tab who waits for a job. */
export interface Watch extends WaitForSpeechOptions {
  job: SpeechJob
  settle: (outcome: JobOutcome) => void
}

/** All who wait in this tab, by job; the same job may have several. */
export interface JobWatches {
  add: (watch: Watch) => void
  /** True where nobody waits for that job any more. */
  remove: (watch: Watch) => boolean
  isEmpty: () => boolean
  ids: () => string[]
  /** Who waits for a job first; its deadline is the poll's. */
  first: (id: string) => Watch | undefined
  progress: (job: SpeechJob) => void
  settle: (id: string, outcome: JobOutcome) => void
}

export function createJobWatches(): JobWatches {
  const watches = new Map<string, Set<Watch>>()
  return {
    add(watch) {
      const { id } = watch.job
      watches.set(id, (watches.get(id) ?? new Set()).add(watch))
    },
    remove(watch) {
      const { id } = watch.job
      const others = watches.get(id)
      others?.delete(watch)
      if (others?.size !== 0) return false
      return watches.delete(id)
    },
    isEmpty: () => watches.size === 0,
    ids: () => [...watches.keys()],
    first(id) {
      const [watch] = watches.get(id) ?? []
      return watch
    },
    progress(job) {
      for (const watch of watches.get(job.id) ?? []) watch.onProgress?.(job)
    },
    settle(id, outcome) {
      for (const watch of [...(watches.get(id) ?? [])]) watch.settle(outcome)
    },
  }
}
