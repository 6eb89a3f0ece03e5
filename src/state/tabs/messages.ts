import { hasAudioPodSecret, type OperationName, operations } from '../../api/index.js'
import type { SharedRate } from '../../schedule/index.js'

/** What goes over the channel, in an envelope that names the version. */
export type Message = Record<string, unknown> & { type: string }

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

const figures = ['limit', 'remaining', 'resetAt', 'pausedUntil', 'told'] as const satisfies (keyof SharedRate)[]

/** What a sibling heard of the limit. */
export function readRate(rate: unknown): SharedRate {
  const told = isRecord(rate) ? rate : {}
  const known: SharedRate = Object.fromEntries(
    figures.map((name) => [name, told[name]]).filter(([, value]) => isTime(value)),
  )
  return told['isRequest'] === false ? { ...known, isRequest: false } : known
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

export function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value)
}
