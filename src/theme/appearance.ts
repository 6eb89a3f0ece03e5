import type { Renders } from './renders.js'

/** The elements of the widgets that can be given a class of the page's own. */
export type Slot =
  | 'root'
  | 'card'
  | 'title'
  | 'button'
  | 'iconButton'
  | 'input'
  | 'notice'
  | 'pill'
  | 'dialog'
  | 'menu'
  | 'table'
  | 'row'
  | 'secret'

export type Theme = 'light' | 'dark' | 'auto'

/** How the widgets look. */
export interface Appearance {
  /** `auto` follows the reader's system. @default 'auto' */
  theme?: Theme | undefined
  /** Values for `--audiopod-…` variables, with or without the prefix: `{ accent: '#0a7' }`. */
  variables?: Readonly<Record<string, string>> | undefined
  /** Classes for slots. An element with a class of yours gives up its guard against page-wide resets, so your rule wins. */
  classNames?: { readonly [slot in Slot]?: string | undefined } | undefined
  /**
   * Elements of your own design system in place of ours: all that an element does is in the props that it is handed, its
   * words, keys and ref too.
   *
   * @example
   * render: { button: (props, { variant }) => <MyButton {...props} look={variant} /> }
   */
  render?: Renders | undefined
}
