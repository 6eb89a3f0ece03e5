'use client'

import { type ReactElement, useId } from 'react'
import { historyTexts } from '../../i18n/en/history.js'
import { useUi, WidgetRoot } from '../../theme/index.js'
import { Button } from '../parts/Button.js'
import { Card, type HeadingLevel, Title } from '../parts/Card.js'
import { LiveRegion, useAnnouncement } from '../parts/LiveRegion.js'
import { HistoryRow } from './HistoryRow.js'
import { useSpeechHistory } from './useSpeechHistory.js'

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
export function SpeechHistory({ pageSize, headingLevel, className }: SpeechHistoryProps): ReactElement {
  const ui = useUi(historyTexts)
  const titleId = useId()
  const { entries, count, more, showMore, resume, stop, remove, listRef, headRef } = useSpeechHistory({ pageSize })
  const [message, say] = useAnnouncement()
  return (
    <WidgetRoot name="history" state={count === 0 ? 'empty' : 'loaded'} className={className}>
      <Card flush labelledBy={titleId}>
        <div className="audiopod-keys-head">
          <div tabIndex={-1} ref={headRef}>
            <Title id={titleId} level={headingLevel}>
              {ui.t('history.title')}
            </Title>
          </div>
        </div>
        {count === 0 ? (
          <div className="audiopod-keys-empty">
            <div className="audiopod-keys-empty-title">{ui.t('history.empty-title')}</div>
            <div className="audiopod-keys-empty-text">{ui.t('history.empty')}</div>
          </div>
        ) : (
          <ol className="audiopod-history-list" ref={listRef}>
            {entries.map((entry) => (
              <HistoryRow
                key={entry.key}
                entry={entry}
                onResume={resume}
                onStop={stop}
                onRemove={(key, name) => {
                  remove(key)
                  say(ui.t('history.removed', { name }))
                }}
              />
            ))}
          </ol>
        )}
        {more > 0 && (
          <div className="audiopod-keys-head audiopod-meta">
            <span>{ui.t('history.shown', { shown: entries.length, count })}</span>
            <Button
              size="small"
              onClick={showMore}
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
