import type { SpeechJobStatus } from '../api/index.js'

/** Where started jobs are kept over a reload: `'session'` for this tab, `'local'` for this browser. */
export type PersistJobs = 'session' | 'local' | false

/** What is kept of a job: ids and figures, never its text, its voice or a URL. */
export interface KeptJob {
  key: string
  /** Undefined where the request had left and no answer had come. */
  id: string | undefined
  startedAt: string
  status: SpeechJobStatus
  isStopped: boolean
}

export interface JobStorage {
  read: () => KeptJob[]
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
export function createJobStorage(where: PersistJobs, endpoint: string, userId: string | undefined): JobStorage {
  const name = `audiopod-react:jobs:${endpoint}`
  const user = userId ?? ''

  function storage(): Storage | undefined {
    if (where === false || typeof window === 'undefined') return undefined
    try {
      return where === 'local' ? window.localStorage : window.sessionStorage
    } catch {
      return undefined
    }
  }

  return {
    read() {
      try {
        const text = storage()?.getItem(name)
        if (!text) return []
        const kept: unknown = JSON.parse(text)
        if (isKept(kept) && kept.user === user) return kept.jobs
        storage()?.removeItem(name)
      } catch {
        // Corrupt or forbidden: as if there were none.
      }
      return []
    },
    write(jobs) {
      try {
        if (jobs.length === 0) return storage()?.removeItem(name)
        const kept: Kept = { v: VERSION, user, jobs: jobs.slice(0, MOST_JOBS) }
        storage()?.setItem(name, JSON.stringify(kept))
      } catch {
        // Full or forbidden: the jobs live on in memory.
      }
    },
  }
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
    typeof job.isStopped === 'boolean'
  )
}
