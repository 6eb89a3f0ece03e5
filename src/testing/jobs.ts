import { isoSeconds } from './answers.js'
import { charge, giveBack, type Reservation } from './credits.js'
import { extensionOf, type Speech } from './audio/synthesize.js'
import type { SimulatedJob, SimulatedVoice } from './types.js'
import { speechCents } from './wallet.js'
import type { World } from './world.js'

/** What the simulator knows of a job beside its row. */
export interface JobWork {
  /** Unix ms. */
  startedAt: number
  seconds: number
  held: Reservation & { cents: number }
  service: string
  failsWith?: string | undefined
  /** What `synthesize` made, once it has. */
  speech?: Speech | undefined
  extension: string
}

/** The share of its time that a job waits before work on it begins. */
const PENDING_SHARE = 0.15

/** Files a job and begins to make its audio. Answers how many seconds it will take. */
export function startJob(
  world: World,
  job: SimulatedJob,
  voice: SimulatedVoice,
  held: JobWork['held'],
): number {
  const { jobSeconds, jobFailure, synthesize } = world.settings
  const work: JobWork = {
    startedAt: world.now(),
    seconds: typeof jobSeconds === 'function' ? jobSeconds(job) : jobSeconds,
    held,
    service: voice.type === 'custom' ? 'voice_cloning_generation' : 'text_to_speech',
    failsWith: typeof jobFailure === 'function' ? jobFailure(job) : jobFailure,
    extension: 'wav',
  }
  world.jobs.push(job)
  world.work.set(job.id, work)
  const { inputText: text, format, speed, language, deliveryMode } = job
  const take = (speech: Speech) => {
    work.speech = speech
    work.extension = extensionOf(speech.contentType)
  }
  const giveUp = () => {
    work.failsWith = 'synthesis_failed'
  }
  try {
    void synthesize({ text, voice, format, speed, language, deliveryMode }).then(take, giveUp)
  } catch {
    giveUp()
  }
  return work.seconds
}

/** Brings every job to where the clock says that it is. */
export function settleJobs(world: World): void {
  for (const job of world.jobs) {
    const work = world.work.get(job.id)
    if (work && isRunning(job)) settleJob(world, job, work)
  }
}

function settleJob(world: World, job: SimulatedJob, work: JobWork): void {
  const total = work.seconds * 1000
  const elapsed = world.now() - work.startedAt
  if (work.failsWith !== undefined && elapsed >= total / 2) return failJob(world, job, work.failsWith)
  if (elapsed >= total && work.speech) return completeJob(world, job, work, work.speech)
  const share = total === 0 ? 1 : Math.min(1, elapsed / total)
  job.status = share < PENDING_SHARE ? 'pending' : 'processing'
  const done = Math.floor(((share - PENDING_SHARE) / (1 - PENDING_SHARE)) * 100)
  job.progress = Math.min(99, Math.max(0, done))
}

function completeJob(world: World, job: SimulatedJob, work: JobWork, speech: Speech): void {
  job.status = 'completed'
  job.progress = 100
  job.durationSeconds = Math.round(speech.durationSeconds * 100) / 100
  job.completedAt = isoSeconds(Math.max(work.startedAt, Math.min(world.now(), work.startedAt + work.seconds * 1000)))
  const row = { service: work.service, seconds: Math.ceil(speech.durationSeconds), createdAt: job.completedAt }
  if (work.held.cents > 0) {
    const { wallet } = world
    // Never more than was set aside: the account agreed to no more.
    const cents = Math.min(work.held.cents, speechCents(speech.durationSeconds))
    wallet.reservedCents -= work.held.cents
    wallet.balanceCents += work.held.cents - cents
    wallet.totalSpentCents += cents
    const minutes = Math.round((speech.durationSeconds / 60) * 100) / 100
    world.walletUsage.unshift({ service: work.service, minutes, amountCents: cents, createdAt: row.createdAt })
    return
  }
  charge(world, work.held, { ...row, metadata: { voice_id: job.voiceId, language: job.language ?? 'en' } })
}

const messages: Record<string, string> = {
  voice_unavailable: 'Voice model is not available',
  synthesis_failed: 'The audio could not be made',
}

export function failJob(world: World, job: SimulatedJob, reason: string): void {
  end(world, job, 'failed')
  job.failureReason = reason
  job.failureMessage = messages[reason] ?? 'The job failed'
}

export function cancelJob(world: World, job: SimulatedJob): void {
  end(world, job, 'cancelled')
}

function end(world: World, job: SimulatedJob, status: 'failed' | 'cancelled'): void {
  const work = world.work.get(job.id)
  if (!work || !isRunning(job)) return
  job.status = status
  job.completedAt = isoSeconds(world.now())
  giveBack(world, work.held)
  world.wallet.balanceCents += work.held.cents
  world.wallet.reservedCents -= work.held.cents
}

export const isRunning = ({ status }: SimulatedJob): boolean => status === 'pending' || status === 'processing'
