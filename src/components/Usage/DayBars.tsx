'use client'

import { type KeyboardEvent, type ReactElement, useId, useRef, useState } from 'react'
import { useUi } from '../../theme/UiContext.js'
import type { UsageDay } from './usageGroups.js'
import { texts } from './usageWords.js'

/** Of the height, so that a little is seen beside a lot: two pixels. */
const LEAST = 2

/** Of a day's width, so that bars stand apart. */
const across = { x: '14%', width: '72%' }

interface DayBarsProps {
  /** Oldest first; the last is today, which is not over. */
  days: readonly UsageDay[]
  /** The day whose figure is shown. */
  active: number | undefined
  onActive: (index: number | undefined) => void
  now: number | undefined
}

/**
 * A list of days to choose from, drawn as bars: choosing one shows its figure. It is one tab stop; a screen reader
 * hears each day by its name.
 */
export function DayBars({ days, active, onActive, now }: DayBarsProps): ReactElement {
  const ui = useUi(texts)
  const hatch = useId()
  const [stop, setStop] = useState<number>()
  const options = useRef<(HTMLDivElement | null)[]>([])
  const last = days.length - 1
  const tabbable = stop !== undefined && stop <= last ? stop : last
  const most = days.reduce((high, { credits }) => Math.max(high, credits), 0)
  const name = (day: UsageDay) => (day === days[last] ? ui.t('usage.today') : ui.day(day.start, now))
  const amount = (day: UsageDay) =>
    day.charges > 0 && day.unpriced === day.charges
      ? ui.t('usage.credits-not-reported')
      : ui.t('usage.amount', { count: day.credits })

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
    const to = { [backward]: tabbable - 1, [forward]: tabbable + 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    options.current[Math.min(last, Math.max(0, to))]?.focus()
  }

  return (
    <div>
      <div
        aria-label={ui.t('usage.by-day')}
        aria-orientation="horizontal"
        className="audiopod-usage-bars"
        onBlur={() => onActive(undefined)}
        onKeyDown={move}
        onPointerLeave={(event) => onActive(event.currentTarget.querySelector(':focus') ? tabbable : undefined)}
        role="listbox"
        tabIndex={-1}
      >
        {days.map((day, index) => {
          const height = most > 0 && day.credits > 0 ? Math.max(LEAST, (day.credits / most) * 100) : 0
          return (
            <div
              aria-label={ui.t('usage.day', { day: name(day), amount: amount(day) })}
              aria-selected={index === active}
              className="audiopod-usage-day"
              data-today={index === last ? '' : undefined}
              key={day.start}
              onFocus={() => {
                setStop(index)
                onActive(index)
              }}
              onPointerEnter={() => onActive(index)}
              ref={(element) => {
                options.current[index] = element
              }}
              role="option"
              tabIndex={index === tabbable ? 0 : -1}
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
        <span>{days[0] && last > 0 ? name(days[0]) : null}</span>
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
