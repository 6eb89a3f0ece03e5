import type { StoreApi } from 'zustand/vanilla'
import type { SpeechRequest } from '../api/index.js'
import { type AudioPodClient, isOver, randomId, type SpeechJob } from '../client/index.js'
import { createEntryOwners } from './entryOwners.js'
import type { JobStorage } from './jobStorage.js'
import { createSpeechEntries } from './speechEntries.js'
import { fromKept, isShownToNewcomers, isUnderWay, liveStatus, toKept } from './speechEntry.js'
import { createSpeechRuns } from './speechRuns.js'
import type { Follow, LiveJob } from './tabs/index.js'
import type { SpeechEntry, SpeechState } from './types.js'

export interface SpeechJobsOptions {
  speech: Pick<AudioPodClient['speech'], 'create' | 'get' | 'wait'>
  storage: JobStorage
  /** Waits for a job. @default speech.wait */
  follow?: Follow | undefined
  /** Told when an entry has ended, well or badly: the balance may have changed. */
  onSettled?: ((entry: SpeechEntry) => void) | undefined
}

/** The speech jobs that one user started through one client: one store, which every hook reads. */
export interface SpeechJobs {
  store: StoreApi<SpeechState>
  /** Submits a request for an owner; the key names its entry. `done` resolves with the finished job, or with undefined. */
  start: (request: SpeechRequest, owner: string) => { key: string; done: Promise<SpeechJob | undefined> }
  /** Stops waiting for an entry; what has been sent goes on at AudioPod. */
  stop: (key: string) => void
  /**
   * Asks for an entry's job once more: for a fresh audio URL, or to follow it again where following had ended early,
   * at its deadline for instance.
   */
  refresh: (key: string) => Promise<void>
  /** `refresh`, also of one that the person had stopped waiting for. */
  resume: (key: string) => Promise<void>
  /** Takes an entry that is not under way out of the list, and out of what is kept. */
  remove: (key: string) => void
  /** The newest entry that is under way and shown by nobody, for a view that appears; it is the owner's from now on. */
  claim: (owner: string) => string | undefined
  release: (owner: string) => void
  /** Nobody shall claim this one again; it stays in the list. */
  dismiss: (key: string) => void
  /** Reads what an earlier page left and follows it; returns what stops all following. */
  connect: () => () => void
  /** Accepted jobs that are under way, and that somebody here waits for. */
  live: () => LiveJob[]
  /** Shows and follows jobs that another tab started. */
  adopt: (jobs: readonly LiveJob[]) => void
}

/** To begin with a thousand jobs in one task would hold a page up for longer than a frame. */
const MOST_AT_ONCE = 200

