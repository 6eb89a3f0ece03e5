/** What pages set for all elements at once, outside of layers, where it is strongest. */
import tailwind from 'tailwindcss/preflight.css?inline'

export const boxes = '* { box-sizing: border-box; margin: 0; padding: 0 }'

export const oldBoxes = '* { box-sizing: content-box; margin: 4px; padding: 4px }'

export const bareButtons = 'button { all: unset }'

export const loudElements = `h1, h2, h3 { margin: 2em 0; padding: 8px; border-bottom: 2px solid red; color: red; font: italic 900 40px serif; text-transform: uppercase }
  p, dl, dd, ul, ol, li { margin: 20px; padding: 10px } a { color: red } label { display: inline; font-weight: 900; color: red }
  button { background: red; border: 4px outset; border-radius: 0; color: red; padding: 20px; text-transform: uppercase; box-shadow: 0 0 4px red }
  table, th, td { border: 3px solid red; padding: 20px; background: red; text-align: center } input, select, textarea { border: 4px solid red; width: 50px }`

/** Tailwind's own, with the values that its `--theme()` falls back to; there it stands in its layer `base` and is weaker. */
export const preflight = tailwind.replaceAll(/--theme\(\s*[\w-]+,\s*([^)]*?)\s*\)/g, '$1')
