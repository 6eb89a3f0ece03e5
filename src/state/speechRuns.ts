import type { SpeechRequest } from '../api/index.js'
import { type AudioPodClient, isOver, type SpeechJob } from '../client/index.js'
import { type AudioPodError, InvalidResponseError, isAudioPodError, UnknownOutcomeError } from '../errors/index.js'
import type { SpeechEntries } from './speechEntries.js'
import { endOf, liveStatus, waiting } from './speechEntry.js'
import type { Follow } from './tabs/index.js'
import type { SpeechEntry } from './types.js'

export interface SpeechRunsOptions {
  speech: Pick<AudioPodClient['speech'], 'create'>
  entries: SpeechEntries
  /** Waits for a job. */
  wait: Follow
  /** Told of what a reload would have to know. */
  onKeep: () => void
  /** The same, where a thousand may come at once. */
  onKeepSoon: () => void
  /** Told when an entry has ended, well or badly, and before it may leave memory. */
  onSettled: (key: string) => void
}

/** What goes on for entries: a creation on its way, or the following of a job. */
export interface SpeechRuns {
  has: (key: string) => boolean
  /** Whether what an entry asks for was sent before, and not answered. */
  wasSent: (key: string) => boolean
  /** Sends the request under its entry's key; resolves with the finished job, or with undefined. */
  submit: (key: string, request: SpeechRequest) => Promise<SpeechJob | undefined>
  /** Waits for a job that was accepted. */
  follow: (key: string, job: SpeechJob) => Promise<SpeechJob | undefined>
  settle: (key: string, change: Partial<SpeechEntry>) => void
  abort: (key: string) => void
  /** The entry is gone. */
  forget: (key: string) => void
  /** Ends all following; a creation on its way is left alone: its answer is worth money. */
  leave: () => void
}

export function createSpeechRuns({ speech, entries, wait, onKeep, onKeepSoon, onSettled }: SpeechRunsOptions): SpeechRuns {
  const controllers = new Map<string, AbortController>()
  const doubtful = new Set<string>()
  const isStopped = (key: string) => entries.get(key)?.isStopped === true

  function begin(key: string): AbortController {
    const controller = new AbortController()
    controllers.set(key, controller)
    return controller
  }

  function settle(key: string, change: Partial<SpeechEntry>) {
    controllers.delete(key)
    const isDone = change.status === 'completed' || change.status === 'cancelled'
    entries.update(key, { retry: undefined, ...(isDone && { request: undefined }), ...change })
    onSettled(key)
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
    const isUnknown = error.code === 'unknown_outcome' || (error.code === 'invalid_response' && !entries.get(key)?.job)
    settle(key, { status: isUnknown ? 'unknown' : 'failed', error })
  }

  async function submit(key: string, request: SpeechRequest): Promise<SpeechJob | undefined> {
    const { signal } = begin(key)
    if (entries.get(key)?.status === 'unknown') doubtful.add(key)
    entries.update(key, { status: 'submitting', error: undefined, retry: undefined, isStopped: false })
    onKeep()
    try {
      const job = await speech.create(request, {
        idempotencyKey: key,
        signal,
        onWait: (news) => {
          if (isStopped(key)) return
          entries.update(key, waiting(news))
          if (news) return onKeepSoon()
          // Before it leaves: what is kept must not say of a request under way that nothing was accepted.
          onKeep()
        },
      })
      entries.update(key, isStopped(key) ? { job } : { job, status: liveStatus(job), retry: undefined })
      onKeep()
      if (!isStopped(key)) return await follow(key, job)
      settle(key, {})
    } catch (error) {
      if (isStopped(key)) settle(key, {})
      else fail(key, typed(error), request)
    }
    return undefined
  }

  async function follow(key: string, job: SpeechJob): Promise<SpeechJob | undefined> {
    const controller = begin(key)
    const { signal } = controller
    try {
      const done = await wait(job, {
        signal,
        onProgress: (news) => {
          if (!signal.aborted && !isOver(news)) entries.update(key, { job: news, status: liveStatus(news) })
        },
      })
      settle(key, { job: done, status: 'completed' })
      return done
    } catch (thrown) {
      const error = typed(thrown)
      // A page that goes away, or a person who stops waiting, ends the following and not the job.
      if (signal.aborted) {
        if (controllers.get(key) === controller) controllers.delete(key)
        return undefined
      }
      const last = entries.get(key)?.job
      const end = endOf(error)
      if (last && end) entries.update(key, { job: { ...last, ...end, progress: undefined } })
      fail(key, error)
      return undefined
    }
  }

  return {
    has: (key) => controllers.has(key),
    wasSent: (key) => doubtful.has(key),
    forget: (key) => void doubtful.delete(key),
    submit,
    follow,
    settle,
    abort: (key) => controllers.get(key)?.abort(),
    leave() {
      for (const [key, controller] of controllers) {
        if (entries.get(key)?.job === undefined) continue
        controller.abort()
        controllers.delete(key)
      }
    },
  }
}

function typed(error: unknown): AudioPodError {
  return isAudioPodError(error) ? error : new InvalidResponseError('Something unexpected was thrown.')
}
