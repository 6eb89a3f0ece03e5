'use client'

import { type ReactNode, useCallback, useEffect, useInsertionEffect, useMemo, useRef, useState } from 'react'
import type { InitialData, OperationName } from '../api/index.js'
import {
  type AudioPodClient,
  checkHeaders,
  type ClientOptions,
  type Connection,
  connectionOf,
  createConnection,
  createLight,
  refuseKey,
} from '../client/index.js'
import { type AudioPodError, ConfigurationError, inDevelopment } from '../errors/index.js'
import { createSession, type PersistJobs, type PersistJobsOptions } from '../state/index.js'
import type { UiOptions } from '../theme/UiOptionsContext.js'
import { UiProvider } from '../theme/UiProvider.js'
import { CacheBoundary, type SwrSettings } from './CacheBoundary.js'
import { matchesKey, matchesName } from './queryKey.js'
import { SessionContext } from './SessionContext.js'

interface SharedProps extends UiOptions {
  children?: ReactNode
  /**
   * Where started jobs are kept, so that they survive a reload: `'session'` (this tab), `'local'` (this browser), or
   * `false` (nowhere). Ids and figures only, per `userId`. `{ text: true }` keeps in `storage` what was asked for too,
   * until the job is over: a request that was lost in a reload can then be sent again under its `Idempotency-Key`,
   * and a job that failed shows its text. Whoever can use this browser profile can read what is kept.
   *
   * @default 'session'
   */
  persistJobs?: PersistJobs | undefined
  /** Whose jobs and caches these are; another value wipes them, and what was typed into widgets or shown there. */
  userId?: string | undefined
  /**
   * What the server asked for ahead of the page (`proxy.prefetch` of `audiopod-react/server`): hooks show it from the first
   * paint, on the server and in the browser, and ask anew where it is older than a few seconds. It is of the user it was
   * given with: after a change of `userId` it is not shown.
   */
  initialData?: InitialData | undefined
  /** Told of each error that a hook shows. */
  onError?: ((error: AudioPodError) => void) | undefined
}

interface EndpointProps extends Omit<ClientOptions, 'maxWait'> {
  client?: undefined
}

interface ClientProps extends Partial<Record<Exclude<keyof ClientOptions, 'maxWait'>, undefined>> {
  /** A ready-made client, in place of `endpoint` and what belongs to it. */
  client: AudioPodClient
}

export type AudioPodProviderProps = SharedProps & (EndpointProps | ClientProps)

/**
 * Gives hooks and widgets below it a client, a cache and a store of their own. It points at an endpoint of
 * the app, never at a key.
 *
 * @throws ConfigurationError for an endpoint or header that would put the account's key in the browser, and
 * for a prop named `apiKey`
 * @example
 * <AudioPodProvider endpoint="/api/audiopod" userId={user.id}>
 *   <CreditBalance />
 * </AudioPodProvider>
 */
export function AudioPodProvider(props: AudioPodProviderProps) {
  const connection = useConnection(props)
  const { userId, persistJobs, appearance, locale, labels, children } = props
  const ui = useMemo(() => ({ appearance, locale, labels }), [appearance, locale, labels])
  const listener = useLatest(props.onError)
  const onError = useCallback((error: AudioPodError) => listener()?.(error), [listener])
  const visit = useVisit(userId)
  const initialData = useOfVisit(props.initialData, visit)
  const common = { connection, userId, persistJobs: useStable(persistJobs), onError, visit, initialData }
  return (
    <CacheBoundary>
      {(swr) => (
        <SessionBoundary {...common} swr={swr}>
          <UiProvider options={ui} visit={visit}>
            {children}
          </UiProvider>
        </SessionBoundary>
      )}
    </CacheBoundary>
  )
}

interface SessionBoundaryProps extends Pick<SharedProps, 'userId' | 'persistJobs' | 'initialData' | 'children'> {
  connection: Connection
  swr: SwrSettings
  onError: (error: AudioPodError) => void
  visit: number
}

