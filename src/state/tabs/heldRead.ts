import type { OperationName } from '../../api/index.js'
import type { Wait } from '../../client/types.js'
import { type AudioPodError, isAudioPodError } from '../../errors/index.js'
import { fromLoss, type Loss, readLoss, toLoss } from './loss.js'
import { isRecord, isText, isTime, type Message } from './messages.js'

/** What a sibling's request waits for: a `Wait` as plain data. */
export interface HeldWait {
  attempt: number
  retryAt: string | undefined
  loss: Loss | undefined
}

/** "I have this question in hand", and what its request waits for, if it has not left. */
export function heldMessage(name: string, wait: Wait | undefined): Message {
  const held = wait && { attempt: wait.attempt, retryAt: wait.retryAt, loss: wait.error && toLoss(wait.error) }
  return { type: 'held', name, wait: held }
}

/** Of what a sibling said only what makes sense; undefined where its request is on its way. */
export function readHeld(said: unknown): HeldWait | undefined {
  if (!isRecord(said)) return undefined
  const { attempt, retryAt, loss } = said
  return {
    attempt: isTime(attempt) ? attempt : 0,
    retryAt: isText(retryAt) && !Number.isNaN(Date.parse(retryAt)) ? retryAt : undefined,
    loss: isRecord(loss) ? readLoss(loss) : undefined,
  }
}

/** The wait as this tab shows it. */
export function toWait({ attempt, retryAt, loss }: HeldWait, name: string, now: () => void): Wait {
  return { attempt, retryAt, error: loss && fromLoss(loss, operationOf(name)), now }
}

/** The operation at the head of a question's name. */
export function operationOf(name: string): OperationName {
  return name.split(' ', 1)[0] as OperationName
}

/**
 * Whether a failure says something of the account or the way to it, and so to every tab that waits for the same answer.
 * What this page itself is the reason of (its session, its settings, that it is left) is its own affair.
 */
export function isForAll(error: unknown): error is AudioPodError {
  return isAudioPodError(error) && SHARED.has(error.code)
}

const SHARED = new Set<string>([
  'rate_limit_exceeded',
  'forbidden',
  'not_found',
  'server_error',
  'network_error',
  'timeout',
  'invalid_response',
] satisfies AudioPodError['code'][])