export function createSpeechJobs({ speech, storage, follow: wait = speech.wait, onSettled }: SpeechJobsOptions): SpeechJobs {
  const entries = createSpeechEntries()
  const owners = createEntryOwners()
  const runs = createSpeechRuns({
    speech,
    entries,
    wait,
    onKeep: keep,
    onKeepSoon: keepSoon,
    onSettled(key) {
      const entry = entries.get(key)
      prune()
      keep()
      if (entry) onSettled?.(entry)
    },
  })
  let hasRead = false
  let willKeep = false
  /** Jobs whose view went away before their end: who comes back wants to see it. */
  const left = new Set<string>()
  /** The offers among which there was nothing to claim, so that a tick of one job is no look at all jobs by every idle view. */
  let barren: number | undefined
  /** Entries from an earlier page or another tab, whose turn has not come. */
  let unfollowed: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Set until what was read is kept as this page knows it. */
  let unkept: ReturnType<typeof setTimeout> | undefined

  function keep() {
    storage.write(entries.all().flatMap((entry) => toKept(entry, runs.wasSent(entry.key)) ?? []))
  }

  function keepSoon() {
    if (willKeep) return
    willKeep = true
    queueMicrotask(() => {
      willKeep = false
      keep()
    })
  }

  function keepRead() {
    clearTimeout(unkept)
    unkept = undefined
    keep()
  }

  function prune() {
    // A request that was stopped in mid-flight may still bring a job that was paid for.
    const gone = entries.prune((key) => owners.isShown(key) || runs.has(key))
    for (const key of gone) {
      owners.forget(key)
      left.delete(key)
      runs.forget(key)
    }
  }

  /** Follows those of these that are under way, a part at once and the rest in tasks of their own. */
  function follow(keys: readonly string[]) {
    clearTimeout(timer)
    unfollowed.push(...keys)
    for (const key of unfollowed.splice(0, MOST_AT_ONCE)) {
      const entry = entries.get(key)
      if (entry?.job && isUnderWay(entry) && !runs.has(key)) void runs.follow(key, entry.job)
    }
    if (unfollowed.length > 0) timer = setTimeout(follow, 0, [])
  }

  async function look(key: string, isWanted: boolean) {
    const job = entries.get(key)?.job
    if (!job) return
    const news = { ...(await speech.get(job.id)), id: job.id }
    const entry = entries.get(key)
    if (!entry) return
    const isStopped = entry.isStopped && !isWanted
    const change = { job: { ...job, ...news }, isStopped }
    const isOpen = !isStopped && !runs.has(key) && !(entry.job && isOver(entry.job))
    if (!isOpen) return entries.update(key, change)
    if (news.status === 'failed') runs.settle(key, { ...change, status: 'failed', error: news.error })
    else if (isOver(news)) runs.settle(key, { ...change, status: news.status, error: undefined })
    else {
      entries.update(key, { ...change, status: liveStatus(news), error: undefined })
      keep()
      void runs.follow(key, change.job)
    }
  }

  return {
    store: entries.store,

    start(request, owner) {
      const key = randomId()
      owners.give(key, owner)
      entries.add({
        key,
        status: 'submitting',
        job: undefined,
        error: undefined,
        retry: undefined,
        startedAt: new Date().toISOString(),
        request: { ...request },
        isResumed: false,
        isStopped: false,
      })
      return { key, done: runs.submit(key, request) }
    },

    stop(key) {
      const entry = entries.get(key)
      if (!entry || !isUnderWay(entry)) return
      entries.update(key, { isStopped: true, status: 'cancelled', retry: undefined })
      // A request that has left is not torn down: its answer may be a job that was paid for.
      if (entry.status !== 'submitting') runs.abort(key)
      keep()
    },

    refresh: (key) => look(key, false),
    resume: (key) => look(key, true),

    remove(key) {
      const entry = entries.get(key)
      // What is under way is paid for, and must not get out of sight.
      if (!entry || isUnderWay(entry) || runs.has(key)) return
      entries.remove(key)
      owners.forget(key)
      left.delete(key)
      runs.forget(key)
      keep()
    },

    claim(owner) {
      if (barren === entries.offers()) return undefined
      const shown = entries.all().filter((entry) => isShownToNewcomers(entry) || (left.has(entry.key) && !entry.isStopped))
      const free = owners.claim(shown.map(({ key }) => key), owner)
      if (free === undefined) barren = entries.offers()
      else left.delete(free)
      return free
    },

    release(owner) {
      barren = undefined
      for (const key of owners.release(owner)) {
        const entry = entries.get(key)
        if (entry && isUnderWay(entry)) left.add(key)
      }
      prune()
    },

    dismiss(key) {
      owners.dismiss(key)
      prune()
    },

    live() {
      return entries.all().flatMap((entry): LiveJob[] => {
        const { key, startedAt, job } = entry
        return job && !entry.isStopped && isUnderWay(entry) ? [{ key, startedAt, job }] : []
      })
    },

    adopt(jobs) {
      const known = new Set(entries.all().map(({ job }) => job?.id))
      const news = jobs.filter(({ key, job }) => !known.has(job.id) && !runs.has(key))
      const added: SpeechEntry[] = []
      for (const { key, startedAt, job } of news) {
        const change = { status: liveStatus(job), job, error: undefined } as const
        // A page that was opened while the request was on its way may know it as lost.
        if (entries.get(key)) entries.update(key, change)
        else added.push({ key, startedAt, ...change, request: undefined, retry: undefined, isResumed: true, isStopped: false })
      }
      entries.add(...added)
      follow(news.map(({ key }) => key))
      keep()
    },

    connect() {
      if (!hasRead) {
        hasRead = true
        // What was started before the page's effects ran is there already, and more is known of it.
        const kept = storage.read().filter(({ key }) => !entries.get(key))
        entries.add(...kept.reverse().map((job) => fromKept(job, runs.submit)))
        // A thousand are some time in writing, and what is there is true meanwhile.
        unkept = setTimeout(keepRead)
      }
      follow(entries.all().map(({ key }) => key))
      return () => {
        clearTimeout(timer)
        unfollowed = []
        if (unkept !== undefined) keepRead()
        runs.leave()
      }
    },
  }
}
