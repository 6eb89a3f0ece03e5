'use client'

import useSWR from 'swr'
import { useStore } from 'zustand'
import type { AnyOperation, InitialData, OperationName } from '../api/index.js'
import type { CallOptions, Connection, Wait } from '../client/index.js'
import { type AudioPodError, isAudioPodError } from '../errors/index.js'
import { queryKey, waitName } from './queryKey.js'
import { useSession } from './SessionContext.js'
import type { QueryResult, Retry } from './types.js'

/** The pattern that every reading hook repeats: one key, one call, its waits beside it. */
export function useQuery<T>(
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
  call: (connection: Connection, options: CallOptions) => Promise<T>,
  isWanted = true,
): QueryResult<T> {
  const { session, swr, onError, initialData } = useSession()
  const key = queryKey(session, operation, input)
  const name = waitName(operation, input)
  const given = givenFor<T>(initialData, operation, name)
  const answer = useSWR<T, AudioPodError>(isWanted ? key : null, () => session.read(name, call), {
    ...swr,
    onError,
    ...(given && { fallbackData: given.data, revalidateIfStale: !isFresh(given) }),
  })
  const wait = useStore(session.waits, (waits) => waits[name])
  return {
    data: answer.data,
    error: visibleError(answer.error, wait),
    // SWR does not count what it was given as loaded.
    isLoading: answer.isLoading && answer.data === undefined,
    isValidating: answer.isValidating,
    mutate: answer.mutate,
    retry: toRetry(wait),
    updatedAt: session.answeredAt.get(name) ?? given?.at,
  }
}

/** A page that has just come from the server need not ask again. The clocks of the two may differ by some of it. */
const FRESH_MS = 15_000

interface Given<T> {
  data: T
  at: string
}

/** What was asked ahead: only a question that takes nothing can be. */
function givenFor<T>(initial: InitialData | undefined, operation: OperationName, name: string): Given<T> | undefined {
  const answers: Partial<Record<OperationName, unknown>> | undefined = initial?.answers
  if (!initial || answers?.[operation] === undefined || !name.endsWith(' {}')) return undefined
  return { data: answers[operation] as T, at: initial.at }
}

function isFresh({ at }: Given<unknown>): boolean {
  return Math.abs(Date.now() - Date.parse(at)) < FRESH_MS
}

/** The same for an operation that takes nothing. */
export function usePlainQuery<T>(operation: AnyOperation<T>): QueryResult<T> {
  return useQuery(operation.name, {}, (connection, options) => connection.read(operation, options))
}

/** The failure that a waiting try follows is newer than the last one that SWR knows of. An abort is nobody's news. */
export function visibleError(last: AudioPodError | undefined, wait: Wait | undefined): AudioPodError | undefined {
  const error = wait?.error ?? last
  return isAudioPodError(error, 'aborted') ? undefined : error
}

export function toRetry(wait: Wait | undefined): Retry | undefined {
  if (wait?.retryAt === undefined) return undefined
  const { attempt, retryAt, now } = wait
  return { attempt, retryAt, now }
}
