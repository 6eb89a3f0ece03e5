'use client'

import type { ReactElement } from 'react'

export interface MeterProps {
  label: string
  value: number
  max: number
  /** What the two numbers say together. */
  valueText: string
}

/** What is left of something that has an end. */
// An SVG's width is an attribute: a style attribute would fall to a strict Content-Security-Policy.
export function Meter({ label, value, max, valueText }: MeterProps): ReactElement {
  const now = Math.min(max, Math.max(0, value))
  return (
    <div
      aria-label={label}
      aria-valuemax={max}
      aria-valuemin={0}
      aria-valuenow={now}
      aria-valuetext={valueText}
      className="audiopod-meter"
      role="meter"
    >
      <svg aria-hidden="true" className="audiopod-meter-bar" focusable="false">
        <rect height="100%" width={`${(now / max) * 100}%`} />
      </svg>
    </div>
  )
}
