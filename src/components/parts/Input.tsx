'use client'

import { type AriaAttributes, forwardRef, type InputHTMLAttributes, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { slot } from '../../theme/slot.js'
import { useUi } from '../../theme/UiContext.js'
import { Icon } from './Icon.js'
import { chevronIcon, type IconDrawing } from './icons.js'

export interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  icon?: IconDrawing | undefined
}

export const Input = forwardRef<HTMLInputElement, InputProps>(function Input({ icon, className, ...props }, ref) {
  const ui = useUi()
  const { input: render } = ui.render
  const element = {
    type: 'text',
    ...props,
    ...slot(ui, 'input', render ? '' : 'audiopod-input', className),
    'data-icon': icon && '',
    ref,
  }
  // oxlint-disable-next-line react/refs -- handed on, and not read
  if (render) return render(element, stateOf(props))
  const input = <input {...element} />
  if (!icon) return input
  return (
    <span className="audiopod-input-frame">
      <Icon icon={icon} />
      {input}
    </span>
  )
})

export const Select = forwardRef<HTMLSelectElement, SelectHTMLAttributes<HTMLSelectElement>>(function Select(
  { className, ...props },
  ref,
) {
  const ui = useUi()
  const { select: render } = ui.render
  const element = { ...props, ...slot(ui, 'input', render ? '' : 'audiopod-input', className), 'data-kind': 'select', ref }
  // oxlint-disable-next-line react/refs -- handed on, and not read
  if (render) return render(element, stateOf(props))
  return (
    <span className="audiopod-select-frame">
      <select {...element} />
      <Icon icon={chevronIcon} />
    </span>
  )
})

export const Textarea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(function Textarea(
  { className, ...props },
  ref,
) {
  const ui = useUi()
  const { textarea: render } = ui.render
  const element = { ...props, ...slot(ui, 'input', render ? '' : 'audiopod-input', className), 'data-kind': 'textarea', ref }
  // oxlint-disable-next-line react/refs -- handed on, and not read
  return render ? render(element, stateOf(props)) : <textarea {...element} />
})

const stateOf = (props: AriaAttributes) => ({ invalid: props['aria-invalid'] === true })
