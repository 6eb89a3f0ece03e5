import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SpeechRequest } from '../api/index.js'
import { type AudioPodClient, isOver, randomId, type SpeechJob, type Wait } from '../client/index.js'
import { AbortedError, type AudioPodError, InvalidResponseError, isAudioPodError, UnknownOutcomeError } from '../errors/index.js'
import type { JobStorage, KeptJob } from './jobStorage.js'
import type { Follow, LiveJob } from './tabs/index.js'
import type { SpeechEntry, SpeechState } from './types.js'

export interface SpeechJobsOptions {
  client: AudioPodClient
  storage: JobStorage
  /** Waits for a job. @default client.speech.wait */
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

/** No `useId` gives this. */
const DISMISSED = ''

/** Entries that are over and shown by no view: more than these leave memory. */
const MOST_OVER = 50

export function createSpeechJobs({ client, storage, follow: wait = client.speech.wait, onSettled }: SpeechJobsOptions): SpeechJobs {
  const store = createStore<SpeechState>(() => ({ entries: {}, keys: [] }))
  const controllers = new Map<string, AbortController>()
  const owners = new Map<string, string>()
  /** What these asked for was sent once already, and not answered. */
  const doubtful = new Set<string>()
  let hasRead = false
  let willKeep = false
  /** Nobody has anything to claim: known, so that a tick of one job is not a look at all jobs by every idle view. */
  let isBarren = false

  const entryOf = (key: string) => store.getState().entries[key]

  /** The last is the newest. Together, since each change is one look for every hook on the page. */
  function add(...added: SpeechEntry[]) {
    if (added.length === 0) return
    isBarren = false
    const all = Object.fromEntries(added.map((entry) => [entry.key, entry]))
    const newest = added.map(({ key }) => key).reverse()
    store.setState(({ entries, keys }) => ({ entries: { ...entries, ...all }, keys: [...newest, ...keys] }))
  }

  function update(key: string, change: Partial<SpeechEntry>) {
    const entry = entryOf(key)
    if (!entry) return
    // An answer that says nothing new is nobody's reason to render.
    const job = isSame(entry.job, change.job) ? entry.job : change.job
    const next = { ...entry, ...change, ...('job' in change && { job }) }
    if (isShallowEqual(entry, next)) return
    if (isShownToNewcomers(next) && !isShownToNewcomers(entry)) isBarren = false
    store.setState(({ entries }) => ({ entries: { ...entries, [key]: next } }))
  }

  function keep() {
    const { entries, keys } = store.getState()
    storage.write(
      keys.flatMap((key): KeptJob[] => {
        const entry = entries[key]
        if (!entry || !isWorthKeeping(entry)) return []
        const { job, startedAt, isStopped } = entry
        const request = isStopped || (job && isOver(job)) ? undefined : entry.request
        const isHeld = (entry.status === 'waiting' && !doubtful.has(key)) || undefined
        return [{ key, id: job?.id, startedAt, status: job?.status ?? 'pending', isStopped, isHeld, request }]
      }),
    )
  }

  /** A thousand that are held back at once are written once. */
  function keepSoon() {
    if (willKeep) return
    willKeep = true
    queueMicrotask(() => {
      willKeep = false
      keep()
    })
  }

  /** Lets go of what nobody shows and nothing is to be expected of, so that a page may live for days. */
  function prune() {
    const { entries, keys } = store.getState()
    let over = 0
    const stays = (key: string) => {
      const entry = entries[key]
      const isShown = (owners.get(key) ?? DISMISSED) !== DISMISSED
      // A request that was stopped in mid-flight may still bring a job that was paid for.
      return entry && (isUnderWay(entry) || isShown || controllers.has(key) || ++over <= MOST_OVER)
    }
    const gone = new Set(keys.filter((key) => !stays(key)))
    if (gone.size === 0) return
    for (const key of gone) {
      owners.delete(key)
      doubtful.delete(key)
    }
    store.setState({
      keys: keys.filter((key) => !gone.has(key)),
      entries: Object.fromEntries(Object.entries(entries).filter(([key]) => !gone.has(key))),
    })
  }

  function settle(key: string, change: Partial<SpeechEntry>) {
    controllers.delete(key)
    const isDone = change.status === 'completed' || change.status === 'cancelled'
    update(key, { retry: undefined, ...(isDone && { request: undefined }), ...change })
    const entry = entryOf(key)
    prune()
    keep()
    if (entry) onSettled?.(entry)
  }

  function fail(key: string, error: AudioPodError, request?: SpeechRequest) {
    if (error.code === 'aborted') return settle(key, { status: 'cancelled', error: undefined })
    if (error.code === 'unknown_outcome' && request) {
      const { message, status, requestId } = error
      const retry = async () => submit(key, request)
      const again = new UnknownOutcomeError(message, { status, requestId, operation: 'speech.create', retry })
      return settle(key, { status: 'unknown', error: again })
    }
    // An answer of 2xx that nobody can read may well be an accepted job.
    const isUnknown = error.code === 'unknown_outcome' || (error.code === 'invalid_response' && !entryOf(key)?.job)
    settle(key, { status: isUnknown ? 'unknown' : 'failed', error })
  }

  async function submit(key: string, request: SpeechRequest): Promise<SpeechJob | undefined> {
    const controller = new AbortController()
    controllers.set(key, controller)
    if (entryOf(key)?.status === 'unknown') doubtful.add(key)
    update(key, { status: 'submitting', error: undefined, retry: undefined, isStopped: false })
    keep()
    try {
      const job = await client.speech.create(request, {
        idempotencyKey: key,
        signal: controller.signal,
        onWait: (wait) => {
          if (entryOf(key)?.isStopped) return
          update(key, waiting(wait))
          if (wait) return keepSoon()
          // Before it leaves: what is kept must not say of a request under way that nothing was accepted.
          keep()
        },
      })
      const isStopped = entryOf(key)?.isStopped === true
      update(key, isStopped ? { job } : { job, status: live(job), retry: undefined })
      keep()
      if (isStopped) {
        settle(key, {})
        return undefined
      }
      return await follow(key, job)
    } catch (error) {
      if (entryOf(key)?.isStopped) settle(key, {})
      else fail(key, typed(error), request)
      return undefined
    }
  }

  async function follow(key: string, job: SpeechJob): Promise<SpeechJob | undefined> {
    const controller = new AbortController()
    controllers.set(key, controller)
    try {
      const done = await wait(job, {
        signal: controller.signal,
        onProgress: (news) => {
          if (!controller.signal.aborted && !isOver(news)) update(key, { job: news, status: live(news) })
        },
      })
      settle(key, { job: done, status: 'completed' })
      return done
    } catch (thrown) {
      const error = typed(thrown)
      // A page that goes away, or a person who stops waiting, ends the following and not the job.
      if (controller.signal.aborted) {
        if (controllers.get(key) === controller) controllers.delete(key)
        return undefined
      }
      const last = entryOf(key)?.job
      const end = endOf(error)
      if (last && end) update(key, { job: { ...last, ...end, progress: undefined } })
      fail(key, error)
      return undefined
    }
  }

  return {
    store,

    start(request, owner) {
      const key = randomId()
      for (const [former, holder] of owners) if (holder === owner) owners.set(former, DISMISSED)
      owners.set(key, owner)
      add({
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
      return { key, done: submit(key, request) }
    },

    stop(key) {
      const entry = entryOf(key)
      if (!entry || !isUnderWay(entry)) return
      update(key, { isStopped: true, status: 'cancelled', retry: undefined })
      // A request that has left is not torn down: its answer may be a job that was paid for.
      if (entry.status !== 'submitting') controllers.get(key)?.abort()
      keep()
    },

    async refresh(key) {
      const job = entryOf(key)?.job
      if (!job) return
      const news = { ...(await client.speech.get(job.id)), id: job.id }
      const entry = entryOf(key)
      if (!entry) return
      const change = { job: { ...job, ...news } }
      const isOpen = !entry.isStopped && !controllers.has(key) && !(entry.job && isOver(entry.job))
      if (!isOpen) return update(key, change)
      if (news.status === 'failed') settle(key, { ...change, status: 'failed', error: news.error })
      else if (isOver(news)) settle(key, { ...change, status: news.status, error: undefined })
      else {
        update(key, { ...change, status: live(news), error: undefined })
        void follow(key, change.job)
      }
    },

    claim(owner) {
      if (isBarren) return undefined
      const { entries, keys } = store.getState()
      const free = keys.find((key) => {
        const entry = entries[key]
        const holder = owners.get(key)
        return entry && isShownToNewcomers(entry) && (holder === undefined || holder === owner)
      })
      if (free === undefined) isBarren = true
      else owners.set(free, owner)
      return free
    },

    release(owner) {
      isBarren = false
      for (const [key, holder] of owners) if (holder === owner) owners.delete(key)
      prune()
    },

    dismiss(key) {
      owners.set(key, DISMISSED)
      prune()
    },

    live() {
      const { entries, keys } = store.getState()
      return keys.flatMap((key): LiveJob[] => {
        const entry = entries[key]
        if (!entry?.job || entry.isStopped || !isUnderWay(entry)) return []
        return [{ key, startedAt: entry.startedAt, job: entry.job }]
      })
    },

    adopt(jobs) {
      const known = new Set(Object.values(store.getState().entries).map((entry) => entry.job?.id))
      const news = jobs.filter(({ key, job }) => !known.has(job.id) && !controllers.has(key))
      const added: SpeechEntry[] = []
      for (const { key, startedAt, job } of news) {
        const change = { status: live(job), job, error: undefined } as const
        // A page that was opened while the request was on its way may know it as lost.
        if (entryOf(key)) update(key, change)
        else added.push({ key, startedAt, ...change, request: undefined, retry: undefined, isResumed: true, isStopped: false })
      }
      add(...added)
      for (const { key, job } of news) void follow(key, job)
      keep()
    },

    connect() {
      if (!hasRead) {
        hasRead = true
        add(...storage.read().reverse().map((kept) => entryFrom(kept, submit)))
        keep()
      }
      for (const entry of Object.values(store.getState().entries)) {
        if (entry.job && isUnderWay(entry) && !controllers.has(entry.key)) void follow(entry.key, entry.job)
      }
      return () => {
        for (const [key, controller] of controllers) {
          // A creation on its way is left alone: its answer is worth money.
          if (entryOf(key)?.job === undefined) continue
          controller.abort()
          controllers.delete(key)
        }
      }
    },
  }
}

function isShallowEqual(a: SpeechEntry, b: SpeechEntry): boolean {
  const names = Object.keys(b) as (keyof SpeechEntry)[]
  return names.every((name) => Object.is(a[name], b[name]))
}

/** Each answer is decoded anew. */
function isSame(a: SpeechJob | undefined, b: SpeechJob | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.error === b.error && JSON.stringify(a) === JSON.stringify(b))
}

/** What a failed wait tells of the job itself: nothing, where it was only given up. */
function endOf(error: AudioPodError): Pick<SpeechJob, 'status' | 'error'> | undefined {
  if (error.code === 'job_failed') return { status: 'failed', error }
  return error.code === 'aborted' ? { status: 'cancelled' } : undefined
}

function isUnderWay({ status }: SpeechEntry): boolean {
  return status === 'submitting' || status === 'waiting' || status === 'pending' || status === 'processing'
}

function isShownToNewcomers(entry: SpeechEntry): boolean {
  const isLost = entry.isResumed && (entry.status === 'unknown' || entry.error?.code === 'aborted')
  return !entry.isStopped && (isUnderWay(entry) || isLost)
}

function isWorthKeeping(entry: SpeechEntry): boolean {
  return entry.job !== undefined || isUnderWay(entry) || entry.status === 'unknown'
}

function live({ status }: SpeechJob): 'pending' | 'processing' {
  return status === 'processing' ? 'processing' : 'pending'
}

function waiting(wait: Wait | undefined): Partial<SpeechEntry> {
  if (!wait) return { status: 'submitting', error: undefined, retry: undefined }
  const { attempt, retryAt, now, error } = wait
  return { status: 'waiting', error, retry: retryAt === undefined ? undefined : { attempt, retryAt, now } }
}

function entryFrom(
  { key, id, startedAt, status, isStopped, isHeld, request }: KeptJob,
  submit: (key: string, request: SpeechRequest) => Promise<unknown>,
): SpeechEntry {
  const shared = { key, startedAt, isStopped, request, isResumed: true, retry: undefined }
  if (id === undefined && isHeld) {
    const error = new AbortedError('The page was left while the request waited for its turn: nothing was accepted, and nothing is charged.')
    return { ...shared, status: 'cancelled', job: undefined, error }
  }
  if (id === undefined) {
    const error = new UnknownOutcomeError('The page was left before the answer came: the job may have been started.', {
      operation: 'speech.create',
      retry: request && (() => submit(key, request)),
    })
    return { ...shared, status: 'unknown', job: undefined, error }
  }
  return { ...shared, status: isStopped ? 'cancelled' : status, job: { id, status }, error: undefined }
}

function typed(error: unknown): AudioPodError {
  return isAudioPodError(error) ? error : new InvalidResponseError('Something unexpected was thrown.')
}
