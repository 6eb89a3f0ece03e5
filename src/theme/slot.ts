import type { Slot } from './appearance.js'
import type { Ui } from './UiContext.js'

export interface SlotProps {
  className: string
  /** The element has a class of the page's own, whose rules must win: see guard.css. */
  'data-own'?: '' | undefined
}

/** Joins class names, leaving out what is absent. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** The class of an element that is a slot, with the one that the page gave it. `base` comes first: guard.css relies on it. */
export function slot(ui: Ui, name: Slot, base: string, className?: string): SlotProps {
  const own = classes(ui.classNames[name], className)
  return own === '' ? { className: base } : { className: `${base} ${own}`, 'data-own': '' }
}
