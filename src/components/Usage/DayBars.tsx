'use client'

import { type ReactElement, useId } from 'react'
import { useUi } from '../../theme/UiContext.js'
import type { UsageDays } from './useUsageDays.js'
import { texts } from './usageWords.js'

/** Of the height, so that a little is seen beside a lot: two pixels. */
const LEAST = 2

/** Of a day's width, so that bars stand apart. */
const across = { x: '14%', width: '72%' }

interface DayBarsProps extends Pick<UsageDays, 'days' | 'listProps' | 'dayProps'> {}

/**
 * A list of days to choose from, drawn as bars: choosing one shows its figure. It is one tab stop; a screen reader
 * hears each day by its name.
 */
export function DayBars({ days, listProps, dayProps }: DayBarsProps): ReactElement {
  const ui = useUi(texts)
  const hatch = useId()
  // Today, which is not over.
  const last = days.length - 1
  const most = days.reduce((high, { credits }) => Math.max(high, credits), 0)

  return (
    <div>
      <div {...listProps} aria-label={ui.t('usage.by-day')} className="audiopod-usage-bars">
        {days.map((day, index) => {
          const height = most > 0 && day.credits > 0 ? Math.max(LEAST, (day.credits / most) * 100) : 0
          return (
            <div
              {...dayProps(index)}
              className="audiopod-usage-day"
              data-today={index === last ? '' : undefined}
              key={day.start}
            >
              <svg aria-hidden="true" className="audiopod-usage-column" focusable="false">
                {index === last ? (
                  <pattern height="5" id={hatch} patternTransform="rotate(45)" patternUnits="userSpaceOnUse" width="5">
                    <rect className="audiopod-usage-bar" height="5" width="2" />
                  </pattern>
                ) : null}
                <rect
                  className={index === last ? undefined : 'audiopod-usage-bar'}
                  fill={index === last ? `url(#${hatch})` : undefined}
                  height={`${height}%`}
                  {...across}
                  y={`${100 - height}%`}
                />
              </svg>
            </div>
          )
        })}
      </div>
      <div className="audiopod-usage-head audiopod-usage-axis audiopod-meta">
        <span>{last > 0 ? days[0]?.label : null}</span>
        <span>{ui.t('usage.today')}</span>
      </div>
    </div>
  )
}

/** Bars of no day, as many and as high as those that come. */
export function DayBarsSkeleton({ count }: { count: number }): ReactElement {
  return (
    <div aria-hidden="true" className="audiopod-usage-skeleton">
      <div className="audiopod-usage-bars">
        {Array.from({ length: count }, (_, index) => (
          <div className="audiopod-usage-day" key={index}>
            <svg className="audiopod-usage-column" focusable="false">
              <rect className="audiopod-usage-bar" height="45%" y="55%" {...across} />
            </svg>
          </div>
        ))}
      </div>
      <div className="audiopod-usage-axis audiopod-meta">&nbsp;</div>
    </div>
  )
}
