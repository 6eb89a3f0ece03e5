import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from '../../src/styles.css?inline'

interface FrameHostProps {
  /** What the frame is called. */
  title: string
  children: ReactNode
  /** The page's own, after the kit's; the last of its stylesheets. */
  css?: string
  /** Stands before the kit's stylesheet too: the order of layers. */
  layers?: string
  /** Classes of the page's root and body. */
  rootClass?: string
  bodyClass?: string
  /** The frame's own `sandbox`. */
  sandbox?: string
  height?: number
}

/** A page of its own in a frame, into which React renders from here: rules for its root and elements reach nothing else. */
export function FrameHost(props: FrameHostProps): ReactElement {
  const { title, children, css = '', layers = '', rootClass = '', bodyClass = '', sandbox, height = 860 } = props
  const box = useRef<HTMLIFrameElement>(null)
  const [place, setPlace] = useState<HTMLElement>()
  useEffect(() => {
    const frame = box.current
    if (!frame) return undefined
    const fill = () => {
      const page = frame.contentDocument
      // The empty page that comes before its own.
      if (!page?.body || page.URL !== 'about:srcdoc' || page.readyState !== 'complete') return
      page.documentElement.lang = 'en'
      page.documentElement.className = rootClass
      page.body.className = bodyClass
      const sheets = [layers, styles, css].map((text) => {
        const sheet = page.createElement('style')
        sheet.textContent = text
        return sheet
      })
      for (const old of page.head.querySelectorAll('style')) old.remove()
      page.head.append(...sheets)
      const inside = page.createElement('div')
      page.body.replaceChildren(inside)
      setPlace(inside)
    }
    fill()
    frame.addEventListener('load', fill)
    return () => frame.removeEventListener('load', fill)
  }, [css, layers, rootClass, bodyClass])
  return (
    <>
      <iframe
        allow="clipboard-write"
        ref={box}
        sandbox={sandbox}
        srcDoc="<!doctype html><meta charset=utf-8><title>A page of its own</title>"
        style={{ border: 0, width: '100%', height, display: 'block' }}
        title={title}
      />
      {place && createPortal(children, place)}
    </>
  )
}
