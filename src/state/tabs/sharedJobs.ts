import { speechGet } from '../../api/index.js'
import { isOver } from '../../client/index.js'
import type { AudioPodClient, SpeechJob, WaitForSpeechOptions } from '../../client/types.js'
import {
  AbortedError,
  type AudioPodError,
  errorFromAnswer,
  InvalidResponseError,
  isAudioPodError,
  JobFailedError,
  TimeoutError,
} from '../../errors/index.js'
import { fromWire, type JobMessage, type LiveJob, type Loss, toWire } from './jobMessages.js'
import { createLeadership } from './leadership.js'
import type { Message } from './messages.js'
import type { TabPorts } from './ports.js'

const BEAT_MS = 1000

/** A leader that is silent for this long is asleep, or stuck. */
const SILENCE_MS = 4000

/** Ends that are remembered for tabs that missed them. */
const MOST_ENDS = 200

/** Waits for a job as `client.speech.wait` does. */
export type Follow = (job: SpeechJob, options: WaitForSpeechOptions) => Promise<SpeechJob>

export interface SharedJobsOptions {
  ports: TabPorts
  name: string
  wait: AudioPodClient['speech']['wait']
  post: (message: Message) => void
  /** What this tab waits for. */
  live: () => LiveJob[]
  /** Told of jobs that others started. */
  onJobs: (jobs: LiveJob[]) => void
  /** Told when the account said that a job is over: balances from before are no longer true. */
  onEnd: (at: number) => void
}

export interface SharedJobs {
  follow: Follow
  receive: (data: Message) => void
  isLeading: () => boolean
  /** Each for itself, from now on: there is nobody to be heard. */
  close: () => void
}

interface Watch extends WaitForSpeechOptions {
  job: SpeechJob
  settle: (outcome: SpeechJob | AudioPodError) => void
}

/**
 * One tab polls for all. The lock is wanted only while this tab waits for a job, so that an idle page holds nothing
 * and sends nothing. The leader tells what it hears, and by a beat that it lives and what it polls; who misses a job
 * there tells of it again, and who misses the beat takes over. Thus no message is needed for a job not to be forgotten.
 */
