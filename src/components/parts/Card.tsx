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
  const { card: render } = ui.render
  const element = {
    ...props,
    ...slot(ui, 'card', render ? '' : 'audiopod-card', className),
    'aria-labelledby': labelledBy,
    'data-flush': flush ? '' : undefined,
    children,
  }
  return render ? render(element, { flush }) : <section {...element} />
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
  const { title: render } = ui.render
  const element = {
    ...slot(ui, 'title', render ? '' : 'audiopod-title'),
    'data-small': small ? '' : undefined,
    id,
    children,
  }
  return render ? render(element, { level }) : <Heading {...element} />
}
