'use client'

import type { ReactElement } from 'react'
import { timeTexts } from '../../i18n/en/common.js'
import { writeDay, writeDistance } from '../../i18n/writers.js'
import { type UiWith, useUi } from '../../theme/UiContext.js'
import { Moment, STEP } from './Moment.js'

const WEEK = 7 * 86_400_000

export interface TimeProps {
  /** ISO 8601. */
  value: string
}

/** A time as people say it: relative under 7 days, else the day. */
export function Time({ value }: TimeProps): ReactElement {
  const ui = useUi(timeTexts)
  return <Moment value={value} words={(_, time, now) => timeText(ui, time, now)} />
}

/** The words of `Time`. Without `now`, as on the server, the day and the year. */
export function timeText(ui: UiWith<typeof timeTexts>, time: number, now: number | undefined): string {
  if (now !== undefined) {
    // `now` is floored to a step: what happened within it is no future.
    const since = Math.max(now, Math.min(time, now + STEP))
    if (Math.abs(time - since) < WEEK) return writeDistance(ui, time, since) ?? ui.t('time.just-now')
  }
  return writeDay(ui, time, now)
}
