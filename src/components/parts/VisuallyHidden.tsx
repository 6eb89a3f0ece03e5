'use client'

import type { HTMLAttributes, ReactElement } from 'react'

/** Words for screen readers alone. */
export function VisuallyHidden(props: HTMLAttributes<HTMLSpanElement>): ReactElement {
  return <span {...props} className="audiopod-hidden" />
}
