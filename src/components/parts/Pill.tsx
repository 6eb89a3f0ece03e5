'use client'

import type { ReactElement, ReactNode } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'danger'

export function Pill({ tone = 'neutral', children }: { tone?: Tone | undefined; children: ReactNode }): ReactElement {
  const ui = useUi()
  const { pill: render } = ui.render
  const element = { ...slot(ui, 'pill', render ? '' : 'audiopod-pill'), 'data-tone': tone, children }
  return render ? render(element, { tone }) : <span {...element} />
}
