'use client'

import type { ReactElement } from 'react'
import { unstable_serialize } from 'swr'
import { type OperationName, redact } from '../api/index.js'
import { type QueryKey, waitName } from '../react/queryKey.js'
import { useSession } from '../react/SessionContext.js'
import { Row, Rows } from './Row.js'
import { span } from './words.js'

export interface Cached {
  name: string
  operation: OperationName
  state: 'empty' | 'loading' | 'held' | 'failed'
  /** ISO 8601. */
  answeredAt: string | undefined
}

/** What the provider's cache holds of this session. SWR tells nobody when that changes: it is read at each render. */
export function useCaches(): readonly Cached[] {
  const { session, swr } = useSession()
  const keys: QueryKey[] = []
  // The filter sees each key as it was given; none is chosen, so that nothing changes.
  void swr.mutate((key) => {
    if (isKeyOf(session.id, key)) keys.push(key)
    return false
  })
  return keys.map((key) => {
    const { data, error, isValidating } = swr.cache.get(unstable_serialize(key)) ?? {}
    const name = waitName(key[2], key[3])
    const held = error === undefined ? (data === undefined ? 'empty' : 'held') : 'failed'
    return { name: redact(name), operation: key[2], state: isValidating === true ? 'loading' : held, answeredAt: session.answeredAt.get(name) }
  })
}

function isKeyOf(id: string, key: unknown): key is QueryKey {
  return Array.isArray(key) && key[0] === 'audiopod' && key[1] === id
}

const tones = { empty: 'quiet', loading: 'warn', held: 'ok', failed: 'bad' } as const

export function CacheList({ caches, now }: { caches: readonly Cached[]; now: number }): ReactElement {
  const { invalidate } = useSession()
  return (
    <Rows label="Caches" empty="No hook has asked for anything yet.">
      {caches.map(({ name, operation, state, answeredAt }) => (
        <Row
          key={name}
          tone={tones[state]}
          mark={state}
          title={operation}
          facts={[
            name.slice(operation.length + 1),
            answeredAt === undefined ? 'no answer yet' : `answered ${span(now - Date.parse(answeredAt))} ago`,
          ]}
          action={
            <button type="button" aria-label={`Invalidate ${operation}`} onClick={() => invalidate([operation])}>
              Invalidate
            </button>
          }
        />
      ))}
    </Rows>
  )
}
