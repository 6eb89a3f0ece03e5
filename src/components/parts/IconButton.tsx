'use client'

import { type ButtonHTMLAttributes, forwardRef } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { Icon } from './Icon.js'
import type { IconDrawing } from './icons.js'
import { pressWhileAble } from './pressWhileAble.js'
import { Spinner } from './Spinner.js'

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'> {
  icon: IconDrawing
  /** What it does, in words: its name and its tooltip. */
  label: string
  busy?: boolean | undefined
  unavailable?: boolean | undefined
}

export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { icon, label, busy = false, unavailable = false, className, onClick, ...props },
  ref,
) {
  const ui = useUi()
  const { iconButton: render } = ui.render
  const still = busy || unavailable
  const element = {
    type: 'button' as const,
    title: label,
    ...props,
    ...slot(ui, 'iconButton', render ? '' : 'audiopod-icon-button', className),
    'aria-busy': busy || undefined,
    'aria-disabled': still || undefined,
    'aria-label': label,
    onClick: pressWhileAble(still, onClick),
    ref,
  }
  const content = busy ? <Spinner /> : <Icon icon={icon} />
  // oxlint-disable-next-line react/refs -- handed on, and not read
  if (render) return render({ ...element, children: content }, { busy, unavailable, icon: icon[0], label })
  // oxlint-disable-next-line react/button-has-type -- its type is in there
  return <button {...element}>{content}</button>
})
