'use client'

import type { ReactElement } from 'react'
import { classes } from '../../theme/slot.js'
import type { IconDrawing } from './icons.js'

export interface IconProps {
  icon: IconDrawing
  className?: string | undefined
}

/** A decoration: what it means must also stand in words. */
export function Icon({ icon: [name, path, strokeWidth = 1.5], className }: IconProps): ReactElement {
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
      strokeWidth={strokeWidth}
      viewBox="0 0 16 16"
      width="16"
    >
      <path d={path} />
    </svg>
  )
}
