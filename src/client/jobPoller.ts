import { AbortedError, type AudioPodError, isAudioPodError, JobFailedError, TimeoutError } from '../errors/index.js'
import type { Clock, RateLimitStore } from '../schedule/index.js'
import { fairGap, pollDelay } from './pollTimes.js'
import { isOver } from './speech.js'
import type { AudioPodClient, SpeechJob, Wait, WaitForSpeechOptions } from './types.js'
import type { Visibility } from './visibility.js'

const DEFAULT_DEADLINE = 600_000

/** Answers one after another that nobody can read before waiting ends; no answer at all is waited out. */
const MAX_UNREADABLE_POLLS = 5

/** More than these would only crowd the gate's queue, where they could not be dropped for a fresher need. */
export const MOST_POLLS = 6

/** Asks for all the jobs of a client that somebody waits for. */
export interface JobPoller {
  /**
   * Resolves with the completed job.
   *
   * @throws JobFailedError, AbortedError, TimeoutError past the deadline, and what ends all asking (401, 403, 404 …)
   */
  wait: (job: SpeechJob, options?: WaitForSpeechOptions) => Promise<SpeechJob>
}

export interface JobPollerOptions {
  get: AudioPodClient['speech']['get']
  clock: Clock
  rateLimit: Pick<RateLimitStore, 'getSnapshot'>
  visibility: Visibility
}

/** Somebody who waits for a job; the same job may have several. */
interface Waiter extends Pick<WaitForSpeechOptions, 'onProgress' | 'onWait'> {
  deadline: number
  /** Unix ms. */
  end: number
  settle: (outcome: { job: SpeechJob } | { error: unknown }) => void
}

interface Followed {
  job: SpeechJob
  waiters: Set<Waiter>
  /** Unix ms. */
  since: number
  /** How long the job should take, as the account first said, in ms. */
  estimate: number | undefined
  /** Unix ms. */
  nextPoll: number
  polls: number
  failed: number
  unreadable: number
  /** Set while a poll is under way. */
  poll?: AbortController | undefined
}

/**
 * One timer for all jobs: each is asked for when its time has come, the longest due first, a few at a time, and
 * none while nobody sees the page. What fell due meanwhile, also while the machine slept, is asked for once.
 *
 * A job that was paid for is not given up for an answer that does not come: that ends at the deadline, with the
 * job's id. The deadline is looked at after a poll, never instead of one.
 */
