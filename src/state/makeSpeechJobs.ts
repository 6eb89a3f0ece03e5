import { type Connection, speechOf } from '../client/index.js'
import { createJobStorage } from './jobStorage.js'
import { jobsPlaceOf, type Keeping } from './jobsPlace.js'
import { createSpeechJobs, type SpeechJobs } from './speechJobs.js'
import type { Follow, Tabs } from './tabs/index.js'
import type { SpeechEntry } from './types.js'

export interface SpeechJobsSetup {
  connection: Connection
  keeping: Keeping
  /** What this user's tabs have in common, if anything. */
  shared: () => Promise<Tabs | undefined>
  onSettled: (entry: SpeechEntry) => void
}

export type MakeSpeechJobs = (setup: SpeechJobsSetup) => SpeechJobs

/** The jobs of a session. */
export function makeSpeechJobs({ connection, keeping, shared, onSettled }: SpeechJobsSetup): SpeechJobs {
  const speech = speechOf(connection)
  const follow: Follow = async (job, call) => {
    const tabs = await shared()
    return tabs ? tabs.follow(job, call) : speech.wait(job, call)
  }
  return createSpeechJobs({ speech, follow, storage: createJobStorage(jobsPlaceOf(keeping)), onSettled })
}
