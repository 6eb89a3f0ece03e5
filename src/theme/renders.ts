import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react'

/**
 * Writes an element of the widgets. It is a function and no component: it may be made anew at each render, calls no hooks,
 * and must give `props` on, `ref` and `children` with them. `props` has no class of ours but those that place it.
 */
export type Render<Tag extends 'button' | 'input' | 'select' | 'textarea' | 'div' | 'span' | 'section' | 'h2', State> = (
  props: ComponentPropsWithRef<Tag>,
  state: State,
) => ReactElement

type Tone = 'info' | 'ok' | 'warn' | 'danger'

interface Pressed {
  /** At work: presses are ignored, and it keeps the focus. `aria-disabled` says so, and `disabled` must not. */
  busy: boolean
  /** Cannot be pressed now; it keeps the focus all the same. */
  unavailable: boolean
  /** The name of our icon, if it has one. */
  icon: string | undefined
  /** Its words, without our icon or spinner; `children` has both. */
  label: ReactNode
}

export interface ButtonState extends Pressed {
  variant: 'primary' | 'secondary' | 'ghost' | 'danger'
  size: 'medium' | 'small'
}

export interface InputState {
  /** Its field says that something is wrong with it. */
  invalid: boolean
}

export interface FieldState {
  label: ReactNode
  /** The id of the control, for the label's `htmlFor`. */
  controlId: string
  optional: boolean
  help: ReactNode
  /** The id that the help must have: the control is described by it. */
  helpId: string
  error: ReactNode
  /** The id that the error must have. */
  errorId: string
  /** At the end of the line below, as a count of characters. */
  count: ReactNode
  /** The control, with what stands beside it. */
  control: ReactNode
}

export interface NoticeState {
  tone: Tone
  title: ReactNode
  /** What is said below the title. */
  text: ReactNode
  /** Buttons. */
  action: ReactNode
  onDismiss: (() => void) | undefined
  /** The role of the element that holds the words: `alert` and `status` are heard. */
  role: 'alert' | 'status' | undefined
}

/** What writes the elements of the widgets, where it is not us. */
export interface Renders {
  button?: Render<'button', ButtonState> | undefined
  iconButton?: Render<'button', Pressed> | undefined
  input?: Render<'input', InputState> | undefined
  select?: Render<'select', InputState> | undefined
  textarea?: Render<'textarea', InputState> | undefined
  field?: Render<'div', FieldState> | undefined
  notice?: Render<'div', NoticeState> | undefined
  pill?: Render<'span', { tone: Tone | 'neutral' }> | undefined
  card?: Render<'section', { flush: boolean }> | undefined
  title?: Render<'h2', { level: 2 | 3 | 4 | 5 | 6 }> | undefined
}
