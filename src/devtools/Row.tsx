import type { ReactElement, ReactNode } from 'react'

export type Tone = 'ok' | 'warn' | 'bad' | 'quiet'

export interface RowProps {
  tone: Tone
  /** The few characters that are looked for first. */
  mark: ReactNode
  title: ReactNode
  /** What else there is to say, in this order; what is empty is left out. */
  facts: readonly (string | false | undefined)[]
  action?: ReactNode
  children?: ReactNode
}

export function Row({ tone, mark, title, facts, action, children }: RowProps): ReactElement {
  return (
    <li>
      <span className="mark" data-tone={tone}>
        {mark}
      </span>
      <div className="row">
        <strong>{title}</strong>
        {children}
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </div>
      {action}
    </li>
  )
}

export function Rows({ label, empty, children }: { label: string; empty: string; children: readonly ReactElement[] }): ReactElement {
  if (children.length === 0) return <p className="empty">{empty}</p>
  return <ul aria-label={label}>{children}</ul>
}
