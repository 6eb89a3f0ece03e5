import { KEPT } from './keepsAnything.js'

/**
 * Where started jobs are kept over a reload: `'session'` for this tab, `'local'` for this browser; `{ text: true }`
 * keeps their text too, in this tab unless `storage` says otherwise.
 */
export type PersistJobs = 'session' | 'local' | false | PersistJobsOptions

export interface PersistJobsOptions {
  /** @default 'session' */
  storage?: 'session' | 'local' | undefined
  /**
   * Keeps what was asked for, text and settings, until the job is over: after a reload a request that was lost can be
   * sent again under its `Idempotency-Key`, and a job that fails then shows its text. @default false
   */
  text?: boolean | undefined
}

/** What says where a session keeps its things. */
export interface Keeping {
  persistJobs: PersistJobs | undefined
  endpoint: string
  userId: string | undefined
  /** This user is the one on the page. */
  isCurrent: () => boolean
}

/** Where a browser keeps something of a user's, if anywhere. */
export interface Place {
  user: string
  /** False where it is to be kept nowhere. */
  isWanted: boolean
  /** The name of the one item. */
  name: string
  /** Undefined where there is none, or it is forbidden. */
  storage: () => Storage | undefined
  /** This user is the one on the page: nothing of anybody else's is to stay there. */
  isCurrent: () => boolean
  /** Something is there, of this user or of another. */
  isUsed: () => boolean
}

/** Where a browser keeps a user's jobs, if anywhere. */
export interface JobsPlace extends Place {
  /** The text of a request may be kept. */
  keepsText: boolean
}

export function jobsPlaceOf({ persistJobs = 'session', endpoint, userId, isCurrent }: Keeping): JobsPlace {
  return createJobsPlace(persistJobs, endpoint, userId, isCurrent)
}

/** Where the checkout that a person was sent to is kept, while they are there. */
export function checkoutPlaceOf({ persistJobs, endpoint, userId, isCurrent }: Keeping, of: 'credits' | 'wallet'): Place {
  return createPlace(`checkout-${of}`, persistJobs !== false && 'session', endpoint, userId, isCurrent)
}

/** A rotation may last for days: without a word from the app its ids outlive the tab, where it is known whose they are. */
export function rotationsPlaceOf({ persistJobs, endpoint, userId, isCurrent }: Keeping): Place {
  const storage = typeof persistJobs === 'object' ? persistJobs.storage : persistJobs
  return createPlace('rotations', storage ?? (userId === undefined ? 'session' : 'local'), endpoint, userId, isCurrent)
}

export function createJobsPlace(
  persist: PersistJobs,
  endpoint: string,
  userId: string | undefined,
  isCurrent: () => boolean = () => true,
): JobsPlace {
  const { storage: where = 'session', text: keepsText = false } = typeof persist === 'object' ? persist : { storage: persist }
  return { ...createPlace('jobs', where, endpoint, userId, isCurrent), keepsText }
}

/** The place of one sort of things; `where` is false for nowhere. */
export function createPlace(
  things: string,
  where: 'session' | 'local' | false,
  endpoint: string,
  userId: string | undefined,
  isCurrent: () => boolean,
): Place {
  const name = `${KEPT}${things}:${endpoint}`

  function storage(): Storage | undefined {
    if (where === false || typeof window === 'undefined') return undefined
    try {
      return where === 'local' ? window.localStorage : window.sessionStorage
    } catch {
      return undefined
    }
  }

  return {
    user: userId ?? '',
    isWanted: where !== false,
    name,
    storage,
    isCurrent,
    isUsed() {
      try {
        return Boolean(storage()?.getItem(name))
      } catch {
        return false
      }
    },
  }
}
