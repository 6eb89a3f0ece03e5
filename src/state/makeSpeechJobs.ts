import { type Connection, lateSpeechOf } from '../client/index.js'
import type { OperationName } from '../api/index.js'
import type { AudioPodError } from '../errors/index.js'
import { BALANCES } from './balances.js'
import { createJobStorage } from './jobStorage.js'
import { jobsPlaceOf, type Keeping } from './jobsPlace.js'
import { createSpeechJobs, type SpeechJobs } from './speechJobs.js'
import type { LazyTabs } from './lazyTabs.js'
import type { Follow } from './tabs/index.js'
import type { SpeechEntry } from './types.js'

export interface SpeechJobsSetup {
  connection: Connection
  keeping: Keeping
  /** What this user's tabs have in common, if anything. */
  tabs: Pick<LazyTabs, 'shared' | 'outdate'>
  /** Told when answers in the caches are no longer true. */
  onStale: ((operations: readonly OperationName[]) => void) | undefined
  /** Told of each failure that a job ended with. */
  onError: ((error: AudioPodError) => void) | undefined
}

export type MakeSpeechJobs = (setup: SpeechJobsSetup) => SpeechJobs

/** The jobs of a session. */
export function makeSpeechJobs({ connection, keeping, tabs, onStale, onError }: SpeechJobsSetup): SpeechJobs {
  const speech = lateSpeechOf(connection)
  const follow: Follow = async (job, call) => {
    const others = await tabs.shared()
    return others ? others.follow(job, call) : speech.wait(job, call)
  }
  const onSettled = ({ error, job }: SpeechEntry) => {
    // The end of a job is dated by the tab that heard of it first.
    if (!job) tabs.outdate(BALANCES)
    if (job || error?.code === 'insufficient_credits' || error?.code === 'unknown_outcome') onStale?.(BALANCES)
    if (error) onError?.(error)
  }
  return createSpeechJobs({ speech, follow, storage: createJobStorage(jobsPlaceOf(keeping)), onSettled })
}
