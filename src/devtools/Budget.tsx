'use client'

import type { ReactElement } from 'react'
import { useRateLimit } from '../react/useRateLimit.js'
import { secondsUntil } from './words.js'

/** The window of the rate limit, as the answers so far have told it. */
export function Budget({ now }: { now: number }): ReactElement {
  const { limit, remaining, resetAt, pausedUntil } = useRateLimit().data ?? {}
  const resets = secondsUntil(resetAt, now)
  const paused = secondsUntil(pausedUntil, now)
  return (
    <dl className="budget" aria-label="Rate limit">
      <div>
        <dt>Left</dt>
        <dd>{remaining ?? 'not told'}</dd>
      </div>
      <div>
        <dt>Limit</dt>
        <dd>{limit ?? 'not told'}</dd>
      </div>
      <div>
        <dt>Resets in</dt>
        <dd>{resets === undefined ? 'not told' : `${resets} s`}</dd>
      </div>
      <div data-tone={paused === undefined ? undefined : 'warn'}>
        <dt>Paused for</dt>
        <dd>{paused === undefined ? 'not paused' : `${paused} s`}</dd>
      </div>
    </dl>
  )
}
