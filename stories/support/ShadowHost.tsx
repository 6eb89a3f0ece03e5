import { type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from '../../src/styles.css?inline'

interface ShadowHostProps {
  children: ReactNode
  /** Of the root itself, beside the kit's. */
  css?: string
  mode?: ShadowRootMode
}

const sheets = (texts: string[]) =>
  texts.map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })

/** An element whose children are in a shadow root, with the kit's stylesheet adopted there. */
export function ShadowHost({ children, css = '', mode = 'open' }: ShadowHostProps): ReactElement {
  const host = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<HTMLElement>()
  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    // Not in the page's own markup: React may come twice, and a root cannot be attached twice.
    const box = document.createElement('div')
    const shadow = box.attachShadow({ mode })
    shadow.adoptedStyleSheets = sheets([styles, css])
    const inside = document.createElement('div')
    shadow.append(inside)
    element.append(box)
    setPlace(inside)
    return () => box.remove()
  }, [css, mode])
  return <div ref={host}>{place ? createPortal(children, place) : null}</div>
}
