'use client'

import { type ReactElement, useId, useState, useSyncExternalStore } from 'react'
import { type OperationName, operations } from '../api/index.js'
import type { Provocation, Provocations } from './provocations.js'

const statuses: readonly { status: Provocation; title: string }[] = [
  { status: 429, title: 'Too many requests, Retry-After: 10' },
  { status: 402, title: 'Not enough credits' },
  { status: 502, title: 'The server could not answer' },
]

const isOperation = (name: string): name is OperationName => name in operations

/** What makes the next request fail. It is sent to nobody. */
export function Switches({ provocations, now }: { provocations: Provocations; now: number }): ReactElement {
  const { armed, offlineUntil } = useSyncExternalStore(provocations.subscribe, provocations.getSnapshot)
  const [operation, setOperation] = useState<OperationName>()
  const selectId = useId()
  const left = offlineUntil === undefined ? undefined : Math.max(0, Math.ceil((offlineUntil - now) / 1000))
  return (
    <fieldset className="switches">
      <legend>Provoke</legend>
      <div className="line">
        <label htmlFor={selectId}>Next request of</label>
        <select
          id={selectId}
          value={operation ?? ''}
          onChange={({ target }) => setOperation(isOperation(target.value) ? target.value : undefined)}
        >
          <option value="">any operation</option>
          {Object.keys(operations).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      <div className="line">
        {statuses.map(({ status, title }) => {
          const isArmed = armed?.status === status
          return (
            <button
              key={status}
              type="button"
              title={title}
              aria-pressed={isArmed}
              onClick={() => provocations.arm(isArmed ? undefined : { status, operation })}
            >
              {status}
            </button>
          )
        })}
        <button
          type="button"
          aria-pressed={offlineUntil !== undefined}
          onClick={() => (offlineUntil === undefined ? provocations.goOffline() : provocations.goOnline())}
        >
          Offline for 10 s
        </button>
      </div>
      <p role="status">
        {armed && `The next request of ${armed.operation ?? 'any operation'} is answered ${armed.status}, once. `}
        {offlineUntil !== undefined && 'The page is offline. '}
        {!armed && offlineUntil === undefined && 'Nothing is provoked.'}
        {left !== undefined && <span aria-hidden="true">{left} s left.</span>}
      </p>
    </fieldset>
  )
}
