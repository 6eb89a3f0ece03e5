/** What pages set for all elements at once, outside of layers, where it is strongest. */

export const boxes = '* { box-sizing: border-box; margin: 0; padding: 0 }'

export const oldBoxes = '* { box-sizing: content-box; margin: 4px; padding: 4px }'

export const bareButtons = 'button { all: unset }'

export const loudElements = `h1, h2, h3 { margin: 2em 0; padding: 8px; border-bottom: 2px solid red; color: red; font: italic 900 40px serif; text-transform: uppercase }
  p, dl, dd, ul, ol, li { margin: 20px; padding: 10px } a { color: red } label { display: inline; font-weight: 900; color: red }
  button { background: red; border: 4px outset; border-radius: 0; color: red; padding: 20px; text-transform: uppercase; box-shadow: 0 0 4px red }
  table, th, td { border: 3px solid red; padding: 20px; background: red; text-align: center } input, select, textarea { border: 4px solid red; width: 50px }`

/** What Tailwind's preflight comes to, which stands in its layer `base` and is weaker there. */
export const preflight = `*, ::before, ::after, ::backdrop, ::file-selector-button { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
  h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: inherit } a { color: inherit; text-decoration: inherit }
  b, strong { font-weight: bolder } code, kbd, samp, pre { font-family: ui-monospace, monospace; font-size: 1em } small { font-size: 80% }
  table { text-indent: 0; border-color: inherit; border-collapse: collapse } progress { vertical-align: baseline } summary { display: list-item }
  ol, ul, menu { list-style: none } img, svg, video, canvas, audio, iframe { display: block; vertical-align: middle } img, video { max-width: 100%; height: auto }
  button, input, select, optgroup, textarea { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1 }
  ::placeholder { opacity: 1; color: color-mix(in oklab, currentcolor 50%, transparent) } textarea { resize: vertical } [hidden] { display: none !important }`
