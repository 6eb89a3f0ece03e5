import { AbortedError, TimeoutError } from '../errors/index.js'
import type { Clock, RateLimitStore } from '../schedule/index.js'
import { dueAt, endAll, type Followed, inMs, isPassing, outcomeOf, tellAll, type Waiter } from './followedJob.js'
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

  /** The next to be asked for; one pass, since there may be a thousand. */
  function nextDue(): { followed: Followed; time: number } | undefined {
    let next: { followed: Followed; time: number } | undefined
    for (const followed of jobs.values()) {
      if (followed.poll) continue
      const time = dueAt(followed)
      if (next === undefined || time < next.time) next = { followed, time }
    }
    return next
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
    const now = clock.now()
    // The end of a poll looks again.
    while (underWay < MOST_POLLS) {
      const next = nextDue()
      if (!next) return
      if (next.time > now) {
        stopTimer = clock.after(next.time - now, advance)
        return
      }
      void ask(next.followed)
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
