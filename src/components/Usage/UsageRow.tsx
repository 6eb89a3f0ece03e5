'use client'

import { memo, type ReactElement } from 'react'
import type { CreditUsage } from '../../api/types.js'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { Both, NotReported } from '../parts/Both.js'
import { Time } from '../parts/Time.js'
import type { UsageColumn } from './usageColumns.js'
import { lengthText, serviceText, texts } from './usageWords.js'

interface UsageRowProps {
  charge: CreditUsage
  columns: ReadonlySet<UsageColumn>
}

/** One charge. Memoized: of thousands, only those that came are written anew. */
export const UsageRow = memo(function UsageRow({ charge, columns }: UsageRowProps): ReactElement {
  const ui = useUi(texts)
  const { createdAt, service, credits, seconds, source } = charge
  return (
    // The focus can be put here, by script alone, when the button that brought the row is gone.
    <div {...slot(ui, 'row', 'audiopod-table-row')} data-source={source} role="row" tabIndex={-1}>
      {columns.has('date') ? (
        <div className="audiopod-table-cell" data-column="date" role="cell">
          {createdAt === undefined ? (
            <NotReported narrow={ui.t('usage.date-not-reported')} />
          ) : (
            <Time value={createdAt} />
          )}
        </div>
      ) : null}
      <div className="audiopod-table-cell" data-column="name" role="rowheader">
        {serviceText(ui, service)}
      </div>
      {columns.has('length') ? (
        <div className="audiopod-table-cell" data-column="length" role="cell">
          {seconds === undefined ? (
            <NotReported narrow={ui.t('usage.length-not-reported')} />
          ) : (
            // In the direction of its own words, as a time is.
            <span className="audiopod-time">{lengthText(ui, seconds)}</span>
          )}
        </div>
      ) : null}
      {columns.has('source') ? (
        <div className="audiopod-table-cell" data-column="source" role="cell">
          {source === undefined ? (
            <NotReported narrow={ui.t('usage.source-not-reported')} />
          ) : (
            ui.t(`usage.source-${source}`)
          )}
        </div>
      ) : null}
      <div className="audiopod-table-cell" data-column="credits" role="cell">
        {credits === undefined ? (
          <NotReported narrow={ui.t('usage.credits-not-reported')} />
        ) : (
          <Both narrow={ui.t('usage.amount', { count: credits })} wide={ui.number(credits)} />
        )}
      </div>
    </div>
  )
})
