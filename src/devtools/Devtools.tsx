'use client'

import { type ReactElement, type ReactNode, useContext, useEffect, useId, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { inspectionOf } from '../client/index.js'
import { useSession } from '../react/SessionContext.js'
import { UiOptionsContext } from '../theme/UiOptionsContext.js'
import type { AudioPodDevtoolsProps, DevtoolsPosition } from './AudioPodDevtools.js'
import { Panel } from './Panel.js'
import { createProvocations } from './provocations.js'
import { styles } from './styles.js'

/** The button, and the panel while it is open, in a shadow root at the end of the page: neither's styles reach the other. */
export function Devtools({ position = 'bottom-right', initialIsOpen = false }: AudioPodDevtoolsProps): ReactElement {
  const [isOpen, setIsOpen] = useState(initialIsOpen)
  const inspection = inspectionOf(useSession().session.connection.core)
  // Here rather than in the panel, which may cover what one wants to press next.
  const provocations = useMemo(() => inspection && createProvocations(inspection), [inspection])
  useEffect(() => provocations?.connect(), [provocations])
  const panelId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  // Where it is open from the start, nobody has asked for the focus to move.
  const wasPressed = useRef(false)

  useEffect(() => {
    if (!wasPressed.current) return
    if (isOpen) panel.current?.focus()
    else button.current?.focus()
  }, [isOpen])

  useEffect(() => {
    const shown = panel.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // What the page itself does on this key is not to be done as well.
      event.stopPropagation()
      wasPressed.current = true
      setIsOpen(false)
    }
    shown?.addEventListener('keydown', onKeyDown)
    return () => shown?.removeEventListener('keydown', onKeyDown)
  }, [isOpen])

  const toggle = (next: boolean) => {
    wasPressed.current = true
    setIsOpen(next)
  }

  return (
    <ShadowPage position={position}>
      {isOpen && (
        <div
          ref={panel}
          id={panelId}
          role="dialog"
          aria-label="AudioPod devtools"
          tabIndex={-1}
          className="panel"
        >
          <Panel inspection={inspection} provocations={provocations} onClose={() => toggle(false)} />
        </div>
      )}
      <button
        ref={button}
        type="button"
        className="corner"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        aria-label="AudioPod devtools"
        title="AudioPod devtools"
        onClick={() => toggle(!isOpen)}
      >
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="M3 12h2M8 7v10M12 3v18M16 7v10M19 12h2" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </button>
    </ShadowPage>
  )
}

interface Page {
  host: HTMLElement
  root: ShadowRoot
}

function ShadowPage({ position, children }: { position: DevtoolsPosition; children: ReactNode }): ReactElement {
  const { appearance } = useContext(UiOptionsContext)
  const [{ host, root }] = useState(createPage)

  useEffect(() => {
    document.body.append(host)
    return () => host.remove()
  }, [host])

  const theme = appearance?.theme ?? 'auto'
  useEffect(() => {
    host.setAttribute('data-position', position)
    host.setAttribute('data-theme', theme)
  }, [host, position, theme])

  return createPortal(children, root)
}

function createPage(): Page {
  const host = document.createElement('div')
  host.dataset['audiopodDevtools'] = ''
  // Its words are English on a page in any language.
  host.lang = 'en'
  host.dir = 'ltr'
  const root = host.attachShadow({ mode: 'open' })
  // A sheet that a script makes is allowed where a policy forbids inline styles.
  if ('adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [sheet]
  }
  return { host, root }
}
