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
}