/** Counts the users who left. Who signs in where nobody was stays the same person before the screen. */
function useVisit(userId: string | undefined): number {
  const [last, setLast] = useState({ userId, visit: 0 })
  if (last.userId === userId) return last.visit
  const visit = last.userId === undefined ? last.visit : last.visit + 1
  setLast({ userId, visit })
  return visit
}

/** The data while the user is there that it came with. */
function useOfVisit(data: InitialData | undefined, visit: number): InitialData | undefined {
  const [came, setCame] = useState({ data, visit })
  if (came.data === data) return came.visit === visit ? data : undefined
  setCame({ data, visit })
  return data
}

function SessionBoundary(props: SessionBoundaryProps) {
  const { connection, userId, persistJobs, swr, onError, visit, initialData, children } = props
  const { mutate } = swr
  const value = useMemo(() => {
    const reload = (operations: readonly OperationName[]) => {
      // A job may end after its page is gone, and SWR's cache with it.
      if (session.isConnected()) void mutate(matchesKey(session, operations))
    }
    const invalidate = (operations: readonly OperationName[]) => {
      session.tabs.outdate(operations)
      reload(operations)
    }
    const session = createSession({
      connection,
      userId,
      persistJobs,
      onError,
      onStale: reload,
      onAnswer: (name, value) => void mutate(matchesName(session, name), value, { revalidate: false }),
    })
    const { cacheData: _, ...settings } = swr
    return { session, swr: settings, invalidate, onError, visit }
  }, [connection, userId, persistJobs, swr, mutate, onError, visit])
  const { session } = value
  const context = useMemo(() => ({ ...value, initialData }), [value, initialData])

  useEffect(() => session.connect(), [session])

  const former = useRef(session)
  useEffect(() => {
    const { id } = former.current
    former.current = session
    // Nobody after this user, and no other endpoint, may find what was cached for them.
    if (id !== session.id) void mutate((key) => Array.isArray(key) && key[1] === id, undefined, { revalidate: false })
  }, [session, mutate])

  return <SessionContext.Provider value={context}>{children}</SessionContext.Provider>
}

function useConnection(props: AudioPodProviderProps): Connection {
  refuseKey(props)
  const { client, endpoint, headers, fetch, credentials, timeout, maxRetries } = props
  const both = inDevelopment(
    () =>
      process.env.NODE_ENV !== 'production' &&
      client !== undefined &&
      endpoint !== undefined &&
      'Give <AudioPodProvider> an `endpoint` or a `client`, not both.',
  )
  if (both) throw new ConfigurationError(both)
  // An object or a function written in the props is a new one at each render; only what is in it may change.
  const latestHeaders = useLatest(headers)
  const latestFetch = useLatest(fetch)
  // Checked at once rather than at the first request.
  if (!client && headers !== undefined && typeof headers !== 'function') checkHeaders(headers)
  return useMemo(
    () =>
      (client && connectionOf(client)) ??
      createConnection(
        {
          endpoint: endpoint ?? '',
          headers: async () => {
            const own = latestHeaders()
            return typeof own === 'function' ? own() : (own ?? {})
          },
          fetch: (input, init) => (latestFetch() ?? globalThis.fetch)(input, init),
          credentials,
          timeout,
          maxRetries,
        },
        createLight,
      ),
    [client, endpoint, credentials, timeout, maxRetries, latestHeaders, latestFetch],
  )
}

const noOptions: PersistJobsOptions = {}

/** An object written in the props is a new one at each render, and would make a new session. */
function useStable(persistJobs: PersistJobs | undefined): PersistJobs | undefined {
  const { storage, text }: PersistJobsOptions = typeof persistJobs === 'object' ? persistJobs : noOptions
  const word = typeof persistJobs === 'object' ? noOptions : persistJobs
  return useMemo(() => (word === noOptions ? { storage, text } : word), [word, storage, text])
}

/** A stable function that gives the value of the last render that was shown. */
function useLatest<T>(value: T): () => T {
  const ref = useRef(value)
  useInsertionEffect(() => {
    ref.current = value
  })
  return useCallback(() => ref.current, [])
}
