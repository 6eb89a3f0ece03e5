'use client'

import type { ReactElement } from 'react'
import { writeExact } from '../../i18n/writers.js'
import { type Ui, useUi } from '../../theme/UiContext.js'
import { useNow } from './ticker.js'

/** How exactly widgets know what time it is, ms. */
export const STEP = 30_000

export interface MomentProps {
  /** ISO 8601. */
  value: string
  /** Without `now`, as on the server, they tell the year. */
  words: (ui: Ui, time: number, now: number | undefined) => string
}

/** A time in some words; the exact one is in its tooltip. */
export function Moment({ value, words }: MomentProps): ReactElement {
  const ui = useUi()
  const now = useNow(STEP)
  const time = Date.parse(value)
  if (Number.isNaN(time)) return <>{value}</>
  return (
    <time className="audiopod-time" dateTime={value} title={writeExact(ui, time)}>
      {words(ui, time, now)}
    </time>
  )
}