export function createJobPoller({ get, clock, rateLimit, visibility }: JobPollerOptions): JobPoller {
  const jobs = new Map<string, Followed>()
  let underWay = 0
  let stopTimer: (() => void) | undefined
  let stopWatching: (() => void) | undefined
  let willLook = false

  /** A thousand waits that begin or end at once are one look. */
  function lookSoon() {
    if (willLook) return
    willLook = true
    queueMicrotask(() => {
      willLook = false
      advance()
    })
  }

  function plan(followed: Followed) {
    const now = clock.now()
    const { polls, failed, since, estimate } = followed
    const gap = fairGap(rateLimit.getSnapshot(), jobs.size, now)
    followed.nextPoll = now + pollDelay({ polls, failed, elapsed: now - since, estimate }, gap)
  }

  /** A deadline is worth a last look. */
  function dueAt({ nextPoll, waiters }: Followed): number {
    return Math.min(nextPoll, ...[...waiters].map(({ end }) => end))
  }

  function advance() {
    stopTimer?.()
    stopTimer = undefined
    if (jobs.size === 0) {
      stopWatching?.()
      stopWatching = undefined
      return
    }
    stopWatching ??= visibility.onChange(advance)
    if (visibility.isHidden()) return
    const idle = [...jobs.values()].filter(({ poll }) => poll === undefined)
    const times = new Map(idle.map((followed) => [followed, dueAt(followed)]))
    const byTime = [...times].toSorted(([, a], [, b]) => a - b)
    const now = clock.now()
    for (const [followed, time] of byTime) {
      // The end of a poll looks again.
      if (underWay >= MOST_POLLS) return
      if (time > now) {
        stopTimer = clock.after(time - now, advance)
        return
      }
      void ask(followed)
    }
  }

  async function ask(followed: Followed) {
    const { id } = followed.job
    const poll = new AbortController()
    followed.poll = poll
    underWay++
    const onWait = (wait: Wait | undefined) => tellAll(followed, (waiter) => waiter.onWait?.(wait))
    try {
      const news = await get(id, { signal: poll.signal, onWait })
      if (!poll.signal.aborted) heard(followed, news)
    } catch (error) {
      if (!poll.signal.aborted) missed(followed, error)
    } finally {
      underWay--
      followed.poll = undefined
      for (const waiter of followed.waiters) {
        if (waiter.end <= clock.now()) {
          const message = `Job ${id} did not end within ${waiter.deadline} ms. It may still: ask for it again.`
          waiter.settle({ error: new TimeoutError(message, { jobId: id }) })
        }
      }
      advance()
    }
  }

  function heard(followed: Followed, news: SpeechJob) {
    // How far it was says nothing of a job that is over.
    const known = isOver(news) ? { ...followed.job, progress: undefined } : followed.job
    followed.job = { ...known, ...news, id: known.id }
    followed.estimate ??= inMs(news.estimatedSeconds)
    followed.polls++
    followed.failed = 0
    followed.unreadable = 0
    tellAll(followed, (waiter) => waiter.onProgress?.(followed.job))
    if (isOver(followed.job)) endAll(followed, outcomeOf(followed.job))
    else plan(followed)
  }

  function missed(followed: Followed, error: unknown) {
    if (!isPassing(error)) return endAll(followed, { error })
    followed.failed++
    followed.unreadable = error.code === 'invalid_response' ? followed.unreadable + 1 : 0
    if (followed.unreadable >= MAX_UNREADABLE_POLLS) return endAll(followed, { error })
    plan(followed)
    if (error.retryAt) followed.nextPoll = Math.max(followed.nextPoll, Date.parse(error.retryAt))
  }

  return {
    wait: (accepted, { onProgress, onWait, deadline = DEFAULT_DEADLINE, signal } = {}) =>
      new Promise((resolve, reject) => {
        // An account that is done at once may still leave the audio to the first poll.
        const isReady = isOver(accepted) && (accepted.status !== 'completed' || accepted.audioUrl !== undefined)
        const outcome = isReady ? outcomeOf(accepted) : signal?.aborted ? { error: new AbortedError() } : undefined
        if (outcome) return 'job' in outcome ? resolve(outcome.job) : reject(outcome.error)

        const now = clock.now()
        const known = jobs.get(accepted.id)
        const followed = known ?? {
          job: accepted,
          waiters: new Set(),
          since: now,
          estimate: inMs(accepted.estimatedSeconds),
          nextPoll: now,
          polls: 0,
          failed: 0,
          unreadable: 0,
        }
        const waiter: Waiter = {
          onProgress,
          onWait,
          deadline,
          end: now + deadline,
          settle(end) {
            if (!followed.waiters.delete(waiter)) return
            signal?.removeEventListener('abort', abort)
            if (followed.waiters.size === 0) forget(followed)
            if ('job' in end) resolve(end.job)
            else reject(end.error)
          },
        }
        const abort = () => {
          waiter.settle({ error: new AbortedError() })
          lookSoon()
        }
        signal?.addEventListener('abort', abort, { once: true })
        followed.waiters.add(waiter)
        if (!known) {
          jobs.set(accepted.id, followed)
          plan(followed)
        }
        lookSoon()
      }),
  }

  /** Nobody waits for it any more, so nobody needs the answer of a poll that has not left. */
  function forget(followed: Followed) {
    if (jobs.get(followed.job.id) === followed) jobs.delete(followed.job.id)
    followed.poll?.abort()
  }
}

/** What one listener throws ends its own wait, and nobody else's. */
function tellAll({ waiters }: Followed, tell: (waiter: Waiter) => void) {
  for (const waiter of waiters) {
    try {
      tell(waiter)
    } catch (error) {
      waiter.settle({ error })
    }
  }
}

function inMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000
}

function endAll({ waiters }: Followed, outcome: { job: SpeechJob } | { error: unknown }) {
  for (const waiter of waiters) waiter.settle(outcome)
}

function outcomeOf(job: SpeechJob): { job: SpeechJob } | { error: AudioPodError } {
  if (job.status === 'completed') return { job }
  if (job.status === 'cancelled') return { error: new AbortedError(`Job ${job.id} was cancelled.`) }
  return { error: job.error ?? new JobFailedError(`Job ${job.id} failed.`, { jobId: job.id }) }
}

/** A failure that says nothing about the job. */
function isPassing(error: unknown): error is AudioPodError {
  return (
    isAudioPodError(error) &&
    ['server_error', 'network_error', 'timeout', 'rate_limit_exceeded', 'invalid_response'].includes(error.code)
  )
}
