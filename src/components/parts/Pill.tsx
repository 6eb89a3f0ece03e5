'use client'

import type { ReactElement, ReactNode } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'danger'

export function Pill({ tone = 'neutral', children }: { tone?: Tone | undefined; children: ReactNode }): ReactElement {
  const ui = useUi()
  return (
    <span {...slot(ui, 'pill', 'audiopod-pill')} data-tone={tone}>
      {children}
    </span>
  )
}
