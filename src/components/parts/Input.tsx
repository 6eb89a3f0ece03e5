'use client'

import { forwardRef, type InputHTMLAttributes, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { Icon, type IconName } from './Icon.js'

export interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  icon?: IconName | undefined
}

export const Input = forwardRef<HTMLInputElement, InputProps>(function Input({ icon, className, ...props }, ref) {
  const ui = useUi()
  const input = (
    <input type="text" {...props} {...slot(ui, 'input', 'audiopod-input', className)} data-icon={icon && ''} ref={ref} />
  )
  if (!icon) return input
  return (
    <span className="audiopod-input-frame">
      <Icon name={icon} />
      {input}
    </span>
  )
})

export const Select = forwardRef<HTMLSelectElement, SelectHTMLAttributes<HTMLSelectElement>>(function Select(
  { className, ...props },
  ref,
) {
  const ui = useUi()
  return (
    <span className="audiopod-select-frame">
      <select {...props} {...slot(ui, 'input', 'audiopod-input', className)} data-kind="select" ref={ref} />
      <Icon name="chevron" />
    </span>
  )
})

export const Textarea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(function Textarea(
  { className, ...props },
  ref,
) {
  const ui = useUi()
  return <textarea {...props} {...slot(ui, 'input', 'audiopod-input', className)} data-kind="textarea" ref={ref} />
})
