'use client'

import type { ReactElement } from 'react'
import { classes } from '../../theme/slot.js'

/** Drawn on 16 by 16 with a stroke of 1.5. */
const paths = {
  alert: 'M8 2.2 14.4 13.3H1.6ZM8 6.4v3M8 11.4v.1',
  ascending: 'm4.5 9.8 3.5-3.5 3.5 3.5',
  check: 'm3 8.5 3.4 3.4L13 4.6',
  chevron: 'm4.5 6.3 3.5 3.5 3.5-3.5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 5v3.2l2 1.3',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M5.8 5.8V3.4c0-.5.4-.9.9-.9h5.9c.5 0 .9.4.9.9v5.9c0 .5-.4.9-.9.9h-2.4M3.4 5.8h5.9c.5 0 .9.4.9.9v5.9c0 .5-.4.9-.9.9H3.4a.9.9 0 0 1-.9-.9V6.7c0-.5.4-.9.9-.9Z',
  descending: 'm4.5 6.3 3.5 3.5 3.5-3.5',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.25h10',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.4V11M8 5.1v.1',
  pause: 'M5.2 3.5v9M10.8 3.5v9',
  play: 'M5 3.2v9.6L12.6 8Z',
  plus: 'M8 3.2v9.6M3.2 8h9.6',
  refresh: 'M13.25 8A5.25 5.25 0 1 1 11.7 4.3L13.25 5.8M13.25 2.75v3.05H10.2',
  search: 'M7.1 12A4.9 4.9 0 1 0 7.1 2.2a4.9 4.9 0 0 0 0 9.8ZM10.7 10.7l3 3',
  sort: 'm5 6.5 3-3 3 3m-6 3 3 3 3-3',
} as const

export type IconName = keyof typeof paths

/** A decoration: what it means must also stand in words. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      className={classes('audiopod-icon', className)}
      data-icon={name}
      fill="none"
      focusable="false"
      height="16"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={name === 'dots' ? 2.25 : 1.5}
      viewBox="0 0 16 16"
      width="16"
    >
      <path d={paths[name]} />
    </svg>
  )
}
