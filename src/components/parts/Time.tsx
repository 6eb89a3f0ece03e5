'use client'

import type { ReactElement } from 'react'
import { type Ui, useUi } from '../../theme/UiContext.js'
import { useNow } from './ticker.js'

const STEP = 30_000
const WEEK = 7 * 86_400_000

export interface TimeProps {
  /** ISO 8601. */
  value: string
  /** `auto`: relative under 7 days, else the day. @default 'auto' */
  show?: 'auto' | 'day' | 'clock' | undefined
}

/** A time as people say it; the exact one is in its tooltip. */
export function Time({ value, show = 'auto' }: TimeProps): ReactElement {
  const ui = useUi()
  const now = useNow(STEP)
  const time = Date.parse(value)
  if (Number.isNaN(time)) return <>{value}</>
  return (
    <time className="audiopod-time" dateTime={value} title={ui.exact(time)}>
      {timeText(ui, time, now, show)}
    </time>
  )
}

/** The words of `Time`. Without `now`, as on the server, the day and the year. */
export function timeText(ui: Ui, time: number, now: number | undefined, show: TimeProps['show'] = 'auto'): string {
  if (show === 'clock') return ui.clock(time)
  if (show === 'auto' && now !== undefined) {
    // `now` is floored to a step: what happened within it is no future.
    const since = Math.max(now, Math.min(time, now + STEP))
    if (Math.abs(time - since) < WEEK) return ui.distance(time, since) ?? ui.t('time.just-now')
  }
  return ui.day(time, now)
}
