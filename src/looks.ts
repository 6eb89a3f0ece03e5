/**
 * `audiopod-react/looks`: ready looks for `appearance`. Each is the name of a class; what it looks like is in
 * `audiopod-react/looks.css`, so that a Content-Security-Policy needs to allow no inline style for it.
 */
import type { Appearance } from './theme/appearance.js'

/** An `appearance` by its look: light and dark, and variables of your own, go beside it. */
export type Look = Appearance & { readonly classNames: { readonly root: string } }

function look(name: string): Look {
  return { classNames: { root: `audiopod-look-${name}` } }
}

/**
 * Ready looks. They need their stylesheet, and give way to `--audiopod-…` variables of your own.
 *
 * @example
 * import { looks } from 'audiopod-react/looks'
 * import 'audiopod-react/styles.css'
 * import 'audiopod-react/looks.css'
 *
 * <AudioPodProvider endpoint="/api/audiopod" appearance={{ ...looks.soft, theme: 'dark' }}>
 */
export const looks: {
  readonly soft: Look
  readonly sharp: Look
  readonly contrast: Look
  readonly shadcn: Look
  readonly shadcnHsl: Look
} = {
  /** Warm grounds, round corners, more room. */
  soft: look('soft'),
  /** Black and white, square, dense. */
  sharp: look('sharp'),
  /** Text at 7 to 1 and more (WCAG 2.2 AAA), an edge round everything, no small print. */
  contrast: look('contrast'),
  /** The colours and corners of a page with shadcn/ui for Tailwind 4, light and dark by its `.dark`. */
  shadcn: look('shadcn'),
  /** The same for its version of Tailwind 3, whose variables are three numbers for `hsl()`. */
  shadcnHsl: look('shadcn-hsl'),
}
