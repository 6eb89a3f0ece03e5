import type { OperationName } from '../api/index.js'
import type { Session } from '../state/index.js'

/** The SWR key of an answer: `['audiopod', session, operation, input]`. */
export type QueryKey = readonly ['audiopod', string, OperationName, unknown]

export function queryKey(session: Session, operation: OperationName, input: unknown): QueryKey {
  return ['audiopod', session.id, operation, input]
}

/** True for the keys of some operations in a session: the prefix that invalidates them, whatever their input. */
export function matchesKey(session: Session, operations: readonly OperationName[]): (key: unknown) => boolean {
  return (key) =>
    Array.isArray(key) &&
    key[1] === session.id &&
    operations.includes(key[2] as OperationName)
}

/** The name of a question: an operation and its input. */
export function waitName(operation: OperationName, input: unknown): string {
  return `${operation} ${JSON.stringify(input)}`
}

/** True for the key of one question in a session. */
export function matchesName(session: Session, name: string): (key: unknown) => boolean {
  return (key) =>
    Array.isArray(key) && key[1] === session.id && waitName(key[2] as OperationName, key[3]) === name
}
