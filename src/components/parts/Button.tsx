'use client'

import { type ButtonHTMLAttributes, forwardRef, type ReactElement, type ReactNode } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import type { IconProps } from './Icon.js'
import { pressWhileAble } from './pressWhileAble.js'
import { Spinner } from './Spinner.js'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** @default 'secondary' */
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | undefined
  /** @default 'medium' */
  size?: 'medium' | 'small' | undefined
  /** Who gives one brings it: most buttons have none. */
  icon?: ReactElement<IconProps> | undefined
  /** At work: the width, the label and the focus stay, presses are ignored. */
  busy?: boolean | undefined
  /** Cannot be pressed now; it stays focusable, and the reason must stand beside it. */
  unavailable?: boolean | undefined
  children: ReactNode
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = 'secondary', size = 'medium', icon, busy = false, unavailable = false, className, onClick, children, ...props },
  ref,
) {
  const ui = useUi()
  const { button: render } = ui.render
  const still = busy || unavailable
  const element = {
    type: 'button' as const,
    ...props,
    ...slot(ui, 'button', render ? '' : 'audiopod-button', className),
    'aria-busy': busy || undefined,
    'aria-disabled': still || undefined,
    'data-icon': icon ? '' : undefined,
    'data-size': size,
    'data-variant': variant,
    onClick: pressWhileAble(still, onClick),
    ref,
  }
  const content = (
    <>
      {busy ? <Spinner /> : icon}{' '}
      <span className="audiopod-button-label">{children}</span>
    </>
  )
  // oxlint-disable-next-line react/refs -- handed on, and not read
  if (render) return render({ ...element, children: content }, { variant, size, busy, unavailable, icon: icon?.props.icon[0], label: children })
  // oxlint-disable-next-line react/button-has-type -- its type is in there
  return <button {...element}>{content}</button>
})
