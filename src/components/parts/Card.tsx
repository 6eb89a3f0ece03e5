'use client'

import type { HTMLAttributes, ReactElement, ReactNode } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'

export interface CardProps extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  /** The id of the element that names the card. */
  labelledBy: string
  /** What it holds reaches the card's edges, as a table does. */
  flush?: boolean | undefined
  children: ReactNode
}

/** A named region with an edge. */
export function Card({ labelledBy, flush = false, className, children, ...props }: CardProps): ReactElement {
  const ui = useUi()
  return (
    <section
      {...props}
      {...slot(ui, 'card', 'audiopod-card', className)}
      aria-labelledby={labelledBy}
      data-flush={flush ? '' : undefined}
    >
      {children}
    </section>
  )
}

export type HeadingLevel = 2 | 3 | 4 | 5 | 6

export interface TitleProps {
  id: string
  /** Of the heading on the page. @default 2 */
  level?: HeadingLevel | undefined
  /** Stands over a figure rather than at the head of a card. */
  small?: boolean | undefined
  children: ReactNode
}

export function Title({ id, level = 2, small = false, children }: TitleProps): ReactElement {
  const ui = useUi()
  const Heading = `h${level}` as const
  return (
    <Heading {...slot(ui, 'title', 'audiopod-title')} data-small={small ? '' : undefined} id={id}>
      {children}
    </Heading>
  )
}
