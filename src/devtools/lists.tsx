import type { ReactElement } from 'react'
import { redact } from '../api/index.js'
import type { InspectedCall, InspectedError, InspectedRequest } from '../client/index.js'
import type { SpeechEntry } from '../state/index.js'
import { Row, Rows, type Tone } from './Row.js'
import { clockTime, secondsUntil, span } from './words.js'

export function RequestList({ requests }: { requests: readonly InspectedRequest[] }): ReactElement {
  return (
    <Rows label="Requests" empty="No request yet.">
      {requests.map((request) => (
        <Row
          key={request.id}
          tone={toneOf(request)}
          mark={request.duration === undefined ? '…' : (request.status ?? '—')}
          title={`${request.method} ${request.operation}`}
          facts={[
            clockTime(request.at),
            request.duration === undefined ? 'under way' : span(request.duration),
            request.duration !== undefined && request.status === undefined && 'no answer',
            `try ${request.attempt}`,
            // Less is the time that it takes to ask.
            request.waited >= 20 && `waited ${span(request.waited)}`,
          ]}
          action={request.provoked !== undefined && <em className="provoked">provoked</em>}
        />
      ))}
    </Rows>
  )
}

function toneOf({ duration, status }: InspectedRequest): Tone {
  if (duration === undefined) return 'quiet'
  if (status === undefined) return 'bad'
  return status < 400 ? 'ok' : status === 429 ? 'warn' : 'bad'
}

export function CallList({ calls, now }: { calls: readonly InspectedCall[]; now: number }): ReactElement {
  return (
    <Rows label="Queue" empty="Nothing waits, and nothing is under way.">
      {calls.map((call) => {
        const left = secondsUntil(call.retryAt, now)
        return (
          <Row
            key={call.id}
            tone={call.isUnderWay ? 'ok' : 'warn'}
            mark={call.isUnderWay ? 'runs' : 'waits'}
            title={call.operation}
            facts={[
              `for ${span(now - call.since)}`,
              call.attempts > 0 && `sent ${call.attempts}×`,
              !call.isUnderWay && left !== undefined && `goes on in ${left} s`,
              call.reason,
            ]}
          />
        )
      })}
    </Rows>
  )
}

export function JobList({ jobs, now }: { jobs: readonly SpeechEntry[]; now: number }): ReactElement {
  return (
    <Rows label="Jobs" empty="No job yet.">
      {jobs.map(({ key, status, job, error, startedAt, isResumed, isStopped }) => (
        <Row
          key={key}
          tone={status === 'completed' ? 'ok' : status === 'failed' || status === 'unknown' ? 'bad' : 'quiet'}
          mark={status}
          title={job ? `Job ${redact(job.id)}` : 'No job'}
          facts={[
            job?.progress !== undefined && `${job.progress} %`,
            `started ${span(now - Date.parse(startedAt))} ago`,
            isResumed && 'resumed',
            isStopped && 'not waited for',
            error?.code,
          ]}
        />
      ))}
    </Rows>
  )
}

export function ErrorList({ errors }: { errors: readonly InspectedError[] }): ReactElement {
  return (
    <Rows label="Errors" empty="No error yet.">
      {errors.map(({ id, at, code, message, operation, requestId, willRepeat }) => (
        <Row
          key={id}
          tone={willRepeat ? 'warn' : 'bad'}
          mark={code}
          title={operation}
          facts={[clockTime(at), willRepeat ? 'waits, then goes on' : 'the call failed', requestId && `request ${requestId}`]}
        >
          <p>{message}</p>
          <code>docs/errors/{code}.md</code>
        </Row>
      ))}
    </Rows>
  )
}
