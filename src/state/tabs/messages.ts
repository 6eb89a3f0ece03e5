import { hasAudioPodSecret, IDEMPOTENCY_KEY_PATTERN, type OperationName, operations } from '../../api/index.js'
import { toSpeechJob } from '../../client/index.js'
import type { SpeechJob } from '../../client/types.js'
import type { SharedRate } from '../../schedule/index.js'
import { VERSION } from './groupName.js'

/** A job that somebody started, with what its entry needs in another tab. */
export interface LiveJob {
  key: string
  /** ISO 8601. */
  startedAt: string
  job: SpeechJob
}

/** Why the leader gave a job up, as plain data. */
export interface Loss {
  code: string
  message: string
  status?: number | undefined
}

/** What tabs tell each other; times are Unix ms. */
export type TabMessage =
  /** A tab has opened: what is under way? */
  | { type: 'hello' }
  /** Jobs that somebody waits for; the leader sees to them. */
  | { type: 'jobs'; jobs: LiveJob[] }
  /** The leader lives, and polls these. */
  | { type: 'beat'; ids: string[]; isHidden: boolean }
  | { type: 'news'; job: SpeechJob; at: number }
  | { type: 'lost'; id: string; loss: Loss }
  /** Who has an answer that left after this? */
  | { type: 'ask'; name: string; since: number }
  | { type: 'answer'; name: string; value: unknown; sentAt: number }
  | { type: 'rate'; rate: SharedRate }

/** The message as it travels. Errors are no plain data: what is in a failed job's is sent as the account said it. */
export function toWire(message: TabMessage): unknown {
  const envelope = { ...message, v: VERSION }
  if (message.type === 'news') return { ...envelope, job: plainJob(message.job) }
  if (message.type === 'jobs') return { ...envelope, jobs: message.jobs.map((live) => ({ ...live, job: plainJob(live.job) })) }
  return envelope
}

function plainJob({ error, ...job }: SpeechJob): object {
  const { durationSeconds, estimatedSeconds } = job
  const words = error?.message.split(': ').slice(1).join(': ')
  return {
    ...job,
    duration: durationSeconds,
    estimated_duration: estimatedSeconds,
    failureReason: error?.reason,
    ...(words && { error: words }),
  }
}

/** A message of a sibling, which may be of another version or no sibling at all; undefined for what makes no sense. */
export function fromWire(data: unknown): TabMessage | undefined {
  if (!isRecord(data) || data['v'] !== VERSION) return undefined
  const { type, at, id, ids, isHidden, jobs, job, loss, name, since, sentAt, value, rate } = data
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
      case 'ask':
        return isText(name) && isTime(since) ? { type, name, since } : undefined
      case 'answer':
        return isText(name) && isTime(sentAt) && isAnswer(name, value) ? { type, name, value, sentAt } : undefined
      case 'rate':
        return isRecord(rate) ? { type, rate: readRate(rate) } : undefined
      default:
        return undefined
    }
  } catch {
    return undefined
  }
}

/** Whether a value may be an answer to the operation at the head of the name: of a read, plain, and without a key. */
export function isAnswer(name: string, value: unknown): boolean {
  const operation = name.split(' ', 1)[0] as OperationName
  if (!Object.hasOwn(operations, operation) || operations[operation].effect !== 'read') return false
  try {
    const decoded = operations[operation].decode(value, { now: Date.now(), input: {} })
    return Array.isArray(decoded) === Array.isArray(value) && !hasAudioPodSecret(JSON.stringify(value))
  } catch {
    return false
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

function readLoss({ code, message, status }: Record<string, unknown>): Loss {
  return {
    code: isText(code) ? code : '',
    message: isText(message) ? message : '',
    status: isTime(status) ? status : undefined,
  }
}

function readRate(rate: Record<string, unknown>): SharedRate {
  const figure = (name: keyof SharedRate) => (isTime(rate[name]) ? rate[name] : undefined)
  return {
    limit: figure('limit'),
    remaining: figure('remaining'),
    resetAt: figure('resetAt'),
    pausedUntil: figure('pausedUntil'),
    told: figure('told'),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value)
}
