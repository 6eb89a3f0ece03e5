'use client'

import { type ReactElement, useEffect, useId, useRef, useState } from 'react'
import { historyTexts } from '../../i18n/en/history.js'
import { useSpeechJobs } from '../../react/useSpeechJobs.js'
import { useUi, WidgetRoot } from '../../theme/index.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { HistoryRow } from './HistoryRow.js'

/**
 * The speech that this user had made here, newest first, also from before a reload: its voice, its time, what became of
 * it; to be played, followed again, sent again where nobody knows whether it arrived, or taken out of the list. The list
 * is the one of `useSpeechJobs`, which is all that a list of your own needs; `persistJobs` says how long it is kept.
 *
 * Needs the permission `speech:generate`.
 *
 * @example
 * <SpeechHistory />
 */
export function SpeechHistory({ pageSize = 20, headingLevel, className }: SpeechHistoryProps): ReactElement {
  const ui = useUi(historyTexts)
  const titleId = useId()
  const { entries, resume, stop, remove } = useSpeechJobs()
  const step = Math.max(1, Math.floor(pageSize) || 20)
  const [limit, setLimit] = useState(step)
  const [message, say] = useAnnouncement()
  const listRef = useRef<HTMLOListElement>(null)
  const cardRef = useRef<HTMLDivElement>(null)
  /** The row that the focus goes to once the list is written anew. */
  const focusAt = useRef<number>(undefined)

  useEffect(() => {
    const at = focusAt.current
    if (at === undefined) return
    focusAt.current = undefined
    const rows = listRef.current?.children
    const row = rows?.[Math.min(at, rows.length - 1)] ?? cardRef.current?.firstElementChild
    if (row instanceof HTMLElement) row.focus()
  })

  const shown = entries.slice(0, limit)
  const more = Math.min(step, entries.length - shown.length)
  return (
    <WidgetRoot name="history" state={entries.length === 0 ? 'empty' : 'loaded'} className={className}>
      <Card flush labelledBy={titleId}>
        <div className="audiopod-keys-head" ref={cardRef}>
          <div tabIndex={-1}>
            <Title id={titleId} level={headingLevel}>
              {ui.t('history.title')}
            </Title>
          </div>
        </div>
        {entries.length === 0 ? (
          <div className="audiopod-keys-empty">
            <div className="audiopod-keys-empty-title">{ui.t('history.empty-title')}</div>
            <div className="audiopod-keys-empty-text">{ui.t('history.empty')}</div>
          </div>
        ) : (
          <ol className="audiopod-history-list" ref={listRef}>
            {shown.map((entry) => (
              <HistoryRow
                key={entry.key}
                entry={entry}
                onResume={resume}
                onStop={stop}
                onRemove={(key, name) => {
                  const at = [...(listRef.current?.children ?? [])].findIndex((row) => row.matches(':focus-within'))
                  focusAt.current = at < 0 ? undefined : at
                  remove(key)
                  say(ui.t('history.removed', { name }))
                }}
              />
            ))}
          </ol>
        )}
        {more > 0 && (
          <div className="audiopod-keys-head audiopod-meta">
            <span>{ui.t('history.shown', { shown: shown.length, count: entries.length })}</span>
            <Button
              size="small"
              onClick={() => {
                if (limit + step >= entries.length) focusAt.current = limit
                setLimit(limit + step)
              }}
            >
              {ui.t('history.more', { count: more })}
            </Button>
          </div>
        )}
      </Card>
      <LiveRegion message={message} />
    </WidgetRoot>
  )
}

export interface SpeechHistoryProps {
  /** How many are shown at first, and how many more at each press. @default 20 */
  pageSize?: number | undefined
  /** Of the card's heading on the page. @default 2 */
  headingLevel?: HeadingLevel | undefined
  className?: string | undefined
}
