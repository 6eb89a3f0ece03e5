import { isOver } from '../../client/index.js'
import type { AudioPodClient, SpeechJob, WaitForSpeechOptions } from '../../client/types.js'
import { AbortedError, isAudioPodError } from '../../errors/index.js'
import { fromWire, type JobMessage, type LiveJob, toWire } from './jobMessages.js'
import { type JobOutcome, settleWith } from './jobOutcome.js'
import { createJobPolls } from './jobPolls.js'
import { createJobWatches, type Watch } from './jobWatches.js'
import { createKnownEnds } from './knownEnds.js'
import { createLeaderGuard } from './leaderGuard.js'
import { createLeadership } from './leadership.js'
import { fromLoss, toLoss } from './loss.js'
import type { Message } from './messages.js'
import type { TabPorts } from './ports.js'

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

/**
 * One tab polls for all. The lock is wanted only while this tab waits for a job, so that an idle page holds nothing
 * and sends nothing. The leader tells what it hears, and by a beat that it lives and what it polls; who misses a job
 * there tells of it again, and who misses the beat takes over. Thus no message is needed for a job not to be forgotten.
 */
export function createSharedJobs({ ports, name, wait, post: send, live, onJobs, onEnd }: SharedJobsOptions): SharedJobs {
  const { clock, isHidden } = ports
  const post = (message: JobMessage) => send(toWire(message))
  const watches = createJobWatches()
  const polls = createJobPolls(wait, tell)
  const ends = createKnownEnds()
  let isAlone = false
  let isLeaderHidden = false
  let isTelling = false
  /** Jobs that the others are to hear of; undefined: all that this tab waits for. */
  let untold: Set<string> | undefined = new Set()
  const stopWatching = ports.onVisibility(onVisibility)

  const leadership = createLeadership(ports.locks, name, {
    onGain() {
      for (const id of watches.ids()) poll(watches.first(id)?.job ?? { id, status: 'pending' })
      tellJobs()
      beat()
    },
    onLoss() {
      polls.endAll()
      awaitSign()
    },
    onBroken: goAlone,
  })
  const guard = createLeaderGuard(ports, { onSilence: leadership.steal, onSlept: ask })
  const isActing = () => isAlone || leadership.isLeading()

  /** Once for all that happens in one go: a page that resumes a thousand jobs tells of them together. */
  function tellJobs(id?: string) {
    if (isAlone) return
    if (id === undefined) untold = undefined
    else untold?.add(id)
    if (isTelling) return
    isTelling = true
    queueMicrotask(() => {
      isTelling = false
      const told = untold
      untold = new Set()
      const jobs = live().filter(({ job }) => told?.has(job.id) ?? true)
      if (jobs.length > 0) post({ type: 'jobs', jobs })
    })
  }

  function beat() {
    if (!leadership.isLeading()) return
    guard.beatLater(beat)
    post({ type: 'beat', ids: polls.ids(), isHidden: isHidden() })
  }

  function awaitSign() {
    guard.stop()
    if (!isActing() && !watches.isEmpty()) guard.watch()
  }

  function ask() {
    tellJobs()
    awaitSign()
  }

  /** The same of one job; many that come in one go wait for one sign. */
  function askFor({ id }: SpeechJob) {
    if (!isTelling) queueMicrotask(awaitSign)
    tellJobs(id)
  }

  function poll(job: SpeechJob) {
    polls.begin(job, watches.first(job.id)?.deadline)
  }

  function tell(id: string, outcome: JobOutcome) {
    if (!isAudioPodError(outcome)) {
      const at = clock.now()
      post({ type: 'news', job: outcome, at })
      return take(outcome, at)
    }
    post({ type: 'lost', id, loss: toLoss(outcome) })
    watches.settle(id, outcome)
  }

  function take(job: SpeechJob, at: number) {
    if (!isOver(job)) return watches.progress(job)
    if (!ends.get(job.id)) onEnd(at)
    ends.add(job)
    polls.end(job.id)
    watches.settle(job.id, job)
  }

  function remove(watch: Watch) {
    if (!watches.remove(watch)) return
    // Alone, nobody else can want it. Else the poll goes on for others, until they have another leader.
    if (isAlone) polls.end(watch.job.id)
    if (!watches.isEmpty()) return
    guard.stop()
    polls.endAll()
    leadership.leave()
  }

  function goAlone() {
    isAlone = true
    guard.stop()
    leadership.leave()
    for (const id of watches.ids()) poll(watches.first(id)?.job ?? { id, status: 'pending' })
  }

  /** The leader does; the others hear what it polls. */
  function seeTo({ job }: LiveJob) {
    const end = ends.get(job.id)
    if (end) post({ type: 'news', job: end, at: clock.now() })
    else poll(job)
  }

  function onVisibility() {
    if (isAlone || watches.isEmpty()) return
    if (leadership.isLeading()) beat()
    else if (isLeaderHidden && !isHidden()) leadership.steal()
    else ask()
  }

  return {
    isLeading: isActing,

    follow(job, options) {
      return new Promise((resolve, reject) => {
        const { signal } = options
        if (signal?.aborted) return reject(new AbortedError())
        const settle = (outcome: JobOutcome) => {
          signal?.removeEventListener('abort', abort)
          remove(watch)
          settleWith(outcome, resolve, reject)
        }
        const abort = () => settle(new AbortedError())
        const watch: Watch = { ...options, job, settle }
        signal?.addEventListener('abort', abort)
        watches.add(watch)
        const end = ends.get(job.id)
        if (end) return watch.settle(end)
        if (isActing()) return poll(job)
        leadership.join()
        askFor(job)
      })
    },

    receive(data) {
      const message = fromWire(data)
      switch (message?.type) {
        case 'hello':
          if (leadership.isLeading()) tellJobs()
          break
        case 'jobs':
          if (leadership.isLeading()) message.jobs.forEach(seeTo)
          onJobs(message.jobs.filter(({ job }) => !ends.get(job.id)))
          beat()
          break
        case 'beat':
          isLeaderHidden = message.isHidden
          if (leadership.isLeading() || watches.isEmpty()) break
          if (isLeaderHidden && !isHidden()) leadership.steal()
          else awaitSign()
          if (watches.ids().some((id) => !message.ids.includes(id))) tellJobs()
          break
        case 'news':
          take(message.job, message.at)
          break
        case 'lost':
          watches.settle(message.id, fromLoss(message.loss, 'speech.get', message.id))
          break
        case undefined:
      }
    },

    close() {
      stopWatching()
      goAlone()
    },
  }
}
