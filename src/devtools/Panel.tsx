'use client'

import { type KeyboardEvent, type ReactElement, useId, useRef, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Inspection } from '../client/index.js'
import { useSession } from '../react/SessionContext.js'
import { makeSpeechJobs } from '../state/index.js'
import { Budget } from './Budget.js'
import { CacheList, useCaches } from './CacheList.js'
import { CallList, ErrorList, JobList, RequestList } from './lists.js'
import type { Provocations } from './provocations.js'
import { Switches } from './Switches.js'
import { useNow } from './useNow.js'

const tabs = ['Requests', 'Queue', 'Jobs', 'Caches', 'Errors'] as const
type Tab = (typeof tabs)[number]

interface PanelProps {
  /** Undefined where the client is of another copy of the package. */
  inspection: Inspection | undefined
  provocations: Provocations | undefined
  onClose: () => void
}

export function Panel({ inspection, provocations, onClose }: PanelProps): ReactElement {
  return (
    <>
      <header>
        <h2>AudioPod devtools</h2>
        <button type="button" className="plain" aria-label="Close" onClick={onClose}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </button>
      </header>
      {inspection && provocations ? (
        <Inside inspection={inspection} provocations={provocations} />
      ) : (
        <p className="empty">The client of this provider was made by another copy of audiopod-react. What it does cannot be seen from here.</p>
      )}
    </>
  )
}

function Inside({ inspection, provocations }: { inspection: Inspection; provocations: Provocations }): ReactElement {
  const { session } = useSession()
  const now = useNow()
  const { requests, calls, errors } = useSyncExternalStore(inspection.subscribe, inspection.getSnapshot)
  const { entries, keys } = useStore(session.jobs(makeSpeechJobs).store)
  const jobs = keys.flatMap((key) => entries[key] ?? [])
  const caches = useCaches()
  const [shown, setShown] = useState<Tab>('Requests')
  const counts: Readonly<Record<Tab, number>> = {
    Requests: requests.length,
    Queue: calls.length,
    Jobs: jobs.length,
    Caches: caches.length,
    Errors: errors.length,
  }
  const tabId = useId()
  const tabIdOf = (tab: Tab) => `${tabId}${tab}`
  const bar = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent) {
    const at = tabs.indexOf(shown)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (next === undefined) return
    event.preventDefault()
    setShown(next)
    bar.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
  }

  return (
    <>
      <Budget now={now} />
      <Switches provocations={provocations} now={now} />
      <div ref={bar} role="tablist" aria-label="What is shown" className="tabs">
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={tabIdOf(tab)}
            data-tab={tab}
            aria-selected={tab === shown}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => setShown(tab)}
            onKeyDown={move}
          >
            {tab} <span className="count">{counts[tab]}</span>
          </button>
        ))}
      </div>
      {/* It scrolls, so that the keyboard must reach it. */}
      <div role="tabpanel" aria-labelledby={tabIdOf(shown)} tabIndex={0} className="content">
        {shown === 'Requests' && <RequestList requests={requests} />}
        {shown === 'Queue' && <CallList calls={calls} now={now} />}
        {shown === 'Jobs' && <JobList jobs={jobs} now={now} />}
        {shown === 'Caches' && <CacheList caches={caches} now={now} />}
        {shown === 'Errors' && <ErrorList errors={errors} />}
        {(shown === 'Requests' || shown === 'Errors') && counts[shown] > 0 && (
          <button type="button" onClick={inspection.clear}>
            Clear requests and errors
          </button>
        )}
      </div>
    </>
  )
}
