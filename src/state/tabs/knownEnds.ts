import type { SpeechJob } from '../../client/types.js'

/** Ends that are remembered for tabs that missed them. */
const MOST_ENDS = 200

/** The jobs that are over, by id; the oldest are forgotten. */
export interface KnownEnds {
  get: (id: string) => SpeechJob | undefined
  add: (job: SpeechJob) => void
}

export function createKnownEnds(): KnownEnds {
  const ends = new Map<string, SpeechJob>()
  return {
    get: (id) => ends.get(id),
    add(job) {
      ends.set(job.id, job)
      const [oldest] = ends.keys()
      if (ends.size > MOST_ENDS && oldest !== undefined) ends.delete(oldest)
    },
  }
}
