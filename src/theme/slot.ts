import type { Slot } from './appearance.js'
import type { Ui } from './UiContext.js'

export interface SlotProps {
  className: string
  /** The element has a class of the page's own, whose rules must win over the guard against resets. */
  'data-own'?: '' | undefined
}

/** Joins class names, leaving out what is absent. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/**
 * The class of an element that is a slot, with those that the page and the widget gave it. `base` comes first:
 * base.css relies on it.
 */
export function slot(ui: Ui, name: Slot, base: string, className?: string): SlotProps {
  const more = classes(ui.classNames[name], className)
  const isPages = more.split(/\s+/).some((each) => each !== '' && !each.startsWith('audiopod-'))
  return { className: classes(base, more), ...(isPages ? { 'data-own': '' } : {}) }
}
