'use client'

import { type ButtonHTMLAttributes, forwardRef } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { Icon, type IconName } from './Icon.js'
import { pressWhileAble } from './pressWhileAble.js'
import { Spinner } from './Spinner.js'

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'> {
  icon: IconName
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
  const still = busy || unavailable
  return (
    <button
      type="button"
      title={label}
      {...props}
      {...slot(ui, 'iconButton', 'audiopod-icon-button', className)}
      aria-busy={busy || undefined}
      aria-disabled={still || undefined}
      aria-label={label}
      onClick={pressWhileAble(still, onClick)}
      ref={ref}
    >
      {busy ? <Spinner /> : <Icon name={icon} />}
    </button>
  )
})
