'use client'

import useSWR from 'swr'
import { useStore } from 'zustand'
import type { OperationName } from '../api/index.js'
import type { AudioPodClient, CallOptions, Wait } from '../client/index.js'
import { type AudioPodError, isAudioPodError } from '../errors/index.js'
import type { Session } from '../state/index.js'
import { queryKey, waitName } from './queryKey.js'
import { useSession } from './SessionContext.js'
import type { QueryResult, Retry } from './types.js'

/** The pattern that every reading hook repeats: one key, one call of the client, its waits beside it. */
export function useQuery<T>(
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
  call: (client: AudioPodClient, options: CallOptions) => Promise<T>,
): QueryResult<T> {
  const { session, swr, onError } = useSession()
  const key = queryKey(session, operation, input)
  const name = waitName(operation, input)
  const answer = useSWR<T, AudioPodError>(key, () => fetchWithWaits(session, name, call), { ...swr, onError })
  const wait = useStore(session.waits, (waits) => waits[name])
  return {
    data: answer.data,
    error: visibleError(answer.error, wait),
    isLoading: answer.isLoading,
    isValidating: answer.isValidating,
    mutate: answer.mutate,
    retry: toRetry(wait),
    updatedAt: session.answeredAt.get(name),
  }
}

/** Calls the client and tells the session's stores of each wait, and of the time of the answer. */
export async function fetchWithWaits<T>(
  session: Session,
  name: string,
  call: (client: AudioPodClient, options: CallOptions) => Promise<T>,
  /** What the answer is to; tabs that ask the same share it. */
  question = name,
): Promise<T> {
  const onWait = (wait: Wait | undefined) => {
    if (session.waits.getState()[name] !== wait) session.waits.setState({ [name]: wait })
  }
  try {
    const isRefresh = session.answeredAt.has(name)
    const ask = (signal: AbortSignal) => call(session.client, { signal, onWait, isRefresh })
    const value = await session.tabs.read(question, ask, { signal: session.signal(), isRefresh })
    session.answeredAt.set(name, new Date().toISOString())
    return value
  } finally {
    onWait(undefined)
  }
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