export function createSharedJobs({ ports, name, wait, post: send, live, onJobs, onEnd }: SharedJobsOptions): SharedJobs {
  const { clock } = ports
  const post = (message: JobMessage) => send(toWire(message))
  const watches = new Map<string, Set<Watch>>()
  const polls = new Map<string, AbortController>()
  const ends = new Map<string, SpeechJob>()
  let isAlone = false
  let isLeaderHidden = false
  let isTelling = false
  let stopTimer = () => {}
  const stopWatching = ports.onVisibility(onVisibility)

  const leadership = createLeadership(ports.locks, name, {
    onGain() {
      for (const [id, [watch]] of watches) poll(watch?.job ?? { id, status: 'pending' })
      tellJobs()
      beat()
    },
    onLoss() {
      stopPolls()
      guard()
    },
    onBroken: goAlone,
  })
  const isActing = () => isAlone || leadership.isLeading()

  function stopPolls() {
    for (const controller of polls.values()) controller.abort()
    polls.clear()
  }

  /** Once for all that happens in one go: a page that resumes a thousand jobs tells of them together. */
  function tellJobs() {
    if (isTelling || isAlone) return
    isTelling = true
    queueMicrotask(() => {
      isTelling = false
      const jobs = live()
      if (jobs.length > 0) post({ type: 'jobs', jobs })
    })
  }

  function beat() {
    if (!leadership.isLeading()) return
    stopTimer()
    post({ type: 'beat', ids: [...polls.keys()], isHidden: ports.isHidden() })
    stopTimer = clock.after(BEAT_MS, beat)
  }

  /** Waits for a sign of the leader's. A hidden page leaves that to those that are seen: nobody polls for it anyway. */
  function guard() {
    stopTimer()
    if (isActing() || watches.size === 0 || ports.isHidden()) return
    const due = clock.now() + SILENCE_MS
    stopTimer = clock.after(SILENCE_MS, () => {
      // It was this one that slept: the beats are still on their way.
      if (clock.now() - due > BEAT_MS) ask()
      else leadership.steal()
    })
  }

  function ask() {
    tellJobs()
    guard()
  }

  function poll(job: SpeechJob) {
    const { id } = job
    if (polls.has(id)) return
    const controller = new AbortController()
    polls.set(id, controller)
    const { signal } = controller
    let last = job
    const end = (outcome: SpeechJob | AudioPodError) => {
      if (signal.aborted) return
      polls.delete(id)
      tell(id, outcome)
    }
    const [watch] = watches.get(id) ?? []
    wait(job, {
      signal,
      deadline: watch?.deadline,
      onProgress(news) {
        last = news
        if (!signal.aborted && !isOver(news)) tell(id, news)
      },
    }).then(end, (thrown: unknown) => {
      const error = isAudioPodError(thrown) ? thrown : new InvalidResponseError('Something unexpected was thrown.')
      if (error.code === 'job_failed') end({ ...last, status: 'failed', error })
      else if (error.code === 'aborted') end({ ...last, status: 'cancelled' })
      else end(error)
    })
  }

  function tell(id: string, outcome: SpeechJob | AudioPodError) {
    if (!isAudioPodError(outcome)) {
      const at = clock.now()
      post({ type: 'news', job: outcome, at })
      return take(outcome, at)
    }
    const { code, message, status } = outcome
    post({ type: 'lost', id, loss: { code, message, status } })
    settle(id, outcome)
  }

  function take(job: SpeechJob, at: number) {
    if (!isOver(job)) {
      for (const watch of watches.get(job.id) ?? []) watch.onProgress?.(job)
      return
    }
    if (!ends.has(job.id)) onEnd(at)
    ends.set(job.id, job)
    const [oldest] = ends.keys()
    if (ends.size > MOST_ENDS && oldest !== undefined) ends.delete(oldest)
    polls.get(job.id)?.abort()
    polls.delete(job.id)
    settle(job.id, job)
  }

  function settle(id: string, outcome: SpeechJob | AudioPodError) {
    for (const watch of [...(watches.get(id) ?? [])]) watch.settle(outcome)
  }

  function remove(watch: Watch) {
    const { id } = watch.job
    const others = watches.get(id)
    others?.delete(watch)
    if (others?.size !== 0) return
    watches.delete(id)
    // Alone, nobody else can want it. Else the poll goes on for others, until they have another leader.
    if (isAlone) {
      polls.get(id)?.abort()
      polls.delete(id)
    }
    if (watches.size > 0) return
    stopTimer()
    stopPolls()
    leadership.leave()
  }

  function goAlone() {
    isAlone = true
    stopTimer()
    leadership.leave()
    for (const [watch] of watches.values()) if (watch) poll(watch.job)
  }

  return {
    isLeading: isActing,

    follow(job, options) {
      return new Promise((resolve, reject) => {
        const { signal } = options
        if (signal?.aborted) return reject(new AbortedError())
        const done = (act: () => void) => {
          signal?.removeEventListener('abort', abort)
          remove(watch)
          act()
        }
        const abort = () => done(() => reject(new AbortedError()))
        const watch: Watch = {
          ...options,
          job,
          settle: (outcome) => done(() => finish(outcome, resolve, reject)),
        }
        signal?.addEventListener('abort', abort)
        watches.set(job.id, (watches.get(job.id) ?? new Set()).add(watch))
        const end = ends.get(job.id)
        if (end) return watch.settle(end)
        if (isActing()) return poll(job)
        leadership.join()
        ask()
      })
    },

    receive(data) {
      const message = fromWire(data)
      switch (message?.type) {
        case 'hello':
          if (leadership.isLeading()) tellJobs()
          break
        case 'jobs':
          for (const { job } of message.jobs) {
            const end = ends.get(job.id)
            if (!leadership.isLeading()) continue
            if (end) post({ type: 'news', job: end, at: clock.now() })
            else poll(job)
          }
          onJobs(message.jobs.filter(({ job }) => !ends.has(job.id)))
          beat()
          break
        case 'beat':
          isLeaderHidden = message.isHidden
          if (leadership.isLeading() || watches.size === 0) break
          if (isLeaderHidden && !ports.isHidden()) leadership.steal()
          else guard()
          if ([...watches.keys()].some((id) => !message.ids.includes(id))) tellJobs()
          break
        case 'news':
          take(message.job, message.at)
          break
        case 'lost':
          settle(message.id, errorFrom(message.id, message.loss))
          break
        case undefined:
      }
    },

    close() {
      stopWatching()
      goAlone()
    },
  }

  function onVisibility() {
    if (isAlone || watches.size === 0) return
    if (leadership.isLeading()) beat()
    else if (isLeaderHidden && !ports.isHidden()) leadership.steal()
    else ask()
  }
}

function finish(
  outcome: SpeechJob | AudioPodError,
  resolve: (job: SpeechJob) => void,
  reject: (error: AudioPodError) => void,
): void {
  if (isAudioPodError(outcome)) return reject(outcome)
  if (outcome.status === 'completed') return resolve(outcome)
  if (outcome.status === 'cancelled') return reject(new AbortedError(`Job ${outcome.id} was cancelled.`))
  reject(outcome.error ?? new JobFailedError(`Job ${outcome.id} failed.`, { jobId: outcome.id }))
}

function errorFrom(jobId: string, { code, message, status }: Loss): AudioPodError {
  if (code === 'timeout') return new TimeoutError(message, { jobId })
  if (status === undefined) return new InvalidResponseError(message)
  return errorFromAnswer({ operation: speechGet, status, body: { error: { code, message } }, fromProxy: false })
}
