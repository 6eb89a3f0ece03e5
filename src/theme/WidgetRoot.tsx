'use client'

import type { CSSProperties, HTMLAttributes, ReactElement } from 'react'
import { watchStyles } from '../development/watch.js'
import { inDevelopment } from '../errors/misuse.js'
import { slot } from './slot.js'
import { useUi } from './UiContext.js'

export interface WidgetRootProps extends HTMLAttributes<HTMLDivElement> {
  /** The widget, in kebab case: it becomes the class `audiopod-<name>`. */
  name: string
  /** The widget's state, as `data-state`, for CSS and tests. */
  state?: string | undefined
  /** Takes the width of what it holds, as a badge within a line does. */
  inline?: boolean | undefined
}

/**
 * What every widget is wrapped in: the theme, the page's variables, and the box whose width its layout follows. It says
 * which language its words are in (WCAG 3.1.2). Words from right to left turn it round in any page; those from left to
 * right leave it as the page is, so that a page that is right to left already does not flip as its words arrive.
 */
export function WidgetRoot({ name, state, inline, className, ...props }: WidgetRootProps): ReactElement {
  const ui = useUi()
  const slotProps = slot(ui, 'root', `audiopod audiopod-${name}`, className)
  const style = Object.keys(ui.variables).length > 0 ? (ui.variables as CSSProperties) : undefined
  return (
    <div
      lang={ui.language}
      dir={/^(ar|fa|he|ur)\b/.test(ui.language) ? 'rtl' : undefined}
      {...props}
      {...slotProps}
      ref={inDevelopment(() => process.env.NODE_ENV !== 'production' && watchStyles) || undefined}
      data-theme={ui.theme}
      data-inline={inline ? '' : undefined}
      data-state={state}
      style={style}
    />
  )
}
