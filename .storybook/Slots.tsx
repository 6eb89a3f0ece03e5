import { useEffect, useState } from 'react'
import type { Slot } from '../src/theme/appearance.js'

/** By the class that each slot's elements have beside a page's own. */
const selectors: Readonly<Record<Slot, string>> = {
  root: '.audiopod',
  card: '.audiopod-card',
  title: '.audiopod-title',
  button: '.audiopod-button',
  iconButton: '.audiopod-icon-button',
  input: '.audiopod-input',
  notice: '.audiopod-notice',
  pill: '.audiopod-pill',
  dialog: '.audiopod-dialog',
  menu: '.audiopod-menu',
  table: '[role=table]',
  row: '[role=table] [role=row]',
  secret: '.audiopod-secret',
}
const entries = Object.entries(selectors)

/** The slots that the story in the frame has, as it changes; pointed at, a slot is outlined there. */
export function Slots({ frame }: { frame: HTMLIFrameElement | null }) {
  const [present, setPresent] = useState<string[]>([])
  useEffect(() => {
    if (!frame) return undefined
    const look = () => {
      const page = frame.contentDocument
      const found = entries.filter(([, selector]) => page?.querySelector(selector)).map(([slot]) => slot)
      setPresent((before) => (before.join() === found.join() ? before : found))
    }
    const timer = setInterval(look, 500)
    return () => clearInterval(timer)
  }, [frame])

  const outline = (selector: string) => {
    const page = frame?.contentDocument
    if (!page) return
    let style = page.querySelector('#slot-outline')
    if (!style) {
      style = page.createElement('style')
      style.id = 'slot-outline'
      page.head.append(style)
    }
    style.textContent = selector && `${selector} { outline: 2px solid #d6336c !important; outline-offset: 2px !important }`
  }
  return (
    <>
      <p>
        Each of these takes a class of yours: <code>{"appearance={{ classNames: { card: 'shadow-sm' } }}"}</code>. Colours, corners,
        sizes and type are variables, for all widgets at once. The slots of the state shown above:
      </p>
      <ul className="slots sb-unstyled" aria-label="Slots of this state">
        {entries.map(([slot, selector]) =>
          present.includes(slot) ? (
            <li key={slot}>
              <button
                type="button"
                onBlur={() => outline('')}
                onFocus={() => outline(selector)}
                onPointerEnter={() => outline(selector)}
                onPointerLeave={() => outline('')}
              >
                {slot}
              </button>
            </li>
          ) : null,
        )}
      </ul>
    </>
  )
}
