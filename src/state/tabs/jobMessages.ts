import { IDEMPOTENCY_KEY_PATTERN, operations } from '../../api/index.js'
import { toSpeechJob } from '../../client/index.js'
import type { SpeechJob } from '../../client/types.js'
import { type Loss, readLoss } from './loss.js'
import { isRecord, isText, isTime, type Message } from './messages.js'

/** A job that somebody started, with what its entry needs in another tab. */
export interface LiveJob {
  key: string
  /** ISO 8601. */
  startedAt: string
  job: SpeechJob
}

/** What tabs tell each other of jobs; times are Unix ms. */
export type JobMessage =
  /** A tab has opened: what is under way? */
  | { type: 'hello' }
  /** Jobs that somebody waits for; the leader sees to them. */
  | { type: 'jobs'; jobs: LiveJob[] }
  /** The leader lives, and polls these. */
  | { type: 'beat'; ids: string[]; isHidden: boolean }
  | { type: 'news'; job: SpeechJob; at: number }
  /** Why the leader gave a job up. */
  | { type: 'lost'; id: string; loss: Loss }

/** The message as it travels. Errors are no plain data: what is in a failed job's is sent as the account said it. */
export function toWire(message: JobMessage): Message {
  if (message.type === 'news') return { ...message, job: plainJob(message.job) }
  if (message.type === 'jobs') return { ...message, jobs: message.jobs.map((live) => ({ ...live, job: plainJob(live.job) })) }
  return message
}

function plainJob({ error, ...job }: SpeechJob): object {
  const words = error?.message.split(': ').slice(1).join(': ')
  return {
    ...job,
    duration: job.durationSeconds,
    estimated_duration: job.estimatedSeconds,
    failureReason: error?.reason,
    ...(words && { error: words }),
  }
}

/** What a sibling said; undefined for what is not about jobs, or makes no sense. */
export function fromWire({ type, at, id, ids, isHidden, jobs, job, loss }: Message): JobMessage | undefined {
  try {
    switch (type) {
      case 'hello':
        return { type }
      case 'jobs':
        return Array.isArray(jobs) ? { type, jobs: jobs.map(readLive) } : undefined
      case 'beat':
        return Array.isArray(ids) ? { type, ids: ids.filter(isText), isHidden: isHidden === true } : undefined
      case 'news':
        return isTime(at) ? { type, job: readJob(job), at } : undefined
      case 'lost':
        return isText(id) && isRecord(loss) ? { type, id, loss: readLoss(loss) } : undefined
      default:
        return undefined
    }
  } catch {
    return undefined
  }
}

/** Read as an answer of the account would be: a sibling is believed no more than that. */
function readJob(job: unknown): SpeechJob {
  if (!isRecord(job) || !isText(job['id'])) throw new TypeError()
  return toSpeechJob(operations['speech.get'].decode(job, { now: Date.now(), input: {} }))
}

function readLive(live: unknown): LiveJob {
  if (!isRecord(live)) throw new TypeError()
  const { key, startedAt, job } = live
  if (!isText(key) || !IDEMPOTENCY_KEY_PATTERN.test(key) || !isText(startedAt) || Number.isNaN(Date.parse(startedAt))) {
    throw new TypeError()
  }
  return { key, startedAt, job: readJob(job) }
}
