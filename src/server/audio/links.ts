import { type SpeechJobData, speechGet } from '../../api/index.js'
import { makeRoom } from '../makeRoom.js'

/** Well under what signed addresses live. One that ends sooner is asked for anew. */
const KEPT_MS = 5 * 60_000
const MAX_LINKS = 1000

/**
 * The addresses of clips and of the times of their words, so that a player, which asks for a clip piece by piece, costs no
 * request of the account's limit.
 */
export interface Links {
  get(job: string): string | undefined
  /** Takes the addresses out of what AudioPod says of a job, if there are any. */
  learn(job: string, body: unknown): void
  set(job: string, link: string): void
  delete(job: string): void
}

export function createLinks(now: () => number = Date.now): Links {
  const links = new Map<string, { link: string; until: number }>()
  const kept: Links = {
    get(job) {
      const known = links.get(job)
      return known && known.until > now() ? known.link : undefined
    },
    learn(job, body) {
      const found = readJob(body)
      if (found?.status !== 'completed') return
      if (found.audioUrl !== undefined) kept.set(job, found.audioUrl)
      if (found.timestampsUrl !== undefined) kept.set(timesOf(job), found.timestampsUrl)
    },
    set(job, link) {
      links.delete(job)
      makeRoom(links, MAX_LINKS)
      links.set(job, { link, until: now() + KEPT_MS })
    },
    delete: (job) => void links.delete(job),
  }
  return kept
}

/** What the address of a clip's times is kept by. */
export const timesOf = (job: string): string => `${job} times`

/** Undefined for what is no job. */
export function readJob(body: unknown): SpeechJobData | undefined {
  try {
    return speechGet.decode(body, { now: Date.now(), input: { job_id: 'asked' } })
  } catch {
    return undefined
  }
}
