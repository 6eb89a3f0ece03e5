import { hasSecret, type SpeechJobStatus, type SpeechRequest } from '../api/index.js'
import type { JobsPlace } from './jobsPlace.js'

/** What is kept of a job: ids and figures; its text only where that was asked for, its voice's name or a URL never. */
export interface KeptJob {
  key: string
  /** Undefined where the request had left and no answer had come. */
  id: string | undefined
  startedAt: string
  status: SpeechJobStatus
  isStopped: boolean
  /** Nothing had been accepted: the request waited for its turn. */
  isHeld?: true | undefined
  /** How long its audio is, in seconds; what was held for it, in credits. */
  seconds?: number | undefined
  credits?: number | undefined
  /** Only with `{ text: true }`, and only until the job is over. */
  request?: SpeechRequest | undefined
}

export interface JobStorage {
  read: () => KeptJob[]
  /** Keeps these, newest first, and what another page of this user has put there meanwhile. */
  write: (jobs: readonly KeptJob[]) => void
}

const VERSION = 1
const MOST_JOBS = 50
const STATUSES = new Set<string>(['pending', 'processing', 'completed', 'failed', 'cancelled'] satisfies SpeechJobStatus[])

interface Kept {
  v: typeof VERSION
  user: string
  jobs: KeptJob[]
}

/**
 * A browser's storage may be forbidden, full, corrupt or another user's: each of these reads as empty,
 * and another user's jobs are wiped. Nothing here throws.
 */
export function createJobStorage({ storage, name, user, keepsText, isWanted, isCurrent }: JobsPlace): JobStorage {
  /** What this page has read or written: what else is there is another page's. */
  let seen = new Set<string>()

  /** Undefined where somebody else's are there, who has come since this user left. */
  function stored(): KeptJob[] | undefined {
    try {
      const text = storage()?.getItem(name)
      if (!text) return []
      const kept: unknown = JSON.parse(text)
      if (isKept(kept) && kept.user === user) return kept.jobs.map(cleaned)
      if (!isCurrent()) return undefined
      storage()?.removeItem(name)
    } catch {
      // Corrupt or forbidden: as if there were none.
    }
    return []
  }

  return {
    read() {
      const jobs = stored() ?? []
      seen = new Set(jobs.map(({ key }) => key))
      return jobs
    },
    write(jobs) {
      if (!isWanted) return
      const there = stored()
      // An answer that comes late is not to cost the next user theirs.
      if (!there) return
      const others = there.filter(({ key }) => !seen.has(key) && jobs.every((job) => job.key !== key))
      // What is gone from there needs not be remembered.
      seen = new Set([...there.map(({ key }) => key).filter((key) => seen.has(key)), ...jobs.map(({ key }) => key)])
      // A page that opened while a request was on its way knows no id; whoever sent it does.
      const known = new Map(there.flatMap((job) => (job.id === undefined ? [] : [[job.key, job]])))
      const mine = jobs.map((job) => (job.id === undefined ? (known.get(job.key) ?? job) : job))
      const all = others.length === 0 ? mine : [...mine, ...others].toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
      try {
        if (all.length === 0) return storage()?.removeItem(name)
        const kept = newest(all).map(cleaned)
        try {
          put(kept)
        } catch {
          // Full: ids matter more than texts.
          put(kept.map(withoutText))
        }
      } catch {
        // Full or forbidden: the jobs live on in memory.
      }
    },
  }

  function put(jobs: KeptJob[]) {
    storage()?.setItem(name, JSON.stringify({ v: VERSION, user, jobs } satisfies Kept))
  }

  function cleaned(job: KeptJob): KeptJob {
    const isWanted = keepsText && job.request !== undefined && !hasSecret(JSON.stringify(job.request))
    return isWanted ? job : withoutText(job)
  }
}

/** A job that is under way is paid for and never left out; of those that are over the newest are kept. */
function newest(jobs: readonly KeptJob[]): KeptJob[] {
  let over = 0
  const isLive = ({ status, isStopped }: KeptJob) => !isStopped && (status === 'pending' || status === 'processing')
  return jobs.filter((job) => isLive(job) || ++over <= MOST_JOBS)
}

function withoutText({ key, id, startedAt, status, isStopped, isHeld, seconds, credits }: KeptJob): KeptJob {
  return { key, id, startedAt, status, isStopped, isHeld, seconds, credits }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { v, user, jobs } = value as Partial<Record<keyof Kept, unknown>>
  return v === VERSION && typeof user === 'string' && Array.isArray(jobs) && jobs.every(isKeptJob)
}

function isKeptJob(value: unknown): value is KeptJob {
  if (typeof value !== 'object' || value === null) return false
  const job = value as Partial<Record<keyof KeptJob, unknown>>
  return (
    typeof job.key === 'string' &&
    (job.id === undefined || typeof job.id === 'string') &&
    typeof job.startedAt === 'string' &&
    !Number.isNaN(Date.parse(job.startedAt)) &&
    typeof job.status === 'string' &&
    STATUSES.has(job.status) &&
    typeof job.isStopped === 'boolean' &&
    (job.isHeld === undefined || job.isHeld === true) &&
    isFigure(job.seconds) &&
    isFigure(job.credits) &&
    (job.request === undefined || isRequest(job.request))
  )
}

function isFigure(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 0)
}

/** The client looks at the rest before it sends it. */
function isRequest(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { voiceId, text } = value as Partial<Record<keyof SpeechRequest, unknown>>
  return typeof voiceId === 'string' && typeof text === 'string'
}
